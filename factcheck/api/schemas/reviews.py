"""Reviews as JSON, with what they cite."""

from marshmallow import fields, validate

from factcheck.api.cursors import paged
from factcheck.api.fields import Flag, Given, Schema, Words, one_of, said
from factcheck.api.schemas.sources import SHORT, NewSourceSchema, SourceSchema
from factcheck.rules.citations import QUOTE_LIMIT, Stance
from factcheck.rules.reviews import CITATION_LIMIT, EXPLANATION_LIMIT, FINDING_LIMIT
from factcheck.text.quotations.checking import Outcome


class CitationSchema(Schema):
    """A review's use of a source."""

    source = fields.Nested(SourceSchema, required=True)
    quote = fields.String(required=True, metadata=said("Words of the source."))
    locator = fields.String(required=True, metadata=said("Where in it they stand."))
    stance = fields.String(required=True, validate=one_of(Stance))


class _SaidSchema(Schema):
    verdict = fields.String(
        required=True, metadata=said("A key of the essay's scale, or empty.")
    )
    finding = fields.String(required=True, metadata=said("What readers see first."))
    explanation = fields.String(required=True)
    second_look = fields.Boolean(required=True)
    citations = fields.List(fields.Nested(CitationSchema), required=True)
    given_at = fields.AwareDateTime(
        required=True, allow_none=True, metadata=said("null for a draft.")
    )


class ReviewSchema(_SaidSchema):
    """Your own review of a claim; an empty draft where you have none yet."""

    lacks = fields.List(
        fields.String(), required=True, metadata=said("What it needs to be given.")
    )


class GivenReviewSchema(_SaidSchema):
    """A review that you may see: your own, or one that is open to you."""

    who = fields.String(
        required=True,
        metadata=said("The reviewer, or a letter while names are hidden."),
    )
    mine = fields.Boolean(required=True)


ReviewsSchema = paged(GivenReviewSchema, "ReviewsPage")


class EvidenceSchema(Schema):
    """A citation, and what the desk's copy of its source says of the words quoted."""

    who = fields.String(required=True, metadata=said("Whose review cites it."))
    mine = fields.Boolean(required=True)
    source_id = fields.Integer(required=True)
    source = fields.Nested(SourceSchema, required=True)
    quote = fields.String(required=True)
    outcome = fields.String(
        required=True,
        allow_none=True,
        validate=one_of(Outcome),
        metadata=said("null where they were not looked for, or there is no copy."),
    )
    changed = fields.Integer(
        required=True, metadata=said("Of altered words, how many differ.")
    )
    kept_at = fields.AwareDateTime(
        required=True, allow_none=True, metadata=said("When the copy was made.")
    )
    fetch = fields.String(
        required=True,
        metadata=said("waiting, running, kept, failed, refused, or empty."),
    )
    trouble = fields.String(
        required=True, metadata=said("What went wrong with it, in words.")
    )
    gone = fields.Boolean(
        required=True, metadata=said("Whether its server says that it is gone.")
    )
    moved_to = fields.String(required=True)
    archived = fields.String(
        required=True, metadata=said("Its address in an archive elsewhere, or empty.")
    )


EvidencesSchema = paged(EvidenceSchema, "EvidencePage")


class NewCitationSchema(Given):
    """A source, and what of it."""

    source = fields.Nested(NewSourceSchema, required=True)
    quote = Words(validate=validate.Length(max=QUOTE_LIMIT))
    locator = Words(validate=SHORT)
    stance = Words(validate=one_of(Stance))


class NewReviewSchema(Given):
    """All of a review; what is left out is empty."""

    verdict = Words(metadata=said("A key of the essay's scale, or empty."))
    finding = Words(validate=validate.Length(max=FINDING_LIMIT))
    explanation = Words(validate=validate.Length(max=EXPLANATION_LIMIT))
    second_look = Flag()
    citations = fields.List(
        fields.Nested(NewCitationSchema), validate=validate.Length(max=CITATION_LIMIT)
    )
    give = Flag(
        load_default=False,
        metadata=said("Give it, or keep it as a draft that nobody else sees."),
    )
