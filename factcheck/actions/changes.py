"""Every change of the workbench, recorded as it is made so that it can be undone.

A change is kept as two small documents of the same shape, before and after, that
hold only what changed:

    {"sentences": {"12@7:1042-1080": ["claim", null]},
     "layout": {"version": 7, "position": 12, "words": "...",
                "run": [[1042, 1080, "claim", null, null]]},
     "claims": {"7": {"withdrawn": false, "statement": "", "unconfirmed": null,
                      "start": 10, "end": 42, "quote": "..."}},
     "review": {"verdict": "true", "given": null, ...},
     "source": {"title": "...", ...}}

A sentence is named so that the name stays when others are renumbered
(rules/sentences). Undo puts `before` back wherever `after` still stands.
"""

from typing import Any

from sqlalchemy.orm import Session

from factcheck.actions.indexing import follow_claims
from factcheck.actions.quoting import Quoted
from factcheck.actions.saving import add_rows
from factcheck.models import (
    Anchor,
    Claim,
    Essay,
    Event,
    Review,
    Sentence,
    Source,
    User,
)
from factcheck.models.base import now
from factcheck.rules.revising import Unconfirmed
from factcheck.rules.sentences import SentenceName
from factcheck.rules.sorting import Sorted

State = dict[str, Any]


class Changes:
    """Collects one action's changes and writes them as one event."""

    def __init__(
        self, session: Session, actor: User | None, essay: Essay | None = None
    ) -> None:
        self._session = session
        self._actor = actor
        self._essay = essay
        self._weighed: set[int] = set()  # claims whose verdict may be another now
        self.before: State = {}
        self.after: State = {}

    @property
    def empty(self) -> bool:
        """Whether nothing changed."""
        return self.before == self.after

    def sort(self, sentence: Sentence, to: Sorted) -> None:
        """Sort a sentence, unless it is sorted so already."""
        was = [sentence.sorting, sentence.reason]
        becomes = [to.sorting.value, to.reason.value if to.reason else None]
        if was == becomes:
            return
        sentence.sorting, sentence.reason = becomes[0] or "", becomes[1]
        name = SentenceName(
            sentence.position, sentence.version_id, sentence.start, sentence.end
        )
        self._note("sentences", str(name), was, becomes)

    def lay_out(self, before: State, after: State) -> None:
        """Note a run of sentences as it was and as it is now (rules/units)."""
        self.before["layout"], self.after["layout"] = before, after

    def mark(self, claim: Claim) -> None:
        """Note a new mark."""
        # It can have no verdict yet, so the index needs not follow.
        self._note("claims", str(claim.number), {"withdrawn": True}, _LIVE)

    def withdraw(self, claim: Claim, *, withdrawn: bool = True) -> None:
        """Take a mark back, or bring it back."""
        was = claim.withdrawn_at is not None
        claim.withdrawn_at = now() if withdrawn else None
        self._merge(claim, {"withdrawn": was}, {"withdrawn": withdrawn})

    def move(self, claim: Claim, anchor: Anchor, quoted: Quoted) -> None:
        """Put a claim on other words of its version."""
        was = {"start": anchor.start, "end": anchor.end, "quote": anchor.quote}
        anchor.start, anchor.end = quoted.start, quoted.end
        anchor.quote, anchor.prefix = quoted.quote, quoted.prefix
        anchor.suffix = quoted.suffix
        becomes = {"start": quoted.start, "end": quoted.end, "quote": quoted.quote}
        self._merge(claim, was, becomes)

    def place(self, claim: Claim, quoted: Quoted) -> None:
        """Note words for a claim that had none in this version."""
        becomes = {"start": quoted.start, "end": quoted.end, "quote": quoted.quote}
        self._merge(claim, dict.fromkeys(becomes), becomes)

    def confirm(
        self, claim: Claim, anchor: Anchor | None, waits: Unconfirmed | None = None
    ) -> None:
        """Say that a claim's words are right, or what about them waits after all."""
        was = claim.unconfirmed
        claim.unconfirmed = waits
        if anchor is not None:
            anchor.sure = waits is None
        self._merge(claim, {"unconfirmed": was}, {"unconfirmed": waits})

    def state(self, claim: Claim, statement: str) -> None:
        """Change a claim's statement."""
        was = claim.statement
        claim.statement = statement
        self._merge(claim, {"statement": was}, {"statement": statement})

    def review(self, before: State, after: State, claim_id: int) -> None:
        """Note what changed between two states of a review."""
        changed = [key for key in after if before[key] != after[key]]
        if changed and (before["given"] or after["given"]):
            self._weighed.add(claim_id)
        if changed:
            self.before["review"] = {key: before[key] for key in changed}
            self.after["review"] = {key: after[key] for key in changed}

    def source(self, before: State, after: State) -> None:
        """Note what a source of the desk was, and what it is."""
        self.before["source"], self.after["source"] = before, after

    def write(
        self,
        kind: str,
        *,
        claim: Claim | None = None,
        review: Review | None = None,
        source: Source | None = None,
        undoes: Event | None = None,
    ) -> Event:
        """Add the event; flush first so that what it names has ids."""
        self._follow()
        event = Event(
            **self._values(kind, claim, review),
            source_id=source.id if source else None,
            undoes_id=undoes.id if undoes else None,
        )
        self._session.add(event)
        return event

    def write_row(self, kind: str, *, claim: Claim, review: Review) -> None:
        """Write the event at once, as a row that the session does not hold."""
        self._follow()
        add_rows(self._session, Event, [self._values(kind, claim, review)])

    def _follow(self) -> None:
        if self._essay is not None:
            follow_claims(self._session, self._essay, self._weighed)

    def _values(
        self, kind: str, claim: Claim | None, review: Review | None
    ) -> dict[str, Any]:
        return {
            "kind": kind,
            "actor_id": self._actor.id if self._actor else None,
            "essay_id": self._essay.id if self._essay else None,
            "claim_id": claim.id if claim else None,
            "review_id": review.id if review else None,
            "before": self.before,
            "after": self.after,
        }

    def _merge(self, claim: Claim, before: State, after: State) -> None:
        number = str(claim.number)
        self._weighed.add(claim.id)
        self._note(
            "claims",
            number,
            before | self.before.get("claims", {}).get(number, {}),
            self.after.get("claims", {}).get(number, {}) | after,
        )

    def _note(self, what: str, key: str, before: object, after: object) -> None:
        self.before.setdefault(what, {})[key] = before
        self.after.setdefault(what, {})[key] = after


_LIVE = {"withdrawn": False}
