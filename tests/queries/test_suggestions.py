"""Sentences to sort, the likeliest first: in windows, whatever was sorted meanwhile."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from factcheck.actions.sentences import sort_sentences
from factcheck.models import Essay, User
from factcheck.queries import suggestions
from factcheck.queries.suggestions import Suggester
from factcheck.queries.workbench import Bench, Place, Show, open_bench
from factcheck.rules.permissions import Role
from factcheck.rules.sorting import Reason, Sorted, Sorting
from factcheck.text.checkable import bare_likelihood
from factcheck.text.weights import shipped_weights, starting_weights
from tests.factories import essays
from tests.factories.layouts import split
from tests.factories.people import person

MIXED = """\
What, then, is to be done? It sold 31 ships to Chile in 1906.

How lovely it all was. The council voted 7 to 4 on 3 May 1931."""


@pytest.fixture
def editor(session: Session) -> User:
    return person(session, Role.EDITOR)


@pytest.fixture
def mixed(session: Session, editor: User) -> Essay:
    essays.essay(session, actor=editor, title="Noise", mark="suggested")
    return essays.essay(session, actor=editor, text=MIXED, title="Mixed")


def likely(session: Session, essay: Essay, viewer: User) -> Bench:
    return open_bench(session, slug=essay.slug, viewer=viewer, show=Show.LIKELY)


def opinion(session: Session, essay: Essay, editor: User, *positions: int) -> None:
    to = Sorted(Sorting.NOT_A_CLAIM, Reason.OPINION)
    sort_sentences(session, actor=editor, essay=essay, positions=positions, to=to)


def test_the_likeliest_comes_first_and_says_why(
    session: Session, mixed: Essay, editor: User
):
    bench = likely(session, mixed, editor)
    rows = bench.lister.around(1).rows
    assert {row.position for row in rows[:2]} == {2, 4}
    assert [row.suggested for row in rows] == [True, True, False, False]
    assert not any(row.opens for row in rows)
    words = [row.text for row in rows]
    found = [bare_likelihood(w, shipped_weights(), "en") for w in words]
    assert found == sorted(found, reverse=True)
    assert bench.lister.end(last=False) == rows[0].position
    suggestion = bench.hand(Place(2, 0)).suggestion
    assert suggestion is not None
    assert "a number" in suggestion.reasons


def test_what_is_sorted_leaves_the_order_but_not_the_hand(
    session: Session, mixed: Essay, editor: User
):
    opinion(session, mixed, editor, 1, 2)
    bench = likely(session, mixed, editor)
    assert [row.position for row in bench.lister.around(4).rows] == [4, 3]
    assert {row.position for row in bench.lister.around(2).rows} == {2, 3, 4}
    assert bench.hand(Place(2, 0)).suggestion is None
    assert not bench.lister.at([2]).rows[0].suggested
    opinion(session, mixed, editor, 3, 4)
    assert likely(session, mixed, editor).lister.end(last=True) is None


def test_windows_of_the_order_join_without_a_gap(session: Session, editor: User):
    text = " ".join(
        f"It sold {n} ships to Chile in 1906." if n % 3 else f"How lovely {n} was."
        for n in range(300)
    )
    long = essays.essay(session, actor=editor, text=text, title="Long")
    lister = likely(session, long, editor).lister
    window = lister.around(lister.end(last=False) or 0)
    seen = [row.position for row in window.rows]
    assert not window.earlier
    while window.later:
        window = lister.below(seen[-1])
        seen += [row.position for row in window.rows]
    assert sorted(seen) == list(range(1, 301))
    assert len(set(seen[:200]) & set(range(1, 301, 3))) == 0
    back = lister.above(seen[150])
    assert [row.position for row in back.rows] == seen[70:150]
    assert back.earlier
    assert not back.later
    middle = lister.around(seen[150])
    assert [row.position for row in middle.rows] == seen[110:230]
    assert lister.below(9_999).rows == tuple(lister.around(seen[0]).rows[:80])
    assert lister.above(9_999).rows == ()


def test_other_weights_another_language_or_another_split_judge_anew(
    session: Session, mixed: Essay, editor: User
):
    rows = likely(session, mixed, editor).lister.around(1).rows
    split(session, editor, mixed, "on 3 May")
    bench = likely(session, mixed, editor)
    cut = bench.lister.around(1).rows
    assert {row.text for row in cut} - {row.text for row in rows} == {
        "The council voted 7 to 4",
        "on 3 May 1931.",
    }
    shipped = bench.suggester
    by_hand = replace(shipped, weights=starting_weights(), digest="by hand")
    for suggester in (shipped, by_hand, replace(shipped, language="ko")):
        found = {
            row.position: bare_likelihood(
                row.text, suggester.weights, suggester.language
            )
            for row in cut
        }
        order = sorted(found, key=lambda position: (-found[position], position))
        assert suggester.ranking(session, bench.version_id) == order


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(suggestions, "MOST_KEPT", 2)
    monkeypatch.setattr(suggestions, "_KEPT", suggestions._Kept())
    for text in ("a", "b", "c"):
        known = Suggester(text, "en", shipped_weights(), "")._known()
        known.update({(0, 1): 0.5, (1, 2): 0.5})
    assert [key[0] for key in suggestions._KEPT._texts] == ["b", "c"]
