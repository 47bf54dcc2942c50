"""How pages behave: keys, addresses, what is being written, what happens elsewhere meanwhile."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.axe import faults_of
from tests.browser.chromium import PROGRAM, REASON

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]
WAIT = 20_000  # milliseconds; many times what is needed


def edit_outside(served, words="somebody was here"):
    """Change a file of the case as an editor would."""
    path = served.folder / "case.yaml"
    path.write_text(path.read_text("utf-8").replace("(invented)", f"({words})"), "utf-8")


@pytest.mark.parametrize(
    ("key", "path"),
    [
        *zip(
            "rcaxsh",
            ("/reports", "/claims", "/account", "/conflicts", "/scenarios", "/hypotheses"),
            strict=True,
        )
    ],
)
def test_two_keys_go_to_a_screen(still, page, key, path):
    page.goto(still.at("/sources"))
    page.keyboard.press("g")
    page.keyboard.press(key)
    page.wait_for_url(still.at(path))


def test_keys_are_listed_and_can_be_switched_off(still, page):
    page.goto(still.at("/reports"))
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    assert faults_of(page) == []
    dialog.get_by_role("button", name="Switch keys off").click()
    dialog.get_by_role("button", name="Close").click()
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.keyboard.press("/")
    page.get_by_role("button", name=re.compile("^Keys")).click()
    dialog.get_by_role("button", name="Switch keys on").click()
    assert page.url == still.at("/reports")
    dialog.get_by_role("button", name="Close").click()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_the_list_of_keys_holds_the_page_until_it_is_closed(still, page):
    page.goto(still.at("/reports"))
    asked = page.get_by_role("button", name=re.compile("^Keys"))
    asked.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    for key in "gcu/":  # none of them reaches the page beneath
        page.keyboard.press(key)
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    expect(asked).to_be_focused()
    page.keyboard.press("?")
    expect(dialog).to_be_visible()
    page.keyboard.press("?")
    expect(dialog).not_to_be_visible()
    assert page.url == still.at("/reports")
    of = "(all) => all.map((each) => each.dataset.key ?? each.dataset.go ?? each.textContent)"
    there = set(page.locator("[data-key], [data-go]").evaluate_all(of))
    assert there <= set(page.locator("dialog kbd").evaluate_all(of))


def test_no_key_acts_while_something_is_written(still, page):
    page.goto(still.at("/reports"))
    box = page.get_by_role("searchbox")
    box.click()
    page.keyboard.type("gc?u")
    expect(box).to_have_value("gc?u")
    assert page.url == still.at("/reports")


def test_the_jump_box_leads_to_a_claim(still, page):
    page.goto(still.at("/"))
    page.keyboard.press("/")
    page.keyboard.type("slept")
    page.keyboard.press("Enter")
    page.wait_for_url("**#claim-slept")


def test_every_key_has_a_control_that_is_seen(still, page):
    page.goto(still.at("/claims"))
    for key in "/u":
        expect(page.locator(f'[data-key="{key}"]').first).to_be_visible()
    for key in "rcaxsh":
        expect(page.locator(f'[data-go="{key}"]')).to_be_visible()


def test_a_theme_that_was_chosen_stays(still, page):
    page.goto(still.at("/reports"))
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark").click()
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    assert page.url == still.at("/reports")
    assert page.evaluate(paper) != light
    page.goto(still.at("/claims"))
    assert page.evaluate(paper) != light


def test_paper_has_neither_bar_nor_buttons(still, page):
    page.goto(still.at("/reports/bulletin"))
    page.emulate_media(media="print")
    for each in (page.get_by_role("searchbox"), page.get_by_role("button", name="Undo")):
        expect(each).not_to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_change_elsewhere_is_shown_by_itself(served, page):
    page.goto(served.at("/reports"))
    expect(page.get_by_text("The crossing at Ostrel (invented)")).to_be_visible()
    edit_outside(served)
    expect(page).to_have_title(re.compile("somebody was here"), timeout=WAIT)


def test_a_page_that_nobody_sees_does_not_listen(served, page):
    page.goto(served.at("/reports"))
    with page.expect_event("requestfailed", lambda request: "/events" in request.url):
        hide(page, "hidden")
    edit_outside(served)
    hide(page, "visible")
    expect(page).to_have_title(re.compile("somebody was here"), timeout=WAIT)


def hide(page, state):
    page.evaluate(
        "(state) => { Object.defineProperty(document, 'visibilityState', {configurable: true,"
        " get: () => state}); document.dispatchEvent(new Event('visibilitychange')); }",
        state,
    )


def test_problems_are_counted_at_the_foot_and_listed(served, page):
    path = served.folder / "claims" / "bulletin.yaml"
    path.write_text(path.read_text("utf-8").replace("camp about", "canp about"), "utf-8")
    page.goto(served.at("/claims"))
    page.get_by_text("one error").click()
    expect(page.locator(".problems")).to_contain_text("canp")
    edit_outside(served)  # the page is brought up to date, and the drawer stays open
    expect(page).to_have_title(re.compile("somebody was here"), timeout=WAIT)
    expect(page.locator(".problems li").first).to_be_visible()


def test_a_case_that_cannot_be_read_is_shown_as_soon_as_it_can_be(served, page):
    page.context.watch.allowed.add(500)
    path = served.folder / "case.yaml"
    whole = path.read_text("utf-8")
    path.write_text("window: [", "utf-8")
    page.goto(served.at("/claims"))
    expect(page.get_by_role("heading", name="This case cannot be read")).to_be_visible()
    path.write_text(whole, "utf-8")
    expect(page.get_by_role("heading", name="Claims", level=1)).to_be_visible(timeout=WAIT)
