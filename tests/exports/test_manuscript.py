"""Checks put back into the Word file that an essay came in as: it, and they, alone.

Read as XML by itself, before and after: marks are taken away and runs that look the
same joined, and then the two have to be equal.
"""

import io
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.exports.addresses import NOWHERE
from factcheck.exports.docx.manuscript import KeptOutError, put_into
from factcheck.exports.zips import zip_bytes
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedReview,
    AnnotatedSource,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.annotating import annotate
from factcheck.rules.scales import NEWSROOM
from factcheck.rules.sorting import Sorting
from factcheck.text.readers import read
from factcheck.text.sentences import split
from tests.text.readers.packages import TYPES, WORD, docx, paragraph, run

FILES = Path(__file__).parents[1] / "text" / "readers" / "files"
W = f"{{{WORD}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ADDRESS = "https://example.org/?a=1&b=2"
SOURCE = AnnotatedSource(
    "webpage",
    "Gauge & book",
    "https://example.org/?a=1&b=2",
    "",
    "",
    "",
    "",
    "",
    "supports",
)


def checked(text: str, spans: list[tuple[int, int]]) -> AnnotatedEssay:
    """Return an essay with a reviewed claim on each of these words."""
    facts = EssayFacts("e", "E", "", "", "en", "ltr", 1, 1, "0" * 64, text, NEWSROOM)
    sentences = [
        SentenceFacts(u.position, u.paragraph, u.start, u.end, Sorting.TO_SORT, None)
        for u in split(text, "en")
    ]
    review = AnnotatedReview(
        0, "true", "It <did>.", "", "2026-03-03T12:00:00Z", (SOURCE,)
    )
    claims = [
        AnnotatedClaim(
            number,
            next(s.position for s in sentences if s.start <= start < s.end),
            start,
            end,
            text[start:end],
            "",
            "",
            "",
            reviews=(review,),
        )
        for number, (start, end) in enumerate(sorted(spans), 1)
    ]
    return annotate(facts, sentences, claims, ["Zoë Nuñez"])


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def put(data: bytes, *quotes: str) -> tuple[dict[str, bytes], dict[str, str]]:
    """Put claims on these words; return the parts, and each comment's words."""
    text = read("docx", data, 5_000_000).text
    spans = [(text.index(q), text.index(q) + len(q)) for q in quotes]
    after = put_into(checked(text, spans), NOWHERE, data)
    check_untouched(parts(data), parts(after), len(spans))
    return parts(after), commented(parts(after))


def check_untouched(was: dict[str, bytes], now: dict[str, bytes], claims: int) -> None:
    main, lists = "word/document.xml", {"[Content_Types].xml"}
    lists |= {name for name in now if name.endswith(".rels")}
    for name, data in was.items():
        if name not in {main, "word/comments.xml"} | lists:
            assert now[name] == data
    for name in lists & set(was):
        old, new = (list(ET.fromstring(part[name])) for part in (was, now))
        kept = [ET.tostring(each) for each in new]
        assert [each for each in map(ET.tostring, old) if each not in kept] == []
        assert len(new) <= len(old) + claims + 1
    before = ET.fromstring(was.get("word/comments.xml", b"<none/>"))
    comments = list(ET.fromstring(now["word/comments.xml"]))
    assert len(comments) == len(list(before)) + claims
    assert [ET.tostring(c) for c in before] == [
        ET.tostring(c) for c in comments[: len(list(before))]
    ]
    ours = {c.attrib[f"{W}id"] for c in comments[len(list(before)) :]}
    plain = [ET.fromstring(part[main]) for part in (was, now)]
    assert normal(plain[0], set()) == normal(plain[1], ours)


def normal(root: ET.Element, ours: set[str]) -> bytes:
    """Return the XML without our marks, runs that look the same joined."""
    for parent, child in [(each, child) for each in root.iter() for child in each]:
        mark = child if child.tag != f"{W}r" else child.find(f"{W}commentReference")
        commented = mark is not None and "comment" in mark.tag
        if commented and mark.get(f"{W}id") in ours:
            parent.remove(child)
    for text in root.iter(f"{W}t"):
        text.attrib.pop(SPACE, None)
    for parent in root.iter():
        join(parent)
    return ET.tostring(root)


def join(parent: ET.Element) -> None:
    before = None
    for child in list(parent):
        alike = before is not None and child.tag == before.tag == f"{W}r"
        if alike and looks(child) == looks(before) and child.attrib == before.attrib:
            before.extend([c for c in child if c.tag != f"{W}rPr"])
            parent.remove(child)
            join_words(before)
        else:
            before = child
            if child.tag == f"{W}r":
                join_words(child)


def join_words(run: ET.Element) -> None:
    before = None
    for child in list(run):
        if before is not None and child.tag == before.tag == f"{W}t":
            before.text = (before.text or "") + (child.text or "")
            run.remove(child)
        else:
            before = child


def looks(run: ET.Element) -> bytes:
    found = run.find(f"{W}rPr")
    return b"" if found is None else ET.tostring(found).strip()


def commented(found: dict[str, bytes]) -> dict[str, str]:
    """Return the words within each comment's marks, in the order of the file."""
    said: dict[str, str] = {}
    now: set[str] = set()
    deleted = 0
    events = ET.iterparse(io.BytesIO(found["word/document.xml"]), ["start", "end"])
    for event, each in events:
        ident = each.get(f"{W}id", "")
        deleted += (each.tag == f"{W}del") * (1 if event == "start" else -1)
        if event == "start" and each.tag == f"{W}commentRangeStart":
            now.add(ident)
            said[ident] = ""
        elif event == "start" and each.tag == f"{W}commentRangeEnd":
            now.remove(ident)
        elif event == "end" and each.tag == f"{W}t" and not deleted:
            for other in now:
                said[other] += each.text or ""
    assert not now
    return said


