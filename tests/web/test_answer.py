"""The first page leads with the answer and says where to go next."""

from musterbook.views.exhibits import Exhibits
from musterbook.views.screens.answer import ANSWER
from musterbook.views.screens.query import Query
from musterbook.views.screens.shown import Shown
from musterbook.workbench import Workbench


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


def test_answers_that_disagree_stand_beside_each_other(folder):
    claims = folder / "claims" / "post.yaml"
    claims.write_text(
        claims.read_text("utf-8").replace("about 1 000 by", "about 2 000 by"), "utf-8"
    )
    bench = Workbench(folder)
    context = ANSWER.context(Shown(bench, Exhibits(bench)), Query("/"))
    assert len(context["beside"].columns) == 1 + 2
    assert {"arrived", "camp", "moved_on"} <= {row[0].text for row in context["beside"].rows}
