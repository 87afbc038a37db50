"""Importing essays and changing their details."""

import hashlib
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.indexing import follow_essay
from factcheck.actions.marks import mark_sentences
from factcheck.actions.originals import keep_original
from factcheck.actions.saving import add_rows, flush
from factcheck.actions.scales import keep_scale
from factcheck.errors import InvalidError, StaleError
from factcheck.models import Essay, Event, Paragraph, Scale, Sentence, User, Version
from factcheck.queries.essays import slugs_like
from factcheck.queries.lessons import weights_in_force
from factcheck.rules.annotated import SentenceFacts
from factcheck.rules.essays import EssayDetails, check_details
from factcheck.rules.permissions import Deed, require
from factcheck.rules.scales import PRESETS
from factcheck.rules.sorting import Reason, Sorting
from factcheck.text.checkable import bare_likelihood
from factcheck.text.documents import Document
from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.sentences import Sentence as Unit
from factcheck.text.sentences import split
from factcheck.text.slugs import slugify
from factcheck.translating import _

MARKS = ("none", "suggested", "all")
_SLUG_TRIES = 5
Chooser = Callable[[str], bool]
_TAKEN = frozenset(("new",))  # by the page that imports


def import_essay(
    session: Session,
    *,
    actor: User | None,
    document: Document,
    details: EssayDetails,
    scale_key: str = "newsroom",
    mark: str = "none",
) -> Essay:
    """Store a document as an essay, split into sentences.

    Args:
        session: the database session.
        actor: who imports; None for the machine's own administrator.
        document: what was read.
        details: title, byline, language and the rest.
        scale_key: a preset of rules/scales.
        mark: "none" leaves prose to sort; "all" marks each sentence of it;
            "suggested" marks those that look like something that can be checked.

    Raises:
        InvalidError: a detail, the scale or `mark` is not one there is.
    """
    if actor is not None:
        require(actor.role, Deed.IMPORT)
    details = check_details(details)
    if mark not in MARKS:
        raise InvalidError("mark", _("Mark can be %(join)s.", join=", ".join(MARKS)))
    if scale_key not in PRESETS:
        raise InvalidError(
            "scale", _("The scales are %(join)s.", join=", ".join(PRESETS))
        )
    units = split(document.text, details.language, document.paragraphs)
    scale = keep_scale(session, PRESETS[scale_key])
    essay = add_essay(session, details, scale, slugify(details.title))
    version = add_version(session, essay, document.text, number=1, actor=actor)
    keep_original(session, version, document)
    add_paragraphs(session, version, {unit.paragraph: unit.kind for unit in units})
    is_claim = _chooser(session, mark, details.language)
    sentences = [_facts(unit, document.text, is_claim) for unit in units]
    add_sentences(session, version, sentences)
    if mark != "none":
        mark_sentences(session, essay, version.id)
    note_event(session, actor, essay, "essay.imported")
    return essay


def edit_essay(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    details: EssayDetails,
    revision: int,
) -> Essay:
    """Change an essay's details; its text and slug stay.

    Raises:
        InvalidError: a detail is not one there can be.
        StaleError: somebody saved other details in between.
    """
    require_on(session, actor, essay, Deed.EDIT_ESSAY)
    details = check_details(details)
    fields = EssayDetails.__dataclass_fields__
    before = {name: getattr(essay, name) for name in fields}
    after = {name: getattr(details, name) for name in fields}
    if before == after:
        return essay
    if essay.revision != revision:
        raise StaleError(
            _(
                "Somebody changed these details in between. Nothing of theirs was"
                " overwritten."
            ),
            theirs=before,
        )
    for name, value in after.items():
        setattr(essay, name, value)
    flush(session)
    changed = [name for name in after if before[name] != after[name]]
    event = note_event(session, actor, essay, "essay.edited")
    event.before = {name: before[name] for name in changed}
    event.after = {name: after[name] for name in changed}
    if not {"reviews_needed", "language"}.isdisjoint(changed):
        follow_essay(session, essay)
    return essay


def add_essay(
    session: Session, details: EssayDetails, scale: Scale, slug: str
) -> Essay:
    """Add an essay under this slug, or the slug with a number when it is taken."""
    for _try in range(_SLUG_TRIES):
        essay = Essay(
            slug=_free(slug, slugs_like(session, slug) | _TAKEN),
            title=details.title,
            byline=details.byline,
            appeared=details.appeared,
            language=details.language,
            direction=details.direction,
            reviews_needed=details.reviews_needed,
            scale=scale,
            last_claim_number=0,
        )
        try:
            with session.begin_nested():
                session.add(essay)
        except IntegrityError:
            continue
        return essay
    raise StaleError(
        _(
            "Several essays of this title are being imported at once; nothing was"
            " stored. Try again."
        )
    )


def add_version(
    session: Session,
    essay: Essay,
    text: str,
    *,
    number: int,
    actor: User | None = None,
) -> Version:
    """Store one exact text as the essay's current version."""
    version = Version(
        essay_id=essay.id,
        number=number,
        text=text,
        length=len(text),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        created_by_id=actor.id if actor else None,
    )
    session.add(version)
    flush(session)
    return version


def add_paragraphs(
    session: Session, version: Version, kinds: Mapping[int, ParagraphKind]
) -> None:
    """Store what each paragraph of a version is, by its number."""
    add_rows(
        session,
        Paragraph,
        [
            {"version_id": version.id, "number": number, "kind": kind.value}
            | {"revision": 1}
            for number, kind in kinds.items()
        ],
    )


def add_sentences(
    session: Session, version: Version, sentences: Sequence[SentenceFacts]
) -> None:
    """Store a version's sentences, in one statement."""
    add_rows(
        session,
        Sentence,
        [
            {
                "version_id": version.id,
                "position": facts.position,
                "paragraph": facts.paragraph,
                "start": facts.start,
                "end": facts.end,
                "sorting": facts.sorting.value,
                "reason": facts.reason.value if facts.reason else None,
                "revision": 1,
            }
            for facts in sentences
        ],
    )


def note_event(session: Session, actor: User | None, essay: Essay, kind: str) -> Event:
    """Add an event about the essay as a whole."""
    event = Event(
        kind=kind,
        actor_id=actor.id if actor else None,
        essay_id=essay.id,
        before={},
        after={},
    )
    session.add(event)
    return event


def _facts(unit: Unit, text: str, is_claim: Chooser) -> SentenceFacts:
    """Sort a sentence as it comes in: prose is a claim or to be sorted."""
    sorting, reason = Sorting.TO_SORT, None
    if not unit.prose:
        sorting, reason = Sorting.NOT_A_CLAIM, Reason.NOT_PROSE
    elif is_claim(text[unit.start : unit.end]):
        sorting = Sorting.CLAIM
    return SentenceFacts(
        position=unit.position,
        paragraph=unit.paragraph,
        start=unit.start,
        end=unit.end,
        sorting=sorting,
        reason=reason,
    )


def _chooser(session: Session, mark: str, language: str) -> Chooser:
    """Return what says of a sentence's words whether to mark it from the start."""
    if mark != "suggested":
        return lambda _words: mark == "all"
    weights = weights_in_force(session).weights
    return lambda words: bare_likelihood(words, weights, language) >= weights.threshold


def _free(slug: str, taken: set[str]) -> str:
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"
