"""Each translation says everything the code says, with the same values in it."""

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from factcheck.translating import TRANSLATIONS

ROOT = Path(__file__).parents[2]
FILES = sorted(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"))
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Return what the code and the templates say, as `make messages` finds it."""
    out = tmp_path_factory.mktemp("words") / "messages.pot"
    words = "N_ lazy pgettext:1c,2"
    asked = ["pybabel", "--quiet", "extract", "--mapping", str(ROOT / "pyproject.toml")]
    where = ["--keywords", words, "--output", str(out), str(ROOT / "factcheck")]
    CommandLineInterface().run(asked + where)
    with out.open("rb") as file:
        return read_po(file)


def ids(message_id: str | tuple[str, ...]) -> tuple[str, ...]:
    return (message_id,) if isinstance(message_id, str) else tuple(message_id)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_a_translation_is_whole(said: Catalog, path: Path):
    with path.open("rb") as file:
        translated = read_po(file)
    assert [m.id for m in translated if m.fuzzy and m.id] == []
    lacking = [
        message.id
        for message in said
        if message.id
        and not any(ids(getattr(translated.get(message.id), "string", "") or ""))
    ]
    assert lacking == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_values_stand_in_a_translation_as_in_the_message(path: Path):
    with path.open("rb") as file:
        translated = read_po(file)
    wrong = [
        message.id
        for message in translated
        if message.id
        and {*PLACEHOLDER.findall(ids(message.string)[-1])}
        != {*PLACEHOLDER.findall(ids(message.id)[-1])}
    ]
    assert wrong == []


def test_the_compiled_words_are_those_of_the_file():
    for path in FILES:
        with path.open("rb") as file:
            written = [m for m in read_po(file) if m.id and not m.pluralizable]
        with path.with_suffix(".mo").open("rb") as file:
            words = gettext.GNUTranslations(file)
        stale = [m.id for m in written if _compiled(words, m) != m.string]
        assert stale == []


def _compiled(words: gettext.GNUTranslations, message: Message) -> str:
    if message.context:
        return words.pgettext(message.context, str(message.id))
    return words.gettext(str(message.id))
