"""What events changed, in words: one way for every kind."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.models import Event
from factcheck.rules.history import sorted_as
from factcheck.rules.paragraphs import kind_label
from factcheck.rules.rewordings import STATUS_LABELS
from factcheck.rules.rulings import DISAGREEMENT_LABELS
from factcheck.rules.sentences import SentenceName
from factcheck.text.differences import Piece, differences
from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.spans import Passage
from factcheck.translating import N_, _

State = Mapping[str, Any]

_REVIEW = {
    "verdict": N_("Verdict"),
    "finding": N_("Finding"),
    "explanation": N_("Explanation"),
    "second_look": N_("Second look"),
    "citations": N_("Sources"),
}
_OTHERS = {
    "title": N_("Title"),
    "byline": N_("Byline"),
    "appeared": N_("Where it appeared"),
    "language": N_("Language"),
    "direction": N_("Direction"),
    "reviews_needed": N_("Reviews each claim needs"),
    "take_minutes": N_("Minutes a claim is held"),
    "hide_names": N_("Names hidden"),
    "reveal_at": N_("Day of reveal"),
    "verdict": N_("Verdict"),
    "finding": N_("Finding"),
    "explanation": N_("Explanation"),
    "disagreement": N_("Differed about"),
    "print_dissent": N_("Dissent printed"),
    "whom": N_("Whom"),
    "channel": N_("Channel"),
    "question": N_("Question"),
    "asked_on": N_("Asked on"),
    "due_on": N_("Due by"),
    "status": N_("Answer"),
    "answer": N_("In their words"),
    "answered_on": N_("Answered on"),
    "printed": N_("Readers are told"),
    "resolved": N_("Resolved"),
    "reason": N_("Reason"),
    "why": N_("Why"),
    "edition": N_("Edition"),
    "note": N_("Note"),
    "name": N_("Name"),
    "role": N_("Role"),
    "earlier": N_("Earlier claim"),
}
_LABELS: Mapping[str, Mapping[str, str]] = {
    "status": STATUS_LABELS,
    "disagreement": {key.value: label for key, label in DISAGREEMENT_LABELS.items()},
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field, what it said before and what it says now; "" is nothing."""

    field: str
    before: str
    after: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What went and what came, word by word."""
        return differences(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts the values of events in words.

    Attributes:
        labels: of the scale's verdicts, by key.
        passage: in which stand the words that older events name by offsets alone.
    """

    labels: Mapping[str, str]
    passage: Passage

    def event(self, event: Event) -> Iterator[Change]:
        """Tell all of an event but its review."""
        before, after = event.before, event.after
        yield from self._sentences(
            before.get("sentences", {}), after.get("sentences", {})
        )
        yield from self._layout(before.get("layout", {}), after.get("layout", {}))
        marked = event.kind == "claim.marked"
        alone = event.claim_id is None  # The line itself names no claim.
        for number, state in after.get("claims", {}).items():
            was = before.get("claims", {}).get(number, {})
            for change in self._claim(was, state, marked=marked):
                name = change.field
                if alone:
                    name = _("%(field)s of claim %(number)s", field=name, number=number)
                yield Change(name, change.before, change.after)
        if "proposed" in after:
            yield Change(_("Words"), after.get("original", ""), after["proposed"])
        inquiry = "inquiry" in after
        yield from self._fields(
            _OTHERS,
            before.get("inquiry", {}) if inquiry else before,
            after["inquiry"] if inquiry else after,
        )

    def review(self, before: State, after: State) -> Iterator[Change]:
        """Tell the fields of a review that differ."""
        yield from self._fields(_REVIEW, before, after)

    def _fields(
        self, names: Mapping[str, str], before: State, after: State
    ) -> Iterator[Change]:
        for key, name in names.items():
            if key not in after:
                continue
            was = self._value(key, before[key]) if key in before else ""
            becomes = self._value(key, after[key])
            if was != becomes and not (key not in before and after[key] is False):
                yield Change(_(name), was, becomes)

    def _value(self, key: str, value: Any) -> str:
        if key == "citations":
            return "; ".join(c["title"] or c["url"] for c in value or ())
        if key == "second_look":
            return _("Asked for") if value else ""
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        words = "" if value is None else str(value)
        label = _LABELS.get(key, {}).get(words)
        return _(label) if label else self._verdict(key, words)

    def _verdict(self, key: str, words: str) -> str:
        """Return the label of a verdict's key; other fields say themselves."""
        return self.labels.get(words, words) if key == "verdict" else words

    def _sentences(self, before: State, after: State) -> Iterator[Change]:
        """Tell sentences that went the same way in one line."""
        ways: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for key, becomes in after.items():
            was = before.get(key, [None, None])
            position = str(SentenceName.parse(key).position)
            ways[sorted_as(*was), sorted_as(*becomes)].append(position)
        for (was_so, is_so), positions in ways.items():
            where = ", ".join(positions)
            named = (
                _("Sentences %(numbers)s", numbers=where)
                if len(positions) > 1
                else _("Sentence %(position)s", position=where)
            )
            yield Change(named, was_so, is_so)

    def _layout(self, before: State, after: State) -> Iterator[Change]:
        """Tell where sentences and paragraphs begin now, and of which kind."""
        if not after:
            return
        if before["words"] != after["words"]:
            yield Change(_("Words"), before["words"], after["words"])
        was, becomes = (
            half["run"][0][-1] if half["run"] else None for half in (before, after)
        )
        if was and becomes and was != becomes:
            labels = [kind_label(ParagraphKind(kind)) for kind in (was, becomes)]
            yield Change(_("Paragraph"), *labels)

    def _claim(self, before: State, after: State, *, marked: bool) -> Iterator[Change]:
        if "statement" in after:
            was = before.get("statement", "")
            yield Change(_("Statement"), was, after["statement"])
        if "start" in after and "start" in before:
            was, becomes = (self._words(span) for span in (before, after))
            yield Change(_("Words"), was, becomes)
        if "withdrawn" in after and not marked:
            # A new mark, too, is kept as one that did not stand before.
            was = "" if before.get("withdrawn") else _("Stands")
            becomes = _("Taken back") if after["withdrawn"] else _("Stands")
            yield Change(_("Mark"), was, becomes)

    def _words(self, span: State) -> str:
        """Return the claim's words at a span."""
        found = span.get("quote")
        if found is None:
            found = self.passage.words(span["start"], span["end"])
        return str(found)
