"""What the rules for sentences have to know about one language."""

import re
from dataclasses import dataclass

_NO_WORDS: frozenset[str] = frozenset()

# Forms that are met in any language, mostly in names and quoted English.
_EVERYWHERE_TITLES = "Mr Mrs Ms Dr Prof Mt St Skt"
_EVERYWHERE_LEADING = "e.g i.e cf vs viz"
_EVERYWHERE_NUMBERED = "no nr nos n° nº № p pp fig vol art"
_EVERYWHERE_EITHER = "Inc Corp Co Ltd Bros LLC Jr Sr etc al"


@dataclass(frozen=True, slots=True)
class Language:
    """The words and stops of one language.

    Attributes:
        code: its primary subtag, "de".
        titles: short forms before a name, "Dr"; no sentence ends there.
        leading: short forms that lead on to more, "e.g"; no sentence ends there.
        numbered: short forms before a number, "No" in "No. 5".
        either: short forms that may also end a sentence, "Inc".
        starters: capitalised words that begin a sentence more often than a name.
        small_starters: words that begin a sentence even of a writer who leaves out
            the capital, and never follow a short form.
        lettered: words before a letter that is a name of its own, "Plan" in "Plan B".
        months: what follows the number of a day.
        ordinals: whether "12." is how the language writes "12th".
        before_ordinals: words before such a number, "am" in "am 12. Juni".
        stops: marks that end its sentences besides . ! ? and the stops of other
            scripts, ";" in Greek.
        said: who spoke, where no small letter tells it; matched after a quotation.
    """

    code: str
    titles: frozenset[str] = _NO_WORDS
    leading: frozenset[str] = _NO_WORDS
    numbered: frozenset[str] = _NO_WORDS
    either: frozenset[str] = _NO_WORDS
    starters: frozenset[str] = _NO_WORDS
    small_starters: frozenset[str] = _NO_WORDS
    lettered: frozenset[str] = _NO_WORDS
    months: frozenset[str] = _NO_WORDS
    ordinals: bool = False
    before_ordinals: frozenset[str] = _NO_WORDS
    stops: str = ""
    said: re.Pattern[str] | None = None
    short_forms: frozenset[str] = _NO_WORDS


def words(listing: str) -> frozenset[str]:
    """Return the words of a listing."""
    return frozenset(listing.split())


def language(  # noqa: PLR0913 - one argument for each list a language can have
    code: str,
    *,
    titles: str = "",
    leading: str = "",
    numbered: str = "",
    either: str = "",
    starters: str = "",
    small_starters: str = "",
    lettered: str = "",
    months: str = "",
    ordinals: bool = False,
    before_ordinals: str = "",
    stops: str = "",
    said: str = "",
) -> Language:
    """Make a language from its listings, with the forms that are met everywhere.

    `leading` and `numbered` are compared without regard to capitals.
    """
    all_titles = words(f"{titles} {_EVERYWHERE_TITLES}")
    if code != "en":  # "Prof." and "prof.", but a cap. is no Cap.
        all_titles |= {title.lower() for title in all_titles if len(title) >= 3}
    all_leading = words(f"{leading} {_EVERYWHERE_LEADING}".lower())
    all_numbered = words(f"{numbered} {_EVERYWHERE_NUMBERED}".lower())
    all_either = words(f"{either} {_EVERYWHERE_EITHER}")
    small = {word.lower() for word in all_titles | all_either}
    return Language(
        code,
        titles=all_titles,
        leading=all_leading,
        numbered=all_numbered,
        either=all_either,
        starters=words(starters),
        small_starters=words(small_starters),
        lettered=words(lettered),
        months=words(months),
        ordinals=ordinals,
        before_ordinals=words(before_ordinals),
        stops=stops,
        said=re.compile(said) if said else None,
        short_forms=all_leading | all_numbered | small,
    )
