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
        ("By Ada M. Quill, 12 March 2024", "Ada M. Quill"),
        ("By Ada Quill and Bo Kim, March 12, 2024", "Ada Quill and Bo Kim"),
        ("By Ada Quill | Updated 3 May 2024, 10:00", "Ada Quill"),
        ("Von Anna Maier, 12. März 2024", "Anna Maier"),
        ("By Spring, 1984", ""),
        ("By Ada Quill, 12 of the boats were lost", ""),
        ("By Ada Quill, 12 March 2024.", ""),
        ("Von Anna Maier und Jörg Weiß", "Anna Maier und Jörg Weiß"),
        ("Par Élise de La Tour", "Élise de La Tour"),
        ("Autor: Jan Novák", "Jan Novák"),
        ("Автор: Анна Ким", "Анна Ким"),
        ("作者：李安", "李安"),
        ("（文／山田太郎）", "山田太郎"),
        ("글: 김안나", "김안나"),
        ("김안나 기자", "김안나"),
        ("מאת: דנה לוי", "דנה לוי"),
        ("بقلم ليلى حداد", "ليلى حداد"),
        ("लेखिका: अनीता राव", "अनीता राव"),
        ("Tác giả: Nguyễn Văn An", "Nguyễn Văn An"),
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
        "by/for everyone",
        "Von Berlin",
        "Von Berlin nach Bonn",
        "Di Roma",
        "Par hasard",
        "Autor: 1949?",
        "문제: 강은 올랐는가",
        "文：这是一个问题。",
        "글: 강은 올랐는가?",
        "Der Autor: ein Nachruf",
        "https://example.org/author",
    ],
)
def test_other_lines_give_none(line):
    assert byline(line) == ""
