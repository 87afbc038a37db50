"""Personal tokens: what each may be used for, how they look, how long they work."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from factcheck.errors import ForbiddenError, InvalidError
from factcheck.rules.permissions import Deed
from factcheck.translating import N_, _

PREFIX = "factcheck_"  # by which people and scanners know what they have found
NAME_LIMIT = 100
DAYS = 90
LONGEST_DAYS = 366
MOST = 20  # tokens of one person that work at the same time


class Scope(StrEnum):
    """What a token may be used for, within what its person may do."""

    READ = "read"
    CHECK = "check"
    EDIT = "edit"
    PUBLISH = "publish"


SCOPE_LABELS: dict[Scope, str] = {
    Scope.READ: N_("Read what you may read"),
    Scope.CHECK: N_("Sort sentences, mark claims, give reviews, talk about claims"),
    Scope.EDIT: N_(
        "Import and revise essays, merge sources, assign and rule on claims"
    ),
    Scope.PUBLISH: N_("Publish editions, and take them down"),
}

_DEEDS: dict[Scope, frozenset[Deed]] = {
    Scope.READ: frozenset((Deed.READ_DESK, Deed.EXPORT, Deed.ARCHIVE)),
    Scope.CHECK: frozenset(
        (Deed.SORT, Deed.CORRECT, Deed.MARK, Deed.REVIEW, Deed.TALK)
    ),
    Scope.EDIT: frozenset((Deed.IMPORT, Deed.EDIT_ESSAY, Deed.ASSIGN, Deed.RULE)),
    Scope.PUBLISH: frozenset((Deed.PUBLISH,)),
}


def scope_of(deed: Deed) -> Scope:
    """Return the scope that a deed needs.

    Raises:
        KeyError: no token is good for it.
    """
    return next(scope for scope, deeds in _DEEDS.items() if deed in deeds)


def require_scope(scopes: Collection[str], deed: Deed) -> None:
    """Let the deed pass if the token is for it.

    Raises:
        ForbiddenError: it is not.
    """
    needed = scope_of(deed)
    if needed not in scopes:
        raise ForbiddenError(
            _(
                "This token is not for that: it lacks the scope “%(scope)s”. Make one"
                " that has it.",
                scope=needed,
            )
        )


def check_token_name(name: str) -> str:
    """Return what a token is called, stripped.

    Raises:
        InvalidError: nothing, or too long.
    """
    name = " ".join(name.split())
    if not name:
        raise InvalidError("name", _("Say what it is for, to know it again."))
    if len(name) > NAME_LIMIT:
        raise InvalidError(
            "name", _("Keep the name under %(limit)s characters.", limit=NAME_LIMIT)
        )
    return name


def check_scopes(scopes: Iterable[str]) -> tuple[Scope, ...]:
    """Return the scopes in their order.

    Raises:
        InvalidError: none, or one that there is not.
    """
    chosen = set(scopes)
    if not chosen or not chosen <= set(Scope):
        raise InvalidError("scopes", _("Choose at least one thing it may be used for."))
    return tuple(scope for scope in Scope if scope in chosen)


def check_token_days(days: int) -> int:
    """Return for how many days a token works.

    Raises:
        InvalidError: out of range.
    """
    if not 1 <= days <= LONGEST_DAYS:
        raise InvalidError(
            "days", _("Let it work for 1 to %(longest)s days.", longest=LONGEST_DAYS)
        )
    return days
