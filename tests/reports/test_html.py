"""Web pages in, their articles, titles, days and lines out."""

from __future__ import annotations

import sys
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.extract import extract_claims
from musterbook.reports.marks import place_at
from musterbook.reports.read import read_report

FILLER = (
    "<p>They were brought to the school and to two churches, where doctors looked after them until"
    " the night, and nobody knew yet where they would be taken afterwards, the mayor said.</p>"
)


def page(body, head=""):
    return (
        f"<html><head>{head}</head><body><nav><a href='/'>Menu 500 soldiers</a></nav>\n"
        f"<article><h1>Camp count</h1>\n{body}\n{FILLER}\n</article>\n"
        "<script>var x = '9000 men';</script><footer>70 people like this</footer></body></html>"
    )


def read(source):
    report, _ = read_report(source if isinstance(source, bytes) else source.encode(), "a.html")
    return report


@pytest.fixture(params=["with trafilatura", "standard library"])
def reader(request, monkeypatch):
    if request.param == "standard library":
        monkeypatch.setitem(sys.modules, "trafilatura", None)  # importing it fails
    return read


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("<p>Some <b>11</b>,000 men fled on <i>Friday</i>.</p>", "Some 11,000 men fled on Friday."),
        ("<p>The <a href='x'>army</a> said 12 men fled.</p>", "The army said 12 men fled."),
        ("<p>Some 11,000<sup>3</sup> men fled.</p>", "Some 11,000³ men fled."),
        ("<p>Some 11,000<sup><a href='#n'>12</a></sup> men.</p>", "Some 11,000¹² men."),
        ("<p>Some 11,000<sup><a href='#n'>[3]</a></sup> men.</p>", "Some 11,000[3] men."),
        ("<p>The 40<sup>th</sup> brigade fled.</p>", "The 40th brigade fled."),
        ("<p>Some\n11,000\n  men fled.</p>", "Some 11,000 men fled."),
        ("<ul><li>12 boys died</li><li>30 men fled</li></ul>", "30 men fled"),
        ("<figure><img src='a'><figcaption>Some 70 men.</figcaption></figure>", "Some 70 men."),
        ("<blockquote>About 90 men fled, he said.</blockquote>", "About 90 men fled, he said."),
        ("<table><tr><td>North</td><td>1,200</td></tr></table>", "| North | 1,200 |"),
    ],
)
def test_what_an_article_has_is_kept(reader, body, kept):
    text = reader(page(body)).text
    assert kept in text
    assert "Camp count" in text
    assert "Menu" not in text
    assert "9000" not in text
    assert "like this" not in text


def test_a_raised_number_does_not_lengthen_the_number_before_it(reader):
    report = reader(page("<p>About 11,000<sup>3</sup> soldiers were killed.</p>"))
    (claim,) = extract_claims(report.text)
    assert (claim.low, claim.quote) == (11_000, "About 11,000³ soldiers were killed")


def test_a_number_with_a_thin_space_is_one_number(reader):
    report = reader(page("<p>Some&nbsp;11&#8239;000&nbsp;men were killed &mdash; all.</p>"))
    assert [claim.low for claim in extract_claims(report.text)] == [11_000]


def test_a_line_break_inside_a_sentence_parts_nothing(reader):
    report = reader(page("<p>The army said that about<br>11,000 soldiers<br/>were killed.</p>"))
    (claim,) = extract_claims(report.text)
    assert " ".join(claim.quote.split()) == "about 11,000 soldiers were killed"


def test_rows_of_a_table_are_shown_and_not_read():
    rows = "<tr><th>Place</th><th>Killed men</th></tr><tr><td>North</td><td>12</td></tr>"
    body = f"<table>{rows}</table>"
    report, (problem,) = read_report(page(body).encode(), "a.html")
    assert "| Place | Killed men |\n| North | 12 |\n" in report.text
    assert extract_claims(report.text) == ()
    assert (problem.code, problem.is_error) == ("MB037", False)
    assert problem.numbers == (("rows with numbers", "1"),)


def test_a_table_that_lays_out_the_page_is_text():
    cell = "The army said on Friday that 12 soldiers were killed. " * 4
    report, problems = read_report(
        page(f"<table><tr><td>{cell}</td></tr></table>").encode(), "a.html"
    )
    assert problems == ()
    assert "|" not in report.text


META = [
    '<meta property="article:published_time" content="2025-03-02T23:10:00+02:00">',
    '<meta itemprop="datePublished" content="2025-03-02">',
    "<META NAME='date' CONTENT='20250302'>",
    '<meta content="Sun, 02 Mar 2025 10:00:00 GMT" name="pubdate">',
    '<script type="application/ld+json">{"datePublished":"2025-03-02T10:00Z"}</script>',
    '</head><time datetime="2025-03-02">2 March</time>',
]


@pytest.mark.parametrize("meta", META)
def test_the_day_a_page_states_is_taken_and_said_to_be_its_own(meta):
    header = read(page("<p>Some 300 men fled.</p>", meta)).header
    assert (header.published, header.dated) == (date(2025, 3, 2), "the page itself")


