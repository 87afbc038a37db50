"""What a revision starts from: the text in force, and each claim's sure words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Claim, Paragraph, Version
from factcheck.queries.claims import all_sentences
from factcheck.queries.essays import whole_text
from factcheck.rules.sorting import Sorted, parse_sorting
from factcheck.text.carried import Anchored, Placed, VersionText
from factcheck.text.paragraphs import ParagraphKind


@dataclass(frozen=True, slots=True)
class Span:
    """A stored sentence's place."""

    position: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """One version as a revision sees it.

    Attributes:
        sortings: of its sentences, by position.
        kinds: of its paragraphs, by number.
    """

    version: VersionText
    sortings: Mapping[int, Sorted]
    kinds: Mapping[int, ParagraphKind]


def draft_of(session: Session, version_id: int) -> Draft:
    """Return a version's text with its sentences and what people made of them."""
    stored = all_sentences(session, version_id)
    spans: tuple[Placed, ...] = tuple(
        Span(s.position, s.paragraph, s.start, s.end) for s in stored
    )
    kinds = session.execute(
        select(Paragraph.number, Paragraph.kind).where(
            Paragraph.version_id == version_id
        )
    )
    return Draft(
        VersionText(whole_text(session, version_id), spans),
        {s.position: parse_sorting(s.sorting, s.reason or "") for s in stored},
        {number: ParagraphKind(kind) for number, kind in kinds},
    )


def sure_anchors(session: Session, essay_id: int) -> Mapping[int, Sequence[Anchored]]:
    """Return each live claim's last sure words, by the version they stand in.

    Words that wait to be confirmed are passed over: a claim is carried from where
    somebody was last sure of it, so that a draft taken back costs nothing.
    """
    last = (
        select(Anchor.claim_id, func.max(Version.number).label("number"))
        .join(Version, Version.id == Anchor.version_id)
        .where(Version.essay_id == essay_id, Anchor.sure)
        .group_by(Anchor.claim_id)
        .subquery()
    )
    rows = session.execute(
        select(
            Anchor.version_id,
            Anchor.start,
            Anchor.end,
            Anchor.quote,
            Anchor.prefix,
            Anchor.suffix,
            Claim.number,
        )
        .join(Claim, Claim.id == Anchor.claim_id)
        .join(Version, Version.id == Anchor.version_id)
        .join(
            last,
            (last.c.claim_id == Claim.id) & (last.c.number == Version.number),
        )
        .where(Claim.essay_id == essay_id, Claim.withdrawn_at.is_(None))
        .order_by(Claim.number)
    )
    found: defaultdict[int, list[Anchored]] = defaultdict(list)
    for version_id, *place in rows:
        found[version_id].append(Anchored(*place))  # type: ignore[arg-type]
    return found
