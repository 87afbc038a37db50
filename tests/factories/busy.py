"""A desk at work: steps that its people take, as far as the desk lets them."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.assignments import assign_evenly, take_next
from factcheck.actions.claims import withdraw_claim
from factcheck.actions.editions import publish_edition
from factcheck.actions.events import undo_last
from factcheck.actions.inquiries import ask
from factcheck.actions.reports import report_error
from factcheck.actions.revising import revise_essay
from factcheck.actions.rewordings import propose_rewording
from factcheck.actions.rulings import rule_claim
from factcheck.actions.sentences import sort_sentences
from factcheck.actions.snapshots import keep_upload
from factcheck.actions.talk import comment_on
from factcheck.errors import FactcheckError
from factcheck.keeping import keep
from factcheck.models import Claim, Essay, Source, User
from factcheck.queries.claims import all_sentences
from factcheck.queries.essays import current_version, whole_text
from factcheck.rules.inquiries import InquiryFacts
from factcheck.rules.permissions import Role
from factcheck.rules.reports import ReportFacts
from factcheck.rules.rulings import Disagreement, RulingFacts
from factcheck.rules.sorting import Reason, Sorted, Sorting
from factcheck.text.documents import read_pasted
from factcheck.text.kept import read_copy
from tests.factories import essays, layouts, people

TEXT = (
    "The river rose by two metres in 1949. Nobody measured it 🌊 until June.\n\n"
    "Was it the rain? The town was built on stone, and it had nine bridges.\n\n"
    "مدينة بلا جسور. The mayor fled to the hills in May.\n"
)
VERDICTS = ("true", "false", "mixed", "unproven")


@dataclass
class Desk:
    """An essay, the people at it, and the folder of its copies."""

    session: Session
    copies: Path
    essay: Essay = field(init=False)
    people: list[User] = field(init=False)

    def __post_init__(self) -> None:
        session = self.session
        self.people = [
            people.person(session, role, name=name, email=f"{name}@example.org")
            for role, name in ((Role.EDITOR, "ines"), (Role.REVIEWER, "robin"))
        ] + [people.person(session, Role.ADMIN, name="سلمى", email="SALMA@example.org")]
        self.essay = essays.essay(
            session, actor=self.people[0], text=TEXT, reviews_needed=2
        )

    def claim(self, number: int) -> Claim:
        claims = self.session.scalars(
            select(Claim).where(Claim.essay_id == self.essay.id).order_by(Claim.number)
        ).all()
        return claims[number % len(claims)] if claims else self.mark(number)

    def mark(self, number: int) -> Claim:
        version = current_version(self.session, self.essay)
        text = whole_text(self.session, version.id)
        sentences = all_sentences(self.session, version.id)
        sentence = sentences[number % len(sentences)]
        words = text[sentence.start : sentence.end].split()
        wanted = words[number % len(words)]
        return essays.mark(self.session, self.essay, self.people[1], wanted)


Step = tuple[str, int]


def work(desk: Desk, steps: Sequence[Step]) -> Desk:
    """Take the steps, each by somebody; what the desk refuses is not done."""
    for at, (name, number) in enumerate(steps):
        with suppress(FactcheckError, AssertionError), desk.session.begin_nested():
            STEPS[name](desk, number, desk.people[(number + at) % 3])
    desk.session.commit()
    return desk


def _review(desk: Desk, number: int, who: User) -> None:
    verdict = VERDICTS[number % 4]
    essays.save(
        desk.session,
        desk.claim(number),
        who,
        essays.facts(verdict, f"Found {number}."),
        statement=f"Stated {number}" if number % 2 else None,
    )


def _draft(desk: Desk, number: int, who: User) -> None:
    said = essays.facts("", f"Not yet {number}")
    essays.save(desk.session, desk.claim(number), who, said, give=False)


def _rule(desk: Desk, number: int, _who: User) -> None:
    said = RulingFacts(
        verdict=VERDICTS[number % 4],
        finding="So it is.",
        explanation="",
        reason="Heard both.",
        disagreement=Disagreement.FACT,
        print_dissent=bool(number % 2),
    )
    rule_claim(desk.session, actor=desk.people[0], claim=desk.claim(number), facts=said)


def _copy(desk: Desk, number: int, who: User) -> None:
    source = desk.session.scalars(select(Source)).first()
    if source is not None:
        data = f"On day {number} the river rose. It did.".encode()
        read = read_copy(data, said="text/plain", limit=10_000)
        copy = keep_upload(
            desk.session,
            actor=who,
            essay=desk.essay,
            source=source,
            data=data,
            read=read,
            folder=desk.copies,
        )
        copy.warc_sha256 = keep(desk.copies, b"How it came: %s" % data)


def _revise(desk: Desk, number: int, who: User) -> None:
    version = current_version(desk.session, desk.essay)
    text = whole_text(desk.session, version.id)
    new = text.replace("May", f"June {number}").replace("nine", str(number))
    revise_essay(
        desk.session,
        actor=desk.people[0],
        essay=desk.essay,
        document=read_pasted(f"{new}\n\nAdded by {who.name}."),
    )


STEPS: dict[str, Callable[[Desk, int, User], object]] = {
    "mark": lambda desk, number, _who: desk.mark(number),
    "review": _review,
    "draft": _draft,
    "rule": _rule,
    "copy": _copy,
    "revise": _revise,
    "sort": lambda desk, number, who: sort_sentences(
        desk.session,
        actor=who,
        essay=desk.essay,
        positions=[number % 4 + 1],
        to=Sorted(Sorting.NOT_A_CLAIM, Reason.OPINION),
    ),
    "join": lambda desk, number, who: layouts.join(
        desk.session, who, desk.essay, number % 3 + 1
    ),
    "withdraw": lambda desk, number, who: withdraw_claim(
        desk.session, actor=who, claim=desk.claim(number)
    ),
    "undo": lambda desk, _number, who: undo_last(
        desk.session, actor=who, essay=desk.essay
    ),
    "comment": lambda desk, number, who: comment_on(
        desk.session, actor=who, claim=desk.claim(number), text=f"Hm {number}, @robin"
    ),
    "ask": lambda desk, number, who: ask(
        desk.session,
        actor=who,
        claim=desk.claim(number),
        facts=InquiryFacts(whom="The mayor", question="When?", asked_on="2026-03-03"),
    ),
    "reword": lambda desk, number, who: propose_rewording(
        desk.session,
        actor=who,
        claim=desk.claim(number),
        proposed=f"In {number}",
        reason="",
        whole=False,
    ),
    "publish": lambda desk, number, _who: publish_edition(
        desk.session, actor=desk.people[0], essay=desk.essay, note=f"As of {number}"
    ),
    "report": lambda desk, number, _who: report_error(
        desk.session,
        slug=desk.essay.slug,
        facts=ReportFacts(text=f"Wrong {number}", contact=""),
    ),
    "assign": lambda desk, _number, _who: assign_evenly(
        desk.session,
        actor=desk.people[0],
        essay=desk.essay,
        people=[person.id for person in desk.people],
    ),
    "take": lambda desk, _number, who: take_next(
        desk.session, actor=who, essay=desk.essay
    ),
}
