"""People of the desk."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, joinedload, selectinload, with_expression

from factcheck.errors import NotFoundError
from factcheck.models import Role, User
from factcheck.queries.settings import TWO_FACTOR_REQUIRED, two_factor_required
from factcheck.translating import _

IMPORTED = "@imported.invalid"
_BY_KEY = (  # built once: it is asked at each request
    select(User)
    .options(
        joinedload(User.roles),
        with_expression(User.desk_wants_two_factors, TWO_FACTOR_REQUIRED),
    )
    .where(User.fs_uniquifier == bindparam("key"))
)


def find_person(session: Session, email: str) -> User:
    """Return a person by e-mail address, whatever its case.

    Raises:
        NotFoundError: nobody has this address.
    """
    person = session.scalar(
        select(User)
        .options(selectinload(User.roles))
        .where(func.lower(User.email) == email.strip().lower())
    )
    if person is None:
        raise NotFoundError(_("Nobody here has the address %(email)s.", email=email))
    return person


def person_by_key(session: Session, key: str) -> User | None:
    """Return who has the key that a signed-in browser's session carries."""
    return session.scalars(_BY_KEY, {"key": key}).unique().one_or_none()


def person_by_id(session: Session, person_id: int) -> User:
    """Return a person by id.

    Raises:
        NotFoundError: nobody has this id.
    """
    person = session.scalar(
        select(User).options(selectinload(User.roles)).where(User.id == person_id)
    )
    if person is None:
        raise NotFoundError(_("There is no such person."))
    return person


def lacks_second_factor(session: Session, person: User) -> bool:
    """Say whether the desk asks for a second factor that this person has not set up."""
    if person.tf_primary_method:
        return False
    wanted = person.desk_wants_two_factors
    if wanted is None:
        wanted = two_factor_required(session)
    return wanted and not person.webauthn


def list_people(session: Session) -> Sequence[User]:
    """Return everybody who can or could sign in, by name."""
    return session.scalars(
        select(User)
        .options(selectinload(User.roles))
        .where(User.email.not_like(f"%{IMPORTED}"))
        .order_by(User.name, User.id)
    ).all()


def count_active(session: Session, role: str) -> int:
    """Return how many active people have a role."""
    return (
        session.scalar(
            select(func.count())
            .select_from(User)
            .join(User.roles)
            .where(User.active, Role.name == role)
        )
        or 0
    )
