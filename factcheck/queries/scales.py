"""An essay's scale as a value, with the ids of its verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from factcheck.models import Essay, Scale, Verdict
from factcheck.rules.scales import ScaleDefinition, Standing, VerdictLabel

_scales, _verdicts = cast("Table", Scale.__table__), cast("Table", Verdict.__table__)
_ROWS = (  # built once, and of rows: drafts are saved every few seconds
    select(
        _scales.c.key.label("scale_key"), _scales.c.name, _scales.c.version, _verdicts
    )
    .join(_verdicts, _verdicts.c.scale_id == _scales.c.id)
    .where(_scales.c.id == bindparam("scale_id"))
    .order_by(_verdicts.c.position)
)


@dataclass(frozen=True, slots=True)
class StoredScale:
    """A scale; `ids` has the id of each verdict by its key."""

    definition: ScaleDefinition
    ids: Mapping[str, int]

    def key_of(self, verdict_id: int | None) -> str:
        """Return the key of a verdict, or nothing for none."""
        return next((key for key, i in self.ids.items() if i == verdict_id), "")


def scale_of(session: Session, essay: Essay) -> StoredScale:
    """Return an essay's scale; a session asks once, for none ever changes."""
    known = session.info.setdefault("scales", {})
    if essay.scale_id not in known:
        known[essay.scale_id] = _read(session, essay.scale_id)
    return cast("StoredScale", known[essay.scale_id])


def _read(session: Session, scale_id: int) -> StoredScale:
    rows = session.execute(_ROWS, {"scale_id": scale_id}).all()
    labels = tuple(
        VerdictLabel(r.key, r.label, r.definition, r.value, Standing(r.standing))
        for r in rows
    )
    scale = rows[0]
    return StoredScale(
        ScaleDefinition(scale.scale_key, scale.name, scale.version, labels),
        {row.key: row.id for row in rows},
    )
