"""What becomes of sentences that are split, joined and put back, for any text."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InvalidError
from factcheck.rules import units as rules
from factcheck.rules.sorting import Reason, Sorted, Sorting
from factcheck.rules.units import Held, Unit, as_state, excerpts, from_state
from factcheck.text.cutting import places
from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.sentences import split
from factcheck.text.spans import Passage

TO_SORT = Sorted(Sorting.TO_SORT)
CLAIM = Sorted(Sorting.CLAIM)
OPINION = Sorted(Sorting.NOT_A_CLAIM, Reason.OPINION)
QUESTION = Sorted(Sorting.NOT_A_CLAIM, Reason.QUESTION)
NOT_PROSE = Sorted(Sorting.NOT_A_CLAIM, Reason.NOT_PROSE)
PROSE, HEADING = ParagraphKind.PROSE, ParagraphKind.HEADING

TEXT = "It rose. It fell. …"
PASSAGE = Passage(TEXT)
SORTED = st.sampled_from([TO_SORT, CLAIM, OPINION, QUESTION, NOT_PROSE])
TEXTS = st.lists(
    st.sampled_from(
        ["It rose in 1949.", "“Why?”", "…", "好。是的。", "He left 🌊.", "a"]
    ),
    min_size=1,
    max_size=8,
).map("  ".join)


def unit(
    start: int, end: int, said: Sorted, opens: ParagraphKind | None = None
) -> Unit:
    return Unit(start, end, said, opens)


def sorted_as(*units: Unit) -> list[Sorted]:
    return [each.sorted for each in units]


@pytest.mark.parametrize("said", [TO_SORT, OPINION, NOT_PROSE, CLAIM])
def test_both_halves_keep_what_was_said_of_all_their_words(said):
    halves = rules.split(PASSAGE, unit(0, 17, said), 9, [])
    assert halves == (unit(0, 8, said), unit(9, 17, said))


def test_the_half_without_a_claim_is_to_be_sorted():
    halves = rules.split(PASSAGE, unit(0, 17, CLAIM, PROSE), 9, [Held(1, 9, 16)])
    assert halves == (unit(0, 8, TO_SORT, PROSE), unit(9, 17, CLAIM))


def test_no_split_goes_through_the_words_of_a_claim():
    with pytest.raises(InvalidError, match="The words of claim 4 go across"):
        rules.split(PASSAGE, unit(0, 17, CLAIM), 9, [Held(4, 3, 11)])


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        (TO_SORT, TO_SORT, TO_SORT),
        (OPINION, OPINION, OPINION),
        (OPINION, QUESTION, TO_SORT),
        (OPINION, TO_SORT, TO_SORT),
        (CLAIM, OPINION, CLAIM),
        (TO_SORT, CLAIM, CLAIM),
    ],
)
def test_joined_they_keep_what_was_said_of_both(first, second, whole):
    units = [unit(0, 8, first, PROSE), unit(9, 17, second)]
    assert rules.join(PASSAGE, units, PROSE) == unit(0, 17, whole, PROSE)


def test_marks_without_a_word_say_nothing_when_joined():
    units = [unit(9, 17, OPINION), unit(18, 19, NOT_PROSE)]
    assert rules.join(PASSAGE, units, PROSE).sorted == OPINION


def test_paragraphs_are_joined_only_when_they_are_of_one_kind():
    units = [unit(0, 8, TO_SORT, PROSE), unit(9, 17, TO_SORT, HEADING)]
    with pytest.raises(InvalidError, match="another kind"):
        rules.join(PASSAGE, units, PROSE)
    assert rules.join(PASSAGE, units, HEADING).opens is PROSE


def test_in_a_heading_nothing_waits_to_be_sorted_and_back_it_does():
    units = [unit(0, 8, TO_SORT, PROSE), unit(9, 17, CLAIM), unit(18, 19, NOT_PROSE)]
    heading = rules.change_kind(PASSAGE, units, HEADING)
    assert heading[0].opens is HEADING
    assert sorted_as(*heading) == [NOT_PROSE, CLAIM, NOT_PROSE]
    again = rules.change_kind(PASSAGE, heading, PROSE)
    assert sorted_as(*again) == [TO_SORT, CLAIM, NOT_PROSE]


def test_history_draws_where_sentences_and_paragraphs_begin():
    whole = [unit(0, 17, TO_SORT, PROSE)]
    halves = [unit(0, 8, TO_SORT, PROSE), unit(9, 17, TO_SORT, PROSE)]
    assert excerpts(PASSAGE, whole, halves) == (
        "¶ It rose. It fell.",
        "¶ It rose. ¶ It fell.",
    )
    assert excerpts(PASSAGE, [], [unit(18, 19, NOT_PROSE)]) == ("", "…")


@dataclass
class Layout:
    """A text's units and claims, corrected at random; undo puts the last run back."""

    passage: Passage
    units: list[Unit]
    claims: list[Held]
    done: list[tuple[int, list[Unit], list[Unit]]] = field(default_factory=list)

    def put(self, at: int, old: int, new: list[Unit]) -> None:
        rules.check_held(
            new, [c for c in self.claims if new[0].start <= c.start < new[-1].end]
        )
        self.done.append((at, self.units[at : at + old], new))
        self.units[at : at + old] = new

    def correct(self, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(self.units) - 1))
        here = self.units[at]
        if data.draw(st.booleans()) and at + 1 < len(self.units):
            pair = self.units[at : at + 2]
            self.put(at, 2, [rules.join(self.passage, pair, PROSE)])
            return
        words = self.passage.words(here.start, here.end)
        cut = data.draw(st.sampled_from(places(words) or (0,)))
        halves = rules.split(self.passage, here, here.start + cut, self.claims)
        self.put(at, 1, list(halves))

    def undo(self) -> None:
        at, before, after = self.done.pop()
        assert self.units[at : at + len(after)] == after
        self.units[at : at + len(after)] = before


@given(TEXTS, st.data())
def test_any_corrections_keep_every_word_and_claim_and_can_be_undone(text, data):
    found = [
        Unit(s.start, s.end, data.draw(SORTED), None if index else PROSE)
        for index, s in enumerate(split(text, "en"))
    ]
    claims = [
        Held(number, each.start, each.end)
        for number, each in enumerate(found, 1)
        if each.sorted == CLAIM
    ]
    layout = Layout(Passage(text), list(found), claims)
    for _ in range(data.draw(st.integers(1, 8))):
        try:
            layout.correct(data)
        except InvalidError:
            continue
        bare = [text[u.start : u.end] for u in layout.units]
        assert "".join("".join(bare).split()) == "".join(text.split())
        assert all(words == words.strip() != "" for words in bare)
        for claim in claims:
            (holder,) = [
                u for u in layout.units if u.start <= claim.start and claim.end <= u.end
            ]
            assert holder.sorted == CLAIM
    assert from_state(as_state(layout.units)) == tuple(layout.units)
    while layout.done:
        layout.undo()
    assert layout.units == found
