from collections.abc import Iterator
from dataclasses import replace

import pytest

from factcheck.exports import FORMATS, beside, wording
from factcheck.rules.annotated import (
    AnnotatedEssay,
    AnnotatedInquiry,
    AnnotatedReview,
    AnnotatedRewording,
    AnnotatedRuling,
    Correction,
    EditionNote,
    SentenceFacts,
)
from factcheck.rules.annotating import Ruled, annotate
from tests.exports.parsing import parse_html, rendered, told
from tests.exports.seed_essay import seed_essay
from tests.exports.test_csv import read_rows

pytestmark = pytest.mark.usefixtures("unset_pdfs")
ASKED = AnnotatedInquiry(
    "the author", "e-mail", "2026-03-01", "2026-03-04", "He stands by it."
)
REWORDED = AnnotatedRewording("in 1949", "in December 1949", "accepted", "Thank you.")
CORRECTED = EditionNote(
    2,
    "2026-03-09T10:00:00Z",
    "One verdict was wrong.",
    (
        Correction(1, "Mao", "True", "Mixed", "A letter turned up."),
        Correction(2, "Stalin", "", "True", ""),
        Correction(99, "Zhou", "False", "", "Not a claim."),
    ),
)


def decided(*, print_dissent: bool = True, reopened: bool = False) -> AnnotatedEssay:
    """Return the seed, its first claim ruled on against its second reviewer."""
    seed = seed_essay()
    first = seed.claims[0]
    other = AnnotatedReview(1, "false", "It was later.", "", "2026-03-04T12:00:00Z")
    ruling = AnnotatedRuling(
        "E. Ditor", "2026-03-05T09:00:00Z", "A log.", "fact", print_dissent
    )
    verdict = first.verdict.key if first.verdict else ""
    claims = [
        replace(
            first,
            reviews=(*first.reviews, other),
            inquiries=(ASKED,),
            rewordings=(REWORDED,),
        ),
        *seed.claims[1:],
    ]
    return annotate(
        seed.facts,
        list(_facts(seed)),
        claims,
        ["A. Reader", "B. Reader"],
        CORRECTED,
        interests=["", "Owns shares."],
        rulings={1: Ruled(verdict, "It was so.", "", ruling, reopened)},
    )


def _facts(essay: AnnotatedEssay) -> Iterator[SentenceFacts]:
    for s in essay.sentences:
        yield SentenceFacts(
            s.position, s.paragraph, s.start, s.end, s.sorting, s.reason
        )


LINES = [
    "Ruled by E. Ditor on 5 March 2026: A log.",
    "Dissent: B. Reader: False. It was later.",
    (
        "Asked the author (e-mail, 1 March 2026, answered 4 March 2026):"
        " He stands by it."
    ),
    "Proposed “in December 1949” for “in 1949”. The author accepted it. Thank you.",
    "B. Reader declares: Owns shares.",
]


def test_everything_beside_a_claim_is_said_in_order():
    essay = decided()
    assert list(beside.beside_lines(essay.claims[0], essay)) == LINES
    assert list(beside.beside_lines(essay.claims[1], essay)) == []


def test_the_page_says_it_in_the_note():
    note = parse_html(FORMATS["html"].write(decided())).find("details", "note")[0]
    kinds = ("ruling", "dissent", "inquiry", "rewording", "interest")
    assert [note.find("p", kind)[0].text() for kind in kinds] == LINES


def test_markdown_says_it_in_the_note():
    text = FORMATS["markdown"].write(decided()).decode()
    note = rendered(text[text.index("[^1]: ") :]).text()
    assert [line for line in LINES if line not in note] == []


def test_the_table_has_a_column_for_each():
    row, second, *_ = read_rows(FORMATS["csv"].write(decided()))
    columns = ("ruling", "dissent", "inquiries", "rewordings", "interests")
    assert [row[column] for column in columns] == LINES
    assert [second[column] for column in columns] == [""] * 5


@pytest.mark.parametrize("name", FORMATS)
def test_dissent_that_is_not_printed_is_nowhere(name):
    written = told(FORMATS[name].write(decided(print_dissent=False)))
    assert "It was later." not in written
    assert "B. Reader" not in written


@pytest.mark.parametrize("name", FORMATS)
def test_a_reopened_ruling_is_nowhere(name):
    written = told(FORMATS[name].write(decided(reopened=True)))
    assert "A log." not in written
    assert "It was later." not in written


def test_a_later_edition_lists_its_corrections_at_the_head():
    lines = [
        (
            "Claim 1, “Mao”: It said True; it now says Mixed. 9 March 2026."
            " A letter turned up."
        ),
        "Claim 2, “Stalin”: New in this edition: True. 9 March 2026.",
        (
            "Claim 99, “Zhou”: It said False. The claim is no longer marked."
            " 9 March 2026. Not a claim."
        ),
    ]
    assert beside.correction_lines(decided()) == lines
    text = FORMATS["markdown"].write(decided()).decode()
    head = rendered(text.split("\n\n---\n\n")[0]).text()
    assert [line for line in lines if line not in head] == []
    page = parse_html(FORMATS["html"].write(decided()))
    (section,) = page.find("section", "corrections")
    assert [item.find("b")[0].text() for item in section.find("li")] == [
        "It said True; it now says Mixed.",
        "New in this edition: True.",
        "It said False. The claim is no longer marked.",
    ]
    assert [a.attributes["href"] for a in section.find("a")] == ["#c1", "#c2"]


def test_without_corrections_there_is_no_list():
    assert beside.correction_lines(seed_essay()) == []
    assert (
        "Corrections in this edition"
        not in FORMATS["html"].write(seed_essay()).decode()
    )


def test_the_head_names_who_ruled():
    assert wording.checked_by(decided()) == (
        "Checked by A. Reader and B. Reader; last review 4 March 2026."
        " Rulings by E. Ditor."
    )
