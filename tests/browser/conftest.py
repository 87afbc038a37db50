"""A desk served by the real command, and Chromium looking at it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.__main__ import main
from factcheck.config import Settings, resource
from tests.browser.serving import serve

PASSWORD = "a long enough password"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


@dataclass(frozen=True, slots=True)
class Desk:
    """A served desk: its address, its data, and `factcheck` on it."""

    url: str
    data: Path

    def command(self, *words: str, stdin: str = "") -> str:
        """Run the command on this desk and return what it printed."""
        return factcheck(self.data, *words, stdin=stdin)


@contextmanager
def rows(desk: Desk) -> Iterator[Session]:
    """Work on the desk's database beside the server."""
    engine = database.open_engine(Settings(data_dir=desk.data).database)
    with Session(engine) as session, session.begin():
        yield session
    engine.dispose()


def factcheck(data: Path, *words: str, stdin: str = "") -> str:
    """Run the command on a desk's data."""
    asked = [*words, "--data", str(data)]
    done = CliRunner().invoke(main, asked, input=stdin, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium once."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip(f"None of {', '.join(CHROMIUM)} is installed.")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    options = [*sandbox, "--disable-gpu", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


def add_people(data: Path) -> None:
    """Add an admin, an editor and two reviewers with one password."""
    for email, name, role in (
        ("admin@example.org", "Alex Marsh", "admin"),
        ("editor@example.org", "Ines Moreau", "editor"),
        ("robin@example.org", "Robin Hale", "reviewer"),
        ("sunmi@example.org", "Sunmi Cho", "reviewer"),
    ):
        words = ("people", "add", email, "--name", name, "--role", role)
        factcheck(data, *words, "--password-stdin", stdin=f"{PASSWORD}\n")


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data of a desk with people and the seed essay, all still to sort."""
    data = tmp_path_factory.mktemp("stocked") / "desk"
    factcheck(data, "database", "upgrade")
    add_people(data)
    essay = str(resource("seed") / "essay.txt")
    factcheck(data, "essays", "import", essay, "--title", "Mao", "--language", "en")
    return data


@pytest.fixture
def desk(stocked: Path, tmp_path: Path) -> Iterator[Desk]:
    """Serve a copy of that desk."""
    data = tmp_path / "desk"
    shutil.copytree(stocked, data)
    with serve(data) as url:
        yield Desk(url, data)


@pytest.fixture
def visit(chromium: Browser) -> Iterator["Visit"]:
    """Open pages; any error in the console fails the test that saw it."""
    found = Visit(chromium)
    yield found
    found.close()
    assert found.errors == []


class Visit:
    """Opens browser windows, each with its own cookies."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.errors: list[str] = []

    def __call__(self, url: str, **options: object) -> Page:
        """Open a window on a desk."""
        context = self._browser.new_context(base_url=url, **options)
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._hear)
        return page

    def close(self) -> None:
        """Close every window."""
        for context in self._contexts:
            context.close()

    def _hear(self, message: object) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} {message.location.get('url')}")


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Sign in as a person would."""
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="The desk").wait_for()
