"""Parts of a JSON document, read strictly; a wrong one is named by its place."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from factcheck.errors import UnreadableError
from factcheck.translating import _

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
DATE = re.compile(
    r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?", re.ASCII
)
DAY = re.compile(r"(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?", re.ASCII)
_E = TypeVar("_E", bound=StrEnum)


def refuse(message: str) -> NoReturn:
    """Refuse the whole document.

    Raises:
        UnreadableError: always.
    """
    raise UnreadableError(
        _("%(message)s Nothing was read from the file.", message=message)
    )


@dataclass(frozen=True, slots=True)
class Part:
    """An object within the document, and where it stands."""

    value: dict[str, Any]
    place: str

    def only(self, *keys: str) -> None:
        """Refuse the document unless the object has these keys and no other."""
        missing = [key for key in keys if key not in self.value]
        unknown = sorted(set(self.value) - set(keys))
        if missing:
            self.refuse(_("lacks %(names)s", names=", ".join(missing)))
        if unknown:
            names = ", ".join(map(json.dumps, unknown))
            self.refuse(
                _("has what this version does not know: %(names)s", names=names)
            )

    def text(self, key: str) -> str:
        """Return a string that can be written as UTF-8, without NUL."""
        value = self.value[key]
        if not isinstance(value, str):
            self.refuse(_("is not text"), key)
        if "\0" in value:
            self.refuse(_("holds a NUL character"), key)
        try:
            value.encode()
        except UnicodeEncodeError:
            self.refuse(_("holds half of a character (a lone surrogate)"), key)
        return value

    def matching(self, key: str, pattern: re.Pattern[str], wanted: str) -> str:
        """Return a string of a certain form."""
        value = self.text(key)
        if not pattern.fullmatch(value):
            self.refuse(_("is not %(wanted)s", wanted=_(wanted)), key)
        return value

    def number(self, key: str, least: int = 0) -> int:
        """Return a whole number."""
        value = self.value[key]
        if type(value) is not int or value < least:
            self.refuse(_("is not a whole number from %(least)s", least=least), key)
        return value

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self.value[key]
        if not isinstance(value, bool):
            self.refuse(_("is neither true nor false"), key)
        return value

    def choice(self, key: str, choices: type[_E]) -> _E:
        """Return one of a fixed set of words."""
        value = self.value[key]
        if not isinstance(value, str) or value not in set(choices):
            self.refuse(_("is none of %(names)s", names=", ".join(choices)), key)
        return choices(value)

    def part(self, key: str) -> "Part":
        """Return an object within this one."""
        return _part(self.value[key], self._place(key))

    def parts(self, key: str) -> Iterator["Part"]:
        """Return the objects of a list."""
        value = self.value[key]
        if not isinstance(value, list):
            self.refuse(_("is not a list"), key)
        for index, item in enumerate(value):
            yield _part(item, f"{self._place(key)}[{index}]")

    def absent(self, key: str) -> bool:
        """Say whether the value is null."""
        return self.value[key] is None

    def refuse(self, fault: str, key: str = "") -> NoReturn:
        """Refuse the document for a fault of this object, or of a value in it.

        Raises:
            UnreadableError: always.
        """
        place = self._place(key) if key else self.place
        refuse(
            _(
                "%(document)s %(fault)s.",
                document=place or _("The document"),
                fault=fault,
            )
        )

    def _place(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key


def parse(data: bytes) -> Part:
    """Parse a JSON document whose top is an object.

    Raises:
        UnreadableError: not UTF-8, not JSON, not an object.
    """
    try:
        text = data.decode()
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_not_a_number)
    except UnicodeDecodeError:
        refuse(_("The file is not UTF-8."))
    except RecursionError:
        refuse(_("The file is nested too deeply."))
    except ValueError as error:
        refuse(_("The file is not JSON: %(error)s.", error=error))
    return _part(value, "")


def all_different(values: Collection[object]) -> bool:
    """Say whether no value comes twice."""
    return len(set(values)) == len(values)


def _part(value: Any, place: str) -> Part:
    if not isinstance(value, dict):
        refuse(_("%(document)s is not an object.", document=place or _("The document")))
    return Part(value, place)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse objects that say a key twice: readers would disagree on them."""
    if not all_different([key for key, _value in pairs]):
        raise ValueError("an object has the same key twice")
    return dict(pairs)


def _not_a_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number of JSON")
