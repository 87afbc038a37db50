import pytest

from factcheck.errors import InvalidError
from factcheck.text.anchoring import carry_over
from factcheck.text.carried import (
    Anchored,
    CarryOver,
    ChangeKind,
    Fate,
    FateKind,
    VersionText,
    anchored,
)
from factcheck.text.sentences import split

OLD = """\
Mao rushed to Moscow in December 1949. Stalin refused to welcome him at the station. \
Zhou Enlai said that the delegation was given the cold shoulder.

China will build six nuclear power plants near Mount Paektu. Nobody in the North has \
been asked. The plan was announced on 4 March.
"""


def version(text: str) -> VersionText:
    return VersionText(text, split(text))


def claim(text: str, quote: str, number: int = 1) -> Anchored:
    start = text.index(quote)
    return anchored(text, number, start, start + len(quote))


def carry(old: str, quote: str, new: str) -> Fate:
    return carry_over(version(old), [claim(old, quote)], version(new)).fates[0]


def kinds(carried: CarryOver) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(change.kind.value, change.old, change.new) for change in carried.changes]


def test_the_same_words_in_the_same_place():
    fate = carry(OLD, "Stalin refused to welcome him", "A new beginning.\n\n" + OLD)
    assert fate.kind is FateKind.SAME
    assert fate.place
    assert fate.place.quote == "Stalin refused to welcome him"
    assert fate.place.prefix == "rushed to Moscow in December 1949. "[-32:]
    assert fate.place.suffix == " at the station. Zhou Enlai said"


def test_new_quotation_marks_and_lines_are_the_same_words():
    old = "He wrote: “I am honored — truly.” Then he left."
    new = 'He wrote:\n"I am honored -- truly."  Then he left.'
    fate = carry(old, "“I am honored — truly.”", new)
    assert fate.kind is FateKind.SAME
    assert fate.place
    assert fate.place.quote == '"I am honored -- truly."'


def test_a_paragraph_that_moved():
    first, second = OLD.strip().split("\n\n")
    first += " A fourth sentence keeps the first paragraph the longer one."
    old, new = f"{first}\n\n{second}", f"{second}\n\n{first}"
    fate = carry(old, "Nobody in the North has been asked.", new)
    assert fate.kind is FateKind.MOVED
    assert fate.place
    assert new[fate.place.start :].startswith("Nobody in the North")


def test_edited_words_are_only_proposed():
    new = OLD.replace("six nuclear", "four nuclear")
    fate = carry(OLD, "China will build six nuclear power plants", new)
    assert fate.kind is FateKind.EDITED
    assert not fate.attached
    assert fate.place
    assert fate.place.quote == "China will build four nuclear power plants"
    assert 90 < fate.score < 100


def test_the_rest_of_an_edited_sentence_stays_attached():
    new = OLD.replace("six nuclear", "four nuclear")
    assert carry(OLD, "near Mount Paektu", new).kind is FateKind.SAME


def test_a_cut_sentence_is_lost():
    new = OLD.replace("Nobody in the North has been asked. ", "")
    fate = carry(OLD, "Nobody in the North has been asked.", new)
    assert fate == Fate(1, FateKind.LOST)


def test_a_lookalike_that_was_there_all_along_is_not_taken():
    alpha = "Team Alpha reported that the update reduced delays by twelve percent."
    beta = alpha.replace("Alpha", "Beta")
    old = f"It was a good year. {alpha} Then came March. {beta} Nobody objected."
    new = f"It was a good year. Then came March. {beta} Nobody objected."
    assert carry(old, alpha, new).kind is FateKind.LOST
    assert carry(old, "reduced delays by twelve percent", new).kind is FateKind.LOST


def test_a_replaced_name_does_not_jump_to_another_mention():
    old = "Robin wrote the report, and in May the editor thanked Robin for it."
    new = "Robin wrote the report, and in May the editor thanked Elisa for it."
    start = old.rindex("Robin")
    second = anchored(old, 1, start, start + 5)
    fate = carry_over(version(old), [second], version(new)).fates[0]
    assert fate.kind is FateKind.EDITED
    assert fate.place
    assert fate.place.quote == "Elisa"


@pytest.mark.parametrize(
    ("quote", "old", "new"),
    [
        ("grew by 3", "Output grew by 3 percent.", "Output grew by 3.5 percent."),
        ("Mao was two", "Mao was two men in one.", "Mao was two-faced in one."),
        (
            "a loss of 5",
            "It made a loss of 5 million.",
            "It made a loss of 50 million.",
        ),
        ("क", "यह क है।", "यह कि है।"),
    ],
)
def test_a_part_of_a_longer_word_or_number_is_not_the_words(quote, old, new):
    assert not carry(old, quote, new).attached


