"""A case of many problems: the foot of a page shows some, a page of its own all of them."""

import json
import re

from musterbook.views.screens.frame import MOST_PROBLEMS
from musterbook.views.screens.problems import PAGE, PROBLEMS
from musterbook.views.screens.query import Query


def test_the_foot_shows_the_first_problems_and_a_page_all_of_them(client, office, folder):
    path = folder / "claims" / "relief-office.yaml"
    if not path.exists():
        path = next(iter(sorted((folder / "claims").glob("*.yaml"))))
    faulty = "".join(
        f"- id: odd-{n}\n  quote: no such words {n}\n" for n in range(MOST_PROBLEMS + 5)
    )
    path.write_text(f"{path.read_text()}\n{faulty}")
    count = len(office.shown().bench.problems)
    assert count > MOST_PROBLEMS

    def listed(address):
        page = client.get(address).text
        return page.count('<li class="error">') + page.count('<li class="note">')

    assert listed("/sources") == MOST_PROBLEMS
    assert 'href="/problems"' in client.get("/sources").text
    assert listed("/problems") == MOST_PROBLEMS + count
    rows = json.loads(client.get("/problems.json").text)
    assert len(rows) == count
    assert {each["kind"] for each in rows} <= {"error", "note"}


def test_a_case_without_problems_says_so(client):
    assert client.get("/problems").status_code == 200


def test_thousands_of_problems_are_shown_a_page_at_a_time(client, office, folder, monkeypatch):
    monkeypatch.setattr("musterbook.views.screens.problems.PAGE", 10)
    path = folder / "claims" / "bulletin.yaml"
    faulty = "".join(f"- id: odd-{n}\n  quote: no such words {n}\n" for n in range(23))
    path.write_text(f"{path.read_text()}\n{faulty}")
    shown = office.shown()
    count, seen, address = len(shown.bench.problems), [], "/problems"
    assert count > 20
    while address:
        told = PROBLEMS.context(shown, Query.of(address))
        seen += told["found"]
        assert len(told["found"]) <= 10
        address = told["after"]
    assert tuple(seen) == shown.bench.problems
    page = client.get("/problems?page=2").text
    assert re.search(rf"Problems 11–20 of {count}", page)
    assert 'href="/problems?page=1"' in page
    assert "the problems after" not in client.get("/problems?page=99").text
    assert PAGE > 10
