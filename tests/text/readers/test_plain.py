import pytest

from factcheck.text.readers.plain import read
from factcheck.text.readers.reading import Reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("On Mao\n\nBy Ann Lee\n\nHe left.", Reading("On Mao", "Ann Lee")),
        ("By Ann Lee\n\nHe left.", Reading("", "Ann Lee")),
        ("He left.\n\nBy Ann Lee\n", Reading("", "Ann Lee")),
        ("He left.\n\nIt ended.\n\nBy Ann Lee\n\nOr so.", Reading("", "")),
        ("He left.", Reading("", "")),
    ],
)
def test_title_and_byline_are_read(text, reading):
    assert read(text) == reading
