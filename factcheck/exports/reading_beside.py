"""Reading an exported file: rulings, inquiries and rewordings of its claims."""

import re
from collections.abc import Iterator
from enum import StrEnum

from factcheck.exports.parts import DAY, TIME, Part
from factcheck.rules.annotated import (
    AnnotatedInquiry,
    AnnotatedRewording,
    AnnotatedRuling,
)
from factcheck.rules.rulings import Disagreement
from factcheck.rules.settling import Settlement
from factcheck.translating import N_, _

_SAID = re.compile(r"(?s).+")


class _Answer(StrEnum):
    """What the author said to other words."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ANSWERED = "answered"


def read_ruling(claim: Part, settlement: Settlement) -> AnnotatedRuling | None:
    """Read a claim's ruling; there is one where it is settled so, and only there."""
    if claim.absent("ruling") is (settlement is Settlement.RULED):
        claim.refuse(_("is ruled without a ruling, or has one without being ruled"))
    if claim.absent("ruling"):
        return None
    part = claim.part("ruling")
    part.only("by", "ruled", "reason", "disagreement", "print_dissent")
    return AnnotatedRuling(
        by=part.text("by"),
        ruled=part.matching("ruled", TIME, N_("a time in UTC")),
        reason=part.text("reason"),
        disagreement=part.choice("disagreement", Disagreement).value,
        print_dissent=part.flag("print_dissent"),
    )


def read_inquiries(claim: Part) -> Iterator[AnnotatedInquiry]:
    """Read what was asked outside, as far as it is printed."""
    for part in claim.parts("inquiries"):
        part.only("whom", "channel", "asked", "answered", "printed")
        yield AnnotatedInquiry(
            whom=part.text("whom"),
            channel=part.text("channel"),
            asked=part.matching("asked", DAY, N_("a day such as 2026-03-03")),
            answered=part.matching("answered", DAY, N_("a day such as 2026-03-03")),
            printed=part.matching("printed", _SAID, N_("what is printed of it")),
        )


def read_rewordings(claim: Part) -> Iterator[AnnotatedRewording]:
    """Read the words proposed to the author, and the answers."""
    for part in claim.parts("rewordings"):
        part.only("original", "proposed", "status", "answer")
        yield AnnotatedRewording(
            original=part.text("original"),
            proposed=part.text("proposed"),
            status=part.choice("status", _Answer).value,
            answer=part.text("answer"),
        )
