"""Looking again at cited pages, from the terminal."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck import database
from factcheck.__main__ import main
from factcheck.config import Settings
from factcheck.rules.citations import CitationFacts, SourceFacts
from tests.browser.test_workbench import rows
from tests.factories import essays
from tests.factories.people import person
from tests.fetching.site import PAGE, Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


@pytest.fixture
def data(tmp_path: Path, site: Site) -> Path:
    """Return the folder of a desk with a claim that rests on three pages."""
    database.upgrade(Settings(data_dir=tmp_path).database)
    with rows(tmp_path) as session:
        robin = person(session)
        claim = essays.mark(session, essays.essay(session), robin, "The river rose")
        cited = tuple(
            CitationFacts(SourceFacts(url=f"{site.url}/{name}"))
            for name in ("page", "plain", "not-there")
        )
        essays.save(session, claim, robin, essays.facts(citations=cited))
    return tmp_path


def recheck(data: Path, **more: str) -> Result:
    near = {"FACTCHECK_FETCH_ALLOW": "127.0.0.1", "FACTCHECK_FETCH_PAUSE": "0"}
    near["FACTCHECK_FETCH"] = "1"
    asked = ["sources", "recheck", "--data", str(data)]
    return CliRunner().invoke(main, asked, env=near | more, catch_exceptions=False)


def test_pages_are_looked_at_again(data: Path, site: Site):
    first = recheck(data)
    site.page = PAGE.replace(b"four", b"five")
    second = recheck(data)

    assert first.output.startswith("2 pages are there, 2 of them with a new copy; 1 ")
    assert second.output.startswith("2 pages are there, 1 of them with a new copy; 1 ")
    lost = f"the-river, claim 1: {site.url}/not-there\n    The page is not there"
    assert lost in second.output


def test_nothing_is_looked_at_where_fetching_is_switched_off(data: Path, site: Site):
    site.asked.clear()
    done = recheck(data, FACTCHECK_FETCH="0")
    assert done.exit_code == 1
    assert "switched off" in done.output
    assert not site.asked


def run(data: Path, *asked: str) -> Result:
    return CliRunner().invoke(main, ["sources", *asked, "--data", str(data)])


def test_sources_come_in_are_listed_and_go_out(tmp_path: Path):
    database.upgrade(Settings(data_dir=tmp_path).database)
    file = tmp_path / "mine.bib"
    file.write_text("@book{a, title={Gauge book}, keywords={x}} @book{b, year={1949}}")
    done = run(tmp_path, "import", str(file))
    assert "1 sources read, 1 of them new." in done.output
    assert "Left out: an entry: A source needs an address or a title." in done.output
    assert "Fields that are not kept: keywords." in done.output
    assert "Gauge book" in run(tmp_path, "list").output
    assert json.loads(run(tmp_path, "list", "--json").output)[0]["kind"] == "book"
    assert run(tmp_path, "list", "--words", "none", "--json").output == "[]\n"
    written = {"csl": '"type": "book"', "bibtex": "@book{", "ris": "TY  - BOOK"}
    for form, told in written.items():
        assert told in run(tmp_path, "export", "--as", form).output
