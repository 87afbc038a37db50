"""What the workbench's script promises: nothing typed is lost, no key goes astray."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.config import Settings, resource
from tests.browser.conftest import Visit, sign_in
from tests.browser.serving import serve
from tests.factories import essays
from tests.factories.people import person
from tests.factories.visits import PASSWORD, PASSWORD_HASH

REVIEWER = "robin@example.org"
TEXT = (resource("seed") / "essay.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a desk with one reviewer."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("desk"))
    database.upgrade(settings.database)
    with rows(settings.data_dir) as session:
        person(session, email=REVIEWER, password_hash=PASSWORD_HASH)
    return settings.data_dir


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    """Serve that desk for all tests of this file."""
    with serve(data) as url:
        yield url


@pytest.fixture
def page(data: Path, address: str, visit: Visit) -> Page:
    """Return the workbench of an essay of this test's own, with sentence 2 in hand."""
    with rows(data) as session:
        slug = essays.essay(session, text=TEXT, title="Mao").slug
    page = visit(address)
    sign_in(page, REVIEWER, PASSWORD)
    page.goto(f"/essays/{slug}/workbench?s=2")
    expect(page.locator("#sentences")).to_be_focused()
    return page


@contextmanager
def rows(data: Path) -> Iterator[Session]:
    """Write to the desk's database beside the server."""
    engine = database.open_engine(Settings(data_dir=data).database)
    with Session(engine) as session:
        yield session
        session.commit()
    engine.dispose()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def take_for_granted(visit: Visit, *words: str) -> None:
    """Leave out errors that a test caused on purpose."""
    visit.errors[:] = [e for e in visit.errors if not any(w in e for w in words)]


def write_finding(page: Page, words: str) -> None:
    press(page, "f")
    expect(page.locator("#finding")).to_be_focused()
    page.keyboard.type(words)


def test_keys_pressed_fast_do_what_they_would_have_done_slowly(page: Page):
    press(page, *"cjcjojcj3j")
    for number, kind in ((2, "claim"), (3, "claim"), (4, "not_a_claim"), (5, "claim")):
        row = page.locator(f"#s{number}")
        expect(row).to_have_class(re.compile(f"is-{kind}"))
    expect(page.locator("#s6")).to_contain_text("Not a claim: question.")
    expect(page.locator("#s7")).to_have_class(re.compile("now"))
    assert "s=7" in page.url


def test_the_likeliest_are_selected_by_a_key_and_marked_at_once(page: Page):
    page.get_by_role("link", name="To sort").click()
    page.get_by_role("link", name="Likeliest claims first").click()
    expect(page.locator("#sentences")).to_be_focused()
    first = page.locator(".s").first
    expect(first).to_have_class(re.compile("suggested"))
    expect(first).to_have_class(re.compile("now"))
    many = page.locator(".s.suggested").count()
    press(page, "A")
    expect(page.locator("#bulk-count")).to_have_text(f"Sentences selected: {many}")
    expect(page.locator('.s[aria-selected="true"]:not(.suggested)')).to_have_count(0)
    press(page, "c")
    expect(page.locator(".s.is-claim")).to_have_count(many)
    expect(page.locator(".s.suggested")).to_have_count(0)
    press(page, "z")
    expect(page.locator(".s.suggested")).to_have_count(many)
    press(page, "j", "J")
    expect(page.locator("#bulk-count")).to_have_text("Sentences selected: 2")
    assert "show=likely" in page.url


def test_what_is_typed_before_the_field_is_there_lands_in_it(page: Page):
    press(page, "c", "j", "c")
    expect(page.locator("#s3")).to_have_class(re.compile("is-claim"))
    press(page, "k", "f")
    page.keyboard.type("no jokes")
    expect(page.locator("#finding")).to_have_value("no jokes")
    expect(page.locator("#claim-title")).to_have_text("Claim 1")
    expect(page.locator("#saved")).to_contain_text("Draft saved")


def test_a_lost_connection_and_a_closed_page_lose_nothing(page: Page, visit: Visit):
    press(page, "c")
    expect(page.locator("#claim-title")).to_have_text("Claim 1")
    page.context.set_offline(True)
    write_finding(page, "Typed on a train")
    expect(page.locator("#saved")).to_have_text("Offline: kept on this device")
    address = page.url
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(address)
    expect(page.locator("#finding")).to_have_value("Typed on a train")
    expect(page.locator("#undo button")).to_contain_text("Draft saved")
    page.reload()
    expect(page.locator("#finding")).to_have_value("Typed on a train")
    take_for_granted(visit, "ERR_INTERNET_DISCONNECTED", "ERR_NETWORK")


def test_a_saved_review_leaves_nothing_behind_on_the_device(page: Page):
    press(page, *"cjck")
    expect(page.locator("#claim-title")).to_have_text("Claim 1")
    press(page, "1")
    write_finding(page, "It is so.")
    press(page, "Escape", "s")
    expect(page.locator("#citations-0-url")).to_be_focused()
    page.keyboard.type("https://example.org/ledger")
    press(page, "Control+Enter")
    expect(page.locator("#claim-title")).to_have_text("Claim 2")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_session_that_ended_loses_nothing(page: Page, visit: Visit):
    press(page, "c")
    expect(page.locator("#claim-title")).to_have_text("Claim 1")
    page.context.clear_cookies()
    write_finding(page, "Typed too late")
    expect(page.locator("#saved")).to_have_text("Signed out: kept on this device")
    link = page.locator("#toast").get_by_role("link", name="Sign in in a new tab")
    expect(link).to_be_visible()
    again = page.context.new_page()
    sign_in(again, REVIEWER, PASSWORD)
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator("#saved")).to_contain_text("Draft saved")
    take_for_granted(visit, "401", "400")


def test_two_windows_on_one_review_choose_field_by_field(page: Page, visit: Visit):
    press(page, "c")
    expect(page.locator("#claim-title")).to_have_text("Claim 1")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("#sentences")).to_be_focused()
    write_finding(other, "From the other window")
    expect(other.locator("#saved")).to_contain_text("Draft saved")
    page.bring_to_front()
    write_finding(page, "From this window")
    expect(page.locator("#conflict-title")).to_be_focused()
    expect(page.locator("#saved")).to_have_text("Not saved: two versions")
    conflict = page.locator("#conflict")
    expect(conflict.get_by_label("From this window")).to_be_checked()
    conflict.get_by_label("From the other window").check()
    conflict.get_by_role("button", name="Save this choice").click()
    expect(page.locator("#finding")).to_have_value("From the other window")
    expect(page.locator("#saved")).to_contain_text("Saved")
    take_for_granted(visit, "409")


def test_single_keys_can_be_switched_off_for_good(page: Page):
    press(page, "?")
    expect(page.locator("#keys")).to_be_visible()
    with page.expect_response("**/profile"):
        page.get_by_label("Single-key shortcuts").uncheck()
    press(page, "Escape", "c")
    page.reload()
    expect(page.locator("#sentences")).to_be_focused()
    press(page, "j", "o", "ArrowDown")
    expect(page.locator("#s3")).to_have_class(re.compile("now"))
    expect(page.locator("#s2")).to_have_class(re.compile("is-to_sort"))
    press(page, "?")
    expect(page.locator("#keys")).to_be_hidden()
    page.get_by_role("link", name="Keys").click()
    with page.expect_response("**/profile"):
        page.get_by_label("Single-key shortcuts").check()
