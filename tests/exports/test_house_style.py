"""One citation for every kind of source, as it is printed."""
# ruff: noqa: RUF001 (en dashes)

import pytest
from hypothesis import given

from factcheck.exports.house_style import source_citation, source_line, source_name
from factcheck.rules.citations import SourceFacts, SourceKind
from factcheck.rules.sources import SourceDetails
from tests.exports.strategies import sources


def cited(kind: SourceKind, **facts: str) -> str:
    plain = {"title", "url", "author", "publisher", "issued"}
    details = {name: value for name, value in facts.items() if name not in plain}
    rest = {name: value for name, value in facts.items() if name in plain}
    return source_citation(SourceFacts(kind, **rest, details=SourceDetails(**details)))


def test_a_web_page():
    assert cited(
        SourceKind.WEBPAGE,
        title="China Conducted Its First Nuclear Test",
        container_title="To the Third Nuclear Age",
        publisher="Konrad-Adenauer-Stiftung",
        accessed="2026-03-03",
        url="https://kas.de/en/test",
    ) == (
        "China Conducted Its First Nuclear Test. To the Third Nuclear Age,"
        " Konrad-Adenauer-Stiftung, read on 3 March 2026. https://kas.de/en/test"
    )


def test_an_article_in_a_journal_and_one_in_a_newspaper():
    assert cited(
        SourceKind.ARTICLE,
        title="Stalin and the Chinese Civil War",
        author="Donggil Kim",
        container_title="Cold War History",
        volume="10",
        issue="2",
        page="185-202",
        issued="2010",
        doi="10.1080/14682741003619447",
    ) == (
        "Stalin and the Chinese Civil War. Donggil Kim, Cold War History, vol. 10,"
        " no. 2, 2010, pp. 185–202, doi:10.1080/14682741003619447."
    )
    assert (
        cited(
            SourceKind.ARTICLE,
            title="Rebuffs from Peking",
            container_title="The Press",
            publisher_place="Christchurch",
            issued="1976-09-15",
            page="2",
        )
        == "Rebuffs from Peking. The Press, Christchurch, 15 September 1976, p. 2."
    )


def test_a_book_and_a_chapter():
    assert cited(
        SourceKind.BOOK,
        title="Mao Cult",
        author="Daniel Leese",
        edition="2nd",
        publisher="Cambridge University Press",
        publisher_place="Cambridge",
        issued="2011",
        isbn="9780521193672",
    ) == (
        "Mao Cult. Daniel Leese, 2nd edition, Cambridge: Cambridge University Press,"
        " 2011."
    )
    assert cited(
        SourceKind.CHAPTER,
        title="Popular Opinion",
        author="Sheila Fitzpatrick",
        container_title="Popular Opinion in Totalitarian Regimes",
        editor="Paul Corner",
        publisher="Oxford University Press",
        issued="2009",
        page="17-32",
    ) == (
        "Popular Opinion. Sheila Fitzpatrick, in Popular Opinion in Totalitarian"
        " Regimes, edited by Paul Corner, Oxford University Press, 2009, pp. 17–32."
    )


def test_a_report():
    assert cited(
        SourceKind.REPORT,
        title="Comparing Sources",
        author="Chen Jian; Shen Zhihua; Xia Yafeng; Odd Arne Westad",
        genre="Working paper",
        number="12",
        publisher="Wilson Center",
        issued="1995-06",
        level="secondary",
    ) == (
        "Comparing Sources. Chen Jian and others, Working paper no. 12, Wilson Center,"
        " June 1995. Secondary source."
    )


def test_an_archive_document():
    assert cited(
        SourceKind.DOCUMENT,
        title="On the visit to Moscow",
        author="Mao Zedong",
        recipient="Liu Shaoqi",
        genre="Telegram",
        issued="1950-01-25",
        archive="RGASPI",
        archive_place="Moscow",
        archive_location="f. 558, op. 11, d. 328",
        level="primary",
        interest="Mao wanted a new treaty.",
    ) == (
        "On the visit to Moscow. Mao Zedong to Liu Shaoqi, Telegram, 25 January 1950,"
        " RGASPI, Moscow, f. 558, op. 11, d. 328. Primary source. Interest: Mao wanted"
        " a new treaty."
    )


def test_a_data_set():
    assert cited(
        SourceKind.DATASET,
        title="River gauges",
        publisher="Water Office",
        edition="3",
        issued="2020",
        doi="10.5281/zenodo.1",
        url="https://doi.org/10.5281/zenodo.1",
    ) == (
        "River gauges. version 3, Water Office, 2020. https://doi.org/10.5281/zenodo.1"
    )


def test_somebody_who_was_asked_needs_no_title():
    assert (
        cited(
            SourceKind.INTERVIEW,
            author="Jin Se-keun",
            interviewer="Robin Hale",
            medium="telephone",
            issued="2026-03-02",
        )
        == "Interview with Jin Se-keun by Robin Hale (telephone). 2 March 2026."
    )
    assert (
        cited(
            SourceKind.INTERVIEW,
            title="“I wrote what I knew”",
            author="Jin Se-keun",
            container_title="JoongAng Ilbo",
        )
        == "“I wrote what I knew”. Interview with Jin Se-keun, JoongAng Ilbo."
    )
    assert (
        cited(
            SourceKind.PERSONAL_COMMUNICATION,
            author="Jin Se-keun",
            recipient="Sunmi Cho",
            medium="email",
            issued="2026-03",
        )
        == "Jin Se-keun to Sunmi Cho (email). March 2026."
    )


@pytest.mark.parametrize(
    "name", ["Mao Zedong", "Jin Se-keun", "김현길", "毛泽东", "Plato"]
)
def test_names_stand_as_they_were_given(name: str):
    both = f"{name}; Sheila Fitzpatrick"
    book = SourceFacts(SourceKind.BOOK, title="A", author=both, issued="1950")
    assert source_line(book) == f"{name} and Sheila Fitzpatrick, 1950"


def test_a_work_without_author_title_or_stop_of_its_own():
    assert cited(SourceKind.BOOK, title="Who Was Deng?") == "Who Was Deng?"
    assert cited(SourceKind.WEBPAGE, url="https://a.org") == "https://a.org"
    same = cited(
        SourceKind.ARTICLE, title="T", container_title="TIME", publisher="TIME"
    )
    assert same == "T. TIME."


@given(sources)
def test_any_source_is_written_whole_and_the_same_each_time(source):
    words = source_citation(source)
    assert words == source_citation(source)
    assert source.title in words
    assert source.url in words
    assert source_name(source) == (source.title or source_name(source))
