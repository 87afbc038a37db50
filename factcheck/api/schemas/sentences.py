"""Sentences as JSON."""

from marshmallow import fields, validate

from factcheck.api.cursors import MOST, PageQuery, paged
from factcheck.api.fields import Flag, Given, Schema, Whole, Words, one_of, said
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


class SentenceChangeSchema(Given):
    """One change: of how it is sorted, of where it ends, or of its paragraph."""

    sorting = Words(validate=one_of(Sorting))
    reason = Words(
        allow_none=True,
        validate=one_of(Reason),
        metadata=said("Needed, and only then, where it is not a claim."),
    )
    split_at = Whole(
        validate=validate.Range(0, 2**31 - 1),
        metadata=said("Code point of the text; a word of the sentence begins there."),
    )
    join_next = Flag(metadata=said("true joins the next sentence to it."))
    kind = Words(
        validate=one_of(ParagraphKind), metadata=said("What its whole paragraph is.")
    )
    opens = Flag(
        metadata=said(
            "true: a paragraph begins with it; false: the one before goes on with it."
        )
    )


class SortingSchema(Given):
    """How sentences of a page are sorted, all of them alike."""

    positions = fields.List(
        Whole(validate=validate.Range(1, 2**31 - 1)),
        required=True,
        validate=validate.Length(1, MOST),
        metadata=said("Which sentences."),
    )
    sorting = Words(required=True, validate=one_of(Sorting))
    reason = Words(
        load_default=None,
        allow_none=True,
        validate=one_of(Reason),
        metadata=said("Needed, and only then, where they are no claims."),
    )
