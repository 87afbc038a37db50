"""The Word file that an essay came in as, given back with the comments in it.

Nothing of it changes but what comments need: their marks on the words, a part that
holds them, and the two lists that name that part. Every other part is the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring

from factcheck.errors import UnreadableError
from factcheck.exports.addresses import Addresses
from factcheck.exports.docx.comments import comment, comment_ids
from factcheck.exports.docx.file import lost_characters, write_docx
from factcheck.exports.docx.marking import Marking
from factcheck.exports.docx.markup import (
    NAMESPACES,
    OFFICE,
    RELATIONS,
    Links,
    part,
    relations,
)
from factcheck.exports.docx.raw_runs import WORD, RawRuns, UnfitError
from factcheck.exports.zips import zip_bytes
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedEssay
from factcheck.rules.holdings import Holdings
from factcheck.text.readers.docx_places import Place, Places
from factcheck.translating import N_, _

_MOST = 120_000_000  # bytes of all parts, unpacked
_TYPES = "[Content_Types].xml"
_MAIN = ".wordprocessingml.document.main+xml"
_COMMENTS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)
_LAST_TAG = re.compile(rb"</(?P<name>[^\s>]+)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.DOTALL)
_EMPTY_ROOT = re.compile(rb"<(?P<name>[^\s/>!?]+)(?P<rest>[^<>]*)/>\s*\Z")
_MARKS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")

_OTHER_KIND = N_(
    "The file that the essay came in as is a template, holds macros or is signed, so"
    " the comments were not put into it; this is a file of its own."
)
_UNFIT = N_(
    "The file that the essay came in as is built in a way in which comments cannot be"
    " put on the words; this is a file of its own."
)


class KeptOutError(Exception):
    """The comments cannot be put into the file; the reason is for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def write_checked(
    essay: AnnotatedEssay, about: Addresses, holdings: Holdings
) -> tuple[bytes, Sequence[str]]:
    """Return the file that the essay came in as, with comments, or one of our own.

    Returns:
        The file, and what it has lost or why it is not the one that came in.
    """
    lacking = holdings.original.lacking
    if holdings.original.data:
        try:
            return put_into(essay, about, holdings.original.data), ()
        except KeptOutError as kept_out:
            lacking = kept_out.reason
    lost = [*lost_characters(essay, about), *([lacking] if lacking else [])]
    return write_docx(essay, about, lacking=lacking), lost


def put_into(essay: AnnotatedEssay, about: Addresses, data: bytes) -> bytes:
    """Return the file with a comment on each claim's words.

    Args:
        essay: of the version that was read from the file.
        about: whose comments they are.
        data: the file.

    Raises:
        KeptOutError: it cannot be done, and why.
    """
    try:
        package = _Package(data)
        places = Places(data, essay.facts.text)
        found = RawRuns(package.parts[package.main])
        marking = Marking(package.parts[package.main], found)
        first = package.first_comment()
        for claim in essay.claims:
            stands = _found(claim, places, found)
            marking.mark(first + comment_ids(essay)[claim.number], stands)
        package.parts[package.main] = marking.written()
        package.add_comments(*_written(essay, about, first))
        return zip_bytes(package.parts.items())
    except (UnfitError, UnreadableError, zipfile.BadZipFile, ParseError) as error:
        raise KeptOutError(_(_UNFIT)) from error


def _found(claim: AnnotatedClaim, places: Places, found: RawRuns) -> Sequence[Place]:
    """Return where a claim's words stand, if they do."""
    stands = places.find(claim.start, claim.end)
    said = "".join(found.runs[p.run].words[p.start : p.end] for p in stands)
    seen, wanted = "".join(said.split()), "".join(claim.quote.split())
    if not seen or not (wanted.endswith(seen) or set(seen) <= _MARKS):
        raise KeptOutError(
            _(
                "The words of claim %(number)s were not found in the file that the"
                " essay came in as, so the comments were not put into it; this is a"
                " file of its own.",
                number=claim.number,
            )
        )
    return stands


def _written(
    essay: AnnotatedEssay, about: Addresses, first: int
) -> tuple[list[str], list[str]]:
    """Return the comments, and the links that lead out of them."""
    links = Links(f"check{first}-")
    ids = comment_ids(essay)
    written = [
        comment(claim, essay, about.desk, first + ids[claim.number], links)
        for claim in essay.claims
    ]
    return written, list(links.relations())


