"""What changed between two editions of an essay, and what has to be said about it."""

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.errors import InvalidError
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedEssay, Correction
from factcheck.translating import N_, _, number

OPEN_LABEL = N_("No verdict yet")
NOTE_LIMIT = 2_000
_NOTHING: Mapping[int, str] = MappingProxyType({})


def corrections(
    old: AnnotatedEssay, new: AnnotatedEssay, reasons: Mapping[int, str] = _NOTHING
) -> tuple[Correction, ...]:
    """Return the claims whose verdict changed, appeared or went, by number.

    Args:
        old: the edition before.
        new: the essay as it is to be published.
        reasons: by claim number; a ruling's own reason stands in for one left out.
    """
    before = {claim.number: claim for claim in old.claims}
    after = {claim.number: claim for claim in new.claims}
    numbers = sorted({*before, *after})
    return tuple(
        Correction(
            claim=number,
            quote=(after.get(number) or before[number]).quote,
            old=_label(before.get(number)),
            new=_label(after.get(number)),
            reason=_reason(number, after.get(number), reasons),
        )
        for number in numbers
        if _label(before.get(number)) != _label(after.get(number))
    )


def needs_reason(correction: Correction) -> bool:
    """Say whether readers were told a verdict that no longer stands."""
    return correction.old not in {"", OPEN_LABEL}


def check_reasons(found: tuple[Correction, ...]) -> None:
    """Let a later edition pass when it says why each verdict changed.

    Raises:
        InvalidError: a reason is missing, or too long.
    """
    for correction in found:
        field = reason_field(correction.claim)
        if needs_reason(correction) and not correction.reason:
            raise InvalidError(
                field,
                _(
                    "Say why the verdict on claim %(number)s changed.",
                    number=correction.claim,
                ),
            )
        if len(correction.reason) > NOTE_LIMIT:
            raise InvalidError(
                field,
                _(
                    "Keep the reason under %(limit)s characters.",
                    limit=number(NOTE_LIMIT),
                ),
            )


def check_note(note: str, edition: int) -> str:
    """Return an edition's note on one line.

    Raises:
        InvalidError: a later edition without a note, or one too long.
    """
    note = " ".join(note.split())
    if edition > 1 and not note:
        raise InvalidError("note", _("Say what was corrected since the last edition."))
    if len(note) > NOTE_LIMIT:
        raise InvalidError(
            "note",
            _("Keep the note under %(limit)s characters.", limit=number(NOTE_LIMIT)),
        )
    return note


def check_farewell(note: str) -> str:
    """Return the note that stands where an essay was taken down.

    Raises:
        InvalidError: there is none, or it is too long.
    """
    note = " ".join(note.split())
    if not note:
        raise InvalidError("note", _("Say why it was taken down; readers see it."))
    if len(note) > NOTE_LIMIT:
        raise InvalidError(
            "note",
            _("Keep the note under %(limit)s characters.", limit=number(NOTE_LIMIT)),
        )
    return note


def reason_field(number: int) -> str:
    """Name the field that asks why the verdict on a claim changed."""
    return f"reason_{number}"


def _label(claim: AnnotatedClaim | None) -> str:
    """Return what readers see of a claim's verdict; "" where it is not marked."""
    if claim is None:
        return ""
    return claim.verdict.label if claim.verdict else OPEN_LABEL


def _reason(
    number: int, claim: AnnotatedClaim | None, reasons: Mapping[int, str]
) -> str:
    own = claim.ruling.reason if claim and claim.ruling else ""
    return " ".join(reasons.get(number, own).split())
