"""What the workbench asks for: standing for one person, windows, rail, the way on."""

import pytest
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import Essay, User
from factcheck.queries.workbench import Bench, Place, Show, open_bench
from factcheck.rules.permissions import Role
from factcheck.rules.scales import Standing
from factcheck.rules.settling import Settlement
from tests.factories import essays
from tests.factories.people import person

ARABIC = "ارتفع النهر عام 1949 🌊. لم يقسه أحد."


@pytest.fixture
def editor(session: Session) -> User:
    return person(session, Role.EDITOR, name="Ines Moreau")


@pytest.fixture
def robin(session: Session) -> User:
    return person(session, name="Robin Hale")


@pytest.fixture
def sunmi(session: Session) -> User:
    return person(session, name="Sunmi Cho")


@pytest.fixture
def noise(session: Session, editor: User, robin: User) -> Essay:
    """Another essay, marked and reviewed, that must show nowhere."""
    other = essays.essay(session, actor=editor, title="Noise", mark="all")
    claim = essays.mark(session, other, editor, "The town voted")
    essays.save(session, claim, robin, essays.facts("false", second_look=True))
    return other


@pytest.fixture
def river(session: Session, editor: User, noise: Essay) -> Essay:
    made = essays.essay(session, actor=editor, reviews_needed=2)
    assert made.id != noise.id
    return made


def bench(session: Session, essay: Essay, viewer: User, show: Show = Show.ALL) -> Bench:
    return open_bench(session, slug=essay.slug, viewer=viewer, show=show)


def test_pieces_of_a_row_give_its_text_back_whatever_the_script(
    session: Session, editor: User
):
    essay = essays.essay(session, actor=editor, text=ARABIC, title="River")
    essays.mark(session, essay, editor, "النهر عام 1949")
    essays.mark(session, essay, editor, "1949 🌊")
    rows = bench(session, essay, editor).lister.around(1).rows
    for row in rows:
        assert "".join(piece.text for piece in row.pieces) == row.text
    shared = [piece.text for piece in rows[0].pieces if len(piece.marks) == 2]
    assert shared == ["1949"]


def test_ones_own_verdict_shows_before_it_is_settled_and_nobody_elses(
    session: Session, river: Essay, editor: User, robin: User, sunmi: User
):
    claim = essays.mark(session, river, editor, "The river rose")
    essays.save(session, claim, robin, essays.facts("false"))

    def standing(viewer: User) -> Standing | None:
        return bench(session, river, viewer).lister.around(1).rows[0].standing

    assert standing(robin) is Standing.REFUTED
    assert standing(sunmi) is Standing.OPEN
    essays.save(session, claim, sunmi, essays.facts("false"))
    assert standing(editor) is Standing.REFUTED
    essays.save(session, claim, sunmi, essays.facts("true"))
    assert standing(editor) is Standing.OPEN
    assert standing(sunmi) is Standing.HOLDS


def test_what_waits_for_one_person(
    session: Session, river: Essay, editor: User, robin: User, sunmi: User
):
    rose = essays.mark(session, river, editor, "The river rose")
    essays.mark(session, river, editor, "Nobody measured it")
    essays.save(session, rose, robin, give=False)
    assert bench(session, river, robin).rail().counts.open == 2
    essays.save(session, rose, robin)
    assert bench(session, river, robin).rail().counts.open == 1
    assert bench(session, river, sunmi).rail().counts.open == 2
    essays.save(session, rose, sunmi)
    assert bench(session, river, sunmi).rail().counts.open == 1
    assert bench(session, river, editor).rail().counts.open == 1
    counts = bench(session, river, robin).rail().counts
    assert (counts.all, counts.new, counts.claims, counts.checked) == (4, 2, 2, 1)


def test_a_second_look_in_a_draft_is_its_writers_alone(
    session: Session, river: Essay, editor: User, robin: User, sunmi: User
):
    claim = essays.mark(session, river, editor, "The river rose")
    essays.save(session, claim, robin, essays.facts(second_look=True), give=False)
    assert bench(session, river, robin).rail().counts.look == 1
    assert bench(session, river, sunmi).rail().counts.look == 0


