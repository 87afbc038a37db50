"""Raw reviews are under pseudonyms, and tell nothing of what still waits."""

from factcheck.queries.raw_reviews import raw_reviews
from factcheck.queries.viewers import viewer_of
from factcheck.rules.permissions import Role
from tests.factories import essays, people


def test_they_are_told_under_pseudonyms_once_a_claim_has_its_reviews(session):
    editor = people.person(session, Role.EDITOR, name="Ines Moreau")
    essay = essays.essay(session, reviews_needed=2)
    robin = people.person(session, name="Robin Hale")
    sunmi = people.person(session, name="Sun-mi Park")
    done = essays.mark(session, essay, editor, "The river rose")
    waits = essays.mark(session, essay, editor, "The town voted to move")
    essays.save(session, done, robin, essays.facts(verdict="true"))
    essays.save(session, done, sunmi, essays.facts(verdict="false"))
    essays.save(session, waits, robin, essays.facts(verdict="true"))

    seen = viewer_of(session, editor, essay)
    told = raw_reviews(session, essay, viewer=seen, key="one")
    whole = raw_reviews(session, essay, viewer=None, key="one")

    assert told.keys() == {done.number}
    assert {review.verdict for review in told[done.number]} == {"true", "false"}
    assert whole.keys() == {done.number, waits.number}
    (again,) = whole[waits.number]
    assert again.annotator in {review.annotator for review in told[done.number]}
    assert "Robin" not in repr(whole)
    assert raw_reviews(session, essay, viewer=None, key="two") != whole
