"""What the desk's admins chose for everybody."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from factcheck.models import DeskSetting

TWO_FACTOR = "require_two_factor"
YES = "yes"
TWO_FACTOR_REQUIRED = exists().where(
    DeskSetting.key == TWO_FACTOR, DeskSetting.value == YES
)
_TWO_FACTOR = select(TWO_FACTOR_REQUIRED)  # built once: it is asked at each request


def two_factor_required(session: Session) -> bool:
    """Say whether everybody here needs a second factor to sign in."""
    return bool(session.scalar(_TWO_FACTOR))
