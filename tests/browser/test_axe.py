"""The rules of axe-core on every screen: light and dark, at a desk and on a phone."""

import pytest
from tests.browser.chromium import PROGRAM, REASON

from musterbook.views.screens.all_screens import ALL_SCREENS

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]
SCREENS = [
    each.path.replace("{item:path}", "bulletin").replace("{item}", "camp") for each in ALL_SCREENS
]
FILTERED = (
    "/claims?as_of=2025-05-10",
    "/account/camp?axis=log&why=2025-05-10",
    "/scenarios?change=buses+stop&try.buses+stop.bus=lots",
)
DESK, PHONE = 1280, 400


def faults_of(page):
    """List what axe-core finds, each with where it is and why."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_breaks_a_rule_of_accessibility(still, new_context, scheme, width):
    context = new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found = []
    for path in [*SCREENS, *FILTERED]:
        page.goto(still.at(path))
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        found += [f"{path} {fault}" for fault in faults_of(page)]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert not found, "\n\n".join(found)
