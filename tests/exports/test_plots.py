import pytest

from factcheck.exports.glyphs import REST, glyph, sprite
from factcheck.exports.plots import (
    MOST_BARS,
    StripRow,
    is_binned,
    stacked,
    strip,
    strip_rows,
)
from factcheck.rules.scales import Standing
from tests.exports.large import large_essay
from tests.exports.parsing import Node, parse_html
from tests.exports.seed_essay import seed_essay

HOLDS, REFUTED = Standing.HOLDS, Standing.REFUTED


def drawn(svg: str) -> Node:
    return parse_html(svg.encode())


def bars(svg: str, standing: Standing) -> int:
    """Count the boxes in the one path of a standing."""
    paths = drawn(svg).find("path", f"v-{standing}")
    return sum((path.attributes["d"] or "").count("M") for path in paths)


def test_every_standing_has_a_glyph_in_the_sprite():
    ids = {symbol.attributes["id"] for symbol in drawn(sprite()).find("symbol")}
    assert ids == {f"g-{name}" for name in [*Standing, REST]}
    for name in [*Standing, REST]:
        assert f'href="#g-{name}"' in glyph(name)


def test_the_strip_links_each_claim_with_its_verdict_as_title():
    links = drawn(strip(strip_rows(seed_essay()), link="#m{}")).find("a")
    assert [link.attributes["href"] for link in links] == [
        f"#m{n}" for n in range(1, 30)
    ]
    assert links[0].find("title")[0].text() == "1. Unproven"


def test_bars_above_the_line_hold_up_and_bars_below_do_not():
    svg = strip([[StripRow(5, HOLDS, 1, "True"), StripRow(5, REFUTED, 2)]], link="#{}")
    above, below = drawn(svg).find("rect", "bar")
    assert (above.attributes["y"], above.attributes["height"]) == ("2.0", "26.0")
    assert (below.attributes["y"], below.attributes["height"]) == ("28.0", "26.0")


def test_labels_are_escaped():
    svg = strip([[StripRow(5, HOLDS, 1, "<b>")]], link='"{}')
    assert "&lt;b&gt;" in svg
    assert "&#34;1" in svg


def test_without_links_a_standing_is_one_path():
    svg = strip(strip_rows(seed_essay()))
    assert [bars(svg, standing) for standing in Standing] == [12, 8, 0, 2, 7, 0]
    assert drawn(svg).find("a") == []


@pytest.mark.parametrize("rows", [[], [[]], [[StripRow(0)]], [[StripRow(9)], []]])
def test_a_text_without_claims_is_a_bare_line(rows):
    assert len(drawn(strip(rows, link="#m{}")).find("path")) == 1


def test_words_under_two_claims_show_both():
    rows = strip_rows(large_essay(2, 2))
    assert [row.number for row in rows[0]] == [1, 2]


def test_a_full_strip_gathers_neighbours_and_stays_small():
    rows = strip_rows(large_essay(2_000, 1_000))
    svg = strip(rows, link="#m{}")
    assert is_binned(rows)
    assert drawn(svg).find("a") == []
    assert sum(bars(svg, standing) for standing in Standing) <= MOST_BARS
    assert len(svg) < 20_000


def test_gathered_bars_reach_as_far_as_their_share():
    rows = [[StripRow(1, HOLDS if n % 4 else REFUTED, n) for n in range(800)]]
    path = drawn(strip(rows)).find("path", "v-holds")[0].attributes["d"] or ""
    assert path.startswith("M0.0 8.5h4.0v19.5h-4.0z")


def test_gathered_claims_that_are_all_open_are_hollow():
    rows = [[StripRow(1, Standing.OPEN, n) for n in range(500)]]
    assert bars(strip(rows), Standing.OPEN) == MOST_BARS // 2


def test_the_distribution_leaves_out_what_does_not_occur():
    svg = stacked([(HOLDS, 3), (Standing.PARTLY, 0), (REFUTED, 1)])
    assert [g.classes for g in drawn(svg).find("g")] == [["v-holds"], ["v-refuted"]]
    assert [t.text() for t in drawn(svg).find("text")] == ["3", "1"]


def test_a_part_without_room_has_no_number():
    svg = stacked([(HOLDS, 999), (REFUTED, 1)])
    assert [t.text() for t in drawn(svg).find("text")] == ["999"]


def test_an_empty_distribution_is_drawn_empty():
    assert drawn(stacked([])).find("rect") == []
