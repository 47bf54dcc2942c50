"""A way out that the fit does not answer for: offered to be fitted, asked, compared, refused."""

import re

import pytest

from musterbook.core.errors import CannotComputeError
from musterbook.questions.spread import Spread
from musterbook.views.screens.asking import Asking, Question, Replies, Reply
from musterbook.views.screens.conflicts import CONFLICTS
from musterbook.views.screens.query import Query
from musterbook.views.screens.shown import Shown
from musterbook.views.screens.way_questions import key_of, question_of, way_of
from musterbook.views.ways import BOUNDS, MEDIANS
from musterbook.web.errand import answer_of

TOLD = {"camp": Spread(10.0, 20.0, 30.0), "arrived": Spread(1.0, 2.0, 3.0)}


@pytest.fixture
def question(known):
    """The first way out of the reading of the crossing that does not add up."""
    verdict = next(each for each in known.conflicts.readings if each.ways_out)
    return question_of(verdict, verdict.ways_out[0])


def offers_at(shown, **asked):
    told = CONFLICTS.context(shown, Query("/conflicts", values=asked))
    return [offer for _, offers in told["ways"] for offer in offers]


def test_a_question_says_which_reading_and_whom_to_set_aside(known, question):
    verdict = next(each for each in known.conflicts.readings if each.ways_out)
    assert way_of(question) == (verdict.choice, verdict.ways_out[0].members)


def test_nothing_is_wanted_before_somebody_asks(known):
    shown = Shown(known.bench, known)
    offers = offers_at(shown)
    assert offers
    assert all(each.asked.can_be_asked and not each.asked.is_asked for each in offers)
    assert all(each.view.kind != MEDIANS for each in offers)
    assert shown.replies.wanted == []


def test_what_the_address_asks_for_is_wanted_and_that_alone(known, question):
    shown = Shown(known.bench, known)
    offers = offers_at(shown, fit=key_of(question))
    assert shown.replies.wanted == [question]
    assert [each.asked.is_asked for each in offers].count(True) == 1
    assert offers_at(shown, fit="nothing")


def test_what_was_worked_out_stands_beside_the_answer_that_leads(known, question):
    shown = Shown(known.bench, known, replies=Replies({question: Reply(TOLD)}))
    (first, *others) = offers_at(shown)  # also where the address does not ask any more
    assert first.view.kind == MEDIANS
    changes = {each.measure: each for each in first.view.changes}
    assert changes["camp"].after == "20 (10 – 30)"
    assert changes["camp"].now not in ("", changes["camp"].after)
    assert {each.view.kind for each in others} <= {BOUNDS, ""}


def test_a_way_out_is_fitted_by_the_child_process(known, question):
    told = answer_of(known.bench, question)
    assert known.answer is not None
    assert set(told) == set(known.answer.measures)
    assert told["camp"].q05 < told["camp"].q50 < told["camp"].q95
    other = Question(Asking.WAY, ("[]", "moved"))
    with pytest.raises(CannotComputeError, match="no such reading"):
        answer_of(known.bench, other)


def test_a_button_asks_and_the_page_says_that_it_is_under_way(worked, question, working_client):
    page = worked.get("/conflicts?state=open").text
    form = re.search(r'<form class="ask" method="get".*?</form>', page, re.DOTALL)[0]
    assert 'name="state" value="open"' in form
    assert f'name="fit" value="{key_of(question)}"' in form
    client, _ = working_client
    assert "Stop" in client.get(f"/conflicts?fit={key_of(question)}").text
