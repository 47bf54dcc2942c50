"""Conflicts are filtered by the address, explained, and set aside; each undoably."""

import html
import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import HOST

from musterbook.views.exhibits import Exhibits
from musterbook.web.app import make_app
from musterbook.web.kept import KNOWN_ONLY
from musterbook.web.office import Office


@pytest.fixture
def known(folder: Path) -> tuple[Office, TestClient]:
    """An office that holds the conflicts of the small example, and a browser at it."""
    office = Office(folder, works=False)
    return office, TestClient(
        make_app(office, (HOST,)), base_url=f"http://{HOST}", follow_redirects=False
    )


def work_out(office: Office) -> None:
    """Give an office the conflicts of its case without a child process."""

    bench = office.shown().bench
    bench.conflicts()
    bench.ways()
    office._worked[None] = Exhibits(bench, KNOWN_ONLY)


def form_of(page: str, action: str, *, within: str = "") -> dict[str, str]:
    start = page.index(within) if within else 0
    form = re.search(rf'<form[^>]*action="{action}".*?</form>', page[start:], re.DOTALL)
    assert form
    found = re.findall(r'name="(\w+)" value="([^"]*)"', form[0])
    return {name: html.unescape(value) for name, value in found}


def test_an_address_filters_the_cards(worked):
    every = re.findall(r'id="conflict-(\d+)"', worked.get("/conflicts").text)
    assert every == ["1"]
    for query, count in (
        ("claim=moved", 1),
        ("claim=rumour", 0),
        ("source=nobody", 0),
        ("source=company&with=company", 0),
        ("source=office&with=company", 1),
        ("reading=on foot", 0),
        ("state=explained", 0),
        ("state=open", 1),
    ):
        page = worked.get(f"/conflicts?{query}").text
        assert len(re.findall(r'id="conflict-(\d+)"', page)) == count, query
        assert f"{count} of 1 shown" in page


def test_the_twins_say_what_the_page_says(worked):
    conflicts = worked.get("/conflicts.json").json()
    assert [each["members"] for each in conflicts] == ["registered, slept and moved"]
    assert worked.get("/conflicts.json?claim=rumour").json() == []
    ways = worked.get("/conflicts.json?table=ways").json()
    assert {each["set aside"] for each in ways} >= {"moved", "registered"}
    assert all(each["would change"] for each in ways)
    sources = worked.get("/conflicts.csv?table=sources").text
    assert sources.startswith("source,clashes with,sets,people at most,conflicts")
    assert worked.get("/conflicts.json?table=readings").json()


def test_a_conflict_is_explained_changed_and_undone(known, folder):
    office, browser = known
    work_out(office)
    before = (folder / "case.yaml").read_bytes()
    form = form_of(browser.get("/conflicts").text, "/conflicts/explain")
    assert "moved" in json.loads(form["members"])
    sent = {**form, "what": "explain", "reason": "Seats, not people."}
    assert browser.post("/conflicts/explain", data=sent).status_code == 303
    assert "because: Seats, not people." in (folder / "case.yaml").read_text("utf-8")
    page = browser.get("/conflicts").text
    assert "Explained:</b> Seats, not people." in page
    again = browser.post("/conflicts/explain", data={**sent, "reason": "Other."})
    assert again.status_code == 409
    assert "It is explained so: Seats, not people." in again.text
    assert "Other." in again.text  # what was typed is not lost
    fresh = form_of(page, "/conflicts/explain")
    assert browser.post("/conflicts/explain", data={**fresh, "what": "forget"}).status_code == 303
    assert "Seats" not in (folder / "case.yaml").read_text("utf-8")
    for _ in range(2):
        browser.post("/undo", data={"token": office.token})
    assert (folder / "case.yaml").read_bytes() == before


def test_an_explanation_needs_a_reason(known):
    office, browser = known
    work_out(office)
    form = form_of(browser.get("/conflicts").text, "/conflicts/explain")
    refused = browser.post("/conflicts/explain", data={**form, "what": "explain", "reason": " "})
    assert refused.status_code == 422


def test_a_stale_explanation_is_told_with_the_card(known, folder):
    office, browser = known
    work_out(office)
    form = form_of(browser.get("/conflicts").text, "/conflicts/explain")
    browser.post("/conflicts/explain", data={**form, "what": "explain", "reason": "Seats."})
    path = folder / "case.yaml"
    text = path.read_text("utf-8")
    assert "moved: " in text
    path.write_text(re.sub(r"moved: .*", "moved: moved_on 3 000 by 2025-05-10", text), "utf-8")
    page = browser.get("/conflicts").text
    assert "Explained before a member changed:" in page
    assert "Explain it anew" in page
    assert "MB302" in page


def test_a_way_out_is_taken_with_a_reason_and_undone(known):
    office, browser = known
    work_out(office)
    page = browser.get("/conflicts").text
    form = form_of(page, "/conflicts/aside", within="Set aside <b>moved")
    without = browser.post("/conflicts/aside", data={**form, "what": "aside"})
    assert without.status_code == 422
    sent = {**form, "what": "aside", "reason": "The bus company counted seats."}
    assert browser.post("/conflicts/aside", data=sent).status_code == 303
    claims = {each.id: each for each in office.shown().bench.case.claims}
    assert claims["moved"].set_aside == "The bus company counted seats."
    assert "set aside" in browser.get("/conflicts").text
    assert browser.post("/conflicts/aside", data=sent).status_code == 409
    browser.post("/undo", data={"token": office.token})
    assert not {e.id: e for e in office.shown().bench.case.claims}["moved"].set_aside


def test_what_is_no_claim_cannot_be_set_aside(known):
    office, browser = known
    sent = {"token": office.token, "members": json.dumps(["nobody"]), "reason": "x", "seen": ""}
    refused = browser.post("/conflicts/aside", data=sent)
    assert refused.status_code == 422
    assert "there is no claim nobody" in refused.text
    nothing = browser.post("/conflicts/aside", data={"token": office.token, "members": "[1]"})
    assert nothing.status_code == 422


def test_ways_out_not_worked_out_say_so(known):
    office, browser = known
    bench = office.shown().bench
    bench.conflicts()

    office._worked[None] = Exhibits(bench, KNOWN_ONLY)
    assert "has not been worked out" in browser.get("/conflicts").text
