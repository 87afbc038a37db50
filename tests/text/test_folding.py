# ruff: noqa: RUF001 - quotes, dashes and stops of many scripts
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He said, “no.”", 'He said, "no."'),
        ("He said, “no.”", "He said, «\xa0no.\xa0»"),
        ("He said, “no.”", "He said, ‘no.’"),
        ("Mao’s hatred", "Mao's hatred"),
        ("late — very late", "late -- very late"),
        ("late — very late", "late – very late"),
        ("1949–1956", "1949-1956"),
        ("and so on...", "and so on…"),
        ("two\n  lines", "two lines"),
        ("devel-\nopment", "development"),
        ("soft\xadly", "softly"),
        ("cafe\u0301", "caf\xe9"),
        (unicodedata.normalize("NFD", "한국은"), "한국은"),
        ("ﬁne ＡＢＣ", "fine ABC"),
        ("你好。再见，朋友", "你好. 再见, 朋友"),
        ("在2019年", "在 2019 年"),
        ("نعم، لماذا؟", "نعم, لماذا?"),
        ("「はい」", "“はい”"),
    ],
)
def test_the_same_words_fold_alike(one, other):
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10² metres", "102 metres"),
        ("3½ years", "31⁄2 years"),
        ("3. 5 of them", "3.5 of them"),
        ("a 6′ snake", "a 6″ snake"),
        ("two-faced", "two faced"),
        ("the US said", "the us said"),
        ("1,000 men", "1.000 men"),
        ("Anglo-\nSaxon", "AngloSaxon"),
    ],
)
def test_other_words_do_not(one, other):
    assert fold(one).text != fold(other).text


def test_places_lead_back_to_the_raw_text():
    raw = "He  said –\n«\xa0cafe\u0301\xa0»."
    folded = fold(raw)
    at = folded.text.index("caf")
    start, end = folded.raw_start(at), folded.raw_end(at + 4)
    assert raw[start:end] == "cafe\u0301"
    assert folded.folded(start) == at


@given(
    st.text(st.sampled_from("ab .,-–—“”'’«»…\n\xa0\xad\u0301é。，1가각\u1100\u1161ﬁ²"))
)
def test_places_stay_in_order_and_inside(raw):
    folded = fold(raw)
    size = len(folded.text)
    starts = [folded.raw_start(at) for at in range(size)]
    ends = [folded.raw_end(at + 1) for at in range(size)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= a < b <= len(raw) for a, b in zip(starts, ends, strict=True))
    places = [folded.folded(at) for at in range(len(raw) + 1)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == size
