"""Essays whose every word has a number, so that it is known where each one went."""
# ruff: noqa: S311 - no secret is drawn here

import itertools
import random
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from factcheck.config import resource
from factcheck.text.carried import VersionText
from factcheck.text.sentences import Sentence, split
from factcheck.text.words import words
from tests.text.carrying import arabic, chinese, english, german, korean

LANGUAGES = {
    "en": english,
    "de": german,
    "ko": korean,
    "zh": chinese,
    "ar": arabic,
}
PROSE = Path(__file__).parent / "prose"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or white space.

    Attributes:
        number: the same in each draft of an essay.
        text: how it is set.
        canon: what it says; typography changes only `text`.
    """

    number: int
    text: str
    canon: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    def set_as(self, text: str) -> "Token":
        """Return the token in other type."""
        return replace(self, text=text)

    def reworded(self, text: str) -> "Token":
        """Return the token saying something else."""
        return replace(self, text=text, canon=text)


Line = list[Token]


@dataclass
class Draft:
    """An essay as paragraphs of sentences of tokens."""

    language: str
    paragraphs: list[list[Line]]
    numbers: itertools.count

    @property
    def kit(self) -> ModuleType:
        return LANGUAGES[self.language]

    def line(self, text: str) -> Line:
        """Return a sentence of new tokens."""
        return [Token(next(self.numbers), word.text, word.text) for word in words(text)]

    def copy(self) -> "Draft":
        """Return a draft to edit; new tokens still get numbers of their own."""
        paragraphs = [[list(line) for line in lines] for lines in self.paragraphs]
        return Draft(self.language, paragraphs, self.numbers)

    def lines(self) -> list[Line]:
        """Return all sentences."""
        return [line for lines in self.paragraphs for line in lines]

    def tidy(self) -> None:
        """Drop what was emptied."""
        kept = [[line for line in lines if line] for lines in self.paragraphs]
        self.paragraphs = [lines for lines in kept if lines]


@dataclass(frozen=True)
class Set:
    """A draft set as text, with the place of each token.

    Attributes:
        version: the text and its sentences.
        tokens: the tokens in order, without white space, with start and end.
        at: index in `tokens` by token number.
    """

    version: VersionText
    tokens: list[tuple[Token, int, int]]
    at: dict[int, int]


def typeset(draft: Draft) -> Set:
    """Set a draft as text."""
    pieces: list[str] = []
    sentences: list[Sentence] = []
    tokens: list[tuple[Token, int, int]] = []
    at = 0
    for paragraph, lines in enumerate(draft.paragraphs, start=1):
        for number, line in enumerate(lines):
            start = at
            for token in line:
                pieces.append(token.text)
                bare = token.text.strip()
                if bare:
                    first = at + token.text.index(bare)
                    tokens.append((token, first, first + len(bare)))
                at += len(token.text)
            sentences.append(Sentence(len(sentences) + 1, paragraph, start, at, True))  # noqa: FBT003
            gap = "\n\n" if number == len(lines) - 1 else draft.kit.SPACE
            pieces.append(gap)
            at += len(gap)
    index = {token.number: place for place, (token, _, _) in enumerate(tokens)}
    return Set(VersionText("".join(pieces), tuple(sentences)), tokens, index)


def made_up(rng: random.Random, language: str, size: int) -> Draft:
    """Return an essay of `size` sentences, made up from templates."""
    draft = Draft(language, [], itertools.count(1))
    left = size
    while left:
        length = min(left, rng.randint(1, 7))
        texts = [invent(rng, draft.kit) for _ in range(length)]
        draft.paragraphs.append([draft.line(text) for text in texts])
        left -= length
    return draft


def invent(rng: random.Random, kit: ModuleType, *, fresh: bool = False) -> str:
    """Return a made-up sentence; a fresh one is unlike any that essays begin with."""
    templates = kit.FRESH if fresh else kit.TEMPLATES
    template = rng.choice(templates.strip().splitlines())
    while "{" in template:
        slot = template[template.index("{") + 1 : template.index("}")]
        template = template.replace(f"{{{slot}}}", _filler(rng, kit, slot), 1)
    return template[0].upper() + template[1:]


def _filler(rng: random.Random, kit: ModuleType, slot: str) -> str:
    figures = {"year": (1890, 2024), "number": (40, 99_000), "share": (3, 28)}
    if slot in figures:
        return str(rng.randint(*figures[slot]))
    return rng.choice(kit.FILLERS[slot].split("|"))


def written(language: str, text: str) -> Draft:
    """Return an essay somebody wrote, as a draft."""
    draft = Draft(language, [], itertools.count(1))
    found: dict[int, list[Line]] = {}
    for unit in split(text, language):
        line = draft.line(text[unit.start : unit.end])
        found.setdefault(unit.paragraph, []).append(line)
    draft.paragraphs = list(found.values())
    return draft


def drafts() -> dict[str, Draft]:
    """Return the essays of the labelled set, by name: 20 to 2,000 sentences."""
    seed = (resource("seed") / "essay.txt").read_text(encoding="utf-8")
    found = {"seed": written("en", seed)}
    for path in sorted(PROSE.glob("*.txt")):
        language = path.stem.partition("-")[0]
        found[path.stem] = written(language, path.read_text(encoding="utf-8"))
    sizes = {
        "en": (20, 60, 150, 400, 2_000),
        "de": (25, 120, 300),
        "ko": (20, 80, 250),
        "zh": (20, 90, 300),
        "ar": (25, 70, 200),
    }
    for language, wanted in sizes.items():
        for size in wanted:
            rng = random.Random(f"{language} {size}")
            found[f"{language} {size}"] = made_up(rng, language, size)
    return found