@pytest.mark.parametrize(
    "meta",
    [
        "",
        '<meta name="date" content="today">',
        '<meta name="date" content="2025-13-40">',
        '<meta property="article:published_time" content="0001-01-01T00:00:00Z">',
        '<meta name="date" content="9999-12-31">',
        '<meta name="date" content="1710121234">',
        '<meta name="date" content="20101212345">',
        '<meta property="article:modified_time" content="2025-03-02">',
        '</head><time datetime="2025-03-02"></time><time datetime="2025-03-09"></time>',
    ],
)
def test_a_page_that_states_no_day_has_none(meta):
    header = read(page("<p>Some 300 men fled.</p><p>Copyright 2026-01-01</p>", meta)).header
    assert (header.published, header.dated) == (None, "")


def test_a_page_dated_by_a_machines_zero_is_read_all_the_same():
    zero = '<meta property="article:published_time" content="0001-01-01T00:00:00Z">'
    report = read(page("<p>Some 300 men fled yesterday.</p>", zero))
    (claim,) = extract_claims(report.text, report.header.published)
    assert (claim.low, claim.period_start) == (300, None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            '<title>Camp count - Site</title><meta property="og:title" content="The camp">',
            "The camp",
        ),
        ("<title>Camp count - Site</title>", "Camp count"),
        ("", "Camp count"),
    ],
)
def test_a_page_knows_its_title(head, title):
    assert read(page("<p>Some 300 men fled.</p>", head)).header.title == title


def test_a_page_knows_its_address():
    assert read(page("", '<link rel="canonical" href="https://a.example/b">')).header.url == (
        "https://a.example/b"
    )
    assert read(page("", '<link rel="canonical" href="javascript:x">')).header.url == ""


@pytest.mark.parametrize(
    ("charset", "word"),
    [("windows-1251", "Сумы"), ("iso-8859-2", "Łódź"), ("shift_jis", "東京"), ("utf-8", "Łódź")],
)
def test_the_encoding_a_page_states_is_used(charset, word):
    body = f"<p>Some 300 men fled to {word} on Friday, the mayor said.</p>"
    for stated in (
        f'<meta charset="{charset}">',
        f"<meta http-equiv=x content='a; charset={charset}'>",
    ):
        report, problems = read_report(page(body, stated).encode(charset), "a.html")
        assert f"to {word} on" in report.text
        assert problems == ()


@pytest.mark.parametrize(
    "charset",
    [
        "utf-7",
        "no-such",
        "hex",
        "idna",
        "unicode_escape",
        "raw-unicode-escape",
        "charmap",
        "undefined",
        "rot13",
        "punycode",
        "mbcs",
    ],
)
def test_a_false_encoding_is_not_believed(charset):
    source = page("<p>Some 300 men fled from the caf\xe9.</p>", f'<meta charset="{charset}">')
    report, (problem,) = read_report(source.encode("latin-1"), "a.html")
    assert "café" in report.text
    assert problem.code == "MB030"


def test_every_paragraph_has_its_line_in_the_page():
    source = page(
        "<p>Some 300 men <b>fled</b> on Friday.</p>\n\n<p>About 40 boys died &amp; more.</p>"
    )
    report = read(source)
    for words in ("Some 300 men", "About 40 boys", "They were brought"):
        place = place_at(report.marks, report.text.index(words) + 3)
        line = next(n for n, line in enumerate(source.split("\n"), 1) if words in line)
        assert place == f"line {line} of the page"


def test_a_page_in_one_line_has_columns():
    source = page("<p>Some 300 men <b>fled</b> on Friday.</p>" + FILLER * 3).replace("\n", " ")
    report = read(source)
    place = place_at(report.marks, report.text.index("Some 300"))
    assert place == f"line 1, column {source.index('Some 300') + 1} of the page"


HOSTILE = {
    "deep": "<div>" * 60_000 + "12 men died" + "</div>" * 1_000,
    "open tags": "<a " * 500_000,
    "comments": "<!--" * 200_000,
    "quotes": '<a href="x' * 200_000,
    "raised": "<sup>" * 50_000,
    "tables": "<table>" * 40_000 + "12 men died",
    "angles": "<" * 200_000,
    "scripts": "<script>" * 100_000,
    "bars": "|" * 500_000,
    "metas": "<meta charset=" * 100_000,
    "silent": "<nav>" * 150_000 + "</form>" * 150_000,
    "values": "<a x='>' " * 100_000,
    "odd values": '<a x="y=' * 100_000,
    "equals": "<a " + "= " * 500_000,
    "half tags": "<p>12 men died <b>" * 4_000,
}


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_or_refused_soon(source):
    began = time.perf_counter()
    report, problems = read_report(source.encode(), "a.html")
    assert report is not None or problems
    assert time.perf_counter() - began < 20  # a page of the square would take hours


@pytest.mark.slow
def test_only_the_beginning_of_an_endless_page_is_read():
    source = page(
        "<p>Some 300 men fled on Friday.</p>" + "<p>The end is not yet there.</p>" * 110_000
    )
    report, problems = read_report(source.encode(), "a.html")
    assert "Some 300 men" in report.text
    assert [problem.code for problem in problems] == ["MB031"]


TAGS = st.sampled_from(
    ["<p>", "</p>", "<b", ">", "<!--", "-->", "<script>", "</script>", "12 men", "&#0;", "<td>",
     "|", "<sup>3</sup>", '"', "<h1>", "<time datetime='2025-01-01'>", "\x00", "<nav>", "<"]
)  # fmt: skip


@given(st.lists(TAGS, max_size=20).map("".join))
def test_no_broken_page_raises(source):
    report, problems = read_report(source.encode(), "a.html")
    assert report is not None or problems
