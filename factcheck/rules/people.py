"""What a person's name and address may be."""

from email_validator import EmailNotValidError, validate_email

from factcheck.errors import InvalidError

NAME_LIMIT = 200
PASSWORD_MINIMUM = 10


def check_email(email: str) -> str:
    """Return an e-mail address in its normal form.

    Addresses of a desk's own network (editor@desk.local) are let through: nothing is
    asked of the name server.

    Raises:
        InvalidError: it is not an address.
    """
    try:
        found = validate_email(
            email.strip(), check_deliverability=False, test_environment=True
        )
    except EmailNotValidError as error:
        raise InvalidError(
            "email", f"That is not an e-mail address: {error}"
        ) from error
    return found.normalized.lower()


def check_name(name: str) -> str:
    """Return a name with its spaces tidied.

    Raises:
        InvalidError: empty or too long.
    """
    name = " ".join(name.split())
    if not name:
        raise InvalidError("name", "Give a name; it is printed beside reviews.")
    if len(name) > NAME_LIMIT:
        raise InvalidError("name", f"Keep the name under {NAME_LIMIT} characters.")
    return name


def check_password(password: str) -> str:
    """Return a password that is long enough.

    Raises:
        InvalidError: it is shorter than PASSWORD_MINIMUM.
    """
    if len(password) < PASSWORD_MINIMUM:
        raise InvalidError(
            "password", f"Use at least {PASSWORD_MINIMUM} characters; nothing was kept."
        )
    return password
