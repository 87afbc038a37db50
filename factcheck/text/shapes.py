"""Signs that show in the shape of a sentence: figures, names, marks, its main verb."""
# ruff: noqa: RUF001 - curly apostrophes and the question marks of other scripts

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """A sign that a sentence can be checked, or that it cannot.

    Attributes:
        name: as the weights know it.
        start: the weight it has before training, chosen by hand; its sign says
            whether the cue speaks for a sentence that can be checked.
        words: what a reader is told, such as "a date"; nothing if it would not help.
    """

    name: str
    start: float
    words: str

    @property
    def speaks_for(self) -> bool:
        """Whether this is a sign of a sentence that can be checked."""
        return self.start > 0


_OPENING = r"^\W*(?:(?:and|but|so|well|now)\b,? ?)?"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"

# Past participles, near enough: "was founded", "has been torn down", "were built".
_DONE = r"\w+(?:ed|wn|lt|pt|nt|ld|ught|ade|sed|ung|ven|ken|ten|sen)\b"
_HAD = r"\w+(?:ed|en|wn|lt|pt|nt|ld|ught|ade|un|ung|ost|et|ut|ome|one)\b"
_BETWEEN = (
    r"(?:\w+ly |not |never |also |first |all |already |now |only |been |barely )?"
)
_MONTHS = (
    r"(?:January|February|March|April|June|July|August|September|October|November"
    r"|December|May)"
)
_COMMANDS = (
    r"(?:let|consider|imagine|think|look|ask|remember|read|take|picture|suppose|note"
    r"|thank|please|do not|don['’]t|see|go|give|tell|stop|wait|listen|welcome|good"
    r"|never|always|try|call|write|send|bring|buy|book|avoid|skip|stay|turn|keep|make"
    r"|add|put|use|click|say|come|spare|follow|serve|wash|beat|order|stand|sign|raise"
    r"|forget|leave|check|compare|find)"
)
_ASKING = (
    r"(?:who|what|why|when|where|how|which|do|does|did|is|are|am|can|could|would"
    r"|should|will|won['’]t|isn['’]t|has|have)"
)

# These mean the same in every language that uses them.
_PLAIN: tuple[tuple[str, float, str, str], ...] = (
    ("digits", +1.7, "a number", r"\d"),
    (
        "year",
        +0.8,
        "a date",
        rf"\b(?:1\d{{3}}|20\d{{2}})s?\b|\b\d{{1,2}} {_MONTHS}\b|\bMay \d",
    ),
    ("money", +1.3, "a sum or a share", r"[%$£€¥]"),
    ("quote", +0.2, "quoted words", r"[\"“”«»„][^\"“”«»„]{3,}[\"“”«»]"),
    ("question", -2.0, "a question", r"[?？؟][\s\"”’»)\]]*\Z"),
    ("exclaims", -0.1, "an exclamation", r"[!！][\s\"”’»)\]]*\Z"),
    ("acronym", +0.4, "a name", r"\b[A-Z]{2,}s?\b"),
    ("colon", -0.1, "", r":"),
)

_ENGLISH: tuple[tuple[str, float, str, str], ...] = (
    (
        "er_than",
        +0.4,
        "a comparison",
        (
            r"(?i)\b(?:\w{3,}er|more|less|fewer)\b[^,;.]{0,30}? than\b"
            r"|\bas (?:many|much|old|large|long|big) as\b"
        ),
    ),
    (
        "superlative",
        +0.2,
        "a rank or a first",
        r"(?i)\bthe (?:\w+ )?(?:\w{3,}est|most \w+|first|last|only)\b",
    ),
    (
        "passive",
        +0.3,
        "something is said to have been done",
        rf"(?i)\b(?:was|were|been|being|is|are|be) {_BETWEEN}{_DONE}",
    ),
    (
        "perfect",
        +0.3,
        "something is said to have happened",
        rf"(?i)\b(?:has|have|had|'ve|’ve) {_BETWEEN}{_HAD}",
    ),
    (
        "progressive",
        +0.3,
        "something is said to be going on",
        (
            r"(?i)(?:\b(?:is|are|was|were|been)|['’](?:re|s)) "
            r"(?:\w+ly |not |now |still |also |already )?"
            r"(?!going|being|nothing|something|anything|everything|thing|morning|evening"
            r"|king|young|during|willing|running)\w{2,}ing\b"
        ),
    ),
    (
        "ed",
        +0.5,
        "somebody is said to have done something",
        (
            r"\b(?!need|indeed|speed|seed|feed|bleed|breed|weed|greed|freed|hundred|sacred"
            r"|naked|wicked|proceed|exceed|succeed|agreed)[a-z]{2,}ed\b"
        ),
    ),
    ("asks", -0.6, "a question", rf"(?i){_OPENING}{_ASKING}\b (?!.*[.!]$)"),
    (
        "command",
        -1.2,
        "it tells the reader what to do",
        rf"(?i){_OPENING}(?:please )?{_COMMANDS}\b(?! (?:is|was|are|were|has|had)\b)",
    ),
    ("if", -0.5, "a condition", r"(?i)\b(?:if|unless|whether)\b"),
    (
        "there_is",
        -0.1,
        '"there is"',
        r"(?i)^\W*(?:\w+,? )?there(?: is|['’]s| are| can)\b",
    ),
    (
        "it_is",
        -0.1,
        "a judgement",
        (
            r"(?i)^\W*(?:\w+,? )?(?:it|this|that|what \w+ \w+)"
            r"(?: is|['’]s| was| would| seems| may| might| ought| should)\b"
        ),
    ),
    (
        "too",
        -0.4,
        "opinion words",
        (
            r"(?i)\btoo \w+|\bso \w+ that\b|\bmore \w+ than \w+$|\bless \w+ than\b"
            r"|\bnot (?:\w+ ){1,4}but\b"
        ),
    ),
    ("semicolon", -0.1, "", r";"),
    ("name", +0.45, "a name", rf"(?<=[a-zß-ÿ,;:’'] )(?!I\b){_CAPITAL}[\w’'-]+"),
    (
        "full_name",
        +0.15,
        "a name",
        rf"\b{_CAPITAL}[\w’'-]+ (?:van |de |von |al |bin |del )?{_CAPITAL}[\w’'-]+",
    ),
    (
        "first_i",
        -0.2,
        "the author speaking of himself or herself",
        rf"(?i){_OPENING}i\b",
    ),
    ("first_we", -0.1, '"we" and "our"', rf"(?i){_OPENING}(?:we|our|us)\b"),
    ("first_you", -0.1, '"you" and "your"', rf"(?i){_OPENING}(?:you|your)\b"),
    (
        "first_they",
        +0.1,
        "somebody mentioned before",
        rf"(?i){_OPENING}(?:he|she|they|his|her|their)\b",
    ),
    ("first_the", +0.2, "", r"(?i)^\W*the\b"),
    (
        "no_stop",
        -0.6,
        "it does not end like a sentence",
        r"[^.!?…。！？؟।:;\"”’»)\]\s]\s*\Z",
    ),
)

