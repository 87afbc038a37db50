"""People added, disabled, and the admin a desk always keeps."""

import pytest

from factcheck.actions.people import (
    add_person,
    edit_profile,
    set_active,
    set_password,
    set_role,
)
from factcheck.errors import ForbiddenError, InvalidError
from factcheck.queries.people import find_person, list_people
from factcheck.rules.people import Profile
from factcheck.rules.permissions import Role
from tests.factories import people


def test_a_person_is_found_whatever_the_case_of_the_address(session):
    people.person(session, email="Robin@Example.org")

    assert find_person(session, " ROBIN@example.ORG").name == "Robin Hale"


def test_an_address_can_be_taken_only_once(session):
    people.person(session, email="robin@example.org")

    with pytest.raises(InvalidError, match="taken") as refused:
        people.person(session, email="ROBIN@example.org")

    assert refused.value.field == "email"
    assert len(list_people(session)) == 1


@pytest.mark.parametrize(("email", "name"), [("robin", "Robin"), ("a@b.org", "  ")])
def test_an_address_and_a_name_are_needed(session, email, name):
    with pytest.raises(InvalidError):
        people.person(session, name=name, email=email)


def test_only_an_admin_manages_people(session):
    editor = people.person(session, Role.EDITOR)

    with pytest.raises(ForbiddenError):
        add_person(
            session,
            actor=editor,
            email="new@example.org",
            name="New",
            role=Role.ADMIN,
            password_hash=None,
        )


def test_the_last_admin_stays(session):
    admin = people.person(session, Role.ADMIN)

    with pytest.raises(InvalidError, match="only admin"):
        set_active(session, actor=admin, person=admin, active=False)
    with pytest.raises(InvalidError, match="only admin"):
        set_role(session, actor=admin, person=admin, role=Role.EDITOR)

    other = people.person(session, Role.ADMIN)
    set_role(session, actor=admin, person=other, role=Role.REVIEWER)
    assert other.role is Role.REVIEWER


def test_disabling_ends_sessions(session):
    robin = people.person(session)
    before = robin.fs_uniquifier

    set_active(session, actor=None, person=robin, active=False)

    assert not robin.active
    assert robin.fs_uniquifier != before


def test_a_new_password_ends_sessions(session):
    robin = people.person(session)
    before = robin.fs_uniquifier

    set_password(session, actor=None, person=robin, password_hash="hash")

    assert robin.password == "hash"
    assert robin.fs_uniquifier != before


def test_one_edits_ones_own_profile(session):
    robin = people.person(session)

    profile = Profile(" Robin  H. ", single_keys=False)
    edit_profile(session, actor=robin, profile=profile)

    assert (robin.name, robin.single_keys) == ("Robin H.", False)
