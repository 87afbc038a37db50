"""Languages that our rules do not know are left to a library, which is shielded."""

import pytest

from factcheck.text import fallback
from factcheck.text.sentences import split


def units(text, language):
    return [text[s.start : s.end] for s in split(text, language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("vi", ["Chiến tranh kết thúc.", "Anh ấy không về.", "Tại sao?"]),
        ("id", ["Perang sudah selesai.", "Dia tidak kembali.", "Mengapa?"]),
        ("hu", ["A háború véget ért.", "Nem jött vissza.", "Miért?"]),
        ("ro", ["Războiul s-a terminat.", "El nu s-a întors.", "De ce?"]),
        ("sw", ["Vita vimekwisha.", "Hakurudi.", "Kwa nini?"]),
        ("he", ["המלחמה נגמרה.", "הוא לא חזר.", "למה?"]),
        ("bn", ["যুদ্ধ শেষ হয়েছে।", "সে ফেরেনি।"]),
        ("ta", ["போர் முடிந்தது.", "அவன் திரும்பவில்லை."]),
        ("no-such", ["Mao left.", "Stalin came."]),
    ],
)
def test_other_languages_are_cut_too(language, sentences):
    assert units(" ".join(sentences), language) == sentences


def test_ordinary_prose_is_shown_to_the_library():
    assert fallback.ends("Vita vimekwisha. Hakurudi.", "sw") == [16]


@pytest.mark.parametrize("piece", ["中。", "'", "“", "a. ", "...", "word " * 5])
def test_what_keeps_the_library_busy_is_not(piece):
    assert fallback.ends(piece * (21_000 // len(piece)), "vi") is None


def test_a_library_that_breaks_costs_nothing(monkeypatch):
    def broken(language, text):
        raise ZeroDivisionError(language, text)

    monkeypatch.setattr("sentencex.get_sentence_boundaries", broken)
    assert units("Mao left. Stalin came.", "vi") == ["Mao left.", "Stalin came."]
