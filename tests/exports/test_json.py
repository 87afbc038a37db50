import json

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from factcheck.exports.json import READ, schema, write_json
from tests.exports.seed_essay import seed_essay
from tests.exports.strategies import annotated_essays


@pytest.mark.parametrize("version", READ)
def test_the_schema_is_a_schema(version):
    Draft202012Validator.check_schema(schema(version))


@given(annotated_essays())
def test_what_is_written_keeps_to_the_schema(essay):
    Draft202012Validator(schema()).validate(json.loads(write_json(essay)))


@given(annotated_essays())
def test_every_span_holds_its_words(essay):
    document = json.loads(write_json(essay))
    text = document["text"]
    assert text == essay.text
    for claim in document["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_paragraphs_sentences_and_claims_stand_a_record_a_line():
    lines = write_json(seed_essay()).decode().splitlines()
    assert sum(1 for line in lines if line.startswith('  {"position": ')) == 25
    assert sum(1 for line in lines if line.startswith('  {"number": ')) == 29 + 9


def test_text_is_written_as_it_is_with_a_final_newline():
    data = write_json(seed_essay())
    assert "중앙일보".encode() in data
    assert data.endswith(b"]\n}\n")
