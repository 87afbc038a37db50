"""One test site for all tests of a worker."""

from collections.abc import Iterator

import pytest

from tests.fetching.site import Site, open_site


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site
