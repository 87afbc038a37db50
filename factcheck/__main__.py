"""The `factcheck` command."""

import click

from factcheck import __version__
from factcheck.cli.base import LazyGroup

COMMANDS = (
    "collections",
    "database",
    "demo",
    "digests",
    "earlier",
    "essays",
    "people",
    "serve",
    "sources",
    "split",
    "suggestions",
)


@click.group(
    cls=LazyGroup,
    names=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
)
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Check essays claim by claim, and publish them annotated.

    \b
    Try it:           factcheck demo
    Set up a desk:    factcheck database upgrade
                      factcheck people add you@example.org --name You --role admin
                      factcheck serve
    Bring an essay:   factcheck essays import draft.txt --title "A title"
    Take it away:     factcheck essays export a-title --as html -o checked.html

    The desk lives in --data DIR (or FACTCHECK_DATA_DIR), on SQLite; set
    FACTCHECK_DATABASE_URL to keep it in PostgreSQL instead.
    """  # noqa: D301  (Click's mark for lines that stay as they are)


if __name__ == "__main__":
    main()
