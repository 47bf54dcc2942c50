"""The interactive report, opened from disk: its script runs, asks for nothing, breaks nothing."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.chromium import PROGRAM, REASON

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]


@pytest.fixture
def opened(glass, interactive_file):
    """The file, open; what it asks for and what breaks its policy is watched by `glass`."""
    glass.context.watch.requests.clear()
    glass.goto(interactive_file.as_uri())
    yield glass
    asked = {each for each in glass.context.watch.requests if not each.startswith("data:")}
    assert asked == {interactive_file.as_uri()}


def test_values_are_read_off_a_chart_by_pointer_and_by_keys(opened):
    figure = opened.locator("figure[data-readout]").first
    said = figure.locator(".readout")
    expect(said).to_contain_text("on 2025-05-10")
    figure.focus()
    opened.keyboard.press("Home")
    expect(said).to_contain_text(re.compile("on 2025-0[45]-"))
    first = said.inner_text()
    opened.keyboard.press("ArrowRight")
    expect(said).not_to_have_text(first)
    box = figure.locator("svg").bounding_box()
    opened.mouse.move(box["x"] + box["width"] - 3, box["y"] + box["height"] / 2)
    expect(said).to_contain_text("on 2025-05-10")


def test_a_table_is_sorted_by_its_numbers_and_by_its_words(opened):
    table = opened.locator("#account table").filter(has_text="median").first
    head = table.get_by_role("columnheader", name="median")
    column = head.evaluate("(each) => each.cellIndex")

    def numbers():
        cells = table.locator(f"tbody td:nth-child({column + 1})").all_inner_texts()
        return [int(re.sub(r"\D", "", each)) for each in cells]

    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert numbers() == sorted(numbers(), reverse=True)
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert numbers() == sorted(numbers())
    name = table.get_by_role("columnheader").first
    name.get_by_role("button").click()
    names = table.locator("tbody td:first-child").all_inner_texts()
    assert names == sorted(names, reverse=True)


def test_everything_is_opened_and_folded_again(opened):
    folded = opened.locator("main details:not([open])")
    assert folded.count()
    opened.get_by_role("button", name="Open everything").click()
    expect(folded).to_have_count(0)
    opened.get_by_role("button", name="Fold it again").click()
    expect(opened.locator("main details[open]")).to_have_count(0)


def test_a_claims_link_leads_to_its_sentence_and_back_to_the_chart(opened):
    opened.locator("#account a[href^='#at-']").first.evaluate("(each) => each.scrollIntoView()")
    target = opened.locator("#account a[href^='#at-']").first.get_attribute("href")
    before = opened.evaluate("scrollY")
    opened.locator(f"#account a[href='{target}'] .dot").first.click(force=True)
    opened.wait_for_url(f"**{target}")
    assert opened.evaluate("scrollY") != before
    opened.go_back()
    opened.wait_for_url("**/report.html")
