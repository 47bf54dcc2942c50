"""What a form asks for is done to the files, or refused with nothing lost."""

import re

import pytest


def form_of(client, page, action):
    """Give the hidden fields of a page's form."""
    html = client.get(page).text
    form = re.search(rf'<form[^>]*action="{action}".*?</form>', html, re.DOTALL)
    assert form, action
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[0]))


@pytest.fixture
def address(client):
    page = client.get("/reports").text
    return re.findall(r'href="(/reports/[^"]+)"', page)[0]


def first_decision(client, address):
    name = re.search(r'action="/claims/([^/]+)/decide"', client.get(address).text)[1]
    return name, form_of(client, address, f"/claims/{name}/decide")


def test_a_claim_is_rejected_and_undone(client, office, folder, address):
    name, form = first_decision(client, address)
    before = {path: path.read_bytes() for path in (folder / "claims").iterdir()}
    answer = client.post(f"/claims/{name}/decide", data={**form, "what": "rejected"})
    assert answer.status_code == 303
    claims = {each.id: each for each in office.shown().bench.case.claims}
    assert claims[name].status == "rejected"
    assert client.post("/undo", data={"token": office.token}).status_code == 303
    assert {path: path.read_bytes() for path in (folder / "claims").iterdir()} == before


def test_of_two_browsers_one_wins_and_the_other_is_told(client, address):
    name, form = first_decision(client, address)
    first = client.post(f"/claims/{name}/decide", data={**form, "what": "rejected"})
    second = client.post(f"/claims/{name}/decide", data={**form, "what": "proposed"})
    assert (first.status_code, second.status_code) == (303, 409)
    assert "is now rejected" in second.text


def test_a_way_back_never_leads_to_another_host(client, office):
    data = {"token": office.token, "what": "stop", "back": "//evil.example/"}
    assert client.post("/work", data=data).headers["location"] == "/"
