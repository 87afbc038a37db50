"""What is said about claims as JSON: comments, inquiries, proposed rewordings."""

from marshmallow import fields, validate

from factcheck.api.cursors import paged
from factcheck.api.fields import Flag, Given, Schema, Words, one_of, said
from factcheck.rules.inquiries import LINE_LIMIT, TEXT_LIMIT
from factcheck.rules.rewordings import REASON_LIMIT, STATUS_LABELS, WORDS_LIMIT
from factcheck.rules.talk import COMMENT_LIMIT

_LINE = validate.Length(max=LINE_LIMIT)
_TEXT = validate.Length(max=TEXT_LIMIT)
_DAY = said("YYYY-MM-DD, or empty.")


class CommentSchema(Schema):
    """Something said about a claim."""

    id = fields.Integer(required=True)
    who = fields.String(required=True)
    mine = fields.Boolean(required=True, attribute="own")
    at = fields.AwareDateTime(required=True)
    text = fields.String(required=True, metadata=said("Empty where it was taken back."))
    withdrawn = fields.Boolean(required=True)


CommentsSchema = paged(CommentSchema, "CommentsPage")


class CommentMadeSchema(CommentSchema):
    """A comment, and the names in it that are nobody's."""

    nobody = fields.List(
        fields.String(),
        required=True,
        metadata=said("What stands after an @ and names nobody here."),
    )


class NewCommentSchema(Given):
    """Something to say about a claim; @name tells somebody of it."""

    text = Words(required=True, validate=validate.Length(1, COMMENT_LIMIT))


class InquirySchema(Schema):
    """A question to somebody outside, and what came of it."""

    id = fields.Integer(required=True)
    claim = fields.Integer(required=True)
    who = fields.String(required=True, metadata=said("Who keeps it."))
    whom = fields.String(required=True, metadata=said("Who was asked."))
    channel = fields.String(required=True, metadata=said("By what: e-mail, telephone."))
    question = fields.String(required=True)
    asked_on = fields.String(required=True, metadata=said("YYYY-MM-DD."))
    due_on = fields.String(required=True, metadata=_DAY)
    answer = fields.String(required=True)
    answered_on = fields.String(required=True, metadata=_DAY)
    resolved = fields.Boolean(required=True)
    printed = fields.String(required=True, metadata=said("What readers are told."))


InquiriesSchema = paged(InquirySchema, "InquiriesPage")


class InquiryChangeSchema(Given):
    """What came of an inquiry; what is left out stays."""

    whom = Words(validate=_LINE)
    channel = Words(validate=_LINE)
    question = Words(validate=_TEXT)
    asked_on = Words(metadata=said("YYYY-MM-DD."))
    due_on = Words(metadata=_DAY)
    answer = Words(validate=_TEXT)
    answered_on = Words(metadata=_DAY)
    resolved = Flag()
    printed = Words(validate=_TEXT)


class NewInquirySchema(InquiryChangeSchema):
    """A question that was put to somebody."""

    whom = Words(required=True, validate=validate.Length(1, LINE_LIMIT))
    question = Words(required=True, validate=validate.Length(1, TEXT_LIMIT))
    asked_on = Words(required=True, metadata=said("YYYY-MM-DD."))


class RewordingSchema(Schema):
    """Other words proposed to the author."""

    id = fields.Integer(required=True)
    claim = fields.Integer(required=True, attribute="number")
    who = fields.String(required=True)
    mine = fields.Boolean(required=True, attribute="own")
    at = fields.AwareDateTime(required=True)
    original = fields.String(required=True)
    proposed = fields.String(required=True)
    reason = fields.String(required=True)
    status = fields.String(required=True, validate=one_of(STATUS_LABELS))
    answer = fields.String(required=True, metadata=said("In the author's words."))
    answered_by = fields.String(required=True)
    answered_at = fields.AwareDateTime(required=True, allow_none=True)


RewordingsSchema = paged(RewordingSchema, "RewordingsPage")


class NewRewordingSchema(Given):
    """Other words for the author's sentence, or for the claim's words alone."""

    proposed = Words(required=True, validate=validate.Length(1, WORDS_LIMIT))
    reason = Words(load_default="", validate=validate.Length(max=REASON_LIMIT))
    whole = Flag(
        load_default=True,
        metadata=said("true: for the whole sentence; false: for the claim's words."),
    )