def test_repeats_are_resolved_by_their_neighbours():
    old = (
        "We waited. The mill closed in 1961. We waited. The trains stopped. We waited."
    )
    new = (
        "We waited. The mill closed in 1962. We waited. The trains stopped. We waited."
    )
    starts = [at for at in range(len(old)) if old.startswith("We waited.", at)]
    marked = [anchored(old, number, at, at + 10) for number, at in enumerate(starts)]
    carried = carry_over(version(old), marked, version(new))
    assert [fate.kind for fate in carried.fates] == [FateKind.SAME] * 3
    assert [fate.place.start for fate in carried.fates if fate.place] == starts


def test_repeats_that_nothing_tells_apart_are_asked_about():
    old = "They promised it. They promised it. They promised it. Nothing came."
    new = "They promised it. They promised it. Nothing came."
    marked = anchored(old, 1, 18, 35)
    fate = carry_over(version(old), [marked], version(new)).fates[0]
    assert fate.kind is FateKind.AMBIGUOUS
    assert {place.start for place in fate.candidates} == {0, 18}


def test_a_place_that_would_not_lead_back_is_asked_about():
    old = "Mao Mao.\n\nMao.\n\nMao."
    fate = carry(old, "Mao", "Mao.\n\nMao. Mao.")
    assert fate.kind is FateKind.AMBIGUOUS


def test_a_copy_elsewhere_does_not_draw_a_reworded_claim_away():
    sentence = "The treaty was signed in Moscow by eleven ministers and a king."
    old = f"It began well. {sentence} It ended badly. Years went by. Nobody cared."
    new = (
        f"It began well. {sentence.replace('eleven', 'twelve')} It ended badly. "
        f"Years went by. {sentence} Nobody cared."
    )
    assert not carry(old, sentence, new).attached


def test_a_short_sentence_is_not_found_in_another_place():
    old = "Was it legal? No. The court sat for six weeks and heard ninety witnesses."
    new = old.replace(" No.", "") + " " + "Nobody spoke of it again. " * 8 + "No."
    assert not carry(old, "No.", new).attached


def test_the_changes_account_for_both_versions():
    new = (
        OLD.replace("six", "four")
        .replace("Nobody in the North has been asked. ", "")
        .replace("him at the station. Zhou", "him at the station, and Zhou")
        .replace("The plan", "It came late. The plan")
    )
    assert kinds(carry_over(version(OLD), [], version(new))) == [
        ("same", (1,), (1,)),
        ("merged", (2, 3), (2,)),
        ("edited", (4,), (3,)),
        ("cut", (5,), ()),
        ("new", (), (4,)),
        ("same", (6,), (5,)),
    ]


def test_a_split_sentence_is_one_change():
    old = "The bridge opened in May 1931, and the ferry sank at its moorings."
    new = "The bridge opened in May 1931. The ferry sank at its moorings."
    marked = [claim(old, "sank at its moorings")]
    carried = carry_over(version(old), marked, version(new))
    assert [change.kind for change in carried.changes] == [ChangeKind.SPLIT]
    assert carried.of(1).kind is FateKind.SAME
    assert carried.changed(ChangeKind.SPLIT) == carried.changes


def test_what_is_hidden_at_the_ends_of_words_comes_along():
    old = "First came the spring. Then came the \xadsummer\xad and it stayed."
    new = "First came the spring. Then came the \xadsummer\xad and it never left."
    fate = carry(old, "\xadsummer\xad", new)
    assert fate.place
    assert fate.place.quote == "\xadsummer\xad"


def test_a_claim_that_is_not_at_its_place_is_refused():
    wrong = Anchored(0, 3, "Mau", "", "", 7)
    message = r"Claim 7 .* Nothing was carried over"
    with pytest.raises(InvalidError, match=message) as error:
        carry_over(version(OLD), [wrong], version(OLD))
    assert error.value.field == "claims"


def test_from_and_to_an_empty_text():
    empty = version("")
    assert carry_over(empty, [], version(OLD)).changes
    fates = carry_over(version(OLD), [claim(OLD, "Nobody")], empty).fates
    assert [fate.kind for fate in fates] == [FateKind.LOST]
