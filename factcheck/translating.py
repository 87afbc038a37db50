"""The language the program speaks, and its words in that language.

English is written in the code and is the key of each message; a translation is one
file, `translations/<language>/LC_MESSAGES/messages.po`. Values have names, written
%(name)s as Jinja's {% trans %} writes them, so that a translator can move them:

    _("%(name)s is at the desk now.", name=person.name)
    ngettext("%(num)s claim", "%(num)s claims", len(claims))

A table made when a module is read holds N_("...") and is translated where it is used,
with `_(TABLE[key])`; a form's labels, which nobody but the form uses, are lazy("...").

What is spoken belongs to the request or command that runs: a door says it once, and
everything below asks here. Nothing here knows a door. Until a door speaks it is
English.
"""

import gettext as files_of_words
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, cast

from jinja2 import Environment, pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

ENGLISH: Final = "en"
DOMAIN: Final = "messages"
TRANSLATIONS: Final = Path(__file__).resolve().parent / "translations"
_RIGHT_TO_LEFT = frozenset(
    "ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi".split()  # noqa: SIM905
)
_RTL_SCRIPTS = frozenset(
    "adlm arab aran hebr mand nkoo rohg samr syrc thaa".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Speech:
    """A language and the program's words in it."""

    language: str
    words: files_of_words.NullTranslations


_IN_ENGLISH: Final = Speech(ENGLISH, files_of_words.NullTranslations())
_spoken: ContextVar[Speech] = ContextVar("spoken", default=_IN_ENGLISH)


def speak(language: str) -> Token[Speech]:
    """Speak a language from here on; one without a translation is English.

    Returns what gives the language before back to `hush`.
    """
    return _spoken.set(_speech(language))


def hush(token: Token[Speech]) -> None:
    """Speak again what was spoken before."""
    _spoken.reset(token)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while."""
    token = speak(language)
    try:
        yield
    finally:
        hush(token)


def spoken() -> str:
    """Return the language that is spoken: "en", "ko"."""
    return _spoken.get().language


def spoken_direction() -> str:
    """Return how the spoken language is written: "ltr" or "rtl"."""
    return direction_of(spoken())


def direction_of(language: str) -> str:
    """Return which way a language is written: "rtl" or "ltr".

    Args:
        language: its tag; a script in it decides, as in "az-Arab" or "he-Latn".
    """
    primary, *others = language.lower().replace("_", "-").split("-")
    script = next((each for each in others if len(each) == 4 and each.isalpha()), "")
    rtl = script in _RTL_SCRIPTS if script else primary in _RIGHT_TO_LEFT
    return "rtl" if rtl else "ltr"


@cache
def languages() -> tuple[str, ...]:
    """Return the languages the program can speak; English, then the translations."""
    found = TRANSLATIONS.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted(path.parent.parent.name for path in found))


def gettext(message: str, /, **values: object) -> str:
    """Say a message in the spoken language, with its values put in."""
    said = _spoken.get().words.gettext(message)
    return said % values if values else said


_ = gettext


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Say a message that means something else elsewhere; the context tells which.

    >>> pgettext("not settled yet", "Open")
    'Open'
    """
    said = _spoken.get().words.pgettext(context, message)
    return said % values if values else said


def ngettext(singular: str, plural: str, num: int, /, **values: object) -> str:
    """Say a message about a number of things, written %(num)s.

    >>> ngettext("%(num)s claim", "%(num)s claims", 1200)
    '1,200 claims'
    """
    said = _spoken.get().words.ngettext(singular, plural, num)
    return said % {"num": number(num), **values}


def N_(message: str, /) -> str:  # noqa: N802  (the name that tools look for)
    """Mark a message to be translated where it is used."""
    return message


def lazy(message: str, /) -> str:
    """Return a message that is said each time it is shown: for a form's labels.

    WTForms wants strings and shows them with str(), so it is called one.
    """
    return cast("str", _Lazy(message))


def within(label: str) -> str:
    """Write a label within a sentence: English begins it small, others leave it be.

    >>> within("Turn of phrase")
    'turn of phrase'
    """
    return label[:1].lower() + label[1:] if spoken() == ENGLISH else label


def number(value: int) -> str:
    """Write a whole number with its thousands apart: "1,200".

    >>> number(1200)
    '1,200'
    """
    return _number(value, spoken())


def decimal(value: float) -> str:
    """Write a number with two decimals: "0.83".

    >>> decimal(0.825)
    '0.82'
    """
    if spoken() == ENGLISH:
        return f"{value:.2f}"
    from babel.numbers import format_decimal  # noqa: PLC0415  (slow to load)

    return format_decimal(value, "0.00", locale=regional(spoken()))


def listed(words: Sequence[str]) -> str:
    """Write "A", "A and B", "A, B and C".

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    return _listed(tuple(words), spoken()) if len(words) > 1 else "".join(words)


def language_name(tag: str) -> str:
    """Say what a language is called, or its tag where that is not known.

    >>> language_name("he"), language_name("pt-BR"), language_name("xq")
    ('Hebrew', 'Portuguese (Brazil)', 'xq')
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  (slow to load)

    in_words = regional(spoken())
    primary = tag.partition("-")[0].lower()
    try:
        said = Locale.parse(tag, sep="-").get_display_name(in_words)
    except (UnknownLocaleError, ValueError):
        said = Locale.parse(in_words).languages.get(primary)
    return said or tag


def regional(language: str) -> str:
    """Return the locale that dates and lists are written in.

    This program's English is written the British way: 3 March 2026; A, B and C.
    """
    return "en_GB" if language == ENGLISH else language


def teach(environment: Environment) -> None:
    """Give templates the same words: _(), ngettext() and {% trans %}.

    They take their values escaped and may hold markup, so a template gives them nothing
    but literals; a message kept elsewhere goes through the filter `translated`.
    """
    environment.add_extension("jinja2.ext.i18n")
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update(
        _=_in_template(gettext),
        gettext=_in_template(gettext),
        ngettext=_in_template(ngettext),
        pgettext=_in_template(pgettext),
        listed=listed,
        spoken=spoken,
        spoken_direction=spoken_direction,
        direction_of=direction_of,
        language_name=language_name,
    )
    environment.filters.update(
        translated=gettext,
        within=within,
        number=number,
        decimal=decimal,
        isolated=_isolated,
    )


class _Lazy:
    """A message that is said when somebody reads it."""

    __slots__ = ("_message",)

    def __init__(self, message: str) -> None:
        self._message = message

    def __str__(self) -> str:
        return gettext(self._message)


def _isolated(words: str) -> Markup:
    """Keep what somebody is called from turning the words and numbers around it."""
    return Markup("<bdi>{}</bdi>").format(words)


def _in_template(said: Callable[..., str]) -> Callable[..., str]:
    """Return the same for templates: where they escape, it escapes its values."""

    @pass_eval_context
    def say(context: EvalContext, *messages: Any, **values: object) -> str:
        if not context.autoescape:
            return said(*messages, **values)
        safe = {name: Markup.escape(value) for name, value in values.items()}
        return Markup(said(*messages, **safe))  # noqa: S704  (messages are ours)

    return say


@cache
def _speech(language: str) -> Speech:
    if language not in languages() or language == ENGLISH:
        return _IN_ENGLISH
    return Speech(
        language, files_of_words.translation(DOMAIN, TRANSLATIONS, [language])
    )


@lru_cache(4_096)
def _listed(words: tuple[str, ...], language: str) -> str:
    from babel.lists import format_list  # noqa: PLC0415  (slow to load)

    return format_list(list(words), locale=regional(language))


@lru_cache(4_096)
def _number(value: int, language: str) -> str:
    if language == ENGLISH:
        return f"{value:,}"
    from babel.numbers import format_decimal  # noqa: PLC0415  (slow to load)

    return format_decimal(value, locale=regional(language))
