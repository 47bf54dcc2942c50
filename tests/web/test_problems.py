"""A case of many problems: the foot of a page shows some, a page of its own all of them."""

import json

from musterbook.views.screens.frame import MOST_PROBLEMS


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
