"""A page goes in; what axe-core finds wrong with it comes out, in light and dark, wide and narrow.

Looking costs a second or two a page, most of it for colours. So a page is loaded once and looked
at three times: all rules in light at a desk; colours again in the dark, since nothing else changes
there; and on a phone all rules but colours, which are those of the desk.
"""

from axe_playwright_python.base import AXE_SCRIPT

DESK, PHONE = ({"width": width, "height": 900} for width in (1280, 400))
COLOURS = "color-contrast"
OPEN_ALL = "document.querySelectorAll('details').forEach((each) => (each.open = true))"
LOOK = """(options) => axe.run(document, {...options, resultTypes: ["violations"], preload: false})
  .then((found) => found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target} ${node.html.slice(0, 160)} ${node.failureSummary}`)))"""


def faults_of(page, **options):
    """List what axe-core finds, each with where it is and why."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(LOOK, options)


def faults_in_every_light(page):
    """Open all that is folded and look at a page in light and dark, at a desk and on a phone."""
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light")
    page.evaluate(OPEN_ALL)
    found = [*_at(page, "light"), *_wide(page)]
    page.emulate_media(color_scheme="dark")
    found += _at(page, "dark", runOnly=[COLOURS])
    page.set_viewport_size(PHONE)
    return [*found, *_at(page, "phone", rules={COLOURS: {"enabled": False}}), *_wide(page)]


def _at(page, where, **options):
    return [f"{where} {each}" for each in faults_of(page, **options)]


def _wide(page):
    """Say so where a page is wider than its window; what is wide scrolls in its own box."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    width = page.viewport_size["width"]
    return [f"{wide} wide in a window of {width}"] if wide > width else []
