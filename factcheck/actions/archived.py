"""Importing an archive: an essay with everything that another desk held of it."""

import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from factcheck.actions.archived_rows import (
    Numbering,
    Values,
    add_all,
    add_shared,
    check_rows,
    contradicts,
    long_values,
)
from factcheck.actions.essays import add_essay, note_event
from factcheck.actions.indexing import follow_essay
from factcheck.actions.scales import keep_scale
from factcheck.actions.sources import live_sources
from factcheck.errors import FactcheckError, UnreadableError
from factcheck.exports.archive import Archived
from factcheck.exports.reading import read_json
from factcheck.keeping import keep
from factcheck.models import (
    Base,
    Edition,
    Essay,
    Event,
    Fetch,
    Memento,
    Scale,
    Snapshot,
    Source,
    User,
    Verdict,
    Version,
)
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.carried import BROUGHT_IN, CARRIED, SHARED, person_key
from factcheck.queries.essays import find_essay
from factcheck.queries.people import IMPORTED
from factcheck.queries.sources import source_facts
from factcheck.rules.archived import contradictions
from factcheck.rules.citations import SourceFacts, fingerprint
from factcheck.rules.essays import EssayDetails, check_details
from factcheck.rules.event_names import renamed
from factcheck.rules.history import describe
from factcheck.rules.holdings import Row
from factcheck.rules.permissions import Deed, require
from factcheck.rules.scales import ScaleDefinition, Standing, VerdictLabel
from factcheck.text.slugs import slugify
from factcheck.translating import _

_BEFORE = (Scale, Verdict, User, Essay)  # these have ways of their own


def import_archive(
    session: Session, *, actor: User | None, archived: Archived, copies: Path
) -> Essay:
    """Store everything of an archive, or nothing.

    People are known by their addresses, of which the archive holds a hash; whoever is
    not known comes in by name and cannot sign in.

    Args:
        session: the database session.
        actor: who imports; None for the machine's own administrator.
        archived: what was read.
        copies: the folder where bytes of copies are kept.

    Raises:
        ForbiddenError: the person may not import, or not publish.
        UnreadableError: the archive contradicts itself.
        OSError: copies cannot be written.
    """
    if actor is not None:
        require(actor.role, Deed.IMPORT)
        require(actor.role, Deed.PUBLISH)
    check_rows(archived.rows)
    _check_whole(archived)
    try:
        with session.begin_nested():
            essay = _Bringing(session, archived).bring()
            _read_back(session, essay)
            follow_essay(session, essay)
    except (IntegrityError, DataError) as error:
        raise UnreadableError(_not_kept()) from error
    brought = note_event(session, actor, essay, BROUGHT_IN)
    brought.after = {"title": essay.title}
    session.flush()
    # Last of all, so that an archive that is refused leaves no copies behind.
    for digest in archived.copies:
        keep(copies, archived.copy(digest))
    return essay


def _not_kept() -> str:
    return _(
        "The archive says what cannot be kept here, or somebody stored the same at"
        " this moment. Nothing was stored. Try again, and if it is refused again,"
        " export it anew."
    )


def _check_whole(archived: Archived) -> None:
    rows = archived.rows
    texts = {
        number: str(long_values(Version, number, archived.files)["text"])
        for number in range(1, len(rows["versions"]) + 1)
    }
    if wrong := contradictions(rows, texts):
        contradicts(wrong)
    for row in rows["sources"]:
        if row["fingerprint"] != _fingerprint(row):
            contradicts("sources")
    copied = set(archived.copies)
    if copied - {r[k] for r in rows["snapshots"] for k in ("sha256", "warc_sha256")}:
        contradicts("snapshots")


def _fingerprint(row: Row) -> str:
    names = SourceFacts.__dataclass_fields__
    try:
        facts = source_facts(Source(**{name: row[name] for name in names}))
        return fingerprint(facts)
    except (AttributeError, KeyError, TypeError, ValueError):
        contradicts("sources")


