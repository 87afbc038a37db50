"""`factcheck serve` in processes that have read the program's code already.

Reading it takes most of the time until a server answers, and each browser test has a
server of its own; tests/cli/test_serve.py starts the command from nothing.
"""

import multiprocessing
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from factcheck.__main__ import main

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["factcheck.__main__", "factcheck.cli.serve"])
_SECONDS = 20


@contextmanager
def serve(data: Path) -> Iterator[str]:
    """Serve a desk on a free port, and lend its address."""
    said, saying = _PROCESSES.Pipe(duplex=False)
    words = ("serve", "--port", "0", "--data", str(data))
    server = _PROCESSES.Process(target=_serve, args=(words, dict(os.environ), saying))
    server.start()
    saying.close()
    with said:  # It goes on speaking: mail is printed where no server sends it.
        with open(said.fileno(), encoding="utf-8", closefd=False) as output:
            line = output.readline()
        try:
            yield next(word for word in line.split() if word.startswith("http"))
        finally:
            server.terminate()
            server.join(_SECONDS)
    assert server.exitcode == 0
    server.close()


def _serve(
    words: Sequence[str], environment: Mapping[str, str], saying: Connection
) -> None:
    """Run the command as a shell would, its output going to `saying`."""
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(saying.fileno(), sys.stdout.fileno())
    main(words)
