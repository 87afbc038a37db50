"""Readable signs that an English sentence can be checked, or that it cannot."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.text.shapes import (
    MAINS,
    SHAPES,
    UNREAD,
    Cue,
    main_verb,
    plain_shapes,
    shapes,
)

_HEADING = re.compile(r"\[(\w+) \| ([+-][\d.]+) \| (.+)\]")
_ENTRY = re.compile(r'"([^"]+)"|(\S+)')
_TWICE = 1.5
_AVERAGE = 12

Cues = dict[str, float]
Index = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of words in data/cues/, turned round.

    Attributes:
        cues: one for each list.
        index: a word or phrase, and the names of the cues it stands for.
        openers: first words of phrases of three words and four.
    """

    cues: tuple[Cue, ...]
    index: Index
    openers: frozenset[str]


def cues(sentence: str, words: Sequence[str], *, english: bool = True) -> Cues:
    """Return the name and strength of each cue in a sentence.

    Words of a list count less in a long sentence: one "perhaps" in forty words says
    little. In other languages only figures, marks and names are cues.

    Args:
        sentence: as it stands in the essay.
        words: its tokens, see `factcheck.text.features.tokens`.
        english: whether words mean anything here.
    """
    if not english:
        return {**plain_shapes(sentence), UNREAD.name: 1.0}
    lists = _lists()
    found = shapes(sentence, words)
    listed = _listed(words, lists)
    share = min(1.0, (_AVERAGE / max(1, len(words))) ** 0.5)
    for name, strength in listed.items():
        found[name] = strength * share
    found[main_verb(words, lists.index)] = 1.0
    return found


@cache
def all_cues() -> Mapping[str, Cue]:
    """Return every cue by its name."""
    known = (*_lists().cues, *SHAPES, *MAINS)
    return {cue.name: cue for cue in known}


def _listed(words: Sequence[str], lists: _Lists) -> Cues:
    """Look up each word, each pair, and the longer phrases where one may begin."""
    found: Cues = {}
    get = lists.index.get
    before = ""
    for at, word in enumerate(words):
        keys = [word, f"{before} {word}"]
        if word in lists.openers:
            keys += [" ".join(words[at : at + size]) for size in (3, 4)]
        for key in keys:
            for name in get(key, ()):
                found[name] = _TWICE if name in found else 1.0
        before = word
    return found


@cache
def _lists() -> _Lists:
    found: list[Cue] = []
    index: dict[str, tuple[str, ...]] = {}
    folder = files("factcheck.text").joinpath("data/cues")
    for part in ("for.txt", "against.txt"):
        for line in folder.joinpath(part).read_text("utf-8").splitlines():
            if match := _HEADING.fullmatch(line):
                found.append(Cue(match[1], float(match[2]), match[3].strip("-")))
            elif line and line[0] != "#":
                _enter(index, line, found[-1].name)
    openers = frozenset(key.split()[0] for key in index if key.count(" ") > 1)
    return _Lists(tuple(found), index, openers)


def _enter(index: dict[str, tuple[str, ...]], line: str, name: str) -> None:
    for phrase, word in _ENTRY.findall(line):
        key = phrase or word
        if name not in index.get(key, ()):
            index[key] = (*index.get(key, ()), name)
