"""factcheck essays and factcheck split."""

import json
import os
from pathlib import Path

import pytest

from factcheck.config import resource

FILES = Path(__file__).parents[1] / "text" / "readers" / "files"
ESSAY = "Prices rose 4% in May. Who knew?\n\nBy Ann Lee\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "prices.txt"
    path.write_bytes(ESSAY.replace("\n", "\r\n").encode("utf-16"))
    return path


def test_import_prints_the_slug_and_list_counts(desk, file):
    result = desk("essays", "import", file, "--title", "Prices", "--mark", "all")
    assert (result.exit_code, result.stdout) == (0, "prices\n")

    (row,) = json.loads(desk("essays", "list", "--json").stdout)
    assert (row["slug"], row["title"], row["byline"]) == ("prices", "Prices", "Ann Lee")
    assert (row["sentences"], row["claims"], row["settled"]) == (3, 2, 0)
    assert "Prices" in desk("essays", "list").stdout


def test_import_json_prints_one_object(desk, file):
    row = json.loads(desk("essays", "import", file, "--json").stdout)

    assert (row["sentences"], row["claims"]) == (3, 0)


def test_two_essays_of_one_title_get_two_slugs(desk, file):
    slugs = [
        desk("essays", "import", file, "--title", "Prices").stdout for _ in range(3)
    ]

    assert slugs == ["prices\n", "prices-2\n", "prices-3\n"]


@pytest.mark.parametrize("content", [b"", b"  \n", b"a\x00b", b"\x89PNG\r\n\x1a\n\x00"])
def test_a_document_that_cannot_be_read_is_refused_and_nothing_stored(
    desk, tmp_path, content
):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)

    result = desk("essays", "import", path)

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert json.loads(desk("essays", "list", "--json").stdout) == []


def test_a_bad_language_is_refused(desk, file):
    result = desk("essays", "import", file, "--language", "not a tag")

    assert result.exit_code == 1
    assert "tag" in result.stderr


def test_export_then_import_elsewhere_gives_the_same_bytes(desk, file, tmp_path):
    desk("essays", "import", file, "--title", "Prices", "--mark", "all")
    first = desk("essays", "export", "prices", "--as", "json").stdout_bytes
    written = tmp_path / "out.json"
    assert (
        desk("essays", "export", "prices", "--as", "json", "-o", written).exit_code == 0
    )
    assert written.read_bytes() == first

    other = ("--data", tmp_path / "other")
    desk("database", "upgrade", *other)
    assert desk("essays", "import", written, *other).stdout == "prices\n"
    again = desk("essays", "export", "prices", "--as", "json", *other).stdout_bytes
    assert again == first


def test_a_damaged_export_is_refused(desk, tmp_path):
    path = tmp_path / "broken.json"
    path.write_text('{\n"format": "factcheck-essay",\n"version": 1}')

    result = desk("essays", "import", path)

    assert result.exit_code == 1
    assert json.loads(desk("essays", "list", "--json").stdout) == []


def test_export_of_an_unknown_essay_is_refused_and_writes_no_file(desk, tmp_path):
    path = tmp_path / "out.html"

    result = desk("essays", "export", "nothing", "--as", "html", "-o", path)

    assert result.exit_code == 1
    assert "nothing" in result.stderr
    assert not path.exists()


def test_an_unknown_format_is_a_usage_error(desk):
    assert desk("essays", "export", "x", "--as", "papyrus").exit_code == 2


def test_a_file_that_cannot_be_written_is_told(desk, file, tmp_path):
    desk("essays", "import", file, "--title", "Prices")

    path = tmp_path / "no" / "such" / "out.csv"
    result = desk("essays", "export", "prices", "--as", "csv", "-o", path)

    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_import_marks_what_looks_checkable(desk, file):
    desk("essays", "import", file, "--title", "Prices", "--mark", "suggested")

    exported = json.loads(desk("essays", "export", "prices", "--as", "json").stdout)
    assert [claim["quote"] for claim in exported["claims"]] == [
        "Prices rose 4% in May."
    ]


def test_split_says_how_checkable_a_sentence_looks(terminal, file):
    lines = terminal("split", file, "--json").stdout.splitlines()

    prices, who, byline = (json.loads(line)["likelihood"] for line in lines)
    assert prices > 0.5 > who >= 0
    assert byline == 0


def test_export_writes_into_a_pipe_and_through_a_link_without_replacing_them(
    desk, file, tmp_path
):
    desk("essays", "import", file, "--title", "Prices")
    pipe, link, behind = (tmp_path / name for name in ("pipe", "link", "behind"))
    os.mkfifo(pipe)
    link.symlink_to(behind)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    for path in (pipe, link):
        words = ("essays", "export", "prices", "--as", "csv", "-o", path)
        assert desk(*words).exit_code == 0

    assert os.read(reader, 100_000) == behind.read_bytes() != b""
    assert pipe.is_fifo()
    assert link.is_symlink()
    os.close(reader)


def test_split_gives_exact_spans_and_stores_nothing(terminal):
    path = resource("seed") / "essay.txt"
    text = path.read_text(encoding="utf-8")

    lines = terminal("split", path, "--json").stdout.splitlines()

    rows = [json.loads(line) for line in lines]
    assert len(rows) == 25
    assert [row["position"] for row in rows] == list(range(1, 26))
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert terminal("split", path).stdout.count("\n") == 25
    assert terminal("essays", "list").exit_code == 1


def test_how_a_document_was_read_is_told_on_stderr(desk):
    for command in (("essays", "import"), ("split",)):
        result = desk(*command, FILES / "manuscript.odt")
        assert result.exit_code == 0
        assert "1 comment is left out.\n" in result.stderr
        assert "left out" not in result.stdout
    assert desk("essays", "list", "--json").stdout.count('"slug"') == 1


def test_a_document_in_no_readable_form_stores_nothing(desk):
    result = desk("essays", "import", FILES / "locked.pdf")
    assert result.exit_code == 1
    assert "protected by a password" in result.stderr
    assert json.loads(desk("essays", "list", "--json").stdout) == []


def test_a_language_that_is_not_named_is_recognised_and_told(desk):
    essay = FILES.parents[1] / "tongues" / "ar.txt"

    result = desk("essays", "import", essay, "--title", "Bridges", "--json")

    row = json.loads(result.stdout)
    assert (row["language"], row["direction"]) == ("ar", "rtl")
    assert "taken to be Arabic (ar)" in result.stderr
    named = desk("split", essay, "--language", "ar", "--json")
    assert "taken to be" not in named.stderr
    told = desk("split", essay, "--json")
    assert (told.stdout, "Arabic (ar)" in told.stderr) == (named.stdout, True)


def test_an_address_is_fetched_within_the_bounds_of_any_source(desk, monkeypatch):
    monkeypatch.setenv("FACTCHECK_FETCH", "1")
    result = desk("essays", "import", "http://127.0.0.1/essay")
    assert result.exit_code == 1
    assert "private network" in result.stderr
    assert json.loads(desk("essays", "list", "--json").stdout) == []


def test_an_archive_comes_back_to_the_same_state(desk, file, tmp_path):
    desk("essays", "import", file, "--title", "Prices", "--mark", "all")
    path, other = tmp_path / "prices.zip", ("--data", tmp_path / "other")
    said = desk("essays", "export", "prices", "--as", "archive", "-o", path)
    assert "Everything that the desk holds" in said.stderr
    desk("database", "upgrade", *other)
    assert desk("essays", "import", path, *other).stdout == "prices\n"
    again = desk("essays", "export", "prices", "--as", "archive", *other)
    assert again.stdout_bytes == path.read_bytes()
