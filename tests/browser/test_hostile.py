"""A report from the web means harm: its text is shown, and nothing in it does anything."""

import pytest
from playwright.sync_api import expect
from tests.browser.chromium import PROGRAM, REASON

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]

PAGE = """<!doctype html><html><head><title>Town</title>
<meta http-equiv="refresh" content="0;url=http://evil.example/">
<base href="http://evil.example/">
<link rel="stylesheet" href="http://evil.example/x.css">
<script>document.title = "taken"; window.taken = 1</script></head>
<body onload="window.taken = 2"><article><p>The town office said that 5,000 people are in the
camp at Ostrel, and that &lt;script&gt;window.taken = 3&lt;/script&gt; more than 40 have gone.</p>
<p><img src="http://evil.example/a.png" onerror="window.taken = 4">
<a href="javascript:window.taken = 5">About 1,000 people left on foot on 9 May.</a></p>
<svg onload="window.taken = 6"><script>window.taken = 7</script></svg>
<iframe src="http://evil.example/"></iframe><form action="http://evil.example/"><button>Go</button>
</form><p>&lt;img src=x onerror="window.taken = 8"&gt; said the mayor of Halm on Sunday evening.</p>
</article></body></html>"""
PAPER = """title: "<img src=x onerror='window.taken = 9'>"
publisher: office
published: 2025-05-10
url: "javascript:window.taken = 10"
note: "</script><script>window.taken = 11</script>"
"""
CLAIMS = """report: town
by: office
claims:
- id: town-camp
  quote: 5,000 people are in the camp
  says: camp 5 000 on 2025-05-10
  note: "<svg onload='window.taken = 12'>"
  status: proposed
"""


@pytest.fixture
def attacked(served):
    (served.folder / "reports" / "town.html").write_text(PAGE, "utf-8")
    (served.folder / "reports" / "town.yaml").write_text(PAPER, "utf-8")
    (served.folder / "claims" / "town.yaml").write_text(CLAIMS, "utf-8")
    return served


def test_nothing_in_a_report_is_carried_out(attacked, page):
    for path in ("/reports", "/reports/town", "/claims", "/sources", "/conflicts", "/"):
        page.goto(attacked.at(path))
        assert page.evaluate("window.taken") is None, path
        assert page.title() != "taken"
        assert page.locator("#main :is(script, iframe, [onload], [onerror])").count() == 0
        assert page.locator("a[href^='javascript' i]").count() == 0, path
    page.goto(attacked.at("/reports/town"))
    expect(page.locator("#main")).to_contain_text("5,000 people are in the camp")


def test_nothing_in_it_is_carried_out_in_the_file_that_is_sent_on(attacked, page, tmp_path):
    attacked.work_out()
    page.goto(attacked.at("/reports"))
    page.goto(attacked.at("/report.html"))
    assert page.evaluate("window.taken") is None
    assert page.locator("a[href^='javascript' i]").count() == 0
    file = tmp_path / "sent.html"
    file.write_text(page.content(), "utf-8")
    page.goto(file.as_uri())
    assert page.evaluate("window.taken") is None
