"""The floor under a save: a Flask route that commits one insert, and nothing else.

It runs on the same server, through the same engine and with the same settings of the
database as the desk does.
"""

import sys

from flask import Flask, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Column, Engine, Integer, MetaData, Table, Text, insert

from factcheck.cli.serve import run
from factcheck.config import read_settings
from factcheck.database import open_engine

metadata = MetaData()
notes = Table(
    "bare_notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("note", Text, nullable=False),
)


def create_bare(engine: Engine) -> Flask:
    """Build an app with two routes: one that answers, one that stores."""
    app = Flask("bare")

    @app.get("/healthz")
    def health() -> ResponseReturnValue:
        return {"status": "ok"}

    @app.post("/notes")
    def save() -> ResponseReturnValue:
        with engine.begin() as connection:
            connection.execute(insert(notes).values(note=request.form["finding"]))
        return {"status": "kept"}

    return app


def main() -> None:
    """Serve it on a free port, on the database of FACTCHECK_* variables."""
    engine = open_engine(read_settings().database)
    metadata.create_all(engine)
    run(create_bare(engine), "127.0.0.1", 0)


if __name__ == "__main__":
    sys.exit(main())
