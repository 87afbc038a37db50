"""The footnotes of a web page: marks that link to them, and the notes themselves."""

import re
from typing import Any

from factcheck.text.readers import parts

# An element of lxml, which says nothing about its types.
Node = Any

_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|[*†‡])\s*[\])]?")
_BACK = re.compile(r"[\W_]*|back( to (the )?(text|content|top))?", re.IGNORECASE)
_NAMED = re.compile(r"footnote|endnote|references|notes|doc-", re.IGNORECASE)
_HOLDERS = frozenset({"li", "p", "div", "aside", "section", "dd", "td"})
_LONGEST = 5_000


def take_notes(root: Node) -> dict[Node, int]:
    """Return the notes of a page with their numbers, by the marks that lead to them.

    The marks become numbers such as ¹; links that lead back are emptied.
    """
    places = {node: place for place, node in enumerate(root.iter())}
    targets = {node.get("name"): node for node in root.iter("a") if node.get("name")}
    targets |= {node.get("id"): node for node in root.iter() if node.get("id")}
    found: dict[Node, int] = {}
    for link in list(root.iter("a")):
        note = _holder(targets.get(link.get("href", "")[1:]))
        if note is not None and _marks(link, note, places):
            _write_mark(link, found.setdefault(note, len(found) + 1))
    for note in found:
        _empty_links_back(note)
    return found


def _holder(target: Node | None) -> Node | None:
    if target is None:
        return None
    above = (target, *target.iterancestors())
    return next((node for node in above if node.tag in _HOLDERS), None)


def _marks(link: Node, note: Node, places: dict[Node, int]) -> bool:
    """Say whether a link is the mark of a note that stands further down."""
    if not _MARK.fullmatch("".join(link.itertext()).strip()):
        return False
    if places[note] < places[link] or note in set(link.iterancestors()):
        return False
    raised = link.getparent().tag == "sup" or link.find(".//sup") is not None
    named = any(_NAMED.search(_names(node)) for node in (note, *note.iterancestors()))
    return (raised or named) and len("".join(note.itertext())) < _LONGEST


def _names(node: Node) -> str:
    return f"{node.get('class', '')} {node.get('id', '')} {node.get('role', '')}"


def _write_mark(link: Node, number: int) -> None:
    _fill(link, parts.superscript(number))
    above = link.getparent()
    if above.tag == "sup" and len(above) == 1 and not (above.text or "").strip("[( "):
        above.text = ""
        link.tail = "" if not (link.tail or "").strip("]) ") else link.tail


def _empty_links_back(note: Node) -> None:
    for link in list(note.iter("a")):
        words = "".join(link.itertext()).strip()
        if link.get("href", "").startswith("#") and (
            _BACK.fullmatch(words) or _MARK.fullmatch(words)
        ):
            _fill(link, "")


def _fill(link: Node, words: str) -> None:
    for child in list(link):
        link.remove(child)
    link.text = words
