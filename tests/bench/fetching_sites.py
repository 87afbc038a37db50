"""The sites that are fetched from, in a process of their own.

Prints the port of each host as JSON; answers each line of standard input with how
often each address was asked for; ends with its input.
"""
# ruff: noqa: T201 - it is there to print

import json
import sys
from contextlib import ExitStack

from tests.bench.fetching_kinds import HOSTS
from tests.fetching.site import open_site


def main() -> None:
    """Serve until standard input ends."""
    with ExitStack() as stack:
        sites = [stack.enter_context(open_site(host)) for host in HOSTS]
        ports = dict(
            zip(HOSTS, (site.server_address[1] for site in sites), strict=True)
        )
        print(json.dumps(ports), flush=True)
        for _ in sys.stdin:
            asked = {
                f"{site.url}{path}": count
                for site in sites
                for path, count in site.asked.items()
            }
            print(json.dumps(asked), flush=True)


if __name__ == "__main__":
    main()
