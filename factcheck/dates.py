"""Days in words, as the language that is spoken writes them."""

from datetime import date
from functools import lru_cache

from factcheck.translating import regional, spoken


def long_day(value: date) -> str:
    """Write a day: "3 March 2026"."""
    return _written(value, "", spoken())


def month(value: date) -> str:
    """Write the month of a day: "March 2026"."""
    return _written(value, "yMMMM", spoken())


def year(value: date) -> str:
    """Write the year of a day: "2026"."""
    return _written(value, "y", spoken())


def short_day(value: date) -> str:
    """Write a day without its year, as briefly as can be read: "3 Mar"."""
    return _written(value, "MMMd", spoken())


@lru_cache(4_096)
def _written(value: date, skeleton: str, language: str) -> str:
    from babel import dates  # noqa: PLC0415  (slow to load)

    locale = regional(language)
    if not skeleton:
        return dates.format_date(value, "long", locale)
    return dates.format_skeleton(skeleton, value, locale=locale)
