"""Links to anchors lead to the screen where the anchor stands."""

from musterbook.web.links import lead_home


def test_an_anchor_of_this_page_stays():
    page = '<p id="claim-a">…</p><a href="#claim-a">a</a>'
    assert lead_home(page, {}) == page


def test_an_anchor_of_another_screen_leads_there():
    page = '<a href="#claim-a">a</a><a href="#at-a">a</a><a href="#measure-camp">camp</a>'
    assert lead_home(page, {"a": "bulletin"}, query="?as_of=2025-05-10") == (
        '<a href="/claims?as_of=2025-05-10#claim-a">a</a>'
        '<a href="/reports/bulletin?as_of=2025-05-10#at-a">a</a>'
        '<a href="/account/camp?as_of=2025-05-10">camp</a>'
    )
