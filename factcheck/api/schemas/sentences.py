"""Sentences as JSON."""

from marshmallow import Schema, fields

from factcheck.api.cursors import PageQuery, paged
from factcheck.api.fields import Given, Words, one_of, said
from factcheck.rules.sorting import Reason, Sorting
from factcheck.text.paragraphs import ParagraphKind


class SentenceSchema(Schema):
    """A sentence of the present text."""

    version = fields.Integer(required=True, metadata=said("Number of the text."))
    position = fields.Integer(
        required=True, metadata=said("From 1; changes when one before is split.")
    )
    paragraph = fields.Integer(required=True)
    kind = fields.String(required=True, validate=one_of(ParagraphKind))
    start = fields.Integer(required=True, metadata=said("First code point."))
    end = fields.Integer(required=True, metadata=said("The code point after the last."))
    text = fields.String(required=True, metadata=said("The text from start to end."))
    sorting = fields.String(required=True, validate=one_of(Sorting))
    reason = fields.String(
        required=True, allow_none=True, metadata=said("Why it is not a claim.")
    )
    claims = fields.List(
        fields.Integer(), required=True, metadata=said("Numbers of its claims.")
    )


SentencesSchema = paged(SentenceSchema, "SentencesPage")


class SentencesQuery(PageQuery):
    """Which sentences."""

    sorting = fields.String(
        validate=one_of(Sorting), metadata=said("Only those sorted so.")
    )


class SortingSchema(Given):
    """How a sentence is to be sorted."""

    sorting = Words(required=True, validate=one_of(Sorting))
    reason = Words(
        allow_none=True,
        validate=one_of(Reason),
        metadata=said("Needed, and only then, where it is not a claim."),
    )
