"""Days as precise as they are known: YYYY, YYYY-MM or YYYY-MM-DD."""

import re

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_STARTS = [name[:3] for name in _MONTHS]
_SHORT = [f"{name[:3]}(?:{name[3:]}|t)?" for name in _MONTHS]  # "Sept" is one too
_NAME = rf"(?P<name>{'|'.join(_SHORT)})\b\.?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d)",
        rf"(?<!\d){_YEAR}\s*[年년]\s*(?P<month>\d\d?)\s*[月월]\s*(?P<day>\d\d?)\s*[日일]",
        rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?\s+{_NAME},?\s+{_YEAR}(?!\d)",
        rf"\b{_NAME}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
        rf"\b{_NAME},?\s+{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}\s*[年년]\s*(?P<month>\d\d?)\s*[月월]",
        rf"(?<!\d){_YEAR}[-/](?P<month>\d\d)(?!\d)",
        rf"(?<![\d/-]){_YEAR}(?![\d/-])",
    )
)


def day_in(words: str) -> str:
    """Return the most precise date that stands in words or in an address, or ""."""
    for form in _FORMS:
        for match in form.finditer(words):
            found = match.groupdict()
            month = int(found.get("month") or 0)
            if name := found.get("name"):
                month = _STARTS.index(name[:3].lower()) + 1
            if day := _written(found["year"], month, int(found.get("day") or 0)):
                return day
    return ""


def is_later(one: str, other: str) -> bool:
    """Say whether a day is surely later than another, as far as both are known."""
    known = min(len(one), len(other))
    return bool(known) and one[:known] > other[:known]


def _written(year: str, month: int, day: int) -> str:
    if not month:
        return year
    if month > 12 or day > 31:
        return ""
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
