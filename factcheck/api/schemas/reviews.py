"""Reviews as JSON, with what they cite."""

from marshmallow import Schema, fields, validate

from factcheck.api.cursors import PageQuery, paged
from factcheck.api.fields import Flag, Given, Words, one_of, said
from factcheck.rules.citations import QUOTE_LIMIT, SourceKind, Stance
from factcheck.rules.reviews import CITATION_LIMIT, EXPLANATION_LIMIT, FINDING_LIMIT
from factcheck.rules.sources import DETAIL_LABELS, DETAILS, FIELD_LIMIT, Level

_SHORT = validate.Length(max=FIELD_LIMIT)
_LEVELS = one_of(("", *Level))


class SourceSchema(Schema):
    """What is known of a source."""

    kind = fields.String(required=True, validate=one_of(SourceKind))
    title = fields.String(required=True)
    url = fields.String(required=True)
    author = fields.String(required=True)
    publisher = fields.String(required=True)
    issued = fields.String(
        required=True, metadata=said("YYYY, YYYY-MM or YYYY-MM-DD, or empty.")
    )
    details = fields.Dict(
        keys=fields.String(),
        values=fields.String(),
        metadata=said("What else is known of it, by the names of CSL."),
    )


SourcesSchema = paged(SourceSchema, "SourcesPage")


class ListedSourceSchema(Schema):
    """A source of the desk."""

    id = fields.Integer(required=True)
    source = fields.Nested(SourceSchema, required=True)
    uses = fields.Integer(
        required=True, metadata=said("Citations of it that you may know of.")
    )


LibrarySchema = paged(ListedSourceSchema, "LibraryPage")


class LibraryQuery(PageQuery):
    """Which sources."""

    q = Words(load_default="", metadata=said("Words, or an address, to find it by."))
    kind = Words(load_default="", validate=one_of(("", *SourceKind)))


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

_detail_fields = {
    name: Words(validate=_LEVELS if name == "level" else _SHORT, metadata=said(label))
    for name in DETAILS
    for label in (DETAIL_LABELS.get(name, ""),)
}
NewDetailsSchema = Given.from_dict(dict(_detail_fields), name="NewSourceDetails")


class NewSourceSchema(Given):
    """A source to cite: with an address, a title, or somebody who spoke."""

    kind = Words(validate=one_of(SourceKind))
    title = Words(validate=_SHORT)
    url = Words(validate=_SHORT)
    author = Words(validate=_SHORT)
    publisher = Words(validate=_SHORT)
    issued = Words(validate=_SHORT)
    details = fields.Nested(NewDetailsSchema)


class NewCitationSchema(Given):
    """A source, and what of it."""

    source = fields.Nested(NewSourceSchema, required=True)
    quote = Words(validate=validate.Length(max=QUOTE_LIMIT))
    locator = Words(validate=_SHORT)
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
