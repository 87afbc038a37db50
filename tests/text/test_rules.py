"""Each rule for sentences is shown at work in its docstring."""

import doctest
import importlib
import inspect

import pytest

from factcheck.text import boundaries
from factcheck.text.sentences import split

ROOMS = (
    *(
        "asides",
        "casing",
        "guessing",
        "scripts",
        "initials",
        "languages",
        "lists",
        "measures",
        "numbers",
    ),
    *("short_forms", "speech", "stops", "strong", "unspaced"),
)
MODULES = [importlib.import_module(f"factcheck.text.{room}") for room in ROOMS]


def cut(text, language="en"):
    return [text[s.start : s.end] for s in split(text, language)]


def examples():
    finder = doctest.DocTestFinder(exclude_empty=True)
    for module in MODULES:
        yield from (
            test
            for test in finder.find(module, extraglobs={"cut": cut})
            if test.examples
        )


@pytest.mark.parametrize("example", list(examples()), ids=lambda test: test.name)
def test_an_example_in_a_docstring_is_true(example):
    said: list[str] = []
    failed, tried = doctest.DocTestRunner(verbose=False).run(example, out=said.append)
    assert tried
    assert not failed, "".join(said)


@pytest.mark.parametrize(
    "rule",
    sorted({*boundaries._SPACED, *boundaries._UNSPACED}, key=str),
    ids=lambda rule: rule.__name__,
)
def test_every_rule_has_an_example(rule):
    assert ">>> cut(" in inspect.getdoc(rule)
