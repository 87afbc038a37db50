"""What people read is marked for translation, in templates, refusals and scripts."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes

from factcheck import errors
from factcheck.web.script_words import WORDS

ROOT = Path(__file__).parents[2] / "factcheck"
# What programs are told is English, and so is the page that describes it.
IN_ENGLISH = ROOT / "web/templates/reference/_operation.html"
TEMPLATES = [
    *ROOT.glob("web/templates/**/*.*"),
    *ROOT.glob("exports/templates/*.[hx]*"),
]
SCRIPTS = sorted(ROOT.glob("web/static/js/**/*.js"))
MARKS = {"_", "N_", "lazy", "gettext", "ngettext", "pgettext"}
SHOWN = ("title", "aria-label", "placeholder", "alt", "label", "data-said")
NOT_WORDS = {"code", "kbd", "script", "style"}
NAMES = {"SHA-256"}
# Blocks that fill an attribute, and attributes that a macro writes.
ATTRIBUTES = re.compile(
    r"\{% block (main_class|body_attributes) %\}.*?\{% endblock %\}"
    r'|(?<=%\}) [\w-]+="[\w-]*"( [\w-]+)?(?=\{%)'
)
IN_LETTERS = re.compile(r"[A-Za-z]{2}")
IN_WORDS = re.compile(r"[A-Za-z]\s+[A-Za-z]|^[A-Z][a-z]")
IN_A_SENTENCE = re.compile(r"^[A-Z][a-z]+ [a-z]{2,}|[a-z] [a-z]+ [a-z]+")
# A scale's words are the desk's own; what a format carries is told at the terminal,
# which speaks English; what the program calls itself is told to servers.
NOT_SAID = {
    *("rules/scales.py", "exports/formats.py", "exports/format.py"),
    *("exports/pieces.py", "exports/docx/looks.py", "fetching/limits.py"),
}
WORD_LISTS = {
    *("text/initials.py", "text/shapes.py", "text/short_forms.py", "text/training.py"),
    *("text/compared.py", "text/terms.py"),
    *(f"text/languages/{path.name}" for path in ROOT.glob("text/languages/*.py")),
}
ROOMS = ("text", "rules", "queries", "actions", "exports", "fetching", "web")
# What a mistake in the program or the log says is for whoever mends it.
FOR_PROGRAMMERS = {"ValueError", "TypeError", "exception", "info", "warning", "compile"}


class _Reader(HTMLParser):
    """Collects the words of a page with its template's parts left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._apart = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._apart += tag in NOT_WORDS
        self.found += [value or "" for name, value in attrs if name in SHOWN]

    def handle_endtag(self, tag: str) -> None:
        self._apart -= tag in NOT_WORDS

    def handle_data(self, data: str) -> None:
        if not self._apart:
            self.found.append(" ".join(data.split()))


def bare(template: str, *, suffix: str) -> list[str]:
    """Return a template's words that stand in it without a mark."""
    plain = ATTRIBUTES.sub("", template)
    for part in (r"\{#.*?#\}", r"\{%-?\s*trans\b.*?endtrans\s*-?%\}"):
        plain = re.sub(part, "", plain, flags=re.DOTALL)
    plain = re.sub(r"(<\/?)\{\{.*?\}\}", r"\1x", plain)  # An element's name.
    plain = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", plain, flags=re.DOTALL)
    reader = _Reader()
    if suffix == ".html":
        reader.feed(plain)
        reader.close()
    else:
        reader.found = plain.splitlines()
    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(template)
    found = [words for words in reader.found if IN_LETTERS.search(words)]
    found += [words for words in _constants(tree) if IN_WORDS.search(words)]
    return [words for words in found if words not in NAMES]


def _constants(node: nodes.Node) -> Iterator[str]:
    """Return the strings of a template's expressions outside marks."""
    if isinstance(node, nodes.Call) and getattr(node.node, "name", "") in MARKS:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    for child in node.iter_child_nodes():
        yield from _constants(child)


def test_templates_hold_no_words_without_a_mark():
    found = {
        str(path.relative_to(ROOT)): words
        for path in TEMPLATES
        if path != IN_ENGLISH
        and (words := bare(path.read_text(encoding="utf-8"), suffix=path.suffix))
    }
    assert found == {}


def test_words_without_a_mark_are_seen():
    for template in (
        "<p>Not yet</p>",
        '<a title="Open it">{{ number }}</a>',
        '<p>{{ "Yes" if done else _("No") }}</p>',
        "{% trans %}Marked{% endtrans %} and not",
        '{{ field(form, "Its name") }}',
    ):
        assert bare(template, suffix=".html")
    assert not bare('<b title="{{ _("It") }}" class="so">{{ n }}</b>', suffix=".html")


def _unmarked(node: ast.AST) -> Iterator[str]:
    """Return the sentences of a file's code that have no mark; docstrings are none."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in MARKS | FOR_PROGRAMMERS:
            return
        if name == "flash" or name.endswith("Field") or name in vars(errors):
            yield from filter(IN_WORDS.search, map(_text, node.args))
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from filter(IN_A_SENTENCE.search, [node.value])
    for child in ast.iter_child_nodes(node):
        yield from _unmarked(child)


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) for part in node.values)
    constant = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return str(node.value) if constant else ""


def test_sentences_in_code_are_marked():
    found = {
        str(path.relative_to(ROOT)): words
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if (words := [*_unmarked(ast.parse(path.read_text(encoding="utf-8")))])
    }
    assert {name: found[name] for name in {*found} - NOT_SAID - WORD_LISTS} == {}


def test_no_mark_stands_where_the_catalogue_does_not_see_it():
    hidden = [
        f"{path.relative_to(ROOT)}: {ast.unparse(call)}"
        for path in ROOT.rglob("*.py")
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in MARKS
    ]
    assert hidden == []


def test_scripts_say_only_what_the_page_brings():
    asked: set[str] = set()
    for path in SCRIPTS:
        code = re.sub(
            r"^\s*(//|/\*|\*).*$|\s// .*$", "", path.read_text(), flags=re.MULTILINE
        )
        assert re.findall(r"[\"'`][A-Z][a-z]+ [a-z]\w+", code) == [], path.name
        if path.parent.name == "workbench":
            for call in re.findall(r"\bsaid(?:Around)?\(([^)]*)", code):
                asked.update(re.findall(r'"(\w+)"', call))
    assert asked == {*WORDS}
