"""Who may do what: the one place where roles and deeds meet."""

from datetime import datetime
from enum import StrEnum

from factcheck.errors import ForbiddenError
from factcheck.translating import N_, _


class Role(StrEnum):
    """A person's standing at the desk; each includes the one before."""

    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"


class Deed(StrEnum):
    """What somebody may want to do at the desk."""

    READ_DESK = "read the desk"
    SORT = "sort sentences"
    CORRECT = "split and join sentences"
    MARK = "mark claims"
    REVIEW = "give reviews"
    TALK = "talk about claims"
    EXPORT = "export an essay"
    IMPORT = "import an essay"
    EDIT_ESSAY = "change an essay's details"
    RULE = "rule on a claim"
    ASSIGN = "assign claims"
    INVITE_AUTHOR = "give an author a link"
    INVITE = "invite somebody"
    PUBLISH = "publish an edition"
    TEACH = "teach the suggestions"
    MANAGE_PEOPLE = "manage people"


ROLE_NAMES: dict[Role, str] = {
    Role.REVIEWER: N_("Reviewer"),
    Role.EDITOR: N_("Editor"),
    Role.ADMIN: N_("Admin"),
}
_ORDER = (Role.REVIEWER, Role.EDITOR, Role.ADMIN)
_NEEDS: dict[Deed, Role] = {
    Deed.READ_DESK: Role.REVIEWER,
    Deed.SORT: Role.REVIEWER,
    Deed.CORRECT: Role.REVIEWER,
    Deed.MARK: Role.REVIEWER,
    Deed.REVIEW: Role.REVIEWER,
    Deed.TALK: Role.REVIEWER,
    Deed.EXPORT: Role.REVIEWER,
    Deed.IMPORT: Role.EDITOR,
    Deed.EDIT_ESSAY: Role.EDITOR,
    Deed.RULE: Role.EDITOR,
    Deed.ASSIGN: Role.EDITOR,
    Deed.INVITE_AUTHOR: Role.EDITOR,
    Deed.INVITE: Role.EDITOR,
    Deed.PUBLISH: Role.EDITOR,
    Deed.TEACH: Role.EDITOR,
    Deed.MANAGE_PEOPLE: Role.ADMIN,
}


def may(role: Role | None, deed: Deed) -> bool:
    """Say whether somebody with this role may do this; None is a stranger."""
    return role is not None and _ORDER.index(role) >= _ORDER.index(_NEEDS[deed])


def require(role: Role | None, deed: Deed) -> None:
    """Let the deed pass.

    Raises:
        ForbiddenError: the role does not allow it.
    """
    if not may(role, deed):
        needed = _NEEDS[deed]
        article = "a" if needed is Role.REVIEWER else "an"
        raise ForbiddenError(
            _(
                "You may not %(deed)s: only %(article)s %(needed)s of this desk"
                " may. Ask an admin to change your role.",
                deed=deed,
                article=article,
                needed=needed,
            )
        )


def may_see_review(
    *,
    viewer_id: int,
    role: Role,
    reviewer_id: int,
    given: bool,
    settled: bool,
    revealed: bool = True,
) -> bool:
    """Say whether a person may read a review: blind until given.

    A draft is its writer's alone. A given review is open to editors at once, and to
    other reviewers when the claim needs no more of them and, where the essay has a day
    of reveal, that day has come.
    """
    if viewer_id == reviewer_id:
        return True
    return given and ((settled and revealed) or may(role, Deed.RULE))


def may_see_talk(
    *,
    viewer_id: int,
    role: Role,
    author_id: int | None,
    settled: bool,
    revealed: bool = True,
) -> bool:
    """Say whether a person may read what somebody said about a claim, or count it.

    Talk gives away what its writer found, so it is as blind as a review: open to its
    writer and to editors, and to the others when the claim needs no more reviews.
    That holds for comments, inquiries and proposed rewordings alike.
    """
    return viewer_id == author_id or (settled and revealed) or may(role, Deed.RULE)


def sees_outcomes(role: Role, reveal_at: datetime | None, now: datetime) -> bool:
    """Say whether a person may know what reviews led to.

    A class may set a day of reveal: before it, a reviewer sees no claim's outcome, so
    that nothing gives away what others found.
    """
    return reveal_at is None or now >= reveal_at or may(role, Deed.RULE)


def higher(first: Role | None, second: Role | None) -> Role | None:
    """Return the higher of a person's role at the desk and on an essay."""
    found = [role for role in (first, second) if role is not None]
    return max(found, key=_ORDER.index, default=None)
