"""Two versions of one claim: what was stored meanwhile and what somebody typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.queries.hand import ClaimInHand
from factcheck.rules.scales import VerdictLabel
from factcheck.translating import N_, _
from factcheck.web.forms.reviews import ReviewForm, SourceFields


@dataclass(frozen=True, slots=True)
class Choice:
    """A field's value as the form sends it, and as people read it."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs."""

    field: str
    label: str
    theirs: Choice
    mine: Choice


@dataclass(frozen=True, slots=True)
class Conflict:
    """What to choose between, and what stays as typed.

    Attributes:
        message: who saved, and when.
        who: whose the stored version is.
        differences: fields to choose.
        same: fields that do not differ, with the value to send along.
        sources: those of both.
    """

    message: str
    who: str
    differences: Sequence[Difference]
    same: Sequence[tuple[str, str]]
    sources: Sequence[SourceFields]
    do: str


def conflict_of(
    claim: ClaimInHand,
    form: ReviewForm,
    verdicts: Sequence[VerdictLabel],
    *,
    message: str,
    who: str,
    do: str,
) -> Conflict:
    """Compare what is stored now with what was typed.

    Only what changed under the writer's hands is theirs to choose: a statement they
    left alone, or a review nobody else saved, is not in question.
    """
    labels = {verdict.key: verdict.label for verdict in verdicts}
    review_is_old = claim.mine.revision != form.seen[0]
    stored, typed = claim.mine.facts, form.complete
    pairs = {
        "statement": (claim.statement, _statement(claim, form)),
        "verdict": (stored.verdict, typed.verdict),
        "finding": (stored.finding, typed.finding),
        "explanation": (stored.explanation, typed.explanation),
        "second_look": (_flag(stored.second_look), _flag(typed.second_look)),
    }
    differ = {
        field
        for field, (theirs, mine) in pairs.items()
        if theirs != mine and (review_is_old or field == "statement")
    }
    say = _sayer(labels)
    older = stored.citations if review_is_old else ()
    sources = dict.fromkeys((*older, *typed.citations))
    return Conflict(
        message=message,
        who=who,
        differences=[
            Difference(
                field,
                _(_LABELS[field]),
                Choice(theirs, say(field, theirs)),
                Choice(mine, say(field, mine)),
            )
            for field, (theirs, mine) in pairs.items()
            if field in differ
        ],
        same=[(field, pair[1]) for field, pair in pairs.items() if field not in differ],
        sources=[SourceFields.of(c, number) for number, c in enumerate(sources)],
        do=do,
    )


_LABELS = {
    "statement": N_("Statement"),
    "verdict": N_("Verdict"),
    "finding": N_("Finding"),
    "explanation": N_("Explanation"),
    "second_look": N_("Second look"),
}


def _statement(claim: ClaimInHand, form: ReviewForm) -> str:
    new = form.new_statement
    return claim.statement if new is None else new


def _flag(value: bool) -> str:  # noqa: FBT001
    return "y" if value else ""


def _sayer(labels: dict[str, str]) -> Callable[[str, str], str]:
    def say(field: str, value: str) -> str:
        if field == "verdict":
            return labels.get(value, value) or _("No verdict")
        if field == "second_look":
            return _("Asked for") if value else _("Not asked for")
        return value or _("Empty")

    return say
