"""Two browsers edit one claim: one wins, the other is told and loses nothing."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.chromium import PROGRAM, REASON

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]


@pytest.mark.parametrize("with_script", [True, False])
def test_of_two_who_decide_on_one_claim_the_second_is_told(served, new_context, with_script):
    # Without the stream, a page stays as it was: so both see the claim as it first stood.
    first, second = (new_context(java_script_enabled=with_script) for _ in range(2))
    second.route("**/events", lambda route: route.fulfill(content_type="text/event-stream"))
    second.watch.allowed.add(409)
    pages = [each.new_page() for each in (first, second)]
    for page in pages:
        page.goto(served.at("/reports/bulletin"))
    cards = [page.locator("#claim-slept") for page in pages]
    cards[0].get_by_role("button", name="Reject").click()
    expect(cards[0].get_by_role("button", name="Accept")).to_be_visible()
    cards[1].get_by_role("button", name="Reject").click()
    expect(pages[1].get_by_role("heading", name="Changed meanwhile")).to_be_visible()
    expect(pages[1].get_by_text(re.compile("is now rejected"))).to_be_visible()
