# ruff: noqa: RUF001 - quotation marks and stops as writers set them
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.sentences import Sentence, split

ROOT = Path(__file__).parents[2]
ESSAY = (ROOT / "seed" / "essay.txt").read_text(encoding="utf-8")


def units(text, language=""):
    return [text[s.start : s.end] for s in split(text, language)]


# The seed essay.


def test_the_seed_essay_has_23_sentences_and_two_units_that_are_not_prose():
    found = split(ESSAY)
    assert len(found) == 25
    assert [s.position for s in found if not s.prose] == [24, 25]
    assert units(ESSAY)[-2:] == ["*", "By Jin Se-keun"]


def test_every_line_of_the_seed_essay_is_a_unit():
    assert units(ESSAY) == [line.strip() for line in ESSAY.splitlines() if line.strip()]


def test_the_seed_sentence_without_its_stop_is_one():
    (stopless,) = [u for u in units(ESSAY)[:23] if u[-1] not in ".”"]
    assert stopless.startswith("While China has hailed the plants")


def test_the_paragraphs_of_the_seed_essay_are_counted():
    paragraphs = [s.paragraph for s in split(ESSAY)]
    assert paragraphs[:6] == [1, 2, 2, 2, 2, 3]
    assert paragraphs[-2:] == [8, 9]


# What a sentence is.


def cases():
    lines = (Path(__file__).parent / "sentences.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in lines.split("\n") if line]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_cases(case):
    assert units(case["text"]) == case["sentences"]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mao met Dr. Kim at 5 p.m. Monday.", "He left."],
        ["“Stop!” Mr. Kim said.", "“Why?” she asked."],
        ["She cried, “No! No!” and ran.", "Nobody came.", "Nobody heard."],
        ["“Never!” I said.", "He left."],
        ["Then “No!", "No!” he cried."],
        ["Said King Henry V.", "No one replied."],
        ["It was " + "long" * 11 + ".", "He left."],
        ["It was over.”[1]", "The war ended.²", "Then they left."],
        ["He said it was over.”12", "The war went on."],
        ["See https://example.org/a.", "It is there."],
        ["We won! 🎉", "Then we left."],
        ["They had apples, etc.", "Then they left."],
        ["He lived on Main St.", "She did not."],
        ["There was no Plan B.", "We left."],
        ["He followed Malcolm X.", "He did."],
        ["It grew (fast!) until 1958.", "It fell."],
        ["It fell.", "(Nobody saw it fall.)", "It rose."],
        ["He came, e.g. Mao, with No. 5.", "He left."],
        ["1. Mao came.", "2. Stalin left.", "3. It ended."],
        ["Two things: a) Mao came.", "b) Stalin left."],
    ],
)
def test_sentences_are_cut_where_they_end(sentences):
    assert units(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["毛泽东去了莫斯科。", "斯大林没有迎接他。"],
        ["「はい。」と言った。", "彼は去った。"],
        ["“好。”他说。", "他走了。"],
        ["كتب ماو؟", "ذهب ستالين."],
        ["माओ गया।", "वह आया।"],
    ],
)
def test_stops_of_other_scripts_need_no_space(sentences):
    assert units("".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Er fuhr mit Hrn. bzw. Frau Kim."),
        ("de-AT", "Es gab z.B. Äpfel."),
        ("es", "Habló la Excma. María."),
    ],
)
def test_short_forms_of_the_essays_own_language_end_no_sentence(language, sentence):
    assert units(sentence, language)[-1] == units(sentence, language)[0] == sentence


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("# Is it true? Yes.\n\nMao left.", [False, True]),
        ("Mao left. ---", [True, False]),
        ("Mao left.\n—\nStalin came.", [True, False, True]),
        ("1949", [True]),
        ("🎉", [False]),
    ],
)
def test_what_is_not_prose_is_marked(text, prose):
    assert [s.prose for s in split(text)] == prose


# What holds for any text at all.

PIECES = st.sampled_from(
    [
        *(
            "Mr. ",
            "He said.",
            "“Stop!” ",
            "Kim ",
            "etc. ",
            "The ",
            "no. ",
            "5 ",
            "p.m. ",
        ),
        *("1. ", "2) ", "(", "aside) ", "[1] ", "¹", ".”12 ", "Plan B. ", "! ", "… "),
        *("http://a.b/c. ", "By Ann Lee\n", "# ", "* * *\n", "---\n", "a: b\n"),
        *("。", "中", "」", "と", "؟", "۔", "।", "אב", "🎉", "\u0301", "\u200d"),
        *("\n", "\n\n", "\u2028", "\x00", "\x1f", "\xa0", "\ud800", " ", "\t"),
    ]
)
ANY_TEXT = st.text() | st.lists(PIECES, max_size=60).map("".join)


def check_cover(text, found):
    at = 0
    for sentence in found:
        assert at <= sentence.start < sentence.end
        assert not text[at : sentence.start].strip()
        unit = text[sentence.start : sentence.end]
        assert unit == unit.strip()
        at = sentence.end
    assert at <= len(text)
    assert not text[at:].strip()


@given(ANY_TEXT)
def test_sentences_are_ordered_trimmed_and_cover_every_word(text):
    check_cover(text, split(text))


@given(ANY_TEXT)
def test_positions_count_from_one_and_paragraphs_never_go_back(text):
    found = split(text)
    assert [s.position for s in found] == list(range(1, len(found) + 1))
    paragraphs = [1, *(s.paragraph for s in found)]
    assert all(b - a in {0, 1} for a, b in itertools.pairwise(paragraphs))


@given(
    ANY_TEXT, st.sampled_from(["de", "es-MX", "el", "ko", "zh", "hy", "vi", "xx", ""])
)
def test_no_language_loses_words(text, language):
    check_cover(text, split(text, language))


@given(st.text("\t\n\r\x0b\x0c\x1c\x85\xa0\u2003\u2028\u3000 "))
def test_white_space_has_no_sentences(text):
    assert split(text) == ()


def test_a_sentence_says_where_it_stands():
    assert split("\nMao left.\n\nIt ended")[1] == Sentence(
        position=2, paragraph=2, start=12, end=20, prose=True
    )


# Texts made to break a splitter; each must be finished and covered.


@pytest.mark.parametrize(
    "piece",
    [
        *(".", "(", "“", "Mr. ", "\n", "中。", "A. ", "!", "a", " ", "1. ", ".…", '."'),
        *("[1]", "🎉", "http://a.", "e\u0301", "# a\n", "By A\n", "“a!” ", "\x00."),
        *(
            "'a",
            "‘a ",
            "《",
            "[",
            "« ",
            "(a. ",
            "a) ",
            "U.",
            ".”1",
            "。」",
            "—”",
            ". . ",
        ),
        *("b. it ", "i x. ", "12. Mai ", "(Which ", "www.", ".\ud800", " (A 1", "؟ "),
    ],
)
@pytest.mark.parametrize(("around", "language"), [("", ""), ("A b", "de"), ("A", "vi")])
def test_very_long_runs_are_finished(piece, around, language):
    text = around + piece * (25_000 // len(piece)) + around
    check_cover(text, split(text, language))


@pytest.mark.parametrize("joint", [" ", ". ", "x", "\t"])
def test_no_unit_outgrows_the_longest_block(joint):
    text = "A b" + ("word" * 10 + joint) * 2_000
    assert max(s.end - s.start for s in split(text)) <= 20_000
    check_cover(text, split(text))
