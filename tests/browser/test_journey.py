"""The whole way through a case, as somebody goes who has never seen the tool: with keys and the
stream of events, and again with JavaScript off, by forms alone."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.chromium import PROGRAM, REASON

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]
WAIT = 90_000  # milliseconds; the small example is worked out in a few seconds
REASON_GIVEN = "he counted from a moving boat"
TOLD = """The camp's registration office said on 11 May 2025 that 4,000 people slept in the camp.
Some 50 people were seen on the road to Halm on 9 May.
"""
PAPER = "title: A day later\npublisher: office\npublished: 2025-05-10\n"
PROPOSED = """report: later
by: office
claims:
- id: later-camp
  quote: 4,000 people slept in the camp
  says: camp about 4 000 on 2025-05-10
  status: proposed
- id: later-road
  quote: Some 50 people were seen on the road
  says: walk about 50 by 2025-05-09
  status: proposed
"""


@pytest.fixture
def with_proposals(served):
    """The case with a report of which two claims wait for a decision."""
    (served.folder / "reports" / "later.txt").write_text(TOLD, "utf-8")
    (served.folder / "reports" / "later.yaml").write_text(PAPER, "utf-8")
    (served.folder / "claims" / "later.yaml").write_text(PROPOSED, "utf-8")
    served.work_out()
    return served


def claims_of(served):
    return {each.id: each for each in served.office.shown(works=False).bench.case.claims}


def card(page, claim):
    return page.locator(f'[data-item="{claim}"]')


def test_the_whole_journey(with_proposals, page, tmp_path):
    served = with_proposals
    page.context.watch.allowed.add(422)  # the first sentence typed is one that cannot stand
    page.goto(served.at("/"))
    # Review what was proposed, with keys.
    page.get_by_role("link", name=re.compile("^Reports")).click()
    page.get_by_role("link", name="A day later").click()
    expect(page.get_by_role("heading", level=1, name="A day later")).to_be_visible()
    expect(card(page, "later-camp")).to_have_class(re.compile("current"))
    page.keyboard.press("j")
    expect(card(page, "later-road")).to_have_class(re.compile("current"))
    page.keyboard.press("k")
    expect(card(page, "later-camp")).to_have_class(re.compile("current"))
    page.keyboard.press("a")
    expect(card(page, "later-camp").get_by_text("accepted")).to_be_visible()
    expect(card(page, "later-road")).to_have_class(re.compile("current"))
    page.keyboard.press("x")
    expect(card(page, "later-road").get_by_text("rejected")).to_be_visible()
    page.keyboard.press("u")
    expect(card(page, "later-road").get_by_role("button", name="Reject")).to_be_visible()
    card(page, "later-road").locator(".says").click()
    page.keyboard.press("e")
    says = page.get_by_role("combobox", name="Says")
    expect(says).to_be_focused()
    says.fill("walk about 50 on 2025-05-08")
    page.get_by_role("button", name="Save and accept").click()
    expect(page.locator("#sheet").get_by_text("so it has no number on a date")).to_be_visible()
    expect(says).to_have_value("walk about 50 on 2025-05-08")
    says.fill("walk about 50 by 2025-05-08")
    page.get_by_role("button", name="Save and accept").click()
    expect(card(page, "later-road").get_by_text("walk about 50 by 2025-05-08")).to_be_visible()
    assert claims_of(served)["later-camp"].status == "accepted"
    assert str(claims_of(served)["later-road"].says) == "walk about 50 by 2025-05-08"
    # See why the numbers clash.
    page.keyboard.press("g")
    page.keyboard.press("x")
    expect(page.get_by_text("people too many").first).to_be_visible(timeout=WAIT)
    set_aside_and_watch(served, page)
    compare(served, page)
    send_on(page, tmp_path)


def set_aside_and_watch(served, page):
    """Set a claim aside; the account is marked as older until the new one is swapped in."""
    served.work_out()
    page.goto(served.at("/reports/post"))
    before = served.office.results_of(None)
    served.office.works = False  # so that the older numbers are seen for as long as we look
    shown = card(page, "moved")
    shown.get_by_text("Set aside").first.click()
    shown.get_by_label("because").fill(REASON_GIVEN)
    shown.get_by_role("button", name="Set aside").click()
    expect(shown.get_by_text(f"Set aside: {REASON_GIVEN}")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_url("**/account")
    expect(page.get_by_text(re.compile("older than the case: one claim changed"))).to_be_visible()
    # Nothing is loaded anew from here on: what is worked out comes by itself.
    page.evaluate("window.stayed = true")
    served.office.works = True
    expect(page.get_by_text("older than the case")).to_have_count(0, timeout=WAIT)
    assert page.evaluate("window.stayed")
    assert served.office.results_of(None) != before
    assert claims_of(served)["moved"].set_aside == REASON_GIVEN


def compare(served, page):
    """Two scenarios stand beside each other."""
    served.work_out()
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/scenarios")
    for name in ("as now", "buses stop"):
        expect(page.get_by_text(name).first).to_be_visible(timeout=WAIT)


def send_on(page, tmp_path):
    """The report is one file, which opens from disk and asks for nothing."""
    page.get_by_role("link", name="Send it on").click()
    file = tmp_path / "report.html"
    with page.expect_download() as sent:
        page.get_by_role("button", name="Download it").click()
    sent.value.save_as(file)
    asked = page.context.watch.requests
    asked.clear()
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(REASON_GIVEN).first).to_be_attached()
    assert {each for each in asked if not each.startswith("data:")} == {file.as_uri()}


def test_the_whole_journey_without_javascript(with_proposals, new_context):
    served = with_proposals
    page = new_context(java_script_enabled=False).new_page()
    page.goto(served.at("/"))
    page.get_by_role("link", name=re.compile("^Reports")).click()
    page.get_by_role("link", name="A day later").click()
    card(page, "later-camp").get_by_role("button", name="Accept").click()
    expect(card(page, "later-camp").get_by_text("accepted")).to_be_visible()
    card(page, "later-road").get_by_role("button", name="Reject").click()
    expect(card(page, "later-road").get_by_text("rejected")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(card(page, "later-road").get_by_role("button", name="Reject")).to_be_visible()
    card(page, "later-road").get_by_role("link", name="Edit").click()
    page.get_by_role("combobox", name="Says").fill("walk about 50 by 2025-05-08")
    page.get_by_role("button", name="Save and accept").click()
    assert str(claims_of(served)["later-road"].says) == "walk about 50 by 2025-05-08"
    served.work_out()
    page.get_by_role("link", name=re.compile("^Conflicts")).click()
    expect(page.get_by_text("people too many").first).to_be_visible()
    page.goto(served.at("/reports/post"))
    card(page, "moved").get_by_text("Set aside").first.click()
    card(page, "moved").get_by_label("because").fill(REASON_GIVEN)
    card(page, "moved").get_by_role("button", name="Set aside").click()
    page.get_by_role("link", name=re.compile("^Account")).click()
    expect(page.get_by_text("older than the case")).to_be_visible()
    served.work_out()
    page.reload()
    expect(page.get_by_text("older than the case")).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Scenarios")).click()
    expect(page.get_by_text("buses stop").first).to_be_visible()
    page.get_by_role("link", name="Send it on").click()
    page.get_by_role("button", name="Open it here").click()
    expect(page.get_by_text(REASON_GIVEN).first).to_be_attached()
