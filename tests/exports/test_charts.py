"""The desk's charts: numbers in them, and labels that cannot become markup."""

from xml.etree import ElementTree as ET

import pytest

from factcheck.exports.charts import steps, waiting


def texts(svg):
    return ["".join(t.itertext()) for t in ET.fromstring(svg).iter("text")]


def test_steps_end_in_their_numbers():
    found = texts(steps(["1 May", "2 May", "3 May"], [1, 5, 9], [0, 2, 4]))

    assert found[-2:] == ["marked 9", "checked 4"]
    assert {"0", "10", "1 May", "3 May"} <= set(found)


@pytest.mark.parametrize("most", [0, 1, 7, 99, 20_000])
def test_steps_take_any_number(most):
    found = texts(steps(["1 May", "2 May"], [0, most], [0, 0]))

    assert found[-2] == f"marked {most:,}"


def test_labels_that_meet_are_kept_apart():
    svg = ET.fromstring(steps(["a", "b"], [0, 5], [0, 5]))
    first, second = (float(t.get("y")) for t in list(svg.iter("text"))[-2:])

    assert second - first >= 14


def test_waiting_shows_days_and_escapes_titles():
    found = texts(waiting([("<b>A</b> & B, claim 3", 12), ("C, claim 1", 0)]))

    assert found == ["<b>A</b> & B, claim 3", "12 d", "C, claim 1", "0 d"]
