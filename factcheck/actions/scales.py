"""Keeping scales: each version once, never changed."""

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from factcheck.models import Scale, Verdict
from factcheck.rules.scales import ScaleDefinition


def keep_scale(session: Session, definition: ScaleDefinition) -> Scale:
    """Return the stored scale equal to this one, adding it if it is new.

    A scale of the same key with other words becomes the next version of it.
    """
    stored = session.scalars(
        select(Scale)
        .where(Scale.key == definition.key)
        .options(selectinload(Scale.verdicts))
        .order_by(Scale.version)
    ).all()
    for scale in stored:
        if scale.definition.verdicts == definition.verdicts:
            return scale
    taken = {scale.version for scale in stored}
    version = definition.version
    while version in taken:
        version += 1
    scale = Scale(
        key=definition.key,
        name=definition.name,
        version=version,
        verdicts=[
            Verdict(
                position=position,
                key=label.key,
                label=label.label,
                definition=label.definition,
                value=label.value,
                standing=label.standing.value,
            )
            for position, label in enumerate(definition.verdicts, start=1)
        ],
    )
    session.add(scale)
    session.flush()
    return scale
