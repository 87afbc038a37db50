# ruff: noqa: RUF001 - quotation marks as writers set them
import pytest

from factcheck.text.bylines import byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jin Se-keun", "Jin Se-keun"),
        ("by Jin Se-keun", "Jin Se-keun"),
        ("BY JIN SE-KEUN", "JIN SE-KEUN"),
        ("*By J. R. R. Tolkien*", "J. R. R. Tolkien"),
        (
            "— By Ludwig van Beethoven and Ann O’Neil",
            "Ludwig van Beethoven and Ann O’Neil",
        ),
        (
            "By Ann Lee, Bo Kim and de la Cruz Díaz",
            "Ann Lee, Bo Kim and de la Cruz Díaz",
        ),
        ("By 김철수", "김철수"),
    ],
)
def test_a_byline_gives_its_names(line, names):
    assert byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By",
        "By Jin Se-keun.",
        "By then it was over",
        "By The Sea",
        "By Monday",
        "By 1949",
        "Written by hand",
        "By émigré circles",
        "By Mao Zedong leaned to one side",
        "By " + "Ann " * 40,
    ],
)
def test_other_lines_give_none(line):
    assert byline(line) == ""
