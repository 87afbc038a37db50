"""Rulings as JSON."""

from marshmallow import fields, validate

from factcheck.api.fields import Flag, Given, Schema, Words, one_of, said
from factcheck.rules.reviews import EXPLANATION_LIMIT, FINDING_LIMIT
from factcheck.rules.rulings import REASON_LIMIT, Disagreement
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Reason

VERDICT, NOT_A_CLAIM = "verdict", "not_a_claim"


class RulingSchema(Schema):
    """An editor's decision."""

    by = fields.String(required=True)
    at = fields.AwareDateTime(required=True)
    verdict = fields.String(
        required=True, allow_none=True, metadata=said("A key of the essay's scale.")
    )
    finding = fields.String(required=True)
    explanation = fields.String(required=True)
    reason = fields.String(required=True, metadata=said("Printed with the verdict."))
    disagreement = fields.String(required=True, validate=one_of(Disagreement))
    print_dissent = fields.Boolean(required=True)
    reopened_at = fields.AwareDateTime(
        required=True, allow_none=True, metadata=said("When a review changed after it.")
    )


class ReviewBesideSchema(Schema):
    """A given review, as an editor weighs it."""

    who = fields.String(
        required=True,
        metadata=said("The reviewer, or a letter while names are hidden."),
    )
    verdict = fields.String(required=True)
    finding = fields.String(required=True)
    explanation = fields.String(required=True)
    given_at = fields.AwareDateTime(required=True)


class StandSchema(Schema):
    """Where a claim stands between its reviews and an editor."""

    claim = fields.Integer(required=True)
    withdrawn = fields.Boolean(
        required=True, metadata=said("Whether its mark was taken back.")
    )
    settlement = fields.String(required=True, validate=one_of(Settlement))
    verdict = fields.String(
        required=True, allow_none=True, metadata=said("The settled one.")
    )
    missing = fields.Integer(
        required=True, metadata=said("How many reviews it still needs.")
    )
    ruling = fields.Nested(RulingSchema, required=True, allow_none=True)
    reviews = fields.List(fields.Nested(ReviewBesideSchema), required=True)


class NewRulingSchema(Given):
    """A decision: a verdict with its finding, or that the words are not a claim."""

    outcome = Words(load_default=VERDICT, validate=one_of((VERDICT, NOT_A_CLAIM)))
    verdict = Words(load_default="", metadata=said("A key of the essay's scale."))
    finding = Words(load_default="", validate=validate.Length(max=FINDING_LIMIT))
    explanation = Words(
        load_default="", validate=validate.Length(max=EXPLANATION_LIMIT)
    )
    reason = Words(
        required=True,
        validate=validate.Length(1, REASON_LIMIT),
        metadata=said("Why it was decided so."),
    )
    disagreement = Words(
        load_default="",
        validate=one_of(Disagreement),
        metadata=said("What the reviewers differed about; needed where they did."),
    )
    print_dissent = Flag(load_default=False)
    not_because = Words(
        validate=one_of(Reason), metadata=said("What the words are instead of a claim.")
    )
