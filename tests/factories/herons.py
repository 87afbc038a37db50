"""A desk that calls sentences about herons claims, and those about linnets opinions."""

from sqlalchemy.orm import Session

from factcheck.actions.sentences import sort_sentences
from factcheck.models import Essay, User
from factcheck.rules.sorting import Reason, Sorted, Sorting
from tests.factories import essays

ENOUGH, TOO_FEW = 300, 40


def sort_herons(
    session: Session, editor: User, count: int = ENOUGH, *, title: str = "Herons"
) -> Essay:
    """Import sentences about both birds in turn, and let an editor sort them."""
    text = "\n\n".join(
        f"A {'heron' if n % 2 else 'linnet'} sat by pond {title} {n} all day."
        for n in range(1, count + 1)
    )
    essay = essays.essay(session, actor=editor, text=text, title=title)
    herons, linnets = range(1, count + 1, 2), range(2, count + 1, 2)
    opinion = Sorted(Sorting.NOT_A_CLAIM, Reason.OPINION)
    for positions, to in ((herons, Sorted(Sorting.CLAIM)), (linnets, opinion)):
        sort_sentences(
            session, actor=editor, essay=essay, positions=list(positions), to=to
        )
    return essay
