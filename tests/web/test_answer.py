"""The first page leads with the answer and says where to go next."""


def test_the_headline_the_figures_and_a_sum_stand_first(worked):
    page = worked.get("/").text
    told = [
        page.index(each)
        for each in (
            "only one makes these numbers add up",
            'class="figures"',
            'aria-label="Where to go next"',
            'class="readings"',
            "Where it clashes",
            "What follows if every claim holds",
        )
    ]
    assert told == sorted(told)
    assert "/conflicts#conflict-1" in page
    assert worked.get("/index.json?table=readings").json()


def test_the_next_steps_tell_what_was_found(worked):
    page = worked.get("/").text
    assert "one set of claims cannot all be true, and nobody has said why" in page
    assert "is contradicted least" in page
    assert " under “" in page


def test_before_anything_is_worked_out_there_is_somewhere_to_go(client):
    page = client.get("/").text
    assert "Where to go next" in page
    assert 'href="/account"' in page


def test_the_places_are_kept_as_of_a_day(client):
    assert 'href="/account?as_of=2025-05-10"' in client.get("/?as_of=2025-05-10").text
