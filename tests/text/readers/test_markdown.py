import pytest

from factcheck.text.readers.markdown import read
from factcheck.text.readers.reading import Reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("# On Mao\n\n*By Ann Lee*\n\nHe left.", Reading("On Mao", "Ann Lee")),
        ('---\ntitle: "On Mao"\nAuthor: Ann Lee\n---\n', Reading("On Mao", "Ann Lee")),
        ("+++\ntitle = 'On Mao'\n+++\n", Reading("On Mao", "")),
        ("---\nbyline: Ann Lee\n---\n# On Mao\n", Reading("On Mao", "Ann Lee")),
        ("---\ntitle: [a, b]\n---\n# On Mao\n", Reading("On Mao", "")),
        ("---\ndate: 1949\n---\n\nMao left.\n\nBy Ann Lee", Reading("", "Ann Lee")),
    ],
)
def test_fields_go_before_headings_and_bylines(text, reading):
    assert read(text) == reading
