"""Corrections as an Atom 1.0 feed (RFC 4287)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"
# What XML 1.0 cannot carry even as an entity; the feed is for reading, not for keeping.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One corrected edition; `href` is its absolute address and its id."""

    title: str
    href: str
    updated: str
    summary: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; all addresses are absolute, times YYYY-MM-DDTHH:MM:SSZ."""

    title: str
    author: str
    href: str
    page: str
    entries: Sequence[Entry]


def write_atom(feed: Feed) -> bytes:
    """Return the feed as XML, in UTF-8."""
    ET.register_namespace("", _ATOM)
    root = ET.Element(_name("feed"))
    _text(root, "id", feed.href)
    _text(root, "title", feed.title)
    _text(root, "updated", max((e.updated for e in feed.entries), default=_NEVER))
    author = ET.SubElement(root, _name("author"))
    _text(author, "name", feed.author)
    _link(root, "self", feed.href)
    _link(root, "alternate", feed.page)
    for entry in feed.entries:
        _entry(root, entry)
    ET.indent(root)
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _entry(root: ET.Element, entry: Entry) -> None:
    element = ET.SubElement(root, _name("entry"))
    _text(element, "id", entry.href)
    _text(element, "title", entry.title)
    _text(element, "updated", entry.updated)
    _link(element, "alternate", entry.href)
    _text(element, "content", entry.summary).set("type", "text")


def _text(parent: ET.Element, name: str, value: str) -> ET.Element:
    element = ET.SubElement(parent, _name(name))
    element.text = _NOT_XML.sub("\ufffd", value)
    return element


def _link(parent: ET.Element, rel: str, href: str) -> None:
    ET.SubElement(parent, _name("link"), {"rel": rel, "href": href})


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"