_LENGTHS = (
    Cue("very_short", -1.5, "few words"),
    Cue("short", -0.8, "few words"),
    Cue("middling", +0.1, ""),
    Cue("long", +0.3, ""),
)

# Stands in for all that is not looked at when the words are not English.
UNREAD = Cue("unread", -1.0, "")

MAINS = (
    Cue("main_must", -0.5, "a wish or advice"),
    Cue("main_could", -0.3, "a possibility"),
    Cue("main_will", -0.5, "something still to come"),
    Cue("main_is", -0.1, ""),
    Cue("main_was", +0.4, "something is said to have been so"),
    Cue("main_has", +0.25, "something is said to have happened"),
    Cue("main_did", +0.1, "something is said to have happened"),
    Cue("main_past", +0.5, "somebody is said to have done something"),
    Cue("main_present", +0.2, "something is said to be so in general"),
    Cue("no_verb", -1.0, "no verb"),
)

_AUXILIARIES = {
    "main_must": "must should ought need needs shall",
    "main_could": "could would might may can cannot can't couldn't wouldn't",
    "main_will": "will won't i'll we'll you'll he'll she'll they'll it'll gonna",
    "main_is": "is are am isn't aren't it's that's there's he's she's i'm we're they're"
    " you're",
    "main_was": "was were wasn't weren't",
    "main_has": "has have had hasn't haven't hadn't i've we've they've you've",
    "main_did": "do does did don't doesn't didn't",
}
_MAIN = {word: name for name, words in _AUXILIARIES.items() for word in words.split()}
_NOUN_FOLLOWS = (
    "the a an of in on at by for with from to his her its their our my your no this"
    " that these those"
)
_BEFORE_NOUNS = frozenset(_NOUN_FOLLOWS.split())


def _made(rows: tuple[tuple[str, float, str, str], ...]) -> tuple[Cue, ...]:
    return tuple(Cue(name, start, words) for name, start, words, _ in rows)


SHAPES = (*_made(_PLAIN), *_made(_ENGLISH), *_LENGTHS, UNREAD)
_PLAIN_PATTERNS = tuple((row[0], re.compile(row[3])) for row in _PLAIN)
_ENGLISH_PATTERNS = tuple((row[0], re.compile(row[3])) for row in _ENGLISH)


def plain_shapes(sentence: str) -> dict[str, float]:
    """Return the cues that hold in any language."""
    return {name: 1.0 for name, look in _PLAIN_PATTERNS if look.search(sentence)}


def shapes(sentence: str, words: Sequence[str]) -> dict[str, float]:
    """Return the cues in the shape of an English sentence, and in its length."""
    found = plain_shapes(sentence)
    for name, look in _ENGLISH_PATTERNS:
        if look.search(sentence):
            found[name] = 1.0
    found[_length(sum(word[0].isalpha() or word[0] == "<" for word in words))] = 1.0
    return found


def _length(words: int) -> str:
    bounds = ((3, "very_short"), (6, "short"), (20, "middling"))
    return next((name for most, name in bounds if words <= most), "long")


def main_verb(words: Sequence[str], index: Mapping[str, tuple[str, ...]]) -> str:
    """Guess the kind of the main verb: the first word that can be one.

    Args:
        words: the sentence's tokens.
        index: words and the cues whose lists they stand in.
    """
    before = ""
    for word in words:
        if word in _MAIN:
            return _MAIN[word]
        if before not in _BEFORE_NOUNS:
            names = index.get(word, ())
            if "done" in names or (word.endswith("ed") and len(word) > 4):
                return "main_past"
            if before and "happens" in names:
                return "main_present"
        before = word
    return "no_verb"
