"""What every command shares: where the desk is, and how a refusal is told."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

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


def _settings(data: Path | None) -> Settings:
    try:
        settings = read_settings()
    except ValueError as error:
        raise Refused(str(error)) from error
    return replace(settings, data_dir=data) if data else settings
