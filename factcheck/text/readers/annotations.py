"""Annotations that somebody made elsewhere: W3C Web Annotations, and Hypothesis's own.

What comes in is a collection with its pages in it, a page, a single annotation, a list
of them, what Hypothesis's API answers (`rows`), or what its client exports
(`annotations`). Where they point is told apart from whether those words are here
(text/placing).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from factcheck.errors import UnreadableError
from factcheck.translating import N_, _

MOST = 1_000
_DEEPEST = 40
_NOT_READ = N_(
    "This is no file of annotations. Nothing was stored. Choose one in JSON: W3C Web"
    " Annotations, or what Hypothesis exports."
)

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Annotation:
    """What somebody said of quoted words.

    Attributes:
        exact: the words, "" where it is about the whole page.
        prefix: what stood before them.
        suffix: what stood after them.
        start: where they began in the text annotated, or None; in code points or in
            UTF-16 code units, for programs differ.
        author: who wrote it, or "".
        date: YYYY-MM-DD, or "".
        words: what it says, in paragraphs; the annotation of a mark alone says
            nothing.
    """

    exact: str
    prefix: str
    suffix: str
    start: int | None
    author: str
    date: str
    words: str


def read_annotations(data: bytes) -> tuple[Annotation, ...]:
    """Read annotations, in the order of the file.

    Raises:
        UnreadableError: it is no such file, or has more than a thousand.
    """
    try:
        document = json.loads(data.decode("utf-8-sig"))
        found = tuple(
            annotation
            for item in _items(document, 0)
            for annotation in _annotations(item)
        )
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UnreadableError(_(_NOT_READ)) from error
    if not found:
        raise UnreadableError(_(_NOT_READ))
    if len(found) > MOST:
        raise UnreadableError(
            _(
                "This file holds %(count)s annotations, and at most %(most)s are taken"
                " at once. Nothing was stored. Bring them in parts.",
                count=len(found),
                most=MOST,
            )
        )
    return found


def _items(value: Any, depth: int) -> Iterator[Json]:
    """Yield single annotations, however they are held together."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _items(item, depth + 1)
    if not isinstance(value, dict):
        return
    for key in ("rows", "annotations", "first", "items", "@graph"):
        if isinstance(value.get(key), list | dict):
            yield from _items(value[key], depth + 1)
            return
    if "target" in value:
        yield value


def _annotations(item: Json) -> Iterator[Annotation]:
    """Yield an annotation for each of the places that it is about."""
    words, author, date = _words(item), _author(item), _date(item)
    for target in _list(item["target"]):
        selectors = list(_selectors(target, 0))
        quoted: Json = next((s for s in selectors if _text(s, "exact")), {})
        places = (s.get("start") for s in selectors if "exact" not in s)
        yield Annotation(
            exact=_text(quoted, "exact"),
            prefix=_text(quoted, "prefix"),
            suffix=_text(quoted, "suffix"),
            start=next((n for n in places if type(n) is int and n >= 0), None),
            author=author,
            date=date,
            words=words,
        )


def _selectors(target: Any, depth: int) -> Iterator[Json]:
    """Yield what points to words, also where one selector refines another."""
    if not isinstance(target, dict) or depth > _DEEPEST:
        return
    for key in ("selector", "refinedBy"):
        for selector in _list(target.get(key)):
            if isinstance(selector, dict):
                yield selector
                yield from _selectors(selector, depth + 1)


def _words(item: Json) -> str:
    """Return what an annotation says: its texts, its tags, and where it leads."""
    said, tags = [_text(item, "text"), _text(item, "bodyValue")], []
    for body in _list(item.get("body")):
        if isinstance(body, str):
            said.append(body)
        elif isinstance(body, dict) and "tagging" in _list(body.get("purpose")):
            tags.append(_text(body, "value"))
        elif isinstance(body, dict):
            said.append(_body(body))
    tags += [tag for tag in _list(item.get("tags")) if isinstance(tag, str)]
    named = ", ".join(tag for tag in tags if tag)
    return "\n\n".join(part for part in (named, *said) if part)


def _body(body: Json) -> str:
    """Return the text of a body, or the address that it names and the words there."""
    if value := _text(body, "value"):
        return value
    if "classifying" in _list(body.get("purpose")):
        return ""
    address = _text(body, "source") or _text(body, "id")
    quoted = next((_text(s, "exact") for s in _selectors(body, 0)), "")
    return f"{address} “{quoted}”" if address and quoted else address


def _author(item: Json) -> str:
    """Return who wrote an annotation; Hypothesis says acct:name@host."""
    info = item.get("user_info")
    shown = _text(info, "display_name") if isinstance(info, dict) else ""
    account = _text(item, "user").removeprefix("acct:").partition("@")[0]
    names = [_name(each) for each in _list(item.get("creator"))]
    return " ".join((shown or ", ".join(filter(None, names)) or account).split())


def _name(creator: Any) -> str:
    if isinstance(creator, dict):
        return _text(creator, "name") or _text(creator, "nickname")
    if isinstance(creator, str):
        return creator if not urlsplit(creator).scheme else ""
    return ""


def _date(item: Json) -> str:
    return (_text(item, "created") or _text(item, "modified"))[:10]


def _list(value: Any) -> Sequence[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _text(value: Json, key: str) -> str:
    """Return a text that a database keeps, or ""."""
    found = value.get(key)
    if not isinstance(found, str):
        return ""
    return found.replace("\0", "").encode("utf-8", "ignore").decode()
