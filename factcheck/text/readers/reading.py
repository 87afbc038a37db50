"""What every reader gives back."""

from typing import NamedTuple


class Reading(NamedTuple):
    """What a text says about itself; each is empty when it does not say."""

    title: str
    byline: str
    language: str = ""
