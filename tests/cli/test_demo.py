"""factcheck demo: the seed, loaded through the desk's actions."""

import json

from factcheck.config import resource


def test_the_demo_shows_the_worked_review_claim_by_claim(terminal):
    assert terminal("demo", "--no-serve").exit_code == 0
    (row,) = json.loads(terminal("essays", "list", "--json").stdout)
    assert (row["sentences"], row["claims"], row["settled"]) == (25, 29, 29)
    assert row["edition"] == 2

    exported = json.loads(
        terminal("essays", "export", row["slug"], "--as", "json").stdout
    )
    work = json.loads((resource("seed") / "review.json").read_text(encoding="utf-8"))
    claims = [f for f in work["findings"] if f["kind"] == "claim"]
    assert len(exported["claims"]) == len(claims) == 29
    for claim, finding in zip(exported["claims"], claims, strict=True):
        assert claim["quote"] == finding["quote"]
        assert claim["verdict"] == finding["verdict"]
        assert claim["explanation"] == finding["rationale"]
        urls = [source["url"] for source in claim["sources"]]
        assert urls == [source["url"] for source in finding["sources"]]


def test_the_demo_shows_dissent_rulings_and_a_correction(terminal):
    terminal("demo", "--no-serve")
    (row,) = json.loads(terminal("essays", "list", "--json").stdout)
    exported = json.loads(
        terminal("essays", "export", row["slug"], "--as", "json").stdout
    )

    ruled = {c["number"]: c for c in exported["claims"] if c["ruling"]}
    assert sorted(ruled) == [2, 6, 23]
    dissent = [r["verdict"] for r in ruled[2]["reviews"] if r["verdict"] != "mixed"]
    assert dissent == ["mostly_true"]
    assert [len(c["reviews"]) for c in exported["claims"]].count(2) == 9


def test_the_demo_goes_on_where_it_stood(terminal):
    first = terminal("demo", "--no-serve")
    second = terminal("demo", "--no-serve")

    assert first.stdout == second.stdout
    assert len(json.loads(terminal("essays", "list", "--json").stdout)) == 1


def test_it_says_how_to_sign_in_as_each(terminal):
    said = terminal("demo", "--no-serve").stdout

    for who in ("admin", "editor", "reviewer"):
        assert who in said


def test_two_demos_share_no_password(terminal, tmp_path):
    first = terminal("demo", "--no-serve").stdout
    other = terminal("demo", "--no-serve", "--data", tmp_path / "other").stdout

    assert set(first.split()) & set(other.split()) < set(first.split())
    assert first != other


def test_the_demo_s_edition_is_given_as_claimreview(terminal):
    terminal("demo", "--no-serve")
    (row,) = json.loads(terminal("essays", "list", "--json").stdout)
    result = terminal("essays", "export", row["slug"], "--as", "claimreview")
    assert len(json.loads(result.stdout)) == 29
    assert "It does not carry" in result.stderr
    assert "FACTCHECK_PUBLIC_URL" in result.stderr
