"""Words of an essay are found again in the runs of the Word file they came from."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UnreadableError
from factcheck.text.readers import read
from factcheck.text.readers.docx_places import Place, Places
from tests.text.readers.packages import WORD, docx, paragraph, run

FILES = Path(__file__).parent / "files"
SPACED = {f"{{{WORD}}}tab": "\t", f"{{{WORD}}}br": "\n"}


def runs_of(data):
    """Return the text of each run of the main part, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    return [
        "".join(
            node.text or "" if node.tag == f"{{{WORD}}}t" else SPACED.get(node.tag, "")
            for node in each
        )
        for each in root.iter(f"{{{WORD}}}r")
    ]


def without_spaces(words):
    return "".join(words.split())


@pytest.mark.parametrize("name", ["manuscript.docx", "pandoc.docx", "arabic.docx"])
@given(data=st.data())
def test_words_stand_where_they_are_said_to(name, data):
    file = (FILES / name).read_bytes()
    found = read("docx", file, 5_000_000)
    places, runs = Places(file, found.text), runs_of(file)
    body = [each for each in found.paragraphs if each.kind != "footnote"]
    start, end, kind = data.draw(st.sampled_from(body))
    start = data.draw(st.integers(start, end - 1))
    end = data.draw(st.integers(start + 1, end))
    said = "".join(runs[p.run][p.start : p.end] for p in places.find(start, end))
    words = found.text[start:end].translate(dict.fromkeys(map(ord, "¹²")))
    assert (
        without_spaces(said)
        == without_spaces(words).removeprefix(
            words[:2] if kind == "list_item" and words[:1].isdigit() else ""
        )
        or kind == "list_item"
    )


def test_words_across_runs_have_a_place_in_each():
    data = docx(f"<w:p>{run('Mao le')}{run('ft')}{run(' Moscow.')}</w:p>")
    assert Places(data, "Mao left Moscow.").find(4, 12) == [
        Place(0, 4, 6),
        Place(1, 0, 2),
        Place(2, 1, 4),
    ]


def test_words_in_a_note_are_where_its_mark_is():
    file = (FILES / "manuscript.docx").read_bytes()
    text = read("docx", file, 5_000_000).text
    start = text.index("It was printed in 1986.")
    (place,) = Places(file, text).find(start, start + 6)
    assert place.end - place.start == 1


def test_another_file_is_refused():
    with pytest.raises(UnreadableError, match="not the Word file"):
        Places(docx(paragraph("Mao left.")), "Mao came.")
