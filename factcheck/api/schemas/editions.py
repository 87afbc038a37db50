"""Editions as JSON."""

from marshmallow import fields, validate

from factcheck.api.cursors import paged
from factcheck.api.fields import Given, Schema, Whole, Words, said


class CorrectionSchema(Schema):
    """A claim whose verdict changed; labels in words, or empty."""

    claim = fields.Integer(required=True)
    quote = fields.String(required=True)
    old = fields.String(required=True)
    new = fields.String(required=True)
    reason = fields.String(required=True)


class EditionSchema(Schema):
    """A published annotated essay, which never changes."""

    number = fields.Integer(required=True)
    published_at = fields.AwareDateTime(required=True)
    note = fields.String(required=True, metadata=said("What was corrected."))
    corrections = fields.List(fields.Nested(CorrectionSchema), required=True)


EditionsSchema = paged(EditionSchema, "EditionsPage")


class ReasonSchema(Given):
    """Why a claim's verdict changed."""

    claim = Whole(required=True, validate=validate.Range(1, 2**31 - 1))
    reason = Words(required=True, validate=validate.Length(1))


class NewEditionSchema(Given):
    """What to say of the edition to publish."""

    after = Whole(
        required=True,
        validate=validate.Range(0, 2**31 - 1),
        metadata=said("Number of the newest edition that you know of; 0 for none."),
    )
    note = Words(
        load_default="",
        metadata=said("What was corrected; needed from the second edition on."),
    )
    reasons = fields.List(fields.Nested(ReasonSchema), load_default=list)


class FarewellQuery(Given):
    """Why the editions are taken down."""

    note = Words(
        required=True,
        validate=validate.Length(1),
        metadata=said("For readers who come to their addresses."),
    )
