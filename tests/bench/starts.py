"""How soon a server answers, and how much memory it holds."""

from collections.abc import Sequence
from statistics import median

from factcheck.config import Settings
from tests.bench.browsers import sign_in
from tests.bench.desks import EDITOR, Desk, sqlite_desk
from tests.bench.exports import ADDRESSES
from tests.bench.pages import PAGES
from tests.bench.report import TENFOLD, TWELVEFOLD, Aim, Measure, Reading
from tests.bench.servers import BARE, SERVE, Server, serving

SOON = Aim("value", "first answer within 1.2 s", lambda seconds: seconds <= 1.2)
SMALL = Aim("value", "under 120 MB resident at idle", lambda mb: mb < 120)


def measure_starts(sizes: Sequence[int], turns: int) -> list[Measure]:
    """Start servers, and let one draw every page."""
    starts, idle, used, added = ({} for _ in range(4))
    for size in sizes:
        with sqlite_desk(size, people=1) as desk:
            starts[size], idle[size] = _starts(desk.settings, turns)
            used[size], added[size] = _memory(desk)
    return [
        Measure("from the command to the first answer", "s", starts, (SOON, TENFOLD)),
        Measure("memory, idle", "MB", idle, (SMALL, TWELVEFOLD)),
        Measure("memory, every page and export drawn twice", "MB", used, ()),
        Measure("memory that this added", "MB", added, (TWELVEFOLD,)),
    ]


def _starts(settings: Settings, turns: int) -> tuple[Reading, Reading]:
    seconds: dict[str, list[float]] = {"desk": [], "bare": []}
    megabytes: dict[str, list[float]] = {"desk": [], "bare": []}
    for _ in range(turns):
        for name, command in {"desk": SERVE, "bare": BARE}.items():
            with serving(settings, command) as server:
                seconds[name].append(server.seconds)
                megabytes[name].append(server.megabytes)
    return (
        Reading(median(seconds["desk"]), median(seconds["bare"])),
        Reading(median(megabytes["desk"]), median(megabytes["bare"])),
    )


def _memory(desk: Desk) -> tuple[Reading, Reading]:
    with serving(desk.settings) as server:
        before = server.megabytes
        _draw_everything(desk, server)
        after, most = server.megabytes, server.most_megabytes
    return Reading(after, more=f"{most:,.0f} MB at most"), Reading(after - before)


def _draw_everything(desk: Desk, server: Server) -> None:
    browser = sign_in(server, EDITOR)
    for path in [*PAGES.values(), *ADDRESSES] * 2:
        status, _ = browser.ask(path.format(desk.slug))
        if status != 200:
            raise RuntimeError(f"{path} answered {status}.")
