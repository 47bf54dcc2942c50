"""Bytes of many kinds in, a text or a problem out, never a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.core.problem import Severity
from musterbook.reports.read import MOST_BYTES, read_report
from musterbook.reports.visible import visible_text

PAGE = b"""<html><head><title>T</title><style>p{}</style></head><body><nav>Menu 500 soldiers</nav>
<article><h1>Camp count</h1><p>Some 3,000 refugees crossed the river on Friday, the mayor said. They
were brought to the school and to two churches, where doctors looked after them until the night.</p>
<p>About 200 of them were children, and nobody knew yet where they would be taken afterwards.</p>
</article><script>var x = 9000;</script></body></html>"""


def codes(problems):
    return [problem.code for problem in problems]


def test_utf8_text_keeps_every_character_in_its_place():
    report, problems = read_report("DATE: 2024-05-06\n\n“Été”: 3 000\n".encode(), "a.txt")
    assert report.text == "DATE: 2024-05-06\n\n“Été”: 3 000\n"
    assert str(report.header.published) == "2024-05-06"
    assert problems == ()


def test_western_bytes_are_read_and_said_to_be_so():
    report, problems = read_report("Line\n\x93Café\x94 \x81 1\x96 2".encode("latin-1"), "a.txt")
    assert report.text == "Line\n“Café” \x81 1– 2"
    assert codes(problems) == ["MB030"]
    assert problems[0].severity is Severity.WARNING
    assert (problems[0].place.file, problems[0].place.line) == ("a.txt", 2)


def test_a_byte_order_mark_is_no_character():
    assert read_report(b"\xef\xbb\xbfHello", "a.txt")[0].text == "Hello"
    assert read_report("Hello".encode("utf-16"), "a.txt")[0].text == "Hello"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"x" * (MOST_BYTES + 1), "big.txt", "MB031"),
        (b"%PDF-1.7 broken", "a.pdf", "MB032"),
        (b"not a pdf", "a.pdf", "MB032"),
        (b"  \n", "a.txt", "MB033"),
        (b"<html><body><script>1</script></body></html>", "a.html", "MB033"),
        (b"PK\x03\x04\x00\x00", "a.docx", "MB034"),
        (b"\x00\x01\x02\x03", "a.txt", "MB034"),
        (b'{"a": ', "a.json", "MB032"),
        (b'{"a": 1}', "a.json", "MB035"),
        (b"[" * 100_000, "a.json", "MB035"),
        (b"\n1,2\n", "a.csv", "MB035"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_a_remedy(data, name, code):
    report, problems = read_report(data, name)
    assert report is None
    assert codes(problems) == [code]
    assert problems[0].fix


def test_a_page_gives_its_article_without_menu_and_script():
    text = read_report(PAGE, "a.html")[0].text
    assert "Some 3,000 refugees crossed the river on Friday" in text
    assert "Menu" not in text
    assert "9000" not in text


def test_the_standard_library_alone_reads_a_page_too():
    text = visible_text(PAGE.decode())
    assert text.startswith("Camp count\nSome 3,000 refugees")
    assert "Menu" not in text
    assert "var x" not in text


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.csv", "a.json", "a.pdf"]))
def test_no_bytes_whatever_raise(data, name):
    report, problems = read_report(data, name)
    assert (report is not None) or problems