class _Bringing:
    """Brings the rows of one archive in."""

    def __init__(self, session: Session, archived: Archived) -> None:
        self._session = session
        self._rows = archived.rows
        self._files = archived.files
        self._numbers = Numbering()
        self._keys: Mapping[str, str] = {}

    def bring(self) -> Essay:
        """Store all rows and return the essay."""
        self._scales()
        self._people()
        essay = self._essay()
        for model in CARRIED:
            if model not in _BEFORE:
                self._add(model)
        return essay

    def _scales(self) -> None:
        scales: list[int] = []
        labels: dict[tuple[int, str], int] = {}
        for number, row in enumerate(self._rows["scales"], 1):
            own = [v for v in self._rows["verdicts"] if v["scale_id"] == number]
            scale = keep_scale(self._session, _definition(row, own))
            scales.append(scale.id)
            labels |= {(number, label.key): label.id for label in scale.verdicts}
        self._numbers.became("scales", scales)
        verdicts = [labels[v["scale_id"], v["key"]] for v in self._rows["verdicts"]]
        self._numbers.became("verdicts", verdicts)

    def _people(self) -> None:
        """Find everybody whose address is known, and add the others by name."""
        rows = self._rows["people"]
        everybody = self._session.execute(select(User.id, User.email))
        known = {person_key(email): ident for ident, email in everybody}
        new = [row for row in rows if row["key"] not in known]
        added = [
            User(
                email=f"{row['key']}{IMPORTED}",
                name=row["name"],
                password=None,
                active=False,
                fs_uniquifier=secrets.token_hex(32),
                interests=row["interests"],
                roles=[],
            )
            for row in new
        ]
        self._session.add_all(added)
        self._session.flush()
        known |= {row["key"]: u.id for row, u in zip(new, added, strict=True)}
        self._numbers.became("people", [known[row["key"]] for row in rows])

    def _essay(self) -> Essay:
        (row,) = self._rows["essays"]
        values = self._numbers.values(Essay, row)
        details = check_details(
            EssayDetails(**{n: row[n] for n in EssayDetails.__dataclass_fields__})
        )
        slug = row["slug"] if slugify(row["slug"]) == row["slug"] else row["title"]
        scale = self._session.get_one(Scale, values["scale_id"])
        essay = add_essay(self._session, details, scale, slugify(slug))
        rest = {name: value for name, value in values.items() if name != "slug"}
        self._session.execute(
            update(Essay)
            .where(Essay.id == essay.id)
            .values(rest)
            .execution_options(synchronize_session=False)
        )
        self._session.expire(essay)
        self._numbers.became("essays", [essay.id])
        return find_essay(self._session, essay.slug)

    def _add(self, model: type[Base]) -> None:
        name = model.__tablename__
        rows = self._values(model)
        if model is Event:
            self._events(rows)
            return
        for row in rows if model in {Snapshot, Memento, Fetch} else ():
            row["source_key"] = self._keys.get(row["source_key"], row["source_key"])
        add = add_shared if name in SHARED else add_all
        ids = add(self._session, model, rows)
        self._numbers.became(name, self._live(ids) if model is Source else ids)

    def _live(self, ids: Sequence[int]) -> list[int]:
        """Follow sources that became others at this desk; copies hang on theirs."""
        live = live_sources(self._session, ids)
        said = self._rows["sources"]
        self._keys = {
            row["key"]: source.key for row, source in zip(said, live, strict=True)
        }
        return [source.id for source in live]

    def _values(self, model: type[Base]) -> list[Values]:
        return [
            self._numbers.values(model, row) | long_values(model, number, self._files)
            for number, row in enumerate(self._rows[model.__tablename__], 1)
        ]

    def _events(self, rows: Sequence[Values]) -> None:
        """Store the history; what an event undoes is said when all are there."""
        said = self._rows["events"]
        undoes = [row["undoes_id"] for row in said]
        for row in rows:
            row["undoes_id"] = None
            try:
                for half in ("before", "after"):
                    row[half] = renamed(row["kind"], row[half], self._numbers.id_of)
                describe(row["kind"], row["after"])
            except (AttributeError, KeyError, TypeError, ValueError, IndexError):
                contradicts("events")
        ids = add_all(self._session, Event, rows)
        self._numbers.became("events", ids)
        table = Base.metadata.tables["events"]
        for ident, number in zip(ids, undoes, strict=True):
            if number is not None:
                self._session.execute(
                    update(table)
                    .where(table.c.id == ident)
                    .values(undoes_id=self._numbers.id_of("events", number))
                )


def _definition(scale: Row, verdicts: Sequence[Row]) -> ScaleDefinition:
    try:
        labels = tuple(
            VerdictLabel(
                row["key"],
                row["label"],
                row["definition"],
                row["value"],
                Standing(row["standing"]),
            )
            for row in sorted(verdicts, key=lambda row: row["position"])
        )
    except ValueError:
        contradicts("verdicts")
    if len({label.key for label in labels}) != len(labels):
        contradicts("verdicts")
    return ScaleDefinition(scale["key"], scale["name"], scale["version"], labels)


def _read_back(session: Session, essay: Essay) -> None:
    """Read what was stored as pages do, so that none of them meets what cannot be.

    Raises:
        UnreadableError: something cannot be read.
    """
    try:
        annotated_essay(session, essay)
        editions = session.execute(
            select(Edition.number, Edition.document).where(Edition.essay_id == essay.id)
        )
        for number, document in editions:
            edition = read_json(document.encode()).edition
            if edition is None or edition.number != number:
                contradicts("editions")
    except FactcheckError:
        raise
    except Exception as error:
        raise UnreadableError(_not_kept()) from error
