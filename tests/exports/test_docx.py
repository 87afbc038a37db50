"""The Word file, read as XML: comments on the very words, nothing lost or left open."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter

from hypothesis import given

from factcheck.exports.docx import lost_characters, write_docx
from factcheck.exports.docx.looks import styles
from factcheck.exports.docx.markup import FORBIDDEN
from factcheck.exports.wording import verdict_words
from factcheck.rules.annotated import AnnotatedEssay
from tests.exports.seed_essay import seed_essay
from tests.exports.strategies import annotated_essays

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def parts(essay: AnnotatedEssay) -> dict[str, ET.Element]:
    archive = zipfile.ZipFile(io.BytesIO(write_docx(essay)))
    return {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}


def words(element: ET.Element) -> str:
    tags = {f"{W}t": None, f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(tags[e.tag] or e.text or "" for e in element.iter() if e.tag in tags)


def as_word(text: str) -> str:
    return lined(FORBIDDEN.sub("", re.sub("\r\n?", "\n", text)))


def lined(text: str) -> str:
    """Count breaks in a row as one: a claim may begin between CR and LF, which is two.

    An imported essay has LF alone; only made-up ones have the other.
    """
    return re.sub("\n+", "\n", text)


def anchored(document: ET.Element) -> dict[str, str]:
    """Return the words in each comment's range, without our numbers."""
    found: dict[str, str] = {}
    now: set[str] = set()
    for child in (c for p in document.iter(f"{W}p") for c in p):
        ident = child.get(f"{W}id", "")
        if child.tag == f"{W}commentRangeStart":
            now.add(ident)
            found[ident] = ""
        elif child.tag == f"{W}commentRangeEnd":
            now.remove(ident)
        elif child.tag == f"{W}r":
            for each in now:
                found[each] += words(child)
    assert not now
    return found


@given(annotated_essays())
def test_each_claim_has_one_comment_on_its_very_words(essay):
    found = parts(essay)
    comments = list(found["word/comments.xml"])
    document = found["word/document.xml"]
    ranges = anchored(document)
    assert len(comments) == len(ranges) == len(essay.claims)
    for comment, claim in zip(comments, essay.claims, strict=True):
        quote = ranges[comment.attrib[f"{W}id"]]
        assert lined(quote) == as_word(claim.quote)
        assert as_word(f"{verdict_words(claim)}.") in words(comment)
        assert comment.attrib[f"{W}author"].strip()
    tags = Counter(e.tag for e in document.iter())
    assert tags[f"{W}commentReference"] == len(essay.claims)


@given(annotated_essays())
def test_every_link_leads_somewhere_and_no_mark_is_used_twice(essay):
    found = parts(essay)
    document = found["word/document.xml"]
    marks = [e.attrib[f"{W}name"] for e in document.iter(f"{W}bookmarkStart")]
    idents = [e.attrib[f"{W}id"] for e in document.iter(f"{W}bookmarkStart")]
    assert len(set(marks)) == len(marks) == len(set(idents)) == 2 * len(essay.claims)
    for name in ("document", "comments"):
        known = {e.attrib["Id"] for e in found[f"word/_rels/{name}.xml.rels"]}
        for jump in found[f"word/{name}.xml"].iter(f"{W}hyperlink"):
            anchor = jump.get(f"{W}anchor")
            assert anchor in marks if anchor else jump.attrib[RELATION] in known


@given(annotated_essays())
def test_the_author_s_words_are_all_there(essay):
    body = parts(essay)["word/document.xml"][0]
    skipped = [p for p in body if p.tag == f"{W}p"]
    text = "".join(words(r) for p in skipped for r in p if r.tag == f"{W}r")
    at = 0
    for sentence in essay.sentences:
        at = lined(text).index(as_word(sentence.text), at)


def test_the_seed_names_its_reviewer_and_their_day():
    (first, *_rest) = parts(seed_essay())["word/comments.xml"]
    assert first.attrib[f"{W}author"] == "A. Reader"
    assert first.attrib[f"{W}date"] == "2026-03-03T12:00:00Z"
    assert first.attrib[f"{W}initials"] == "AR"
    assert lost_characters(seed_essay(), None) == []


def test_titles_are_as_large_in_every_script():
    found = "".join(styles("ar"))
    assert '<w:sz w:val="44"/><w:szCs w:val="44"/><w:lang w:bidi="ar"/>' in found
