"""Verdict scales: the labels a desk rates claims with, and how each one looks.

A scale is versioned: a verdict given under an older version keeps its words.
"""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What a verdict looks like to a reader; colour, shape and underline hang on it."""

    HOLDS = "holds"
    PARTLY = "partly"
    CONTEXT = "context"
    REFUTED = "refuted"
    UNVERIFIED = "unverified"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class VerdictLabel:
    """One label of a scale.

    Attributes:
        key: stable name within the scale.
        value: position on the scale as a number, or None when it stands off it.
    """

    key: str
    label: str
    definition: str
    value: int | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class ScaleDefinition:
    """An ordered set of labels under a name and a version number (from 1)."""

    key: str
    name: str
    version: int
    verdicts: tuple[VerdictLabel, ...]

    def verdict(self, key: str) -> VerdictLabel | None:
        """Return the label with this key, or None."""
        return next((v for v in self.verdicts if v.key == key), None)


def _label(
    key: str, label: str, value: int | None, standing: Standing, definition: str
) -> VerdictLabel:
    return VerdictLabel(key, label, definition, value, standing)


NEWSROOM = ScaleDefinition(
    key="newsroom",
    name="Newsroom",
    version=1,
    verdicts=(
        _label(
            "true",
            "True",
            5,
            Standing.HOLDS,
            "Matches the best available evidence and leaves out nothing significant.",
        ),
        _label(
            "mostly_true",
            "Mostly true",
            4,
            Standing.HOLDS,
            "Right in substance; a small error or a missing detail does not change"
            " the point.",
        ),
        _label(
            "mixed",
            "Mixed",
            3,
            Standing.PARTLY,
            "Significant parts are right and significant parts are wrong or disputed.",
        ),
        _label(
            "misleading",
            "Misleading",
            2,
            Standing.CONTEXT,
            "The facts stated are right, but what is left out gives a false"
            " impression.",
        ),
        _label(
            "mostly_false",
            "Mostly false",
            2,
            Standing.REFUTED,
            "The main point is wrong, though an element of it is right.",
        ),
        _label(
            "false",
            "False",
            1,
            Standing.REFUTED,
            "Contradicted by the best available evidence.",
        ),
        _label(
            "unproven",
            "Unproven",
            None,
            Standing.UNVERIFIED,
            "The evidence available now neither supports nor contradicts it.",
        ),
    ),
)

AVERITEC = ScaleDefinition(
    key="averitec",
    name="Evidence (four labels)",
    version=1,
    verdicts=(
        _label(
            "supported",
            "Supported",
            None,
            Standing.HOLDS,
            "The evidence found supports the claim.",
        ),
        _label(
            "conflicting",
            "Conflicting evidence",
            None,
            Standing.PARTLY,
            "There is evidence both ways, or it was picked to give one picture.",
        ),
        _label(
            "refuted",
            "Refuted",
            None,
            Standing.REFUTED,
            "The evidence found contradicts the claim.",
        ),
        _label(
            "not_enough",
            "Not enough evidence",
            None,
            Standing.UNVERIFIED,
            "The evidence found settles it neither way.",
        ),
    ),
)

FEVER = ScaleDefinition(
    key="fever",
    name="Evidence (three labels)",
    version=1,
    verdicts=(
        _label(
            "supports",
            "Supported",
            None,
            Standing.HOLDS,
            "A source was found that supports the claim.",
        ),
        _label(
            "refutes",
            "Refuted",
            None,
            Standing.REFUTED,
            "A source was found that refutes the claim.",
        ),
        _label(
            "not_enough_info",
            "Not enough information",
            None,
            Standing.UNVERIFIED,
            "No source was found that settles it.",
        ),
    ),
)

MAGAZINE = ScaleDefinition(
    key="magazine",
    name="Magazine",
    version=1,
    verdicts=(
        _label("ok", "OK", None, Standing.HOLDS, "Confirmed; it can stand."),
        _label("fix", "Fix", None, Standing.REFUTED, "Wrong as written; change it."),
        _label(
            "query",
            "Query",
            None,
            Standing.CONTEXT,
            "A question for the author before it can stand.",
        ),
        _label(
            "cannot_confirm",
            "Cannot confirm",
            None,
            Standing.UNVERIFIED,
            "Looked for and not found either way.",
        ),
    ),
)

SIX_STEP = ScaleDefinition(
    key="six_step",
    name="Six steps",
    version=1,
    verdicts=(
        _label(
            "true",
            "True",
            6,
            Standing.HOLDS,
            "Accurate, with nothing significant missing.",
        ),
        _label(
            "mostly_true",
            "Mostly true",
            5,
            Standing.HOLDS,
            "Accurate, but needs clarification.",
        ),
        _label(
            "half_true",
            "Half true",
            4,
            Standing.PARTLY,
            "Partly accurate; leaves out important details.",
        ),
        _label(
            "mostly_false",
            "Mostly false",
            3,
            Standing.REFUTED,
            "Has an element of truth but ignores facts that change it.",
        ),
        _label("false", "False", 2, Standing.REFUTED, "Not accurate."),
        _label(
            "far_from_true",
            "Far from true",
            1,
            Standing.REFUTED,
            "Not accurate, and absurdly so.",
        ),
    ),
)

PRESETS: dict[str, ScaleDefinition] = {
    scale.key: scale for scale in (NEWSROOM, AVERITEC, FEVER, MAGAZINE, SIX_STEP)
}
