"""History as JSON."""

from marshmallow import fields, validate

from factcheck.api.cursors import PageQuery, paged
from factcheck.api.fields import Schema, one_of, said
from factcheck.rules.history import KINDS


class ChangeSchema(Schema):
    """A field, what it said before and what it says since; empty is nothing."""

    field = fields.String(required=True)
    before = fields.String(required=True)
    after = fields.String(required=True)


class HappenedSchema(Schema):
    """Something that somebody did."""

    at = fields.AwareDateTime(required=True)
    who = fields.String(
        required=True,
        metadata=said("Their name, or a letter while names are hidden."),
    )
    what = fields.String(required=True, metadata=said("In a few words."))
    claim = fields.Integer(
        required=True,
        allow_none=True,
        attribute="number",
        metadata=said("Number of the claim that it is about."),
    )
    changes = fields.List(fields.Nested(ChangeSchema), required=True)


HistorySchema = paged(HappenedSchema, "HistoryPage")


class HistoryQuery(PageQuery):
    """Which part of a history."""

    claim = fields.Integer(
        validate=validate.Range(1, 2**31 - 1), metadata=said("Only about this claim.")
    )
    kind = fields.String(
        load_default="",
        validate=one_of(("", *KINDS)),
        metadata=said("Only what is of this kind."),
    )


class LastActionSchema(Schema):
    """Your own last action in an essay that can be undone."""

    id = fields.Integer(required=True)
    kind = fields.String(required=True)
    what = fields.String(required=True, metadata=said("In a few words."))
    at = fields.AwareDateTime(required=True)
