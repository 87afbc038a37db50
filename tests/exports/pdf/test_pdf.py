"""The PDF, read by PDFium: tagged, linked both ways, and never a box for a letter."""

import os
import threading

import pytest
from hypothesis import given

from factcheck.errors import BusyError, UnwritableError
from factcheck.exports.addresses import NOWHERE, addresses_under
from factcheck.exports.marking import Words, marked
from factcheck.exports.pdf import apart, file, hold_pdf, write_pdf
from factcheck.exports.pdf.apart import LackedError, set_apart
from factcheck.exports.pdf.document import document, strings
from factcheck.exports.pdf.missing import SURE, Clean, clusters, to_try
from factcheck.exports.wording import finding_words
from tests.exports.pdf.essays import HOSTILE, PARAGRAPHS, TITLES, essay_in
from tests.exports.pdf.reading import read
from tests.exports.seed_essay import seed_essay
from tests.exports.strategies import annotated_essays

ABOUT = addresses_under("https://d.org/", "mao-stalin", "The Desk")
TIME = "1980-01-01T00:00:00+00:00"


def test_the_seed_is_tagged_and_linked_both_ways():
    essay = seed_essay()
    page = read(write_pdf(essay, ABOUT))
    assert (page.title, page.language) == (essay.facts.title, "en")
    assert page.is_tagged
    assert page.tags["H1"] == 5
    assert page.spoken[0] == (
        "True 7, Mostly true 5, Mixed 8, Misleading 0, Mostly false 1, False 1,"
        " Unproven 7"
    )
    assert len(page.jumps) == 2 * len(essay.claims)
    assert page.addresses.count("https://d.org/about/method") == 1
    # PDFium joins what was divided at the end of a line.
    squeezed = "".join(page.text.split()).replace("-", "")
    for claim in essay.claims:
        finding = finding_words(claim, essay.facts.reviews_needed)
        assert "".join(finding.split()).replace("-", "") in squeezed


def test_hostile_words_are_printed_as_they_are_and_the_same_each_time():
    essay = essay_in("en")
    data = write_pdf(essay)
    assert data == write_pdf(essay)
    found = read(data)
    said = sum(text.count(HOSTILE) for text in strings(document(essay, NOWHERE)))
    assert "".join(found.text.split()).count("".join(HOSTILE.split())) == said
    assert b"pdfuaid:part" in data


@pytest.mark.parametrize("language", ["ar", "ko"])
def test_letters_of_other_scripts_are_there_and_none_is_lost(language: str):
    essay = essay_in(language)
    data, lost = hold_pdf(essay)
    assert lost == []
    found = read(data)
    assert found.title == TITLES[language]
    assert found.language == language
    letters = {c for c in "".join(PARAGRAPHS[language]) if c.isalpha()}
    assert letters - set(found.text) == set()


def test_what_typst_brings_needs_no_other_font():
    sure = [chr(n) for n in range(0x20, 0x2300) if SURE.fullmatch(chr(n))]
    assert len(sure) >= 500
    asked = {"characters": sure, "fonts": ["Libertinus Serif"]}
    set_apart({"data": asked, "timestamp": TIME, "own_fonts": True})


def test_a_character_that_no_font_has_is_named_and_told():
    essay = essay_in("en", title="A \U000f1234 in \x07", more="The \U000f1234 stays.")
    data, (line,) = hold_pdf(essay)
    assert "U+F1234" in line
    assert "fonts-noto" in line
    found = read(data)
    assert "The [U+F1234] stays." in found.text
    assert found.title == "A [U+F1234] in "
    assert "No font here has U+F1234" in found.text


def test_an_essay_whose_letters_no_font_has_is_refused(monkeypatch):
    def lacking(asked):
        raise LackedError([c for c in asked["data"]["characters"] if c.isalpha()])

    monkeypatch.setattr(file, "set_apart", lacking)
    with pytest.raises(UnwritableError, match=r"\(Hangul\)\. .*fonts-noto-cjk"):
        write_pdf(essay_in("ko"))


def test_letters_in_a_row_are_counted_by_script_and_others_named():
    said = Clean(["강", "과", "नी", "\U0001f600", "漢"])
    assert said("강과 नी 漢! \U0001f600\U0001f600") == (
        "[2 letters of Hangul] [1 letter of Devanagari] [1 letter of Han]!"
        " [U+1F600][U+1F600]"
    )
    assert said("a\x00b\ufffec") == "abc"
    assert Clean()("강") == "강"
    assert list(clusters("e\u0301नी\U0001f468\u200d\U0001f469x")) == [
        *("e\u0301", "नी", "\U0001f468\u200d\U0001f469", "x")
    ]
    assert to_try(["Łódź “a” — Ж", "강e\u0301", "강"]) == ["e\u0301", "강"]


@given(annotated_essays())
def test_what_is_set_is_every_word_in_order(essay):
    claims = {claim.number: claim for claim in essay.claims}
    for sentence in essay.sentences:
        found = list(marked(sentence, claims))
        words = [each for each in found if isinstance(each, Words)]
        assert "".join(each.text for each in words) == sentence.text
        assert sorted(n for n in found if isinstance(n, int)) == sorted(sentence.claims)
        for number in sentence.claims:
            claim = claims[number]
            over = "".join(each.text for each in words if number in each.claims)
            assert over == claim.quote
            assert sum(number in each.begun for each in words) == 1
    assert essay.facts.title in set(strings(document(essay, ABOUT))) or not (
        essay.facts.title
    )


def test_more_than_a_few_at_once_are_sent_away(monkeypatch):
    reached, go = threading.Semaphore(0), threading.Event()

    def wait(_asked: bytes) -> bytes:
        reached.release()
        go.wait(30)
        return b"%PDF"

    monkeypatch.setattr(apart, "_run", wait)
    threads = [threading.Thread(target=set_apart, args=({},)) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert reached.acquire(timeout=30)
    assert reached.acquire(timeout=30)
    while apart._PLACES.acquire(blocking=False):
        apart._PLACES.release()
        os.sched_yield()
    with pytest.raises(BusyError):
        set_apart({})
    go.set()
    for thread in threads:
        thread.join()


def test_what_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    with pytest.raises(UnwritableError, match="more time or memory"):
        set_apart({"data": {"fonts": []}, "timestamp": TIME, "own_fonts": True})
