"""An earlier verdict is found beside a claim, and linked from there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from factcheck import database
from factcheck.config import Settings
from tests.browser.conftest import Visit, sign_in
from tests.browser.serving import serve
from tests.browser.test_workbench import rows
from tests.factories import essays
from tests.factories.people import person
from tests.factories.visits import PASSWORD, PASSWORD_HASH

REVIEWER = "robin@example.org"


@pytest.fixture
def page(tmp_path: Path, visit: Visit) -> Iterator[Page]:
    """Return the workbench of an essay that says what was settled in another."""
    database.upgrade(Settings(data_dir=tmp_path).database)
    with rows(tmp_path) as session:
        robin = person(session, email=REVIEWER, password_hash=PASSWORD_HASH)
        before = essays.essay(session, title="The old essay")
        settled = essays.mark(session, before, robin, "The river rose in 1949.")
        essays.save(session, settled, robin)
        essay = essays.essay(session)
        essays.mark(session, essay, robin, "The river rose in 1949.")
        slug = essay.slug
    with serve(tmp_path) as url:
        page = visit(url)
        sign_in(page, REVIEWER, PASSWORD)
        page.goto(f"/essays/{slug}/workbench?c=1")
        yield page


def test_an_earlier_verdict_is_offered_and_linked(page: Page):
    offered = page.locator("#earlier-verdicts")
    expect(offered).to_contain_text("One earlier claim with similar wording")
    page.locator("#sentences").focus()
    page.keyboard.press("v")
    expect(offered.locator("summary")).to_be_focused()
    expect(offered).to_contain_text("The old essay")

    offered.get_by_role("button", name="Link").click()

    expect(offered).to_contain_text("one linked")
    expect(page.locator("[name=verdict]:checked[value=true]")).to_have_count(0)
