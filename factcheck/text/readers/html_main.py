"""Where the essay is on a web page, and what stands around it."""

import re
from collections import Counter
from typing import Any

# An element of lxml, which says nothing about its types.
Node = Any

DROPPED = frozenset(
    {"script", "style", "noscript", "template", "nav", "button", "input", "select"}
    | {"textarea", "svg", "iframe", "object", "embed", "video", "audio", "canvas"}
    | {"dialog", "aside", "menu", "map", "datalist", "progress", "meter", "head"}
    | {"link", "meta", "title", "label"}
)
_MEDIA = frozenset({"iframe", "object", "embed", "video", "audio", "canvas"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog"}
    | {"alert", "alertdialog", "menu", "menubar", "toolbar", "tablist", "form"}
)
_AROUND = re.compile(
    r"(^|[\s_-])(related|newsletter|subscri\w*|sign-?up|promo\w*|shar(e|ing)|social"
    r"|comments?|disqus\w*|advert\w*|ads?|sponsor\w*|sidebar|breadcrumbs?|cookies?"
    r"|consent|pop-?up|modal|most-?read|recommend\w*|toolbar|menu|navbar|navigation"
    r"|pagination|pager|tags|tag-?list|skip-?link|print-?only|screen-?reader-text"
    r"|sr-only|visually-?hidden|paywall|outbrain|taboola|editsection|noprint|toc"
    r"|author-?bio|byline-?bio|read-?next|more-?from)($|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTAINERS = frozenset({"body", "div", "section", "article", "main", "td", "center"})
_CONTAINERS |= {"form", "table", "tbody", "tr", "html", "font", "span"}
_PROSE = frozenset({"p", "blockquote", "li", "pre", "dd"})
_MOST = 0.75
_LONG = 40
_LINKED = 0.6


def prune(root: Node, tally: Counter[str]) -> None:
    """Take off a page what is no part of any essay, and count its words."""
    written = len(" ".join(root.itertext()))
    for node in list(root.iter()):
        if node is not root and _is_around(node, written):
            tally["media"] += node.tag in _MEDIA
            tally["around"] += len(" ".join(_seen(node)).split())
            node.clear(keep_tail=True)


def main(root: Node) -> Node:
    """Return the smallest element that holds most of the page's prose."""
    weights = _weights(root)
    node = root
    while True:
        whole = weights.get(node, 0)
        inner = [
            child
            for child in node
            if child.tag in _CONTAINERS and weights.get(child, 0) >= _MOST * whole
        ]
        if not inner or not whole:
            return node
        node = inner[0]


def _is_around(node: Node, written: int) -> bool:
    tag = node.tag
    if tag in DROPPED or _is_hidden(node) or node.get("role") in _ROLES:
        return True
    if tag in {"header", "footer"}:
        return not _belongs_to_essay(node)
    if tag in {"html", "body", "main", "article"} or _is_notes(node):
        return False
    named = _AROUND.search(f"{node.get('class', '')} {node.get('id', '')}")
    small = len(" ".join(node.itertext())) < written / 2
    return small if named or tag == "form" else _is_list_of_links(node)


def _belongs_to_essay(node: Node) -> bool:
    """Say whether a header or footer is the essay's and not the site's."""
    if any(up.tag in {"article", "main"} for up in node.iterancestors()):
        return True
    page = node.getroottree()
    title = " ".join("".join(next(page.iter("title"), node).itertext()).split())
    naming = [h for h in page.iter("h1") if " ".join(h.itertext()).strip() in title]
    inside = [heading for heading in naming if node in heading.iterancestors()]
    return bool(inside) and inside == naming and node.find(".//nav") is None


def _is_hidden(node: Node) -> bool:
    if node.get("hidden") is not None:
        return True
    return bool(_HIDDEN.search(node.get("style", "")))


def _is_notes(node: Node) -> bool:
    named = f"{node.get('class', '')} {node.get('id', '')} {node.get('role', '')}"
    return bool(re.search(r"footnote|endnote|references", named, re.IGNORECASE))


def _is_list_of_links(node: Node) -> bool:
    """Say whether a list only leads on to other pages."""
    if node.tag not in {"ul", "ol"}:
        return False
    links = [
        link for link in node.iter("a") if not link.get("href", "#").startswith("#")
    ]
    letters = len("".join(node.itertext()).strip())
    linked = sum(len("".join(link.itertext()).strip()) for link in links)
    return len(links) > 1 and linked > 0.9 * letters


def _weights(root: Node) -> Counter[Node]:
    """Count for each element the letters of prose in it, links not counted."""
    weights: Counter[Node] = Counter()
    for node in root.iter():
        letters = _prose_letters(node)
        while letters and node is not None:
            weights[node] += letters
            node = None if node is root else node.getparent()  # noqa: PLW2901
    return weights


def _prose_letters(node: Node) -> int:
    """Count the letters that an element itself says, if they are many and no links."""
    own = node.text or ""
    own += "".join(child.tail or "" for child in node)
    if node.tag not in _PROSE:
        return len(own.strip()) if len(own.strip()) > _LONG else 0
    whole = len("".join(node.itertext()).strip())
    linked = sum(len("".join(link.itertext())) for link in node.iter("a"))
    if any(child.tag in _PROSE for child in node) or linked > _LINKED * whole:
        return 0
    return whole


def _seen(node: Node) -> list[str]:
    """Return the words of an element that a reader of the page could see."""
    if node.tag in {"script", "style", "template", "noscript", "svg", "head"}:
        return []
    return [words for words in node.itertext() if words.strip()]