def test_the_way_on_goes_round_and_back(
    session: Session, river: Essay, editor: User, robin: User
):
    words = ("The town voted to move", "it moved within a year", "The river rose")
    voted, _, _ = (essays.mark(session, river, editor, w) for w in words)
    here = bench(session, river, robin)
    hand = here.hand(Place(4, 2))
    assert hand.claim_before == Place(4, 1)
    assert hand.next_to_check == Place(1, 3)
    assert here.hand(Place(2, 0)).claim_before == Place(1, 3)
    assert here.hand(Place(2, 0)).next_to_check == Place(4, 1)
    essays.save(session, voted, robin)
    assert here.hand(Place(2, 0)).next_to_check == Place(4, 2)
    assert here.start() == Place(1, 3)


def test_the_only_claim_leads_nowhere(
    session: Session, river: Essay, editor: User, robin: User
):
    essays.mark(session, river, editor, "The river rose")
    hand = bench(session, river, robin).hand(Place(1, 1))
    assert hand.claim_before is None
    assert hand.next_to_check is None


def test_given_reviews_are_hidden_without_a_count_and_then_open(
    session: Session, river: Essay, editor: User, robin: User, sunmi: User
):
    claim = essays.mark(session, river, editor, "The river rose")
    essays.save(session, claim, sunmi, essays.facts("false"))
    blind = bench(session, river, robin).claim(1)
    assert blind.others == ()
    assert blind.settlement is Settlement.WAITING
    assert [r.who for r in bench(session, river, editor).claim(1).others] == [
        "Sunmi Cho"
    ]
    essays.save(session, claim, robin, essays.facts("true"))
    both = bench(session, river, robin).claim(1)
    assert [r.who for r in both.others] == ["Sunmi Cho"]
    assert both.settlement is Settlement.DIFFER


def test_sources_of_blind_reviews_are_not_offered(
    session: Session, river: Essay, editor: User, robin: User, sunmi: User
):
    claim = essays.mark(session, river, editor, "The river rose")

    def offered(viewer: User) -> list[str]:
        hand = bench(session, river, viewer).hand(Place(1, 1))
        return [source.url for source in hand.sources]

    essays.save(session, claim, sunmi)
    assert offered(robin) == []
    assert offered(sunmi) == ["https://example.org/gauge"]
    essays.save(session, claim, robin)
    assert offered(editor) == ["https://example.org/gauge"]


def test_words_are_cut_where_a_claim_begins_inside_one(
    session: Session, river: Essay, editor: User
):
    essays.mark(session, river, editor, "iver ro")
    hand = bench(session, river, editor).hand(Place(1, 1))
    pieces = [word.text for word in hand.sentence.words]
    assert "".join(pieces) == "The river rose in 1949."
    assert pieces[2:6] == ["r", "iver", " ", "ro"]
    claim = hand.claim
    assert claim is not None
    assert claim.start in {word.start for word in hand.sentence.words}
    assert claim.end in {word.end for word in hand.sentence.words}


def test_a_rail_of_a_long_essay_has_two_hundred_bars(session: Session, editor: User):
    text = "\n\n".join(f"Line {n} says what happened then." for n in range(1_000))
    long = essays.essay(session, actor=editor, text=text, title="Long", mark="all")
    rail = bench(session, long, editor).rail()
    assert len(rail.bars) == 200
    assert rail.bars[0].position == 1
    assert rail.bars[-1].last == 1_000
    assert {bar.kind for bar in rail.bars} == {"open"}
    assert rail.bars[-1].top + rail.bars[-1].height <= 1_000
    ends = [bar.last + 1 for bar in rail.bars[:-1]]
    assert ends == [bar.position for bar in rail.bars[1:]]


def test_what_is_not_there_is_not_found(session: Session, river: Essay, editor: User):
    here = bench(session, river, editor)
    with pytest.raises(NotFoundError, match="no sentence 9"):
        here.hand(Place(9, 0))
    with pytest.raises(NotFoundError, match="no claim 1"):
        here.place_of(1)
    with pytest.raises(NotFoundError, match="nowhere"):
        open_bench(session, slug="nowhere", viewer=editor)
    assert here.lister.below(50).rows == ()


def test_a_filter_leaves_out_what_stands_between(
    session: Session, river: Essay, editor: User
):
    essays.mark(session, river, editor, "Nobody measured it")
    window = bench(session, river, editor, Show.NEW).lister.around(1)
    assert [row.position for row in window.rows] == [1, 3, 4]
    assert [row.marks for row in window.rows] == [(), (), ()]
