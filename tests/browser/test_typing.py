"""Nothing that is being typed is ever lost, whatever happens meanwhile."""

import pytest
from playwright.sync_api import expect
from tests.browser.chromium import PROGRAM, REASON
from tests.browser.test_manners import WAIT, edit_outside

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]
WORDS = "the ferryman was asleep"

# Forms to type into, whatever the screens have: put on a page as its own forms would be.
FORM = """() => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/claims/slept/aside";
  const token = document.body.dataset.token;
  form.innerHTML = `<label>Why <input name="reason" value=""></label><button name="what"
    value="aside">Set aside</button><input type="hidden" name="back" value="/claims">`;
  const hidden = document.createElement("input");
  Object.assign(hidden, {type: "hidden", name: "token", value: token});
  form.append(hidden);
  document.querySelector("#main").prepend(form);
}"""


def begin_to_write(page):
    page.evaluate(FORM)
    page.get_by_label("Why").fill(WORDS)


def test_a_change_elsewhere_waits_until_it_is_asked_for(served, page):
    page.goto(served.at("/claims"))
    begin_to_write(page)
    edit_outside(served)
    expect(page.get_by_text("The case has changed since")).to_be_visible(timeout=WAIT)
    expect(page.get_by_label("Why")).to_have_value(WORDS)
    page.get_by_role("button", name="Show it").click()
    # This page has no such field of its own: what was written is given back in words.
    expect(page.get_by_text(WORDS)).to_be_visible()
    expect(page.get_by_text("The case has changed since")).to_have_count(0)


def test_a_form_outlives_the_server_and_can_be_sent_to_the_next(served, page):
    page.context.watch.allowed.add(403)
    page.goto(served.at("/claims"))
    begin_to_write(page)
    served.restart()
    page.get_by_role("button", name="Set aside").click()
    expect(page.get_by_text("brought up to the present run")).to_be_visible(timeout=WAIT)
    expect(page.get_by_label("Why")).to_have_value(WORDS)
    page.get_by_role("button", name="Set aside").click()
    expect(page.get_by_role("cell").filter(has_text=WORDS)).to_be_visible(timeout=WAIT)
    assert WORDS in (served.folder / "claims" / "bulletin.yaml").read_text("utf-8")


def test_a_server_that_is_gone_is_told_of_and_the_form_stays(served, page):
    page.goto(served.at("/claims"))
    begin_to_write(page)
    served.stop()
    page.get_by_role("button", name="Set aside").click()
    expect(page.get_by_text("does not answer. Nothing was saved")).to_be_visible(timeout=WAIT)
    expect(page.get_by_label("Why")).to_have_value(WORDS)
    served.start()


def test_without_javascript_what_was_written_is_shown_again(served, new_context):
    context = new_context(java_script_enabled=False)
    context.watch.allowed.add(403)
    page = context.new_page()
    page.goto(served.at("/reports/bulletin"))
    served.restart()
    page.get_by_role("button", name="Reject").first.click()
    expect(page.get_by_text("earlier run of muster serve")).to_be_visible()
