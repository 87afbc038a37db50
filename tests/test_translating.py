"""What is spoken: said by a door, asked below, and given back."""

from types import SimpleNamespace

import pytest
from jinja2 import Environment

from factcheck import translating
from factcheck.translating import _, lazy, listed, ngettext, number, speaking, spoken

KOREAN = {
    "Kept for %(name)s.": "%(name)s 앞으로 저장했습니다.",
    "Language": "언어",
    "%(num)s claim": "주장 %(num)s개",
}


@pytest.fixture
def korean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the translation a few words of its own."""
    words = SimpleNamespace(
        gettext=lambda message: KOREAN[message],
        ngettext=lambda singular, _plural, _num: KOREAN[singular],
    )
    monkeypatch.setattr(
        translating, "_speech", lambda language: translating.Speech(language, words)
    )


def test_english_is_spoken_until_a_door_says_otherwise():
    assert spoken() == "en"
    assert _("Kept for %(name)s.", name="100%") == "Kept for 100%."
    assert ngettext("%(num)s claim", "%(num)s claims", 1) == "1 claim"
    assert ngettext("%(num)s claim", "%(num)s claims", 1200) == "1,200 claims"
    assert listed(["A", "B", "C"]) == "A, B and C"


@pytest.mark.usefixtures("korean")
def test_another_language_is_spoken_for_a_while():
    label = lazy("Language")
    with speaking("ko"):
        assert spoken() == "ko"
        assert _("Kept for %(name)s.", name="이나") == "이나 앞으로 저장했습니다."
        assert ngettext("%(num)s claim", "%(num)s claims", 1200) == "주장 1,200개"
        assert str(label) == "언어"
        assert listed(["가", "나"]) == "가 및 나"
    assert spoken() == "en"


def test_a_language_without_a_translation_is_english():
    with speaking("xx"):
        assert spoken() == "en"


def test_numbers_are_grouped_as_the_language_groups_them():
    with speaking("ko"):
        assert number(1200) == "1,200"


def test_templates_say_messages_with_their_values_escaped():
    page, letter = Environment(autoescape=True), Environment(autoescape=False)  # noqa: S701
    for environment in (page, letter):
        translating.teach(environment)
    source = (
        "{{ _('By <b>%(name)s</b>', name=name) }}"
        "{% trans num=n %}{{ num }} claim{% pluralize %}{{ num }} claims{% endtrans %}"
    )
    said = {"name": "A & B", "n": 1200}
    assert page.from_string(source).render(said) == "By <b>A &amp; B</b>1,200 claims"
    assert letter.from_string(source).render(said) == "By <b>A & B</b>1,200 claims"
