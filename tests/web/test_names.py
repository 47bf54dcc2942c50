"""Names may hold almost any character: links, forms and redirects still lead to their pages."""

import html
import json
import re

import pytest

# `%o` since what follows a percent sign here must not be read as a byte.
REPORT = 'Día-3#2?50%o\'é"x"&'
CLAIM = "müde/3#2?50%o"
PAGE = "/reports/D%C3%ADa-3%232%3F50%25o%27%C3%A9%22x%22%26"


@pytest.fixture
def oddly_named(folder, client):
    for ending in ("txt", "yaml"):
        old = folder / "reports" / f"bulletin.{ending}"
        old.rename(old.with_name(f"{REPORT}.{ending}"))
    path = folder / "claims" / "bulletin.yaml"
    text = path.read_text("utf-8").replace("report: bulletin", f"report: {json.dumps(REPORT)}")
    path.write_text(text.replace("id: slept", f"id: {json.dumps(CLAIM)}"), "utf-8")
    return client


def addresses(page, *attributes):
    found = re.findall(rf'\b(?:{"|".join(attributes)})="(/[^"]*)"', page)
    return sorted({html.unescape(each) for each in found})


@pytest.mark.parametrize("path", ["/reports", "/claims", "/sources", "/jump?to=slept+in", PAGE])
def test_every_link_leads_to_the_report_and_the_claim(oddly_named, path):
    page = oddly_named.get(path)
    assert page.status_code == 200
    links = addresses(page.text, "href")
    for each in links:
        where, _, anchor = each.partition("#")
        answer = oddly_named.get(where)
        assert answer.status_code == 200, each
        if anchor:
            assert f'id="{anchor}"' in html.unescape(answer.text), each
    if path != "/sources":
        assert any(each.startswith(PAGE) for each in links)


def test_the_jump_box_and_the_table_of_a_report_find_it(oddly_named):
    assert oddly_named.get("/jump", params={"to": REPORT}).headers["location"] == PAGE
    assert CLAIM in oddly_named.get(f"{PAGE}.csv").text


def test_the_forms_of_a_claims_card_are_of_that_claim(oddly_named, office):
    def card():
        return (
            oddly_named.get(PAGE)
            .text.partition(f'id="claim-{CLAIM}"')[2]
            .partition("</article>")[0]
        )

    def claim():
        case = office.shown(works=False).bench.case
        return next(each for each in case.claims if each.id == CLAIM)

    for ending, texts in (
        ("decide", {"what": "rejected"}),
        ("aside", {"what": "aside", "reason": "too round"}),
    ):
        (action,) = {each for each in addresses(card(), "action") if each.endswith(ending)}
        hidden = dict(re.findall(r'name="(token|back|seen)" value="([^"]*)"', card()))
        answer = oddly_named.post(action, data={**hidden, **texts})
        assert answer.headers["location"].startswith(f"{PAGE}#claim-")
    assert (claim().status.value, claim().set_aside) == ("rejected", "too round")


def test_two_reports_whose_anchors_are_alike_have_a_page_each(client, folder):
    for name in ("a-b", "a=b"):
        (folder / "reports" / f"{name}.txt").write_text(f"Told in {name}.\n", "utf-8")
        paper = f"title: The one called {name}\npublisher: office\npublished: 2025-05-10\n"
        (folder / "reports" / f"{name}.yaml").write_text(paper, "utf-8")
    for name in ("a-b", "a=b"):
        assert f"Told in {name}." in client.get(f"/reports/{name}").text
