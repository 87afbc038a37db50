"""What a web page says of itself, in the fields that machines are meant to read."""

import json
import re
from collections.abc import Iterator
from typing import Any

from factcheck.text import bylines

# An element of lxml, which says nothing about its types.
Node = Any

_TITLES = ("og:title", "citation_title", "dc.title", "twitter:title")
_AUTHORS = (
    "author",
    "citation_author",
    "dc.creator",
    "article:author",
    "parsely-author",
)
_DATES = (
    *("article:published_time", "citation_publication_date", "citation_date", "date"),
    *(
        "dc.date",
        "dcterms.date",
        "dcterms.created",
        "pubdate",
        "parsely-pub-date",
        "datepublished",
    ),
)
_ARTICLES = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "OpinionNewsArticle", "Report", "WebPage"}
    | {"ReportageNewsArticle", "AnalysisNewsArticle", "ReviewNewsArticle", "Review"}
)
_LONGEST_DATA = 200_000
_ADDRESS = re.compile(r"https?:|/|@")


class About:
    """The fields of a page, asked for by what they are."""

    def __init__(self, page: Node) -> None:
        self._fields: dict[str, str] = {}
        for meta in page.iter("meta"):
            name = (
                meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
            )
            content = " ".join((meta.get("content") or "").split())
            if content:
                self._fields.setdefault(name.lower(), content)
        self._data = dict(_linked_data(page))
        self._page = page

    def title(self) -> str:
        """Return the title, else the words of the page's own <title>."""
        said = next((self._fields[n] for n in _TITLES if n in self._fields), "")
        own = next(self._page.iter("title"), None)
        return said or self._data.get("title", "") or _words(own)

    def byline(self) -> str:
        """Return who wrote it, or nothing."""
        for name in _AUTHORS:
            said = self._fields.get(name, "")
            if said and not _ADDRESS.search(said):
                return bylines.byline(said) or said
        return self._data.get("byline", "") or self._marked_author()

    def date(self) -> str:
        """Return when it was published, as the page writes it, or nothing."""
        said = next((self._fields[n] for n in _DATES if n in self._fields), "")
        times = (time.get("datetime", "") for time in self._page.iter("time"))
        return said or self._data.get("date", "") or next(filter(None, times), "")

    def site(self) -> str:
        """Return the name of the magazine or site, or nothing."""
        said = self._fields.get("og:site_name", "")
        return said or self._fields.get("citation_journal_title", "")

    def languages(self) -> list[str]:
        """Return the languages that it gives itself."""
        said = [self._page.get("lang") or self._page.get("xml:lang") or ""]
        said += [node.get("lang", "") for node in self._page.iter("body", "article")]
        said += [self._fields.get("og:locale", ""), self._fields.get("language", "")]
        return [tag for tag in said if tag]

    def _marked_author(self) -> str:
        for node in self._page.iter("a", "span", "p", "div", "address"):
            marked = f"{node.get('rel', '')} {node.get('itemprop', '')}".split()
            if "author" in marked:
                words = _words(node)
                return bylines.byline(words) or words
        return ""


def _linked_data(page: Node) -> Iterator[tuple[str, str]]:
    """Yield title, author and date of an article described for search engines."""
    for script in page.iter("script"):
        written = script.text or ""
        if script.get("type") != "application/ld+json" or len(written) > _LONGEST_DATA:
            continue
        try:
            article = _article(json.loads(written))
        except (ValueError, RecursionError):
            continue
        yield "title", _text(article.get("headline"))
        yield "byline", ", ".join(_names(article.get("author")))
        yield "date", _text(article.get("datePublished"))
        if article:
            return


def _article(said: Any) -> dict[str, Any]:
    """Return the first article in a description, or nothing."""
    listed = said if isinstance(said, list) else [said]
    for each in listed:
        if not isinstance(each, dict):
            continue
        kinds = each.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind in _ARTICLES for kind in kinds):
            return each
        if found := _article(each.get("@graph")):
            return found
    return {}


def _names(said: Any) -> list[str]:
    listed = said if isinstance(said, list) else [said]
    names = (each.get("name") if isinstance(each, dict) else each for each in listed)
    return [name for name in map(_text, names) if name and not _ADDRESS.search(name)]


def _text(said: Any) -> str:
    return " ".join(said.split()) if isinstance(said, str) else ""


def _words(node: Node | None) -> str:
    return "" if node is None else " ".join("".join(node.itertext()).split())
