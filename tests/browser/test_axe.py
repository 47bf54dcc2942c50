"""The rules of axe-core on every screen, every form and every state of a claim."""

import pytest
from tests.browser.axe import faults_in_every_light
from tests.browser.chromium import PROGRAM, REASON

from musterbook.views.screens.all_screens import ALL_SCREENS

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]
SCREENS = [
    each.path.replace("{item:path}", "bulletin").replace("{item}", "camp") for each in ALL_SCREENS
]
ASKED = (
    "/?as_of=2025-05-10",
    "/account/camp?axis=log&why=2025-05-10",
    "/account/moved_on",
    "/account/walk?as_of=2025-05-10",
    "/scenarios?change=buses+stop&try.buses+stop.bus=lots",
    "/reports?add=1",
    "/reports/bulletin?edit=slept",
    "/reports/bulletin?new=0-12",
    "/claims?interval=slept&source=office&q=nonsense:",
    "/jump?to=people",
)
UNDECIDED = ("/", "/reports", "/reports/later", "/claims", "/conflicts", "/problems")
REFUSED = {
    "/reports?add=1": ("/reports/add", "Add and read"),
    "/reports/bulletin?edit=slept": ("/claims/slept/edit", "Save and accept"),
}


def check(page):
    found = faults_in_every_light(page)
    assert not found, "\n\n".join(found)


@pytest.mark.parametrize("path", [*SCREENS, *ASKED])
def test_no_screen_breaks_a_rule_of_accessibility(still, glass, path):
    glass.goto(still.at(path))
    check(glass)


@pytest.mark.parametrize("path", UNDECIDED)
def test_nor_does_one_with_work_left_to_do(undecided, glass, path):
    glass.goto(undecided.at(path))
    assert glass.get_by_text("older than the case").count()
    check(glass)


@pytest.mark.parametrize("path", REFUSED)
def test_nor_does_a_form_that_was_not_taken(still, glass, path):
    action, button = REFUSED[path]
    glass.context.watch.allowed.add(422)
    glass.goto(still.at(path))
    form = glass.locator(f'form[action="{action}"]')
    form.evaluate("(each) => (each.noValidate = true)")
    for field in form.locator("input[type=text], textarea").all():
        field.fill("of no use")
    form.get_by_role("button", name=button).click()
    glass.get_by_role("alert").first.wait_for()
    check(glass)


def test_nor_does_a_page_that_says_no(still, glass):
    glass.context.watch.allowed.add(404)
    glass.goto(still.at("/reports/nothing"))
    check(glass)


def test_nor_does_the_report(glass, interactive_file):
    glass.goto(interactive_file.as_uri())
    check(glass)


def test_nor_does_the_slider_over_the_days(dated, glass):
    glass.goto(dated.at("/account?as_of=2025-05-09"))
    assert glass.get_by_role("slider").is_visible()
    check(glass)
