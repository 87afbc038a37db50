"""Edits as authors make them, done to numbered words."""
# ruff: noqa: RUF001 - quotes of many kinds; no secret is drawn here

import random
from collections.abc import Callable

from tests.text.carrying.drafts import Draft, Line, Token, invent

Edit = Callable[[random.Random, Draft], None]

STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "–": "-"})
CURLY = str.maketrans({"'": "’"})
TRANSLATED = {
    "en": {"“": "«\xa0", "”": "\xa0»", "’": "'"},
    "de": {"„": "»", "“": "«", "–": "—"},
    "ko": {"“": "「", "”": "」", "《": "『", "》": "』"},
    "zh": {"，": ",", "。": ".", "“": "「", "”": "」", "；": ";", "？": "?"},
    "ar": {"،": ",", "؟": "?", "«": "“", "»": "”", "؛": ";"},
}


def typos(rng: random.Random, draft: Draft) -> None:
    """Change a letter in one sentence of six."""
    for line in draft.lines():
        places = [at for at, token in enumerate(line) if token.text.isalpha()]
        if places and rng.random() < 1 / 6:
            at = rng.choice(places)
            line[at] = line[at].reworded(_mistyped(rng, line[at].text))


def _mistyped(rng: random.Random, word: str) -> str:
    if len(word) == 1:
        return "的" if word != "的" else "地"
    at = rng.randrange(len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return swapped if swapped != word else word + word[-1]


def reworded(rng: random.Random, draft: Draft) -> None:
    """Put other words, figures or names into one sentence of six."""
    for line in draft.lines():
        places = [at for at, token in enumerate(line) if token.text.isalnum()]
        if len(places) > 3 and rng.random() < 1 / 6:
            for at in rng.sample(places, rng.randint(1, max(1, len(places) // 5))):
                other = rng.choice(rng.choice(draft.lines())).text
                new = other if other.isalnum() else str(rng.randint(2, 2000))
                if new != line[at].text:
                    line[at] = line[at].reworded(new)


def reordered(rng: random.Random, draft: Draft) -> None:
    """Move a few paragraphs."""
    for _ in range(max(1, len(draft.paragraphs) // 8)):
        moved = draft.paragraphs.pop(rng.randrange(len(draft.paragraphs)))
        draft.paragraphs.insert(rng.randint(0, len(draft.paragraphs)), moved)


def cut_and_pasted(rng: random.Random, draft: Draft) -> None:
    """Move passages of one to four sentences."""
    for _ in range(max(1, len(draft.lines()) // 25)):
        lines = rng.choice(draft.paragraphs)
        at = rng.randrange(len(lines))
        passage = lines[at : at + rng.randint(1, 4)]
        lines[at : at + len(passage)] = []
        draft.tidy()
        target = rng.choice(draft.paragraphs or [[]])
        where = rng.randint(0, len(target))
        target[where:where] = passage
        if not draft.paragraphs:
            draft.paragraphs = [passage]


def divided(rng: random.Random, draft: Draft) -> None:
    """Split sentences at their “, and”."""
    for lines in draft.paragraphs:
        for line in list(lines):
            at = _joint(draft, line)
            if at and rng.random() < 2 / 3:
                where = _index(lines, line)
                lines[where : where + 1] = _two(draft, line, *at)


def _index(lines: list[Line], line: Line) -> int:
    return next(at for at, other in enumerate(lines) if other is line)


def _joint(draft: Draft, line: Line) -> tuple[int, int] | None:
    """Return which tokens join the two halves of a sentence."""
    for at, token in enumerate(line[:-1]):
        if draft.language == "ko":
            if token.text.endswith("고") and line[at + 1].text == ",":
                return at + 1, at + 2
            continue
        joint = draft.kit.JOINT[0]
        for end in range(at + 1, min(len(line), at + 4)):
            if "".join(part.text for part in line[at:end]) == joint:
                return at, end
    return None


def _two(draft: Draft, line: Line, start: int, end: int) -> list[Line]:
    first, second = line[:start], line[end:]
    if draft.language == "ko":
        first[-1] = first[-1].reworded(first[-1].text[:-1] + "다")
    stop = draft.line(draft.kit.SPLIT_JOINT.strip()[-1])
    while second and second[0].blank:
        second = second[1:]
    second[0] = _cased(second[0], str.capitalize)
    return [first + stop, second]


def _cased(token: Token, case: Callable[[str], str]) -> Token:
    text = case(token.text[0]) + token.text[1:]
    return token.reworded(text) if text != token.text else token


def merged(rng: random.Random, draft: Draft) -> None:
    """Merge one pair of neighbours in eight."""
    joints = {
        "en": ", and ",
        "de": ", und ",
        "ko": ", 그리고 ",
        "zh": "，而且",
        "ar": "، وقد ",
    }
    for lines in draft.paragraphs:
        at = 0
        while at < len(lines) - 1:
            first, second = lines[at], lines[at + 1]
            if first[-1].text in {".", "。"} and rng.random() < 1 / 8:
                joint = draft.line(joints[draft.language])
                second = [_cased(second[0], str.lower), *second[1:]]
                lines[at : at + 2] = [first[:-1] + joint + second]
            at += 1


def repeated(rng: random.Random, draft: Draft) -> None:
    """Say sentences and phrases again elsewhere: the copies are new words."""
    for _ in range(max(1, len(draft.lines()) // 15)):
        line = rng.choice(draft.lines())
        text = "".join(token.text for token in line)
        if rng.random() < 0.5:
            start, end = sorted(rng.sample(range(len(line) + 1), 2))
            phrase = "".join(token.text for token in line[start:end]).strip()
            text = rng.choice(draft.kit.OPENERS) + phrase + "."
        lines = rng.choice(draft.paragraphs)
        lines.insert(rng.randint(0, len(lines)), draft.line(text))


def half_rewritten(rng: random.Random, draft: Draft) -> None:
    """Write one half of the essay anew."""
    total = len(draft.paragraphs)
    first = rng.choice([0, total // 2])
    for lines in draft.paragraphs[first : first + max(1, total // 2)]:
        lines[:] = [draft.line(invent(rng, draft.kit, fresh=True)) for _ in lines]


def straightened(_rng: random.Random, draft: Draft) -> None:
    """Set straight quotes for curly ones, or curly for straight."""
    _retype(draft, lambda text: text.translate(STRAIGHT).replace("…", "..."))


def translated(_rng: random.Random, draft: Draft) -> None:
    """Set another language's punctuation."""
    table = str.maketrans(TRANSLATED[draft.language])
    _retype(draft, lambda text: text.translate(table))


def rewrapped(rng: random.Random, draft: Draft) -> None:
    """Break lines, double spaces, decompose letters: what mail programs do."""
    for line in draft.lines():
        for at, token in enumerate(line):
            if token.text == " " and rng.random() < 1 / 9:
                line[at] = token.set_as(rng.choice(["\n", "  ", "\xa0", " \n"]))


def _retype(draft: Draft, change: Callable[[str], str]) -> None:
    for line in draft.lines():
        line[:] = [token.set_as(change(token.text)) for token in line]


def cut(rng: random.Random, draft: Draft) -> None:
    """Delete one sentence in ten."""
    for lines in draft.paragraphs:
        lines[:] = [line for line in lines if rng.random() > 0.1]
    draft.tidy()


def added(rng: random.Random, draft: Draft) -> None:
    """Add one sentence for ten, unlike the others."""
    for lines in draft.paragraphs:
        for at in range(len(lines), -1, -1):
            if rng.random() < 0.1:
                lines.insert(at, draft.line(invent(rng, draft.kit, fresh=True)))


def framed(rng: random.Random, draft: Draft) -> None:
    """Begin or end one sentence in six with other words."""
    for line in draft.lines():
        if rng.random() < 1 / 6:
            line[:0] = draft.line(rng.choice(draft.kit.OPENERS))
        elif (
            draft.kit.CLOSERS and line[-1].text in {".", "。"} and rng.random() < 1 / 6
        ):
            line[-1:-1] = draft.line(rng.choice(draft.kit.CLOSERS))


EDITS: dict[str, tuple[Edit, ...]] = {
    "nothing": (),
    "typos": (typos,),
    "other words": (reworded,),
    "paragraphs reordered": (reordered,),
    "sentences split": (divided,),
    "sentences merged": (merged,),
    "cut and pasted": (cut_and_pasted,),
    "phrases repeated": (repeated,),
    "half rewritten": (half_rewritten,),
    "straight quotes": (straightened,),
    "translated marks": (translated,),
    "lines rewrapped": (rewrapped,),
    "sentences cut": (cut,),
    "sentences added": (added,),
    "sentences framed": (framed,),
    "a light revision": (typos, cut, added, reordered, straightened),
    "a heavy revision": (
        reworded,
        framed,
        divided,
        cut,
        repeated,
        cut_and_pasted,
        translated,
        rewrapped,
    ),
}
