"""Lists of people to invite: read whole, or refused line by line."""

import pytest

from factcheck.errors import ForbiddenError, InvalidError
from factcheck.rules.invitations import (
    Invitee,
    check_days,
    read_addresses,
    read_roster,
    require_invite,
)
from factcheck.rules.permissions import Role

SUNMI = ("sunmi@example.org", "Sunmi Cho")


def pairs(invitees: tuple[Invitee, ...]) -> list[tuple[str, str]]:
    return [(invitee.email, invitee.name) for invitee in invitees]


def test_addresses_stand_one_a_line_with_or_without_a_name():
    text = (
        "Sunmi Cho <Sunmi@Example.org>\n\n  ro@example.org,\n조선미 <c@example.org>;\n"
    )
    assert pairs(read_addresses(text)) == [
        SUNMI,
        ("ro@example.org", ""),
        ("c@example.org", "조선미"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sunmi Cho,sunmi@example.org\n",
        "name,email\r\nSunmi Cho,sunmi@example.org\r\n",
        "\ufeffE-mail;Group;Name\nsunmi@example.org;3;Sunmi Cho\n;;\n",
        "Sunmi  Cho\tsunmi@example.org",
        "sunmi@example.org,Sunmi Cho",
        '"Sunmi Cho","sunmi@example.org"',
    ],
)
def test_a_roster_names_its_columns_or_not(text: str):
    assert pairs(read_roster(text)) == [SUNMI]


def test_a_roster_may_have_addresses_only():
    assert pairs(read_roster("email\na@example.org\n")) == [("a@example.org", "")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name,email\nRo,ro@example.org\nSunmi,nobody\n", "Line 3: “nobody” is not"),
        ("Ro,ro@example.org\nRay,RO@example.org\n", "Line 2: ro@example.org is on"),
        (f"{'x' * 201},ro@example.org", "Line 1: the name is longer"),
        ("name,email\n", "at least one"),
        ("\n" + "a,b\n" * 10, "And 2 lines more. Nobody was invited."),
        ("a@example.org\n" * 501, "at most 500"),
    ],
)
def test_a_faulty_roster_is_refused_whole_and_by_line(text: str, why: str):
    with pytest.raises(InvalidError, match=why) as refused:
        read_roster(text)
    assert refused.value.field == "roster"


def test_editors_invite_reviewers_and_admins_anybody():
    for role in Role:
        require_invite(Role.ADMIN, role)
    require_invite(Role.EDITOR, Role.REVIEWER)
    for actor, role in (
        (Role.EDITOR, Role.EDITOR),
        (Role.EDITOR, Role.ADMIN),
        (Role.REVIEWER, Role.REVIEWER),
        (None, Role.REVIEWER),
    ):
        with pytest.raises(ForbiddenError):
            require_invite(actor, role)


@pytest.mark.parametrize("days", [0, -1, 91])
def test_invitations_work_for_a_sensible_time(days: int):
    with pytest.raises(InvalidError):
        check_days(days)
