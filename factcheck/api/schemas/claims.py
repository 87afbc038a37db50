"""Claims as JSON."""

from marshmallow import fields, validate

from factcheck.api.cursors import paged
from factcheck.api.fields import Flag, Given, Schema, Whole, Words, one_of, said
from factcheck.rules.claims import STATEMENT_LIMIT
from factcheck.rules.scales import Standing

_OFFSET = validate.Range(0, 2**31 - 1)


class ClaimSchema(Schema):
    """A claim, as it stands for whoever asks."""

    number = fields.Integer(required=True, metadata=said("Within its essay, for good."))
    version = fields.Integer(required=True, metadata=said("Number of the text."))
    sentence = fields.Integer(required=True, metadata=said("Position of its sentence."))
    start = fields.Integer(required=True, metadata=said("First code point."))
    end = fields.Integer(required=True, metadata=said("The code point after the last."))
    quote = fields.String(required=True, metadata=said("Its words."))
    prefix = fields.String(required=True, metadata=said("What stands before them."))
    suffix = fields.String(required=True, metadata=said("What stands after them."))
    statement = fields.String(
        required=True, metadata=said("The claim rewritten to stand alone, or empty.")
    )
    verdict = fields.String(
        required=True,
        allow_none=True,
        metadata=said("Key of your own given verdict, else of the settled one."),
    )
    standing = fields.String(required=True, validate=one_of(Standing))
    settled = fields.Boolean(required=True)
    to_check = fields.Boolean(required=True, metadata=said("Whether it waits for you."))
    unconfirmed = fields.String(
        required=True,
        allow_none=True,
        metadata=said("What of its words waits to be decided since a revision."),
    )


ClaimsSchema = paged(ClaimSchema, "ClaimsPage")


class NewClaimSchema(Given):
    """Words to mark as a claim; they lie in one sentence."""

    version = Whole(
        required=True,
        validate=validate.Range(1, 2**31 - 1),
        metadata=said("Number of the text that start and end are counted in."),
    )
    start = Whole(required=True, validate=_OFFSET, metadata=said("First code point."))
    end = Whole(
        required=True, validate=_OFFSET, metadata=said("The code point after the last.")
    )


class ClaimChangeSchema(Given):
    """Another statement, other words of its sentence, or that its words are right."""

    statement = Words(validate=validate.Length(max=STATEMENT_LIMIT))
    start = Whole(validate=_OFFSET, metadata=said("With end; first code point."))
    end = Whole(validate=_OFFSET, metadata=said("With start; the one after the last."))
    confirmed = Flag(
        metadata=said("true: it is still about the same, in its changed words.")
    )
