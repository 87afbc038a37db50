"""Reading pages and Markdown back, as a browser or a renderer would."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown_it import MarkdownIt

VOID = {"meta", "link", "input", "br", "img"}
# Nothing in our drawings has content, so they may be left out of the tree's text.
DRAWN = {"svg", "style", "script"}


def told(data: bytes) -> str:
    """Return what a file of any format says, its parts unpacked where it is a zip."""
    if not data.startswith(b"PK"):
        return data.decode()
    archive = zipfile.ZipFile(io.BytesIO(data))
    return "\n".join(told(archive.read(name)) for name in archive.namelist())


@dataclass
class Node:
    """An element with its children; text stands among them."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def find(self, tag: str, css_class: str = "") -> list["Node"]:
        return [
            node
            for node in self.walk()
            if node.tag == tag and (not css_class or css_class in node.classes)
        ]

    def text(self, without: str = "vh") -> str:
        """Return the text in it, drawings and nodes of one class left out."""
        return "".join(
            child if isinstance(child, str) else child.text(without)
            for child in self.children
            if isinstance(child, str)
            or not (child.tag in DRAWN or without in child.classes)
        )


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("document")]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attrs):
        self.open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


def parse_html(data: bytes) -> Node:
    """Return the document's tree; elements must be closed in order."""
    builder = _Builder()
    builder.feed(data.decode())
    builder.close()
    assert [node.tag for node in builder.open] == ["document"]
    return builder.open[0]


def parse_markdown(data: bytes) -> tuple[list[str], dict[int, str]]:
    """Return the essay's paragraphs, and footnotes by number, still as Markdown."""
    _, body, after = re.split(r"\n\n---(?=\n\n)", data.decode())
    pieces = re.split(r"(?m)^\[\^(\d+)\]: ", after)
    notes = dict(zip(map(int, pieces[1::2]), pieces[2::2], strict=True))
    dedented = {n: re.sub(r"(?m)^ {4}", "", note) for n, note in notes.items()}
    _, *blocks = body.split("\n\n")
    if blocks and blocks[0].startswith("<div dir="):  # an essay's own "<" is escaped
        assert blocks.pop() == "</div>"
        blocks.pop(0)
    return blocks, dedented


def without_references(paragraph: str) -> tuple[str, list[int]]:
    """Take our references out of a paragraph of Markdown."""
    found: list[int] = []

    def drop(match: re.Match[str]) -> str:
        if match[1]:
            found.append(int(match[1]))
            return ""
        return match[0]

    return re.sub(r"(?s)\\.|\[\^(\d+)\]", drop, paragraph), found


def rendered(markdown: str) -> Node:
    """Render Markdown and return the tree."""
    return parse_html(MarkdownIt("commonmark").render(markdown).encode())
