"""Every page by axe, light and dark, wide and narrow; none wider than its window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import (
    PASSWORD,
    Desk,
    factcheck,
    sign_in,
)
from tests.browser.serving import serve

SEED = "mao-stalin-and-the-reactors-near-mount-paektu"
DRAFT = "An essay — مقال\n\nPrices rose 4% in May 🌊. Who knew?\n\nBy Ann Lee\n"

MISSING = "/nothing-here"
STRANGER = (
    "/sign-in",
    "/sign-in/passkey",
    "/password/reset",
    f"/e/{SEED}",
    f"/e/{SEED}/1",
    f"/e/{SEED}/claims/1",
    f"/e/{SEED}/report",
    f"/e/{SEED}/report/thanks",
    "/corrections",
    "/about/method",
    "/about/scale",
    "/about/corrections",
    "/api",
    MISSING,
)
ADMIN = (
    "/",
    "/essays/new",
    "/sources",
    "/sources/7/edit",
    f"/essays/{SEED}",
    f"/essays/{SEED}/details",
    f"/essays/{SEED}/publish",
    f"/essays/{SEED}/unpublish",
    "/reports",
    "/about/method/edit",
    f"/essays/{SEED}/annotations",
    f"/essays/{SEED}/workbench",
    f"/essays/{SEED}/workbench?s=10&c=14",
    f"/essays/{SEED}/workbench?show=claims",
    f"/essays/{SEED}/claims/14",
    f"/essays/{SEED}/claims/1/sources/1",
    f"/essays/{SEED}/claims/14/ruling",
    f"/essays/{SEED}/claims/14/inquiries/new",
    f"/essays/{SEED}/claims/14/rewordings/new",
    f"/essays/{SEED}/history",
    f"/essays/{SEED}/history?kind=reviews&claim=14&page=2",
    f"/essays/{SEED}/rulings",
    f"/essays/{SEED}/inquiries",
    f"/essays/{SEED}/rewordings",
    f"/essays/{SEED}/assignments",
    f"/essays/{SEED}/agreement",
    "/mentions",
    "/essays/draft/workbench",
    "/essays/draft",
    "/essays/draft/workbench?show=likely",
    "/suggestions",
    "/people",
    "/invitations",
    f"/essays/{SEED}/people",
    "/profile",
    "/profile/tokens",
    "/profile/two-factor",
    "/profile/recovery-codes",
    "/profile/passkeys",
    "/password/change",
    "/keys",
    "/words",
)
EVERYTHING = {"resultTypes": ["violations"], "preload": False}
# Dark pages are the same pages in other colours.
COLOURS = EVERYTHING | {"runOnly": ["color-contrast", "link-in-text-block"]}
RUN = """options => axe.run(document, options).then(({violations}) =>
  violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 120)}`))"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Serve the demo's desk, with a draft beside it."""
    data: Path = tmp_path_factory.mktemp("shown") / "desk"
    factcheck(data, "demo", "--no-serve")
    words = ("people", "password", "admin@example.org", "--password-stdin")
    factcheck(data, *words, stdin=f"{PASSWORD}\n")
    draft = data / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    words = ("essays", "import", str(draft), "--title", "Draft", "--mark", "all")
    factcheck(data, *words)
    with serve(data) as url:
        yield Desk(url, data)


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(shown, visit, width):
    page = visit(shown.url, viewport={"width": width, "height": 900})
    page.add_init_script(Axe().axe_script)
    found = {path: look(page, path) for path in STRANGER}
    sign_in(page, "admin@example.org")
    found |= {path: look(page, path) for path in ADMIN}

    assert {path: faults for path, faults in found.items() if faults} == {}
    visit.errors[:] = [error for error in visit.errors if MISSING not in error]


def look(page, path) -> list[str]:
    answer = page.goto(path)
    if answer.status != 200 and path != MISSING:
        return [f"answered {answer.status}"]
    page.emulate_media(color_scheme="light")
    faults = page.evaluate(RUN, EVERYTHING)
    page.emulate_media(color_scheme="dark")
    faults += page.evaluate(RUN, COLOURS)
    wide = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return faults + ([f"{wide} px wider than its window"] if wide > 0 else [])
