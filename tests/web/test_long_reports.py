"""A long report: shown in parts, each claim found in its own, and a strip that shows them all."""

import re

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import HOST

from musterbook.views.screens import review_parts
from musterbook.views.screens.overview import ROWS
from musterbook.views.screens.query import Query
from musterbook.views.screens.review import REPORT, Review
from musterbook.web.app import make_app
from musterbook.web.office import Office

FILLER = "The ferry took them over, family by family, until the evening came. " * 6
QUOTES = 60


def write_long(folder, paragraphs, *, every=1):
    """Write a report of so many paragraphs; each so many begin with a claim that waits."""
    text, lines = "", ["report: long", "claims:"]
    for number in range(paragraphs):
        quote = f"Some {100 + number} people were in the camp"
        if number % every == 0:
            span = f"[{len(text)}, {len(text) + len(quote)}]"
            lines += [f"- id: l-{number}", f"  quote: {quote}", f"  at: {span}"]
            lines += ["  status: proposed"]
        text += f"{quote} that night. {FILLER}\n\n"
    (folder / "reports/long.txt").write_text(text)
    head = "title: Long\npublisher: relief\npublished: 2025-05-12\n"
    (folder / "reports/long.yaml").write_text(head)
    (folder / "claims/long.yaml").write_text("\n".join(lines) + "\n")
    return text


@pytest.fixture
def long(folder, monkeypatch):
    monkeypatch.setattr(review_parts, "PART_WEIGHT", 10_000)
    return write_long(folder, QUOTES)


def review(office, **asked):
    return Review(office.shown(), Query("/reports/long", "long", asked))


@pytest.mark.usefixtures("long")
def test_the_parts_together_are_the_report_each_paragraph_once(office, long):
    shown = review(office)
    lines, cards = [], []
    for number in range(1, len(shown.parts) + 1):
        for line in review(office, part=str(number)).lines():
            lines.append("".join(piece.text for piece in line.pieces))
            cards += [card.claim.id for card in line.cards]
    assert lines == [each for each in long.split("\n") if each]
    assert cards == [f"l-{number}" for number in range(QUOTES)]
    assert len(shown.parts) > 3


@pytest.mark.usefixtures("long")
def test_an_address_leads_to_the_part_of_what_it_names(office, long):
    at = long.index("Some 150 people")
    assert review(office, claim="l-50").number == review(office, edit="l-50").number > 3
    assert review(office, new=f"{at}-{at + 15}").number == review(office, claim="l-50").number
    assert review(office, part="99").number == len(review(office).parts)
    for odd in ("", "0", "-1", "x"):
        assert review(office, part=odd).number == 1
    assert review(office, claim="no-such").number == 1


@pytest.mark.usefixtures("long")
def test_the_links_of_a_part_lead_to_what_it_names(client, office):
    for number in (1, 2, len(review(office).parts)):
        page = client.get(f"/reports/long?part={number}").text
        found = sorted(set(re.findall(r'href="(/reports/long[^"]*#[^"]+)"', page)))
        assert len(found) > 40
        for address in found[::12]:
            where, _, anchor = address.replace("&amp;", "&").partition("#")
            assert f'id="{anchor}"' in client.get(where).text, address
        assert f"part {number} of" in page


@pytest.mark.usefixtures("long")
def test_other_screens_lead_to_the_part_of_a_claim(client):
    page = client.get("/claims?claim=l-50").text
    address = re.search(r'href="([^"]*#at-l-50)"', page)[1]
    assert address == "/reports/long?claim=l-50#at-l-50"
    assert 'id="at-l-50"' in client.get(address.partition("#")[0]).text
    assert "/reports/long?claim=l-50#claim-l-50" in client.get("/jump?to=150+people").text
    assert '"/reports/bulletin#at-registered"' in client.get("/claims").text


@pytest.mark.usefixtures("long")
def test_deciding_on_the_last_claim_of_a_part_leads_to_the_next_part(office, client):
    first = review(office)
    last = list(first.lines())[-1].cards[-1]
    page = client.get("/reports/long").text
    form = re.search(rf'action="/claims/{last.claim.id}/decide">(.*?)</form>', page, re.DOTALL)[1]
    back = re.search(r'name="back" value="([^"]+)"', form)[1]
    assert back == f"/reports/long?claim={last.next}#claim-{last.next}"
    assert review(office, claim=last.next).number == 2


@pytest.mark.usefixtures("long")
def test_a_new_claim_is_shown_in_its_part(office, send, long):
    at = long.index("took them over", long.index("Some 150 people"))
    sent = {"new": f"{at}-{at + 14}", "says": "camp 150 on 2025-05-12", "what": "save"}
    answer = send("/reports/long/claims", back="/reports/long?part=1", **sent)
    where, _, anchor = answer.headers["location"].partition("#")
    name = anchor.removeprefix("claim-")
    assert where == f"/reports/long?claim={name}"
    assert review(office, claim=name).number == review(office, claim="l-50").number


def test_a_short_report_has_one_part_and_no_strip(client, office):
    page = client.get("/reports/bulletin").text
    assert "Parts of the report" not in page
    assert 'class="overview"' not in page
    assert "bulletin" not in review_parts.long_reports(office.shown().bench.case)


@pytest.mark.usefixtures("long")
def test_the_strip_shows_every_claim_where_it_stands_and_leads_to_it(office, long):
    drawn = str(review(office).overview)
    rows = re.findall(r'<a href="([^"]+)".*?y="(\d+)"', drawn)
    assert len(rows) == QUOTES
    for number, (address, row) in enumerate(rows):
        assert address.endswith(f"#at-l-{number}")
        assert int(row) == ROWS * long.index(f"Some {100 + number} people") // len(long)
    assert 'class="here"' in drawn
    assert "“Some 100 people were in the camp”, to review" in drawn


@pytest.mark.usefixtures("long")
def test_claims_that_share_a_row_are_counted_and_what_waits_comes_first(office, send, monkeypatch):
    monkeypatch.setattr("musterbook.views.screens.overview.ROWS", 1)
    send("/claims/l-0/decide", what="rejected")
    drawn = str(review(office).overview)
    assert f"“Some 101 people were in the camp” and {QUOTES - 1} more, to review" in drawn
    assert drawn.count("<a ") == 1


def test_a_megabyte_makes_no_page_longer_than_a_part(folder):
    write_long(folder, 2_300, every=4)
    office = Office(folder, works=False)
    client = TestClient(make_app(office, (HOST,)), base_url=f"http://{HOST}")
    client.get("/reports/long")
    page = client.get("/reports/long?part=9").text
    assert len(page) < 250_000  # of all its parts together there would be two million letters
    assert REPORT.tables(office.shown(), Query("/reports/long", "long"))["claims"].rows[574]
