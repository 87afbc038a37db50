# ruff: noqa: RUF001 - quotation marks as writers set them
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.errors import UnreadableError
from factcheck.text.documents import Document, read_document, read_pasted

SEED = Path(__file__).parents[2] / "seed" / "essay.txt"
CURLY = "Stalin’s assistance was “lukewarm” – said a café in São Paulo.\n"
CONTROLS = re.compile("[\x01-\x08\x0e-\x1b\x7f]")


def test_the_seed_essay_is_read():
    data = SEED.read_bytes()
    assert read_document(data, "essay.txt") == Document(
        text=data.decode(),
        title="While leaders Joseph Stalin and Mao Zedong enjoyed…",
        byline="Jin Se-keun",
        language="en",
        encoding="utf-8",
        format="plain",
    )


@pytest.mark.parametrize("name", ["a.md", "A.MARKDOWN", "C:\\texts\\a.mkd"])
def test_a_markdown_file_is_known_by_its_name(name):
    assert read_document(b"# Mao\n\nHe left.", name).format == "markdown"


def test_a_markdown_text_is_not_altered():
    text = "---\ntitle: On Mao\n---\n\n# On *Mao*\n\n- He **left**.  \n"
    assert read_document(text.encode(), "a.md").text == text


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_an_encoding_is_found_out(codec, encoding):
    document = read_document(CURLY.encode(codec))
    assert (document.text, document.encoding) == (CURLY, encoding)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("마오쩌둥은 1949년 12월에 모스크바로 갔다. 스탈린은 그를 싫어했다. ", "cp949"),
        ("Мао приехал в Москву в декабре. Сталин его не встретил. ", "cp1251"),
        ("Мао приехал в Москву в декабре. Сталин его не встретил. ", "koi8-r"),
        ("毛沢東は1949年12月にモスクワへ急いだ。彼は歓迎されなかった。", "shift_jis"),
        ("毛泽东于1949年12月赶往莫斯科。斯大林没有迎接他。", "gb18030"),
        ("Mao przyjechał do Moskwy. Źródło mówi, że Stalin go nie witał. ", "cp1250"),
        ("A magyar író szerint a tűzről pattant őrült költő hűvös volt. ", "cp1250"),
        ("Scriitorul a spus că fata aceasta ştie ţara în întregime. ", "cp1250"),
        ("A construção não é fácil: São Paulo, corações e irmãos. ", "cp1252"),
        ("Författaren sade att åtta älgar gick över ön i går. ", "cp1252"),
        ("Mao fuhr nach Moskau, größer als je zuvor. Über Stalin ", "latin-1"),
    ],
)
def test_legacy_encodings_are_read_by_their_letters(text, codec):
    assert read_document((text * 5).encode(codec)).text == text * 5


def test_big_endian_utf16_is_read():
    data = b"\xfe\xff" + CURLY.encode("utf-16-be")
    assert read_document(data).text == CURLY


def test_line_ends_become_lf_and_nothing_else_changes():
    document = read_document("  a\r\nb\rc\n\r\n\u2028d\x85\t \n\n".encode())
    assert document.text == "  a\nb\nc\n\n\u2028d\x85\t \n\n"


def lf(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_readable(text):
    controls = len(CONTROLS.findall(text))
    return text.strip() and "\0" not in text and controls <= max(3, len(text) / 20)


@given(st.text().filter(is_readable))
@example("\ufeffa")
@example("a\r\r\n\nb")
def test_any_readable_text_comes_back_as_it_was(text):
    document = read_document(b"\xef\xbb\xbf" + text.encode())
    assert document.text == lf(text)
    assert document.title.strip()


@given(st.text().filter(is_readable))
def test_pasted_text_comes_back_as_it_was(text):
    assert read_pasted(text).text == lf(text)


def read_or_refused(read, content):
    """Return the text, or nothing when it was refused with a reason."""
    try:
        return read(content).text
    except UnreadableError as error:
        return "" if "Nothing was stored." in error.message else None


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(data):
    text = read_or_refused(read_document, data)
    assert text == "" or text.strip()


@given(st.text(st.characters(categories=["Cs", "Cc", "Lu", "Zs"])))
def test_any_pasted_text_is_read_or_refused(text):
    assert read_or_refused(read_pasted, text) in {"", lf(text)}


# Refusals.


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t", "\u2028\u3000".encode(), b"\xef\xbb\xbf"]
)
def test_a_text_without_words_is_refused(data):
    with pytest.raises(UnreadableError, match="no words"):
        read_document(data)


def test_an_empty_paste_is_refused():
    with pytest.raises(UnreadableError, match="no words"):
        read_pasted(" \n")


def test_a_file_over_the_limit_is_refused():
    message = "has 6.2 MB, and at most 5 MB"
    with pytest.raises(UnreadableError, match=message):
        read_document(b"a" * 6_200_000)


def test_the_limit_counts_bytes_and_is_inclusive():
    assert read_pasted("é" * 5, limit=10).text == "é" * 5
    with pytest.raises(UnreadableError, match="has 12 bytes, and at most 10 bytes"):
        read_pasted("é" * 6, limit=10)
    with pytest.raises(UnreadableError, match="has 11 bytes"):
        read_document(b"a" * 11, limit=10)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        (b"{\\rtf1 Mao}", "a rich text file"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"GIF89a", "an image"),
        (b"\x1f\x8b\x08", "a compressed file"),
    ],
)
def test_other_kinds_of_files_are_named(data, kind):
    with pytest.raises(UnreadableError, match=f"This is {kind}"):
        read_document(data, "essay.txt")


@pytest.mark.parametrize("data", [b"Mao\0left", CURLY.encode("utf-16-le")])
def test_nul_bytes_are_refused(data):
    with pytest.raises(UnreadableError, match="NUL bytes"):
        read_document(data)


def test_nul_characters_are_refused():
    with pytest.raises(UnreadableError, match="NUL characters"):
        read_pasted("Mao\0left")
    with pytest.raises(UnreadableError, match="NUL characters"):
        read_document("Mao\0left".encode("utf-16"))


def test_control_characters_are_refused():
    with pytest.raises(UnreadableError, match="not text"):
        read_document(bytes(range(1, 9)) * 10)


def test_bytes_of_no_encoding_are_refused():
    noise = bytes((n * n * 37 + n * 11) % 255 + 1 for n in range(2_000))
    with pytest.raises(UnreadableError, match="not text"):
        read_document(noise)


def test_lone_surrogates_are_refused():
    broken = "Mao \ud83d left"
    with pytest.raises(UnreadableError, match="Character 5 of this text is half"):
        read_pasted(broken)
    with pytest.raises(UnreadableError, match="UTF-8 but is damaged at byte 4"):
        read_document(broken.encode("utf-8", "surrogatepass"))
    with pytest.raises(UnreadableError, match="UTF-16 but is damaged"):
        read_document(broken.encode("utf-16", "surrogatepass"))


def test_a_russian_text_is_not_taken_for_broken_utf8():
    text = "Это он\xa0— вождь. Мао приехал в Москву в декабре. " * 5
    assert read_document(text.encode("cp1251")).text == text


def test_damaged_utf8_is_refused_rather_than_garbled():
    data = ("“Mao’s” " * 20).encode()[:-2]
    with pytest.raises(UnreadableError, match="UTF-8 but is damaged at byte"):
        read_document(data)
