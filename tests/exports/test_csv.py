import csv
import io

import pytest
from hypothesis import given

from factcheck.exports.csv import COLUMNS, write_csv
from factcheck.exports.escaping import guard_cell
from tests.exports.seed_essay import seed_essay
from tests.exports.strategies import annotated_essays


def read_rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(annotated_essays())
def test_a_row_for_each_claim_in_reading_order(essay):
    rows = read_rows(write_csv(essay))
    assert [int(row["number"]) for row in rows] == [c.number for c in essay.claims]
    assert [row["quote"] for row in rows] == [guard_cell(c.quote) for c in essay.claims]
    spans = [(int(row["start"]), int(row["end"])) for row in rows]
    assert spans == [(c.start, c.end) for c in essay.claims]


@given(annotated_essays())
def test_no_cell_can_be_taken_for_a_formula(essay):
    for row in read_rows(write_csv(essay)):
        for cell in row.values():
            assert not cell.lstrip("\0\t\r\n \u200b\ufeff").startswith(
                ("=", "+", "-", "@")
            )
            assert not cell.startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize(
    "cell",
    [
        "=1",
        "+1",
        "-1",
        "@A",
        "\t1",
        "\r1",
        "\n1",
        "  =1",
        "\u200b=1",
        "\uff1d1",
        "\x1f=1",
    ],
)
def test_formulas_are_guarded(cell):
    assert guard_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1", "a=1", "“=1", " plain", "'=1"])
def test_other_cells_stay_as_they_are(cell):
    assert guard_cell(cell) == cell


def test_the_file_is_what_spreadsheets_expect():
    data = write_csv(seed_essay())
    assert data.startswith(b"\xef\xbb\xbfnumber,sentence,start,end,quote,")
    assert data.endswith(b"\r\n")
    assert tuple(read_rows(data)[0]) == COLUMNS


def test_sources_stand_a_line_each_with_the_address_last():
    lines = read_rows(write_csv(seed_essay()))[0]["sources"].split("\n")
    assert len(lines) == 3
    assert lines[2].endswith(" https://news.joins.com/article/3998336")
