"""Go to: a name leads to its page, other words to a list of all that has them, none back."""

import re

import pytest


def links(answer):
    main = answer.text.split('<main id="main">')[1].split("</main>")[0]
    return re.findall(r'<li><a href="([^"]+)">', main)


def test_a_name_leads_to_what_it_names(client):
    assert client.get("/jump?to=radio").headers["location"] == "/sources#source-radio"


def test_words_lead_to_all_that_has_them(client, office):
    answer = client.get("/jump?to=IN+the+CAMP&as_of=2025-05-20&back=/claims")
    assert answer.status_code == 200
    claims = [e for e in office.shown().bench.case.claims if "in the camp" in e.quote.lower()]
    assert {f"/reports/{each.report}?as_of=2025-05-20#claim-{each.id}" for each in claims} <= set(
        links(answer)
    )
    for link in links(answer):
        page, _, anchor = link.partition("#")
        assert f'id="{anchor}"' in client.get(page).text or not anchor, link


def test_titles_are_looked_through(client):
    assert "/sources#source-company" in links(client.get("/jump?to=bus+COMPANY"))


def test_words_that_nothing_has_are_told_with_what_is_near(client):
    answer = client.get("/jump?to=<b>ferrymen")
    assert answer.status_code == 404
    assert "did you mean" in client.get("/jump?to=ferrymen").text.lower()
    assert "<b>ferrymen" not in answer.text


@pytest.mark.parametrize(
    ("back", "there"), [("/claims?q=x", "/claims?q=x"), ("//evil.example", "/"), ("", "/")]
)
def test_no_words_lead_back(client, back, there):
    answer = client.get("/jump", params={"to": " ", "back": back})
    assert answer.headers["location"] == there
