"""Essays as JSON."""

from marshmallow import fields, validate

from factcheck.actions.essays import MARKS
from factcheck.api.cursors import paged
from factcheck.api.fields import Given, Schema, Whole, Words, one_of, said
from factcheck.rules.essays import TITLE_LIMIT
from factcheck.rules.scales import PRESETS, Standing

_SHORT = validate.Length(max=TITLE_LIMIT)
_NEEDED = validate.Range(1, 5)


class VerdictSchema(Schema):
    """A verdict of a scale."""

    key = fields.String(required=True)
    label = fields.String(required=True)
    definition = fields.String(required=True)
    value = fields.Float(
        required=True, allow_none=True, metadata=said("null stands off the scale.")
    )
    standing = fields.String(required=True, validate=one_of(Standing))


class ScaleSchema(Schema):
    """The scale of an essay's verdicts."""

    key = fields.String(required=True)
    name = fields.String(required=True)
    verdicts = fields.List(fields.Nested(VerdictSchema), required=True)


class EssaySchema(Schema):
    """An essay: what identifies it, and how it is checked."""

    slug = fields.String(required=True, metadata=said("Its name in addresses."))
    title = fields.String(required=True)
    byline = fields.String(required=True)
    appeared = fields.String(required=True, metadata=said("Where it appeared."))
    language = fields.String(required=True, metadata=said("A BCP 47 tag, or empty."))
    direction = fields.String(required=True, validate=one_of(("ltr", "rtl")))
    reviews_needed = fields.Integer(
        required=True, metadata=said("Given reviews that settle a claim.")
    )
    scale = fields.Nested(ScaleSchema, required=True)
    version = fields.Integer(required=True, metadata=said("Number of the text."))
    length = fields.Integer(required=True, metadata=said("Of the text, code points."))
    sha256 = fields.String(required=True, metadata=said("Of the text in UTF-8."))
    created_at = fields.AwareDateTime(required=True)
    unpublished_at = fields.AwareDateTime(
        required=True,
        allow_none=True,
        metadata=said("When its editions were taken down, or null."),
    )


class ProgressSchema(Schema):
    """How far the checking of an essay is, as the desk shows it."""

    slug = fields.String(required=True)
    title = fields.String(required=True)
    byline = fields.String(required=True)
    language = fields.String(required=True)
    direction = fields.String(required=True, validate=one_of(("ltr", "rtl")))
    created_at = fields.AwareDateTime(required=True)
    sentences = fields.Integer(required=True)
    sorted = fields.Integer(required=True, metadata=said("No longer to sort."))
    claims = fields.Integer(required=True)
    settled = fields.Integer(required=True)
    waiting = fields.Integer(
        required=True,
        metadata=said("Claims that need a review of yours."),
    )
    changed = fields.Integer(
        required=True, metadata=said("Claims that wait since the text was revised.")
    )
    edition = fields.Integer(required=True, metadata=said("The newest; 0 for none."))


EssaysSchema = paged(ProgressSchema, "EssaysPage")


class DetailsSchema(Given):
    """Details to change; those left out stay."""

    title = Words(validate=validate.Length(1, TITLE_LIMIT))
    byline = Words(validate=_SHORT)
    appeared = Words(validate=_SHORT)
    language = Words(metadata=said("A BCP 47 tag, or empty."))
    direction = Words(validate=one_of(("", "ltr", "rtl")))
    reviews_needed = Whole(validate=_NEEDED)


class _AboutSchema(Given):
    title = Words(validate=_SHORT, metadata=said("The document's own if left out."))
    byline = Words(validate=_SHORT, metadata=said("The document's own if left out."))
    appeared = Words(validate=_SHORT)
    language = Words(metadata=said("A BCP 47 tag; guessed if left out."))
    direction = Words(validate=one_of(("", "ltr", "rtl")))
    scale = Words(validate=one_of(PRESETS))
    mark = Words(
        validate=one_of(MARKS),
        metadata=said("Which sentences to mark as claims from the start."),
    )


class NewEssaySchema(_AboutSchema):
    """A text to store as an essay."""

    text = Words(required=True, validate=validate.Length(1), metadata=said("The text."))
    reviews_needed = Whole(validate=_NEEDED)


class DocumentQuery(_AboutSchema):
    """What to say of a file."""

    filename = Words(
        load_default="", validate=_SHORT, metadata=said("As it is called at home.")
    )
    reviews_needed = fields.Integer(validate=_NEEDED)
