"""What the desk's admins chose for everybody."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import DeskSetting

TWO_FACTOR = "require_two_factor"
YES = "yes"
_TWO_FACTOR = (  # built once: it is asked at each request
    select(DeskSetting.value).where(DeskSetting.key == TWO_FACTOR)
)


def two_factor_required(session: Session) -> bool:
    """Say whether everybody here needs a second factor to sign in."""
    return session.scalar(_TWO_FACTOR) == YES
