"""Versions of a text as JSON."""

from marshmallow import fields, validate

from factcheck.api.cursors import PageQuery, paged
from factcheck.api.fields import Flag, Given, Schema, Whole, Words, one_of, said
from factcheck.rules.essays import TITLE_LIMIT
from factcheck.rules.revising import Unconfirmed
from factcheck.text.carried import ChangeKind, FateKind

_NUMBER = validate.Range(1, 2**31 - 1)
_OFFSET = validate.Range(0, 2**31 - 1)
_AFTER = "Number of the version that it was made from, which must still be in force."
_COUNTS = "What became of sentences of the version before: how many, by kind."


class VersionSchema(Schema):
    """One exact text of an essay, which never changes."""

    number = fields.Integer(required=True)
    current = fields.Boolean(required=True, metadata=said("Whether it is in force."))
    created_at = fields.AwareDateTime(required=True)
    by = fields.String(required=True, metadata=said("Who gave it, or empty."))
    length = fields.Integer(required=True, metadata=said("In code points."))
    sha256 = fields.String(required=True, metadata=said("Of the text in UTF-8."))
    changes = fields.Dict(
        keys=fields.String(validate=one_of(ChangeKind)),
        values=fields.Integer(),
        required=True,
        metadata=said(_COUNTS),
    )


VersionsSchema = paged(VersionSchema, "VersionsPage")


class VersionChangeSchema(Schema):
    """Sentences before and after; empty where there are none."""

    kind = fields.String(required=True, validate=one_of(ChangeKind))
    before = fields.String(required=True)
    after = fields.String(required=True)


VersionChangesSchema = paged(VersionChangeSchema, "VersionChangesPage")


class ChangesQuery(PageQuery):
    """Which page of what a version changed; fifty come at a time."""

    class Meta:
        """How many come at a time is not asked for."""

        exclude = ("limit",)


class LandingSchema(Schema):
    """What becomes of a claim in a new text."""

    number = fields.Integer(required=True)
    fate = fields.String(required=True, validate=one_of(FateKind))
    unconfirmed = fields.String(
        required=True,
        allow_none=True,
        validate=one_of(Unconfirmed),
        metadata=said("What somebody would have to decide; null for nothing."),
    )
    start = fields.Integer(required=True, allow_none=True)
    end = fields.Integer(required=True, allow_none=True)
    quote = fields.String(
        required=True,
        allow_none=True,
        metadata=said("Its words there; null where they would be gone."),
    )


class RevisionSchema(Schema):
    """What a new text would change; nothing is stored."""

    after = fields.Integer(
        required=True, metadata=said("Number of the version it is compared with.")
    )
    sentences = fields.Dict(
        keys=fields.String(validate=one_of(ChangeKind)),
        values=fields.Integer(),
        required=True,
        metadata=said(_COUNTS),
    )
    changes = fields.List(
        fields.Nested(VersionChangeSchema),
        required=True,
        metadata=said("The first fifty that do not stay the same."),
    )
    claims = fields.List(fields.Nested(LandingSchema), required=True)
    notes = fields.List(
        fields.String(),
        required=True,
        metadata=said("How the document was read, and what was left out."),
    )


class NewTextSchema(Given):
    """A new text of an essay, to look at what it would change."""

    text = Words(required=True, validate=validate.Length(1))


class NewVersionSchema(NewTextSchema):
    """A new text of an essay, to store."""

    after = Whole(required=True, validate=_NUMBER, metadata=said(_AFTER))


class RevisedQuery(Given):
    """What to say of a file with a new text."""

    filename = Words(
        load_default="",
        validate=validate.Length(max=TITLE_LIMIT),
        metadata=said("As it is called at home."),
    )


class RevisedDocumentQuery(RevisedQuery):
    """What to say of a file with a new text that is to be stored."""

    after = fields.Integer(required=True, validate=_NUMBER, metadata=said(_AFTER))


class PlaceSchema(Schema):
    """Where words stand in the present text, and what stands around them."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    quote = fields.String(required=True)
    prefix = fields.String(required=True)
    suffix = fields.String(required=True)


class WaitingSchema(Schema):
    """A claim that waits for somebody since the text was revised."""

    number = fields.Integer(required=True)
    why = fields.String(required=True, validate=one_of(Unconfirmed))
    statement = fields.String(required=True)
    before = fields.String(required=True, metadata=said("The words that were checked."))
    place = fields.Nested(
        PlaceSchema,
        required=True,
        allow_none=True,
        metadata=said("Where they are proposed to stand; null where they are gone."),
    )
    candidates = fields.List(
        fields.Nested(PlaceSchema),
        required=True,
        metadata=said("Where they may stand, if in several places."),
    )
    score = fields.Float(required=True, metadata=said("How alike, from 0 to 100."))


WaitingClaimsSchema = paged(WaitingSchema, "WaitingClaimsPage")


class DecisionSchema(Given):
    """Other words for a claim that waits, or that its mark is taken back."""

    version = Whole(
        validate=_NUMBER,
        metadata=said("Number of the text that start and end are counted in."),
    )
    start = Whole(validate=_OFFSET, metadata=said("First code point of the words."))
    end = Whole(validate=_OFFSET, metadata=said("The code point after the last."))
    take_back = Flag(load_default=False, metadata=said("true: take its mark back."))
