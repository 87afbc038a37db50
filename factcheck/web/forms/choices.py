"""Choices of a form, as WTForms takes them."""

from collections.abc import Mapping
from typing import Any

from wtforms.fields import SelectChoice  # type: ignore[attr-defined]


def choices(labels: Mapping[str, str]) -> list[Any]:
    """Return a choice for each value and its label."""
    return [SelectChoice(value, label) for value, label in labels.items()]
