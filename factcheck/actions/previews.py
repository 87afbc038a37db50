"""What a new text of an essay would change, for whoever decides about storing it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from factcheck.actions.revising import Revision
from factcheck.queries.versions import ChangeShown
from factcheck.text.carried import ChangeKind
from factcheck.text.spans import covering


def summary(revision: Revision) -> dict[str, Any]:
    """Count what a revision did to sentences, and which claims wait for a person."""
    return {
        "version": revision.seen + 1,
        "sentences": dict(Counter(change.kind.value for change in revision.changes)),
        "claims": len(revision.landings),
        "waiting": dict(
            Counter(x.unconfirmed.value for x in revision.landings if x.unconfirmed)
        ),
    }


def changes_shown(revision: Revision, most: int) -> Sequence[ChangeShown]:
    """Return the first sentences that do not stay as they are, before and after."""
    old, new = revision.old, revision.new
    before, after = ({s.position: s for s in v.sentences} for v in (old, new))
    changed = (c for c in revision.changes if c.kind is not ChangeKind.SAME)
    return [
        ChangeShown(
            change.kind,
            covering(old.text, [before[at] for at in change.old]),
            covering(new.text, [after[at] for at in change.new]),
        )
        for change, _ in zip(changed, range(most), strict=False)
    ]
