"""What the desk's admins chose for everybody."""

from sqlalchemy.orm import Session

from factcheck.models import DeskSetting

TWO_FACTOR = "require_two_factor"
YES = "yes"


def two_factor_required(session: Session) -> bool:
    """Say whether everybody here needs a second factor to sign in."""
    found = session.get(DeskSetting, TWO_FACTOR)
    return found is not None and found.value == YES
