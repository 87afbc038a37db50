"""Fields of what comes in as JSON: a word is a word, a number a number, yes is true.

marshmallow takes "5" for a number and "yes" for true; a document that says what may be
sent could not be believed then.
"""

from typing import Any, Self

import marshmallow
from marshmallow import RAISE, ValidationError, fields, validate


class Schema(marshmallow.Schema):
    """A shape of JSON, never changed once it is made, and so its own copy.

    flask-smorest copies all that it knows of an operation at each of its decorators,
    and schemas with it: two megabytes of them.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class Given(Schema):
    """What may be sent; whatever has no name here is refused."""

    class Meta:
        """A field that is written wrong must not be passed over in silence."""

        unknown = RAISE


class Words(fields.String):
    """Text without NUL or half characters, neither of which a database keeps."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        if not any(isinstance(rule, validate.OneOf) for rule in self.validators):
            no_nul = validate.Regexp(r"^[^\u0000]*$", error="A NUL is no character.")
            self.validators.append(no_nul)

    def _deserialize(self, value: Any, attr: Any, data: Any, **more: Any) -> str:
        words: str = super()._deserialize(value, attr, data, **more)
        try:
            words.encode()
        except UnicodeEncodeError as error:
            raise ValidationError("This holds half a character.") from error
        return words


class Whole(fields.Integer):
    """A whole number, as JSON writes one: 1.0 is one, too."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **more: Any) -> int:
        whole = isinstance(value, int) or (
            isinstance(value, float) and value.is_integer()
        )
        if isinstance(value, bool) or not whole:
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **more)


class Flag(fields.Boolean):
    """true or false."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **more: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data, **more)


def said(description: str, **more: Any) -> dict[str, Any]:
    """Return what the document says of a field."""
    return {"description": description, **more}


def one_of(values: Any) -> validate.OneOf:
    """Take one of these strings."""
    return validate.OneOf([str(value) for value in values])
