"""Leaving a page asks where words would be lost, and a form under way says so."""

import time

import pytest
from playwright.sync_api import expect
from tests.browser.chromium import PROGRAM, REASON

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]


def open_form(page, served):
    page.goto(served.at("/reports/bulletin"))
    page.get_by_role("link", name="Edit", exact=True).first.click()
    return page.get_by_label("Note")


def test_leaving_a_form_with_words_unsent_asks_first(served, page):
    asked = []
    note = open_form(page, served)
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    note.click()
    page.keyboard.type("unsent words")
    page.get_by_role("link", name="Account").click()
    expect(page.get_by_label("Note")).to_have_value("unsent words")
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("unsent words").first).to_be_visible()
    page.get_by_role("link", name="Account").click()
    page.wait_for_url(served.at("/account"))


def test_a_form_under_way_says_so(served, page):
    note = open_form(page, served)
    note.fill("slowly")
    page.route("**/edit", lambda route: (time.sleep(1.5), route.continue_()))
    button = page.get_by_role("button", name="Save", exact=True)
    button.evaluate("each => setTimeout(() => each.click())")
    expect(page.get_by_role("button", name="Working…")).to_have_attribute("aria-disabled", "true")
    expect(page.get_by_text("slowly").first).to_be_visible()
    expect(page.get_by_role("button", name="Working…")).to_have_count(0)
