"""Printed, a page is A4, wastes no sheet, and lets no heading stand at a sheet's foot alone."""

import pypdfium2
import pytest
from playwright.sync_api import expect
from tests.browser.chromium import PROGRAM, REASON

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]
A4 = (595, 842)  # points
SCREENS = ("/", "/account/camp", "/conflicts", "/scenarios", "/hypotheses")
HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4')].map((each) => each.innerText.trim())"


def sheets_of(page):
    """Print a page; give its sheets, each as the lines of its text."""
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        for sheet in document:
            assert tuple(round(each) for each in sheet.get_size()) == A4
            words = sheet.get_textpage().get_text_range()
            yield [line.strip() for line in words.splitlines() if line.strip()]


def check(page):
    headings = set(page.evaluate(HEADINGS)) - {""}
    sheets = list(sheets_of(page))
    assert all(sheets)
    for lines in sheets:
        assert lines[-1] not in headings, f"{lines[-1]!r} stands alone at the foot of a sheet"
    return sheets


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_prints_without_its_controls(still, glass, path):
    glass.goto(still.at(path))
    glass.emulate_media(media="print")
    for control in ("main button", ".rail", ".jump", ".theme", ".foot", "input[type=range]"):
        for each in glass.locator(control).all():
            expect(each).not_to_be_visible()
    glass.emulate_media(media="null")
    check(glass)


def test_the_report_prints_whole(glass, report_file):
    glass.goto(report_file.as_uri())
    words = " ".join(" ".join(lines) for lines in check(glass))
    folded = glass.locator("main details:not([open]) td").all_text_contents()
    assert folded
    for said in ("Every claim", "digest of the case", *folded[:20]):
        assert " ".join(said.split()) in words
