"""Whom a list of addresses or a class roster invites: all of it, or nothing."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from io import StringIO

from factcheck.errors import ForbiddenError, InvalidError
from factcheck.rules.people import NAME_LIMIT, check_email
from factcheck.rules.permissions import Role
from factcheck.translating import _, ngettext

DAYS = 14
LONGEST_DAYS = 90
MOST = 500
_SHOWN = 8
_HEADERS = {"email", "e-mail", "mail", "address", "e-mail address", "email address"}
_NAMES = {"name", "full name", "student"}


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody to invite; `line` is where the list names them."""

    email: str
    name: str = ""
    line: int = 1


def read_addresses(text: str) -> tuple[Invitee, ...]:
    """Read one person a line: `Name <mail>`, or the address alone.

    Raises:
        InvalidError: on `addresses`, naming each line that cannot be read.
    """
    rows = []
    for line, given in enumerate(text.splitlines(), 1):
        if given.strip():
            name, email = parseaddr(given.strip().rstrip(",;"))
            rows.append((line, email or given.strip(), name))
    return _check(rows, "addresses")


def read_roster(text: str) -> tuple[Invitee, ...]:
    """Read a class roster: CSV with a name and an address, in either order.

    The first line may name the columns; without that, the name comes first. Commas,
    semicolons or tabs may part them.

    Raises:
        InvalidError: on `roster`, naming each line that cannot be read.
    """
    return _check(list(_rows(text)), "roster")


def require_invite(actor: Role | None, invited: Role) -> None:
    """Let admins invite anybody, and editors reviewers.

    Raises:
        ForbiddenError: the role does not allow it.
    """
    if actor is Role.ADMIN or (actor is Role.EDITOR and invited is Role.REVIEWER):
        return
    raise ForbiddenError(
        _(
            "Admins of this desk invite anybody; editors invite reviewers. Nobody"
            " was invited."
        )
    )


def check_days(days: int) -> int:
    """Return for how many days an invitation works.

    Raises:
        InvalidError: out of range.
    """
    if not 1 <= days <= LONGEST_DAYS:
        raise InvalidError(
            "days",
            _(
                "Let them work for 1 to %(longest_days)s days.",
                longest_days=LONGEST_DAYS,
            ),
        )
    return days


def refuse_lines(field: str, faults: Sequence[tuple[int, str]]) -> None:
    """Refuse a whole list for its faulty lines.

    Raises:
        InvalidError: there is a fault.
    """
    if not faults:
        return
    told = [
        _("Line %(line)s: %(why)s", line=line, why=why) for line, why in faults[:_SHOWN]
    ]
    if len(faults) > _SHOWN:
        more = len(faults) - _SHOWN
        told.append(ngettext("And %(num)s line more.", "And %(num)s lines more.", more))
    raise InvalidError(field, " ".join([*told, _("Nobody was invited.")]))


def _check(rows: Sequence[tuple[int, str, str]], field: str) -> tuple[Invitee, ...]:
    if not rows:
        raise InvalidError(field, _("Name at least one person, each on a line."))
    if len(rows) > MOST:
        raise InvalidError(
            field, _("Invite at most %(most)s people at once.", most=MOST)
        )
    found: dict[str, Invitee] = {}
    faults: list[tuple[int, str]] = []
    for line, email, name in rows:
        invitee, fault = _read(line, email, name)
        if invitee is None:
            faults.append((line, fault))
        elif invitee.email in found:
            first = found[invitee.email].line
            fault = _(
                "%(email)s is on line %(line)s already.",
                email=invitee.email,
                line=first,
            )
            faults.append((line, fault))
        else:
            found[invitee.email] = invitee
    refuse_lines(field, faults)
    return tuple(found.values())


def _read(line: int, email: str, name: str) -> tuple[Invitee | None, str]:
    name = " ".join(name.split())
    if len(name) > NAME_LIMIT:
        return None, _(
            "the name is longer than %(limit)s characters.", limit=NAME_LIMIT
        )
    try:
        return Invitee(check_email(email), name, line), ""
    except InvalidError:
        given = email.strip()[:80]
        return None, _("“%(given)s” is not an e-mail address.", given=given)


def _rows(text: str) -> Iterator[tuple[int, str, str]]:
    reader = csv.reader(StringIO(text.lstrip("\ufeff")), delimiter=_delimiter(text))
    name_at, email_at = 0, 1
    try:
        for number, row in enumerate(reader):
            cells = [cell.strip() for cell in row]
            if number == 0 and (named := _columns(cells)):
                name_at, email_at = named
            elif any(cells):
                email, name = _cell(cells, email_at), _cell(cells, name_at)
                if "@" in name and "@" not in email:
                    email, name = name, email
                yield reader.line_num, email, name
    except csv.Error as error:
        raise InvalidError(
            "roster",
            _(
                "Line %(line_num)s is not CSV: %(error)s. Nobody was invited.",
                line_num=reader.line_num,
                error=error,
            ),
        ) from error


def _columns(cells: Sequence[str]) -> tuple[int, int] | None:
    """Return where name and address stand, if this line names the columns."""
    titles = [cell.lower() for cell in cells]
    email_at = _find(titles, _HEADERS)
    if email_at is None:
        return None
    name_at = _find(titles, _NAMES)
    return (len(cells) if name_at is None else name_at), email_at


def _find(titles: Iterable[str], known: set[str]) -> int | None:
    return next((at for at, title in enumerate(titles) if title in known), None)


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)