@dataclass(frozen=True, slots=True)
class _Related:
    """What a part names: a list of relationships, in a part of its own."""

    place: str
    targets: dict[str, str]
    ids: frozenset[str]


class _Package:
    """The parts of a Word file, in their order."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if sum(info.file_size for info in infos) > _MOST:
                raise UnfitError
            self.parts = {info.filename: archive.read(info) for info in infos}
        kinds = {
            each.get("PartName", "").lstrip("/"): each.get("ContentType", "")
            for each in self._root(_TYPES)
        }
        self.main = self._related("").targets.get("officeDocument", "")
        if self.main not in self.parts:
            raise UnfitError
        signed = any(name.startswith("_xmlsignatures/") for name in self.parts)
        if signed or not kinds.get(self.main, "").endswith(_MAIN):
            raise KeptOutError(_(_OTHER_KIND))
        self._beside = self._related(self.main)
        self._comments = self._beside.targets.get("comments", "")
        if self._comments and self._comments not in self.parts:
            raise UnfitError

    def first_comment(self) -> int:
        """Return an id that no comment has yet, and none after it."""
        if not self._comments:
            return 0
        there = self._root(self._comments).iter(f"{{{WORD}}}comment")
        ids = (each.get(f"{{{WORD}}}id", "") for each in there)
        return max((int(each) for each in ids if each.isdecimal()), default=-1) + 1

    def add_comments(self, written: Sequence[str], links: Sequence[str]) -> None:
        """Add comments after those that are there, and what they lead to."""
        declared = [
            each.replace("<w:comment ", f"<w:comment {NAMESPACES} ", 1)
            for each in written
        ]
        if self._comments:
            self._append(self._comments, declared)
        else:
            self._begin_comments(declared)
        if not links:
            return
        place = self._related(self._comments).place
        if place in self.parts:
            self._append(place, [_declared(each) for each in links])
        else:
            self.parts[place] = relations(links)

    def _begin_comments(self, written: Sequence[str]) -> None:
        folder = self.main.rpartition("/")[0]
        name = "comments.xml"
        while f"{folder}/{name}".lstrip("/") in self.parts:
            name = f"more-{name}"
        ident = "checks"
        while ident in self._beside.ids:
            ident += "-more"
        self._comments = f"{folder}/{name}".lstrip("/")
        self.parts[self._comments] = part("w:comments", written)
        override = (
            f'<Override xmlns="{_TYPES_SPACE}" PartName="/{self._comments}"'
            f' ContentType="{_COMMENTS}"/>'
        )
        self._append(_TYPES, [override])
        relation = (
            f'<Relationship Id="{ident}" Type="{OFFICE}/comments" Target="{name}"/>'
        )
        if self._beside.place in self.parts:
            self._append(self._beside.place, [_declared(relation)])
        else:
            self.parts[self._beside.place] = relations([relation])

    def _append(self, name: str, elements: Sequence[str]) -> None:
        """Put elements at the end of a part's root."""
        data, inner = self.parts[name], "".join(elements).encode()
        if last := _LAST_TAG.search(data):
            self.parts[name] = data[: last.start()] + inner + data[last.start() :]
        elif empty := _EMPTY_ROOT.search(data):
            root, rest = empty["name"], empty["rest"]
            opened = b"<" + root + rest + b">" + inner + b"</" + root + b">"
            self.parts[name] = data[: empty.start()] + opened
        else:
            raise UnfitError

    def _related(self, name: str) -> _Related:
        folder, _slash, file = name.rpartition("/")
        folder = f"{folder}/" if folder else ""
        place = f"{folder}_rels/{file}.rels"
        if place not in self.parts:
            return _Related(place, {}, frozenset())
        targets: dict[str, str] = {}
        every = list(self._root(place))
        for each in every:
            target = each.get("Target", "")
            whole = target[1:] if target.startswith("/") else folder + target
            if each.get("TargetMode") != "External":
                targets.setdefault(each.get("Type", "").rpartition("/")[2], whole)
        return _Related(place, targets, frozenset(e.get("Id", "") for e in every))

    def _root(self, name: str) -> Element:
        """Parse a part of a file that was read before, and so declares no entities."""
        data = self.parts.get(name, b"")
        if b"<!DOCTYPE" in data:
            raise UnfitError
        return fromstring(data)  # noqa: S314  (see above)


_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"


def _declared(relation: str) -> str:
    return relation.replace("<Relationship ", f'<Relationship xmlns="{RELATIONS}" ', 1)
