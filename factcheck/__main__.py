"""The `factcheck` command."""

import click

from factcheck import __version__
from factcheck.cli.base import DeskGroup
from factcheck.cli.collections import collections
from factcheck.cli.database import database
from factcheck.cli.demo import demo
from factcheck.cli.digests import digests
from factcheck.cli.earlier import earlier
from factcheck.cli.essays import essays
from factcheck.cli.people import people
from factcheck.cli.serve import serve
from factcheck.cli.sources import sources
from factcheck.cli.split import split
from factcheck.cli.suggestions import suggestions


@click.group(
    cls=DeskGroup,
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


COMMANDS = (
    demo,
    serve,
    split,
    essays,
    people,
    digests,
    sources,
    collections,
    earlier,
    suggestions,
    database,
)
for command in COMMANDS:
    main.add_command(command)


if __name__ == "__main__":
    main()
