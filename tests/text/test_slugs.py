# ruff: noqa: RUF001 - quotation marks as writers set them
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.slugs import LONGEST, slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Mao and Stalin", "mao-and-stalin"),
        ("Stalin’s Łódź: a Straße", "stalins-lodz-a-strasse"),
        ("ÜNÏTED ﬁnd №5", "united-find-no5"),
        ("毛泽东 과 한국어", "毛泽东-과-한국어"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("ЧТО ЭТО", "что-это"),
        ("../../etc/passwd", "etc-passwd"),
        ("—!?—", "essay"),
        ("", "essay"),
    ],
)
def test_a_title_becomes_a_slug(title, slug):
    assert slugify(title) == unicodedata.normalize("NFC", slug)


def test_whole_words_are_kept_of_a_long_title():
    slug = slugify("the long and winding road " * 10)
    assert len(slug) <= LONGEST
    assert slug.endswith("-winding-road-the-long")


def test_one_long_word_is_cut():
    assert slugify("x" * 100) == "x" * LONGEST


@given(st.text())
def test_a_slug_is_never_empty_or_long_or_with_anything_to_quote(title):
    slug = slugify(title)
    assert 0 < len(slug) <= LONGEST
    assert all(c == "-" or unicodedata.category(c)[0] in "LMN" for c in slug)
    assert "--" not in slug
    assert slug.strip("-") == slug
