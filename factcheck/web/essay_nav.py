"""The way between the pages of one essay, as far as whoever is here may go."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import current_app, request, url_for

from factcheck.database import db
from factcheck.queries.ruling_queue import count_queue
from factcheck.rules.permissions import Deed
from factcheck.translating import N_, _
from factcheck.web.allowed import may_on

if TYPE_CHECKING:
    from factcheck.models import Essay

_EVERYBODY = (
    ("essays.show", N_("Annotated")),
    ("workbench.show", N_("Workbench")),
    ("assignments.index", N_("Assignments")),
    ("rulings.queue", N_("Rulings")),
    ("agreement.show", N_("Agreement")),
    ("earlier.index", N_("Earlier verdicts")),
    ("inquiries.index", N_("Inquiries")),
    ("rewordings.index", N_("Rewordings")),
    ("annotating.bring", N_("Annotations")),
    ("versions.index", N_("Versions")),
    ("history.essay", N_("History")),
    ("editions.publish", N_("Publish")),
    ("essay_roles.index", N_("People")),
)
_FOR_EDITORS = frozenset(
    (
        "assignments.index",
        "rulings.queue",
        "agreement.show",
        "editions.publish",
        "essay_roles.index",
    )
)


@dataclass(frozen=True, slots=True)
class Way:
    """A link to a page of the essay; `count` is what waits there."""

    label: str
    address: str
    current: bool
    count: int = 0


def essay_nav(essay: "Essay") -> list[Way]:
    """Return the links, in the order of the work."""
    rules = may_on(essay, Deed.RULE)
    return [
        Way(
            label=_(label),
            address=url_for(endpoint, slug=essay.slug),
            current=request.endpoint == endpoint,
            count=count_queue(db.session, essay.slug) if label == "Rulings" else 0,
        )
        for endpoint, label in _EVERYBODY
        if endpoint in current_app.view_functions
        and (rules or endpoint not in _FOR_EDITORS)
    ]
