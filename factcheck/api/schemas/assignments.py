"""Assignments as JSON."""

from marshmallow import fields, validate

from factcheck.api.cursors import MOST, paged
from factcheck.api.fields import Flag, Given, Schema, Whole, one_of, said
from factcheck.api.schemas.claims import ClaimSchema
from factcheck.rules.assignments import LONGEST_TAKE
from factcheck.rules.settling import Settlement

_ID = validate.Range(1, 999_999_999)


class ReviewerSchema(Schema):
    """Somebody who may review an essay."""

    id = fields.Integer(required=True)
    name = fields.String(required=True)


ReviewersSchema = paged(ReviewerSchema, "ReviewersPage")


class HeldSchema(Schema):
    """Somebody who has a claim."""

    person = fields.Integer(required=True, attribute="person_id")
    name = fields.String(required=True)
    how = fields.String(required=True, metadata=said("assigned, taken, or given."))
    until = fields.AwareDateTime(
        required=True,
        allow_none=True,
        metadata=said("When it returns to the queue; null for never."),
    )


class AssignmentSchema(Schema):
    """A claim, and everybody who has it."""

    claim = fields.Integer(required=True, attribute="number")
    settlement = fields.String(required=True, validate=one_of(Settlement))
    held = fields.List(fields.Nested(HeldSchema), required=True)


AssignmentsSchema = paged(AssignmentSchema, "AssignmentsPage")


class NewAssignmentSchema(Given):
    """Claims for one person; or, without claims, all that wait, evenly over people."""

    people = fields.List(
        Whole(validate=_ID), required=True, validate=validate.Length(1, MOST)
    )
    claims = fields.List(Whole(validate=_ID), validate=validate.Length(1, MOST))


class AssignedSchema(Schema):
    """How many claims were given to somebody who had them not."""

    assigned = fields.Integer(required=True)


class TakenSchema(Schema):
    """The claim that was taken."""

    claim = fields.Nested(
        ClaimSchema,
        required=True,
        allow_none=True,
        metadata=said("null where nothing waits for you."),
    )


class ReleaseSchema(Given):
    """Whose hold ends."""

    person = Whole(validate=_ID, metadata=said("You, if left out."))


class ReviewingSchema(Schema):
    """How an essay is reviewed."""

    take_minutes = fields.Integer(
        required=True, metadata=said("How long a claim that was taken is kept.")
    )
    hide_names = fields.Boolean(
        required=True, metadata=said("From editors, until they ruled.")
    )
    reveal_at = fields.AwareDateTime(
        required=True,
        allow_none=True,
        metadata=said("Before it reviewers see no outcome; null for no such day."),
    )


class NewReviewingSchema(Given):
    """How an essay is reviewed from now on; what is left out stays."""

    take_minutes = Whole(validate=validate.Range(1, LONGEST_TAKE))
    hide_names = Flag()
    reveal_at = fields.AwareDateTime(allow_none=True)