def bare(words: str) -> str:
    return "".join(words.split())


@settings(max_examples=12)
@pytest.mark.parametrize("name", ["manuscript.docx", "pandoc.docx", "arabic.docx"])
@given(data=st.data())
def test_claims_anywhere_are_commented_on_their_very_words(name: str, data):
    file = (FILES / name).read_bytes()
    text = read("docx", file, 5_000_000).text
    body = text.partition("\n\n¹")[0]
    units = [u for u in split(body, "en") if u.prose]
    spans = set()
    for unit in data.draw(st.lists(st.sampled_from(units), min_size=1, max_size=5)):
        start = data.draw(st.integers(unit.start, unit.end - 1))
        end = data.draw(st.integers(start + 1, unit.end))
        if any(c.isalpha() for c in text[start:end]):
            spans.add((start, end))
    essay = checked(text, sorted(spans))
    after = parts(put_into(essay, NOWHERE, file))
    check_untouched(parts(file), after, len(spans))
    said = commented(after)
    ours = sorted(map(int, said))[-len(spans) :] if spans else []
    marks = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    for claim, ident in zip(essay.claims, ours, strict=True):
        found = bare(said[str(ident)])
        assert found
        # A number that was written in front of an item is not in the file.
        assert bare(claim.quote.translate(marks)).endswith(found)


BOLD = "<w:rPr><w:b/></w:rPr>"


def test_claims_lie_across_runs_links_and_changes_and_overlap():
    body = (
        "<w:p>"
        f'<w:r w:rsidR="00A1">{BOLD}<w:t>Mao &amp; Zhou le</w:t></w:r>'
        f'<w:hyperlink w:anchor="x">{run("ft Peking ")}</w:hyperlink>'
        f'<w:ins w:id="1" w:author="E">{run("in May ")}</w:ins>'
        '<w:del w:id="2" w:author="E"><w:r><w:delText>June </w:delText></w:r></w:del>'
        "<w:r><w:t>of</w:t><w:tab/><w:t>1949, said all.</w:t></w:r></w:p>"
    )
    found, said = put(
        docx(body), "& Zhou left Peking in", "Zhou left", "May of", "1949", "said"
    )
    assert list(said.values()) == [
        "& Zhou left Peking in", "Zhou left", "May of", "1949", "said",
    ]  # fmt: skip
    names = list(parts(docx(body)))
    assert list(found)[: len(names)] == names
    types = found["[Content_Types].xml"].decode()
    assert 'PartName="/word/comments.xml"' in types


def test_comments_that_are_there_stay_and_links_lead_out():
    old = f'<w:comment w:id="7" w:author="E">{paragraph("Hm")}</w:comment>'
    body = (
        '<w:p><w:commentRangeStart w:id="7"/>' + run("Mao left") + ""
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
        f"{run(' Peking.')}</w:p>"
    )
    found, said = put(docx(body, comments=old), "left Peking")
    assert said == {"7": "Mao left", "8": "left Peking"}
    ours = ET.fromstring(found["word/comments.xml"])[1]
    assert ours.attrib[f"{W}author"] == "Zoë Nuñez"
    (link,) = ET.fromstring(found["word/_rels/comments.xml.rels"])
    assert link.attrib["Target"] == ADDRESS
    (jump,) = ours.iter(f"{W}hyperlink")
    assert link.attrib["Id"] in jump.attrib.values()


def test_words_in_a_box_are_commented_around_it_and_notes_at_their_mark():
    box = f"<w:txbxContent>{paragraph('Boxed words here.')}</w:txbxContent>"
    drawn = f"<w:r><w:pict>{box}</w:pict></w:r>"
    _found, said = put(docx(f"<w:p>{run('Mao left.')}{drawn}</w:p>"), "words")
    assert said == {"0": "Boxed words here."}
    file = (FILES / "manuscript.docx").read_bytes()
    found, said = put(file, "It was printed in 1986.")
    assert list(said.values())[-1] == ""
    marks = found["word/document.xml"].count(b"<w:commentReference ")
    assert marks == len(ET.fromstring(found["word/comments.xml"]))


def test_another_prefix_and_white_space_that_is_not_kept():
    file = docx(paragraph("Mao left Peking."))
    other = parts(file)
    main = other["word/document.xml"].replace(b' xml:space="preserve"', b"")
    named = main.replace(b"w:", b"v9:")
    unnamed = main.replace(b"<w:", b"<").replace(b"</w:", b"</")
    unnamed = unnamed.replace(b"xmlns:w=", b"xmlns=")
    for written in (named.replace(b"xmlns:w=", b"xmlns:v9="), unnamed):
        again = zip_bytes((other | {"word/document.xml": written}).items())
        _found, said = put(again, "left ")
        assert list(said.values()) == ["left "]


TEMPLATE = TYPES.replace("document.main", "template.main")
CDATA = "<w:p><w:r><w:t>Mao <![CDATA[left.]]></w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (docx(paragraph("Mao left."), types=TEMPLATE), "a template"),
        (docx(paragraph("Mao came.")), "built in a way"),
        (docx(CDATA), "built in a way"),
    ],
)
def test_a_file_that_takes_no_comments_is_left_alone(file: bytes, said: str):
    with pytest.raises(KeptOutError) as refused:
        put_into(checked("Mao left.", [(0, 3)]), NOWHERE, file)
    assert said in refused.value.reason
