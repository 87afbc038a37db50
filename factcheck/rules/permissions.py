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

    READ_DESK = N_("read the desk")
    SORT = N_("sort sentences")
    CORRECT = N_("split and join sentences")
    MARK = N_("mark claims")
    REVIEW = N_("give reviews")
    TALK = N_("talk about claims")
    EXPORT = N_("export an essay")
    ARCHIVE = N_("take away everything that is kept of an essay")
    IMPORT = N_("import an essay")
    EDIT_ESSAY = N_("change an essay's details")
    RULE = N_("rule on a claim")
    ASSIGN = N_("assign claims")
    INVITE_AUTHOR = N_("give an author a link")
    INVITE = N_("invite somebody")
    PUBLISH = N_("publish an edition")
    TEACH = N_("teach the suggestions")
    COLLECT = N_("import what other desks found")
    MANAGE_PEOPLE = N_("manage people")


ROLE_NAMES: dict[Role, str] = {
    Role.REVIEWER: N_("Reviewer"),
    Role.EDITOR: N_("Editor"),
    Role.ADMIN: N_("Admin"),
}
_ORDER = (Role.REVIEWER, Role.EDITOR, Role.ADMIN)
_REFUSED: dict[Role, str] = {
    Role.REVIEWER: N_(
        "Only a reviewer of this desk may do this: %(deed)s. Ask an admin to change"
        " your role."
    ),
    Role.EDITOR: N_(
        "Only an editor of this desk may do this: %(deed)s. Ask an admin to change your"
        " role."
    ),
    Role.ADMIN: N_(
        "Only an admin of this desk may do this: %(deed)s. Ask an admin to change your"
        " role."
    ),
}
_NEEDS: dict[Deed, Role] = {
    Deed.READ_DESK: Role.REVIEWER,
    Deed.SORT: Role.REVIEWER,
    Deed.CORRECT: Role.REVIEWER,
    Deed.MARK: Role.REVIEWER,
    Deed.REVIEW: Role.REVIEWER,
    Deed.TALK: Role.REVIEWER,
    Deed.EXPORT: Role.REVIEWER,
    Deed.ARCHIVE: Role.EDITOR,
    Deed.IMPORT: Role.EDITOR,
    Deed.EDIT_ESSAY: Role.EDITOR,
    Deed.RULE: Role.EDITOR,
    Deed.ASSIGN: Role.EDITOR,
    Deed.INVITE_AUTHOR: Role.EDITOR,
    Deed.INVITE: Role.EDITOR,
    Deed.PUBLISH: Role.EDITOR,
    Deed.TEACH: Role.EDITOR,
    Deed.COLLECT: Role.EDITOR,
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
        raise ForbiddenError(_(_REFUSED[_NEEDS[deed]], deed=_(deed.value)))


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
