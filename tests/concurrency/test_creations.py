"""A server is killed in the middle of a creation, and asked again under the same key.

`python -m tests.bench --only creations` does the same at many moments on each database.
"""

from pathlib import Path

from factcheck.config import Settings
from tests.bench.creations import interrupt
from tests.bench.desks import stock


def test_a_creation_that_a_kill_cut_short_happens_once(sqlite_url: str, tmp_path: Path):
    desk = stock(Settings(data_dir=tmp_path, database_url=sqlite_url), 10, people=1)
    (cut,) = interrupt(desk, 50, [0])
    assert cut.once, cut
