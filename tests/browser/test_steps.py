"""The address is the state: each step is one that Back takes back and Forward takes again."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.cases import DAYS
from tests.browser.chromium import PROGRAM, REASON

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]
FIRST, SECOND, LAST = DAYS


def slider(page):
    return page.get_by_role("slider", name=re.compile("^As believed on"))


def expect_day(page, day, served):
    """See that all of the page is as of a day: address, slider, notice, what stands for now."""
    asked = "" if day == LAST else f"?as_of={day}"
    page.wait_for_url(served.at(f"/account{asked}"))
    expect(slider(page)).to_have_value(str(DAYS.index(day)))
    expect(page.locator(".replay [aria-current]")).to_contain_text(day.strftime("%m-%d"))
    expect(page.locator(".replay .day")).to_have_text(day.isoformat())
    expect(page.locator("#notices time")).to_have_count(0 if day == LAST else 1)
    expect(page.locator("main .lede time")).to_have_text(day.isoformat())


def test_the_slider_replays_what_was_believed_and_back_takes_each_step_back(dated, glass):
    glass.goto(dated.at("/account"))
    glass.evaluate("window.stayed = true")
    expect_day(glass, LAST, dated)
    slider(glass).focus()
    glass.keyboard.press("Home")
    expect_day(glass, FIRST, dated)
    expect(slider(glass)).to_be_focused()  # so that the next key moves it on
    glass.keyboard.press("ArrowRight")
    expect_day(glass, SECOND, dated)
    glass.go_back()
    expect_day(glass, FIRST, dated)
    glass.go_back()
    expect_day(glass, LAST, dated)
    glass.go_forward()
    expect_day(glass, FIRST, dated)
    assert glass.evaluate("window.stayed")  # no page was loaded anew
    glass.get_by_role("link", name="Camp", exact=False).first.click()
    glass.wait_for_url(f"**/account/camp?as_of={FIRST}")
    expect(slider(glass)).to_have_value("0")


def test_while_it_is_dragged_the_slider_names_the_day_and_asks_for_nothing(dated, glass):
    glass.goto(dated.at("/account"))
    slider(glass).evaluate(
        "(each) => { each.value = 0; each.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    expect(glass.locator(".replay .day")).to_have_text(FIRST.isoformat())
    expect(slider(glass)).to_have_attribute("aria-valuetext", FIRST.isoformat())
    assert glass.url == dated.at("/account")


def test_a_page_that_a_form_leads_to_is_seen_from_its_top(served, page):
    page.set_viewport_size({"width": 800, "height": 420})
    page.goto(served.at("/reports?add=1"))
    page.get_by_label("or its text").fill("Upstream\n\n" + "Some 300 people left on foot.\n\n" * 9)
    page.get_by_label("Published by").fill("office")
    page.get_by_label("Published on").fill("2025-05-10")
    page.get_by_role("button", name="Add and read").click()
    page.wait_for_url("**/reports/upstream")
    expect(page.get_by_role("heading", level=1, name="Upstream")).to_be_visible()
    assert page.evaluate("scrollY") == 0


def test_back_closes_a_form_and_forward_opens_it(still, glass):
    plain, open_form = still.at("/reports/bulletin"), still.at("/reports/bulletin?edit=slept")
    glass.goto(plain)
    card = glass.locator('[data-item="slept"]')
    card.get_by_role("link", name="Edit", exact=True).click()
    glass.wait_for_url(f"{open_form}#claim-slept")
    expect(glass.get_by_label("Note")).to_be_visible()
    glass.go_back()
    glass.wait_for_url(re.compile(re.escape(plain) + "(#.*)?$"))
    expect(glass.get_by_label("Note")).to_have_count(0)
    glass.go_forward()
    expect(glass.get_by_label("Note")).to_be_visible()


def test_back_from_another_screen_shows_the_filters_that_were_set(still, glass):
    glass.goto(still.at("/claims"))
    glass.get_by_label("Source", exact=True).select_option("radio")
    glass.get_by_role("button", name="Show", exact=True).click()
    glass.wait_for_url(re.compile("source=radio"))
    rows = glass.locator("tr[data-item]")
    shown = rows.count()
    head = glass.get_by_role("columnheader", name="said by").get_by_role("link")
    head.click()
    glass.wait_for_url(re.compile("sort=source"))
    glass.locator('[data-go="x"]').click()
    glass.wait_for_url("**/conflicts")
    glass.go_back()
    glass.wait_for_url(re.compile("source=radio.*sort=source|sort=source.*source=radio"))
    expect(rows).to_have_count(shown)
    glass.go_back()
    glass.wait_for_url(lambda url: "source=radio" in url and "sort=" not in url)
    expect(glass.get_by_label("Source", exact=True)).to_have_value("radio")
    glass.go_back()
    glass.wait_for_url(still.at("/claims"))
    expect(glass.get_by_label("Source", exact=True)).to_have_value("")
    assert rows.count() > shown
