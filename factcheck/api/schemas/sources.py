"""Sources as JSON."""

from marshmallow import fields, validate

from factcheck.api.cursors import PageQuery, paged
from factcheck.api.fields import Given, Schema, Words, one_of, said
from factcheck.rules.citations import SourceKind
from factcheck.rules.sources import DETAIL_LABELS, DETAILS, FIELD_LIMIT, Level

SHORT = validate.Length(max=FIELD_LIMIT)
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


class KeptSourceSchema(Schema):
    """A source of the desk, which stands once."""

    id = fields.Integer(
        required=True,
        metadata=said("That of the source it is part of by now, if it was merged."),
    )
    source = fields.Nested(SourceSchema, required=True)


class ListedSourceSchema(KeptSourceSchema):
    """A source of the desk, in its list."""

    uses = fields.Integer(
        required=True, metadata=said("Citations of it that you may know of.")
    )


LibrarySchema = paged(ListedSourceSchema, "LibraryPage")


class SoughtQuery(Schema):
    """Which sources."""

    q = Words(load_default="", metadata=said("Words, or an address, to find it by."))
    kind = Words(load_default="", validate=one_of(("", *SourceKind)))


class LibraryQuery(SoughtQuery, PageQuery):
    """Which sources, and which page of them."""


class NotKeptSchema(Schema):
    """An entry of a file that cannot be kept, and why."""

    name = fields.String(required=True)
    why = fields.String(required=True, attribute="refused")


class BroughtInSchema(Schema):
    """What was read of a file of sources."""

    sources = fields.Integer(required=True, metadata=said("That are on the list now."))
    new = fields.Integer(
        required=True, metadata=said("Of these, that were not there before.")
    )
    refused = fields.List(fields.Nested(NotKeptSchema), required=True)
    left_out = fields.List(
        fields.String(), required=True, metadata=said("Fields that are not kept.")
    )


class UseSchema(Schema):
    """A claim whose review cites a source."""

    essay = fields.String(required=True, attribute="slug")
    title = fields.String(required=True, metadata=said("Of the essay."))
    claim = fields.Integer(required=True)


UsesSchema = paged(UseSchema, "UsesPage")


class LastChangeSchema(Schema):
    """The last change of a source that was not undone."""

    id = fields.Integer(required=True)
    what = fields.String(required=True, metadata=said("In a few words."))
    who = fields.String(required=True)
    at = fields.AwareDateTime(required=True)


class SourceChangeSchema(LastChangeSchema):
    """Something that happened to a source."""

    before = fields.Nested(
        SourceSchema,
        required=True,
        allow_none=True,
        metadata=said("What it said, or what was merged; null where you may not know."),
    )
    after = fields.Nested(SourceSchema, required=True, allow_none=True)


SourceHistorySchema = paged(SourceChangeSchema, "SourceHistoryPage")


class PairSchema(Schema):
    """Two sources, side by side; both the same once they were made one."""

    kept = fields.Nested(KeptSourceSchema, required=True)
    other = fields.Nested(KeptSourceSchema, required=True)
    merged = fields.Boolean(required=True)


_detail_fields = {
    name: Words(validate=_LEVELS if name == "level" else SHORT, metadata=said(label))
    for name in DETAILS
    for label in (DETAIL_LABELS.get(name, ""),)
}
NewDetailsSchema = Given.from_dict(dict(_detail_fields), name="NewSourceDetails")


class NewSourceSchema(Given):
    """What a source says: an address, a title, or somebody who spoke, at least."""

    kind = Words(validate=one_of(SourceKind))
    title = Words(validate=SHORT)
    url = Words(validate=SHORT)
    author = Words(validate=SHORT)
    publisher = Words(validate=SHORT)
    issued = Words(validate=SHORT)
    details = fields.Nested(NewDetailsSchema)
