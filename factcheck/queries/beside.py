"""What stands beside reviews in the annotated essay: rulings, inquiries, rewordings."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Claim, Inquiry, Rewording, Ruling, User, Verdict
from factcheck.rules.annotated import (
    AnnotatedInquiry,
    AnnotatedRewording,
    AnnotatedRuling,
    AnnotatedSource,
)
from factcheck.rules.annotating import Ruled
from factcheck.rules.quoted import found_from
from factcheck.rules.sources import details_from

_ANSWERED = ("accepted", "rejected", "answered")


@dataclass(frozen=True, slots=True)
class Talk:
    """What the annotated essay prints of the talk about one claim."""

    inquiries: tuple[AnnotatedInquiry, ...] = ()
    rewordings: tuple[AnnotatedRewording, ...] = ()


def utc(at: datetime | None) -> str:
    """Write a time as the annotated essay keeps it; "" for none."""
    return f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else ""


def rulings_of(session: Session, essay_id: int) -> dict[int, Ruled]:
    """Return the rulings in force on an essay's claims, by claim number."""
    rows = session.execute(
        select(Claim.number, Verdict.key, Ruling, User.name)
        .join(Claim, Claim.id == Ruling.claim_id)
        .join(Verdict, Verdict.id == Ruling.verdict_id)
        .join(User, User.id == Ruling.ruled_by_id)
        .where(Claim.essay_id == essay_id, Ruling.replaced_at.is_(None))
    )
    return {
        number: Ruled(
            verdict=key,
            finding=ruling.finding,
            explanation=ruling.explanation,
            ruling=AnnotatedRuling(
                by=name,
                ruled=utc(ruling.ruled_at),
                reason=ruling.reason,
                disagreement=ruling.disagreement,
                print_dissent=ruling.print_dissent,
            ),
            reopened=ruling.reopened_at is not None,
            sources=tuple(_source(source) for source in ruling.sources),
        )
        for number, key, ruling, name in rows
    }


def _source(printed: Mapping[str, Any]) -> AnnotatedSource:
    details = details_from(printed.get("details"))
    found = found_from(printed.get("quotation"))
    return AnnotatedSource(**{**printed, "details": details, "quotation": found})


def talk_of(session: Session, essay_id: int) -> dict[int, Talk]:
    """Return printed inquiries and answered rewordings, by claim id."""
    inquiries = defaultdict(list)
    for inquiry in session.scalars(
        select(Inquiry)
        .join(Claim, Claim.id == Inquiry.claim_id)
        .where(Claim.essay_id == essay_id, Inquiry.printed != "")
        .order_by(Inquiry.id)
    ):
        inquiries[inquiry.claim_id].append(
            AnnotatedInquiry(
                inquiry.whom,
                inquiry.channel,
                inquiry.asked_on,
                inquiry.answered_on,
                inquiry.printed,
            )
        )
    rewordings = defaultdict(list)
    for rewording in session.scalars(
        select(Rewording)
        .join(Claim, Claim.id == Rewording.claim_id)
        .where(Claim.essay_id == essay_id, Rewording.status.in_(_ANSWERED))
        .order_by(Rewording.id)
    ):
        rewordings[rewording.claim_id].append(
            AnnotatedRewording(
                rewording.original,
                rewording.proposed,
                rewording.status,
                rewording.answer,
            )
        )
    return {
        claim: Talk(tuple(inquiries[claim]), tuple(rewordings[claim]))
        for claim in {*inquiries, *rewordings}
    }
