"""What the Web Annotation Data Model says annotations must be, checked one by one.

Written from the W3C Recommendation of 23 February 2017. The last checks are those that
the W3C's own suite of schemas lets through.
"""

import re
from collections.abc import Iterator
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
}
# RFC 3986: a scheme, then nothing that an address may not hold.
IRI = re.compile(
    r"[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9._~:/?\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+"
    r"(?:#(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)
TIME = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ")
ONE_OF_THESE = {
    "TextualBody": ("value", ("items", "source")),
    "SpecificResource": ("source", ("items", "value")),
}


def is_iri(value: object) -> bool:
    return isinstance(value, str) and IRI.fullmatch(value) is not None


def broken(collection: dict[str, Any]) -> list[str]:
    """Return a line for each rule that a collection and its annotations break."""
    return [*_of_collection(collection), *_of_items(annotations(collection))]


def annotations(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return collection.get("first", {}).get("items", [])


def _of_collection(found: dict[str, Any]) -> Iterator[str]:
    if found["@context"] != CONTEXT or found["type"] != "AnnotationCollection":
        yield "the collection has another context or type"
    if not isinstance(found["label"], str):
        yield "the label is no text"
    if found["total"] != len(annotations(found)):
        yield "the total is not the number of annotations"
    if not is_iri(found["id"]):
        yield "the collection's id is no IRI"
    yield from _dates(found)
    if found["total"]:
        yield from _of_page(found["first"], found)
    elif "first" in found or "last" in found:
        yield "an empty collection has a page"


def _of_page(page: dict[str, Any], collection: dict[str, Any]) -> Iterator[str]:
    if page["type"] != "AnnotationPage" or "@context" in page:
        yield "an embedded page has another type, or a context"
    if not is_iri(page["id"]) or page["id"] != collection["last"]:
        yield "the only page is not the last, or is not named"
    if (page["partOf"]["id"], page["startIndex"]) != (collection["id"], 0):
        yield "the page is not the first of its collection"


def _of_items(items: list[dict[str, Any]]) -> Iterator[str]:
    if len({item["id"] for item in items}) != len(items):
        yield "two annotations have one id"
    for item in items:
        if item["@context"] != CONTEXT or item["type"] != "Annotation":
            yield "an annotation has another context or type"
        if not is_iri(item["id"]) or "bodyValue" in item:
            yield "an annotation is not named, or has a bodyValue"
        if item["motivation"] not in MOTIVATIONS:
            yield f"there is no motivation {item['motivation']}"
        yield from _dates(item)
        for resource in (*item["body"], item["target"]):
            yield from _of_resource(resource)


def _of_resource(resource: dict[str, Any]) -> Iterator[str]:
    needed, never = ONE_OF_THESE[resource["type"]]
    if not isinstance(resource[needed], str) or set(never) & set(resource):
        yield f"a {resource['type']} has other keys than its type"
    if "source" in resource and not is_iri(resource["source"]):
        yield f"a source is no IRI: {resource['source']}"
    state = resource.get("state", {"type": "TimeState"})
    if state["type"] != "TimeState" or not is_iri(state.get("cached", "urn:x")):
        yield "a state is of another type, or cached nowhere"
    for key in ("sourceDateStart", "sourceDateEnd"):
        if not TIME.fullmatch(state.get(key, "2026-01-01T00:00:00Z")):
            yield f"{key} is no time in UTC written with Z: {state[key]}"
    if resource.get("purpose", "tagging") not in MOTIVATIONS:
        yield f"there is no purpose {resource['purpose']}"
    selectors = resource.get("selector", [])
    for selector in selectors if isinstance(selectors, list) else [selectors]:
        yield from _of_selector(selector)


def _of_selector(selector: dict[str, Any]) -> Iterator[str]:
    if selector["type"] == "TextQuoteSelector":
        quote = [selector["exact"], selector.get("prefix"), selector.get("suffix")]
        if not selector["exact"] or any(not isinstance(q, str | None) for q in quote):
            yield "a quote is not one text"
    elif not 0 <= selector["start"] <= selector["end"]:
        yield "a position ends before it starts"


def _dates(holder: dict[str, Any]) -> Iterator[str]:
    for key in ("created", "modified", "generated"):
        if key in holder and not TIME.fullmatch(holder[key]):
            yield f"{key} is no time in UTC written with Z: {holder[key]}"
