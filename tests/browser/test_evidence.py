"""A page is cited, its title arrives, a quotation is checked: while one goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from factcheck import database
from factcheck.actions.library import import_sources
from factcheck.config import Settings
from factcheck.rules.citations import SourceFacts
from factcheck.rules.sources import SourceDetails
from tests.browser.conftest import Visit, sign_in
from tests.browser.serving import serve
from tests.browser.test_workbench import rows
from tests.factories import essays
from tests.factories.people import person
from tests.factories.visits import PASSWORD, PASSWORD_HASH
from tests.fetching.site import Site, open_site

REVIEWER = "robin@example.org"
QUOTE = "In 1949 the river rose by four feet"
WHILE = 30_000  # a page is fetched and read beside all that a busy machine does
SEEN = "In 1949 the river rose by six feet"


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


@pytest.fixture
def page(tmp_path: Path, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> Page:
    """Return the workbench of an essay whose first sentence is a claim."""
    for name, value in (("ALLOW", "127.0.0.1"), ("PAUSE", "0"), ("SECONDS", "5")):
        monkeypatch.setenv(f"FACTCHECK_FETCH_{name}", value)
    monkeypatch.setenv("FACTCHECK_FETCH", "1")
    settings = Settings(data_dir=tmp_path)
    database.upgrade(settings.database)
    with rows(tmp_path) as session:
        robin = person(session, email=REVIEWER, password_hash=PASSWORD_HASH)
        essay = essays.essay(session)
        essays.mark(session, essay, robin, "The river rose in 1949.")
        slug = essay.slug
    with serve(tmp_path) as url:
        page = visit(url)
        sign_in(page, REVIEWER, PASSWORD)
        page.goto(f"/essays/{slug}/workbench?c=1")
        expect(page.locator("#sentences")).to_be_focused()
        yield page


def paste(page: Page, words: str) -> None:
    page.evaluate(
        """words => {
          const data = new DataTransfer();
          data.setData("text", words);
          document.querySelector("#sentences").dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        }""",
        words,
    )


def test_a_source_is_checked_while_its_reviewer_works(page: Page, site: Site):
    paste(page, f"{site.url}/page")
    page.get_by_label("Finding").fill("It rose that year.")

    source = page.locator("#sources > .source").first
    expect(source.get_by_label("Title")).to_have_value("The gauge book", timeout=WHILE)
    expect(source.get_by_label("Author")).to_have_value("Ada Reader")
    expect(source.get_by_label("Publisher")).to_have_value("River Office")
    expect(page.get_by_label("Finding")).to_have_value("It rose that year.")

    source.get_by_label("Quoted words").fill(QUOTE)
    told = source.locator(".evidence")
    expect(told).to_contain_text("Quotation checked against a copy", timeout=WHILE)

    source.get_by_label("Quoted words").fill(SEEN)
    expect(told).to_contain_text("Quotation altered: 1 word differs", timeout=WHILE)
    expect(told.locator("del")).to_have_text("four")
    expect(told.locator("ins")).to_have_text("six")
    cautions = page.locator("#cautions")
    expect(cautions).to_contain_text("It rests on one source alone.", timeout=WHILE)
    expect(cautions).to_contain_text("A quotation is not what its source says")

    told.get_by_role("link", name="Open the passage").click()
    expect(page.locator("mark#passage")).to_have_text(QUOTE)
    expect(page.locator("mark#passage")).to_be_in_viewport()


def test_a_page_that_cannot_be_had_is_told_in_words(page: Page, site: Site):
    paste(page, f"{site.url}/locked")

    told = page.locator("#sources > .source").first.locator(".evidence")
    expect(told).to_contain_text("asks to sign in or to pay", timeout=WHILE)
    expect(told.get_by_role("link", name="Upload a copy")).to_be_visible()


def test_a_source_of_the_desk_is_found_again_while_typing(page: Page, tmp_path: Path):
    kept = SourceDetails(archive="River Office")
    known = SourceFacts(title="Gauge book of 1949", author="Ada Reader", details=kept)
    with rows(tmp_path) as session:
        import_sources(session, actor=None, sources=[known, SourceFacts(title="Other")])

    blank = page.locator("#sources > .source.blank").get_by_label("Address")
    blank.press_sequentially("ada gauge")
    told = "Gauge book of 1949 Ada Reader, River Office"
    expect(page.locator("#found-sources li")).to_have_text(told)
    blank.press("ArrowDown")
    blank.press("Enter")

    source = page.locator("#sources > .source").first
    expect(source.get_by_label("Quoted words")).to_be_focused()
    expect(source.get_by_label("Title")).to_have_value("Gauge book of 1949")
    expect(page.locator("#found-sources")).to_have_count(0)
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Claim 1 saved")).to_be_visible()
    page.goto("/sources?q=gauge")
    expect(page.locator(".library > li")).to_have_count(1)
    expect(page.get_by_text("cited 1 time")).to_be_visible()
