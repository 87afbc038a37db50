"""The OpenAPI document against the door it describes, and as a page."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok
from sqlalchemy.orm import Session

from factcheck.models import User
from factcheck.rules.permissions import Role
from tests.api.addresses import OPERATIONS
from tests.factories.programs import ROOT, bearer, secret_of

# Well-formed requests may still be refused for what they mean.
MEANT = ["2xx", "304", "401", "403", "404", "409", "410", "412", "422", "428"]
REFUSED = ["400", "401", "403", "404", "405", "406", "412", "415", "422", "428"]
CONFIG: dict[str, Any] = {
    "checks": {
        "positive_data_acceptance": {"expected-statuses": MEANT},
        "negative_data_rejection": {"expected-statuses": REFUSED},
        "missing_required_header": {"expected-statuses": REFUSED},
    }
}
EXAMPLES = 2  # of each operation; many more are run by hand, see CONTRIBUTING.md


def operations(app: Flask) -> Iterator[Any]:
    config = SchemathesisConfig.from_dict(CONFIG)
    document = app.test_client().get(f"{ROOT}/openapi.json").json
    schema = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", app, config=config)
    assert schema.raw_schema == document
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        yield found.ok()


@pytest.mark.usefixtures("river")
def test_the_door_answers_as_its_document_says(
    app: Flask, session: Session, people: dict[Role, User]
):
    """Ask for each operation as a stranger and as an editor, in turn."""
    editor = bearer(secret_of(session, people[Role.EDITOR]))
    who = cycle(({}, editor))
    for operation in operations(app):

        @settings(
            max_examples=EXAMPLES,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def check(case: Any) -> None:
            case.call_and_validate(headers=next(who))

        check()


def test_the_document_is_openapi_and_names_every_operation(client: FlaskClient):
    document = client.get(f"{ROOT}/openapi.json").json
    assert document["openapi"] == "3.1.1"
    described = {
        (method.upper(), path)
        for path, methods in document["paths"].items()
        for method in methods
        if method != "parameters"
    }
    assert len(described) == len(OPERATIONS) - 1  # all but the document itself
    for name, shape in document["components"]["schemas"].items():
        Draft202012Validator.check_schema(shape)
        assert name.endswith(("Page", "Details")) or shape["description"]


def test_the_page_tells_of_every_operation_and_problem(client: FlaskClient):
    document = client.get(f"{ROOT}/openapi.json").json
    page = client.get("/api").text.replace("<wbr>", "")
    for path in document["paths"]:
        assert f"<code>{path.removeprefix(ROOT)}</code>" in page
    for problem in document["x-problems"]:
        assert f'id="{problem["name"]}"' in page
    for shape in document["components"]["schemas"]:
        assert f'id="shape-{shape}"' in page
