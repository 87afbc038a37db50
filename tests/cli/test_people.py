"""factcheck people."""

import pytest


@pytest.fixture
def add(desk):
    def run(email="robin@example.org", *, role="reviewer", password="long enough"):  # noqa: S107
        words = ("people", "add", email, "--name", "Robin", "--role", role)
        return desk(*words, "--password-stdin", stdin=f"{password}\n")

    return run


def test_people_are_added_and_listed(desk, add):
    assert add().exit_code == 0

    listed = desk("people", "list").stdout
    assert "robin@example.org" in listed
    assert "reviewer" in listed


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"email": "robin"}, "not an e-mail address"),
        ({"password": "short"}, "at least 10"),
    ],
)
def test_what_cannot_be_kept_is_refused(desk, add, values, said):
    result = add(**values)

    assert result.exit_code == 1
    assert said in result.stderr
    assert "robin" not in desk("people", "list").stdout


def test_an_address_twice_is_refused(add):
    add()

    assert add().exit_code == 1


def test_an_unknown_role_is_a_usage_error(add):
    assert add(role="king").exit_code == 2


def test_disable_closes_the_account(desk, add):
    add()

    assert desk("people", "disable", "robin@example.org").exit_code == 0
    assert "no" in desk("people", "list").stdout.split()


def test_disabling_nobody_is_refused(desk):
    result = desk("people", "disable", "nobody@example.org")

    assert result.exit_code == 1
    assert "nobody@example.org" in result.stderr


def test_the_last_admin_is_kept(desk, add):
    add(role="admin")

    assert desk("people", "disable", "robin@example.org").exit_code == 1


def test_a_password_is_asked_for_twice(desk, add):
    add()

    words = ("people", "password", "robin@example.org")
    assert desk(*words, stdin="another one\nanother one\n").exit_code == 0
    assert desk(*words, stdin="another one\ndifferent 1\n").exit_code == 1


def test_people_are_invited_and_each_gets_a_link(desk):
    words = ("people", "invite", "a@example.org", "Bo <b@example.org>")
    printed = desk(*words, "--role", "reviewer").stdout.splitlines()
    assert [line.partition("\t")[0] for line in printed] == [
        "a@example.org",
        "b@example.org",
    ]
    assert len({line.rpartition("/join/")[2] for line in printed}) == 2


def test_a_class_is_invited_by_its_roster(desk, tmp_path):
    roster = tmp_path / "class.csv"
    roster.write_text("name,email\nAnn,a@example.org\n", encoding="utf-8")
    words = ("people", "invite", "--csv", str(roster), "--role", "reviewer")
    assert "a@example.org\thttp" in desk(*words).stdout
    both = desk(*words, "b@example.org")
    assert both.exit_code == 1
    assert "not both" in both.stderr


def test_a_faulty_list_invites_nobody(desk):
    words = ("people", "invite", "a@example.org", "nobody", "--role", "reviewer")
    result = desk(*words)
    assert result.exit_code == 1
    assert "Line 2" in result.stderr


def test_a_lost_second_factor_is_reset(desk, add):
    add()

    result = desk("people", "reset-two-factor", "robin@example.org")
    assert result.exit_code == 0
    assert "password alone" in result.stdout
    assert desk("people", "reset-two-factor", "nobody@example.org").exit_code == 1
