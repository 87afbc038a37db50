"""Every operation of the JSON door, and what it answers to each."""

from dataclasses import dataclass
from typing import Any

SLUG = "the-river"
BASE = f"/essays/{SLUG}"

# What each of a stranger, a reviewer, an editor and an admin gets.
ANYONE = (200, 200, 200, 200)
STAFF = (401, 200, 200, 200)
EDITORS = (401, 403, 200, 200)


@dataclass(frozen=True)
class Asked:
    """An address below the root; writes send what was last read as seen."""

    path: str
    answers: tuple[int, ...]
    scope: str = "read"
    body: Any = None


REVIEW = {
    "verdict": "true",
    "finding": "It did.",
    "citations": [
        {
            "source": {"title": "Gauge book", "url": "https://example.org/gauge"},
            "quote": "the river rose",
            "stance": "supports",
        }
    ],
    "give": True,
}
RULING = {"verdict": "false", "finding": "It fell.", "reason": "The gauge says so."}

# In an order in which each finds what it needs: a claim, its reviews, an edition.
OPERATIONS: dict[tuple[str, str], Asked] = {
    ("api-document.show", "GET"): Asked("/openapi.json", ANYONE, ""),
    ("api-essays.index", "GET"): Asked("/essays", STAFF),
    ("api-essays.show", "GET"): Asked(BASE, STAFF),
    ("api-essays.text", "GET"): Asked(f"{BASE}/text", STAFF),
    ("api-essays.create", "POST"): Asked(
        "/essays", (401, 403, 201, 201), "edit", {"text": "The sea rose in 1950."}
    ),
    ("api-essays.read", "POST"): Asked(
        "/documents?filename=hills.md&mark=all",
        (401, 403, 201, 201),
        "edit",
        {"hill": "900 m"},
    ),
    ("api-essays.edit", "PATCH"): Asked(BASE, EDITORS, "edit", {"byline": "Mo"}),
    ("api-sentences.index", "GET"): Asked(f"{BASE}/sentences", STAFF),
    ("api-sentences.show", "GET"): Asked(f"{BASE}/sentences/2", STAFF),
    ("api-sentences.change", "PATCH"): Asked(
        f"{BASE}/sentences/3",
        STAFF,
        "check",
        {"sorting": "not_a_claim", "reason": "question"},
    ),
    ("api-sentences.sort", "PATCH"): Asked(
        f"{BASE}/sentences?limit=4",
        STAFF,
        "check",
        {"positions": [2, 4], "sorting": "not_a_claim", "reason": "opinion"},
    ),
    ("api-history.last", "GET"): Asked(f"{BASE}/last-action", STAFF),
    ("api-history.undo", "DELETE"): Asked(
        f"{BASE}/last-action", (401, 204, 204, 204), "check"
    ),
    ("api-history.index", "GET"): Asked(f"{BASE}/history", STAFF),
    ("api-claims.index", "GET"): Asked(f"{BASE}/claims", STAFF),
    ("api-claims.show", "GET"): Asked(f"{BASE}/claims/1", STAFF),
    ("api-claims.mark", "POST"): Asked(
        f"{BASE}/claims",
        (401, 201, 201, 201),
        "check",
        {"version": 1, "start": 24, "end": 39},
    ),
    ("api-claims.change", "PATCH"): Asked(
        f"{BASE}/claims/1", STAFF, "check", {"statement": "The river rose in 1949."}
    ),
    ("api-reviews.show", "GET"): Asked(f"{BASE}/claims/1/review", STAFF),
    ("api-reviews.save", "PUT"): Asked(
        f"{BASE}/claims/1/review", STAFF, "check", REVIEW
    ),
    ("api-reviews.index", "GET"): Asked(f"{BASE}/claims/1/reviews", STAFF),
    ("api-reviews.evidence", "GET"): Asked(f"{BASE}/claims/1/evidence", STAFF),
    ("api-sources.library", "GET"): Asked("/sources", STAFF),
    ("api-sources.show", "GET"): Asked("/sources/1", STAFF),
    ("api-sources.edit", "PATCH"): Asked(
        "/sources/1", STAFF, "check", {"author": "Mo, A.", "details": {"page": "7"}}
    ),
    ("api-sources.uses", "GET"): Asked("/sources/1/uses", STAFF),
    ("api-sources.history", "GET"): Asked("/sources/1/history", STAFF),
    ("api-sources.last", "GET"): Asked("/sources/1/last-change", STAFF),
    ("api-sources.undo", "DELETE"): Asked(
        "/sources/1/last-change", (401, 204, 204, 204), "check"
    ),
    ("api-libraries.take_away", "GET"): Asked("/libraries/bibtex", STAFF),
    ("api-libraries.bring_in", "POST"): Asked(
        "/libraries", (401, 403, 201, 201), "edit", [{"title": "Rivers"}]
    ),
    ("api-sources.pair", "GET"): Asked("/sources/1/merge/2", EDITORS, "edit"),
    ("api-sources.merge", "PUT"): Asked("/sources/1/merge/2", EDITORS, "edit"),
    ("api-sources.used", "GET"): Asked(f"{BASE}/sources", STAFF),
    ("api-comments.index", "GET"): Asked(f"{BASE}/claims/1/comments", STAFF),
    ("api-comments.show", "GET"): Asked(f"{BASE}/claims/1/comments/1", STAFF),
    ("api-comments.say", "POST"): Asked(
        f"{BASE}/claims/1/comments", (401, 201, 201, 201), "check", {"text": "This."}
    ),
    ("api-comments.withdraw", "DELETE"): Asked(
        f"{BASE}/claims/1/comments/1", (401, 403, 204, 403), "check"
    ),
    ("api-inquiries.index", "GET"): Asked(f"{BASE}/inquiries", STAFF),
    ("api-inquiries.show", "GET"): Asked(f"{BASE}/inquiries/1", STAFF),
    ("api-inquiries.new", "POST"): Asked(
        f"{BASE}/claims/1/inquiries",
        (401, 201, 201, 201),
        "check",
        {"whom": "Mo", "question": "Was it?", "asked_on": "2026-03-04"},
    ),
    ("api-inquiries.edit", "PATCH"): Asked(
        f"{BASE}/inquiries/1", STAFF, "check", {"answer": "In May."}
    ),
    ("api-rewordings.index", "GET"): Asked(f"{BASE}/rewordings", STAFF),
    ("api-rewordings.show", "GET"): Asked(f"{BASE}/rewordings/1", STAFF),
    ("api-rewordings.new", "POST"): Asked(
        f"{BASE}/claims/1/rewordings",
        (401, 201, 201, 201),
        "check",
        {"proposed": "The river rose in 1950."},
    ),
    ("api-rewordings.withdraw", "DELETE"): Asked(
        f"{BASE}/rewordings/1", (401, 403, 204, 204), "check"
    ),
    ("api-assignments.reviewers", "GET"): Asked(f"{BASE}/reviewers", EDITORS, "edit"),
    ("api-assignments.assign", "POST"): Asked(
        f"{BASE}/assignments", EDITORS, "edit", {"people": [1], "claims": [1]}
    ),
    ("api-assignments.index", "GET"): Asked(f"{BASE}/assignments", EDITORS, "edit"),
    ("api-assignments.release", "POST"): Asked(
        f"{BASE}/claims/1/give-back", (401, 204, 204, 204), "check", {}
    ),
    ("api-assignments.take", "POST"): Asked(
        f"{BASE}/take", (401, 200, 200, 200), "check"
    ),
    ("api-assignments.reviewing", "GET"): Asked(f"{BASE}/reviewing", EDITORS, "edit"),
    ("api-assignments.change", "PATCH"): Asked(
        f"{BASE}/reviewing", EDITORS, "edit", {"take_minutes": 30}
    ),
    ("api-rulings.show", "GET"): Asked(f"{BASE}/claims/1/ruling", EDITORS, "edit"),
    ("api-rulings.rule", "PUT"): Asked(
        f"{BASE}/claims/1/ruling", EDITORS, "edit", RULING
    ),
    ("api-editions.working_file", "GET"): Asked(f"{BASE}/export/json", STAFF),
    ("api-editions.publish", "POST"): Asked(
        f"{BASE}/editions", (401, 403, 201, 201), "publish", {"after": 0}
    ),
    ("api-editions.index", "GET"): Asked(f"{BASE}/editions", (404, 200, 200, 200), ""),
    ("api-editions.show", "GET"): Asked(f"{BASE}/editions/1", (404, 404, 200, 200), ""),
    ("api-editions.edition_file", "GET"): Asked(
        f"{BASE}/editions/1/export/markdown", (404, 404, 200, 200), ""
    ),
    ("api-editions.unpublish", "DELETE"): Asked(
        f"{BASE}/editions?note=Wrong", (401, 403, 204, 204), "publish"
    ),
    ("api-claims.withdraw", "DELETE"): Asked(
        f"{BASE}/claims/1", (401, 204, 204, 204), "check"
    ),
    ("api-versions.index", "GET"): Asked(f"{BASE}/versions", STAFF),
    ("api-versions.show", "GET"): Asked(f"{BASE}/versions/1", STAFF),
    ("api-versions.text", "GET"): Asked(f"{BASE}/versions/1/text", STAFF),
    ("api-versions.changes", "GET"): Asked(f"{BASE}/versions/1/changes", STAFF),
    ("api-versions.preview", "POST"): Asked(
        f"{BASE}/versions/preview", EDITORS, "edit", {"text": "The river rose."}
    ),
    ("api-versions.preview_file", "POST"): Asked(
        f"{BASE}/documents/preview?filename=new.txt", EDITORS, "edit", "The rain rose."
    ),
    ("api-versions.revise", "POST"): Asked(
        f"{BASE}/versions",
        (401, 403, 201, 201),
        "edit",
        {"text": "The river rose.", "after": 1},
    ),
    ("api-versions.revise_file", "POST"): Asked(
        f"{BASE}/documents?after=2",
        (401, 403, 201, 201),
        "edit",
        "The river rose again.",
    ),
    ("api-versions.waiting", "GET"): Asked(f"{BASE}/waiting", STAFF),
    ("api-versions.decide", "POST"): Asked(
        f"{BASE}/waiting/1", (401, 422, 422, 422), "check", {"take_back": True}
    ),
}
