"""How far an essay's reviewers agree: alpha, pairs, and verdict against verdict."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from factcheck.database import db
from factcheck.queries.agreement import ratings_of
from factcheck.queries.essays import find_essay
from factcheck.rules.agreement import agreement, crosstab, pairs
from factcheck.rules.permissions import Deed
from factcheck.translating import _
from factcheck.web.allowed import require_on_essay

bp = Blueprint("agreement", __name__, url_prefix="/essays/<slug>")

SHADES = 5


@bp.get("/agreement")
def show(slug: str) -> ResponseReturnValue:
    """Show agreement before and after discussion, to editors."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.RULE)
    scale = essay.scale.definition
    ratings = ratings_of(db.session, essay)
    counts = crosstab(ratings.first, [v.key for v in scale.verdicts])
    return render_template(
        "agreement/show.html",
        essay=essay,
        stages=(
            (_("Before discussion"), agreement(ratings.first, scale)),
            (_("After discussion"), agreement(ratings.now, scale)),
        ),
        pairs=pairs(ratings.first),
        names=ratings.names,
        verdicts=scale.verdicts,
        counts=counts,
        shades=_shades(counts),
    )


def _shades(counts: dict[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Return 1 to SHADES for each pair of verdicts, the most frequent darkest."""
    most = max(counts.values(), default=1)
    return {pair: -(-count * SHADES // most) for pair, count in counts.items()}
