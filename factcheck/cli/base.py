"""What every command shares: where the desk is, and how a refusal is told."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from factcheck.config import Settings, read_settings
from factcheck.errors import FactcheckError

F = TypeVar("F", bound=Callable[..., Any])


class Refused(click.ClickException):
    """A refusal in the desk's words: exit status 1, the reason on stderr."""

    exit_code = 1


class DeskGroup(click.Group):
    """A group whose commands tell refusals without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, turning the desk's errors into refusals."""
        try:
            return super().invoke(ctx)
        except FactcheckError as error:
            raise Refused(error.message) from error


class LazyGroup(DeskGroup):
    """A group that reads a command's code when it is asked for.

    A server needs none of the others', nor what they print with.
    """

    def __init__(self, *args: Any, names: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._names = names

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Name the commands."""
        return sorted(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command: what is called as its module is."""
        if cmd_name not in self._names:
            return None
        home = f"factcheck.cli.{cmd_name}"
        if home not in sys.modules:
            with uncollected():
                import_module(home)
        return cast("click.Command", getattr(sys.modules[home], cmd_name))


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the garbage collector wait, and leave alone what is there by the end.

    What is imported stays, and it would look at all of it again and again, for a fifth
    of the time until a server answers.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def data_option(command: F) -> F:
    """Add --data DIR, which wins over FACTCHECK_DATA_DIR."""
    return click.option(
        "--data",
        "settings",
        metavar="DIR",
        type=click.Path(file_okay=False, path_type=Path),
        callback=lambda _ctx, _param, value: _settings(value),
        help="Folder of the desk's database and secret key"
        " (FACTCHECK_DATA_DIR; ./factcheck-data).",
    )(command)


def port_option(command: F) -> F:
    """Add --port PORT."""
    return click.option(
        "--port",
        metavar="PORT",
        type=click.IntRange(0, 65535),
        default=8000,
        show_default=True,
        help="The port to listen on; 0 takes a free one.",
    )(command)


def _settings(data: Path | None) -> Settings:
    try:
        settings = read_settings()
    except ValueError as error:
        raise Refused(str(error)) from error
    return replace(settings, data_dir=data) if data else settings
