"""The account, a page for each measure, and the questions that they ask of the child process."""

import re
from datetime import date

import pytest

from musterbook.inquiry.belief import Belief
from musterbook.questions.results import WhyReport
from musterbook.questions.spread import Spread
from musterbook.views.screens.account import ACCOUNT
from musterbook.views.screens.asking import Asking, Question, Replies, Reply
from musterbook.views.screens.beliefs import belief_context
from musterbook.views.screens.measure import MEASURE
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import NothingHereError
from musterbook.views.screens.shown import Shown


def at(item, **values):
    return Query(f"/account/{item}", item, values)


@pytest.fixture
def shown(known):
    return Shown(known.bench, known)


def test_every_stock_and_flow_of_the_diagram_leads_to_its_own_page(worked):
    page = worked.get("/account").text
    drawing = re.search(r'<svg[^>]*class="stocks".*?</svg>', page, re.DOTALL)[0]
    addresses = set(re.findall(r'href="([^"]+)"', drawing))
    assert "/account/camp" in addresses
    assert all(each.startswith("/account/") for each in addresses)
    for address in addresses:
        assert worked.get(address).status_code == 200, address


def test_a_measure_has_a_chart_with_three_bands_and_its_claims_as_points(shown):
    told = MEASURE.context(shown, at("camp"))
    chart = str(told["drawn"].chart)
    assert [each in chart for each in ('"outer"', '"middle"', '"inner"', '"median"')] == [True] * 4
    assert 'href="#at-slept"' in chart
    assert "slept" in [each.name for each in told["claims"]]


def test_a_path_that_begins_with_nobody_is_cut_on_a_logarithmic_axis_and_says_so(shown):
    told = MEASURE.context(shown, at("camp", axis="log"))
    drawn, path = told["drawn"], told["view"].path
    reaches = [day for day, low in zip(path.dates, path.fan.q025, strict=True) if low < 1]
    assert bool(reaches) == bool(drawn.refused)
    flat = MEASURE.context(shown, at("camp"))["drawn"]
    assert flat.refused == ""
    assert str(flat.chart) != str(drawn.chart)


def test_a_name_that_no_measure_has_is_said_not_to_be_there(shown):
    with pytest.raises(NothingHereError, match="no measure, stock or flow called 'nobody'"):
        MEASURE.context(shown, at("nobody"))
    with pytest.raises(NothingHereError, match="the scenarios do"):
        MEASURE.context(shown, at("crowding"))


def test_a_balance_sheet_adds_up_but_for_the_residual_it_names(shown):
    rows = ACCOUNT.tables(shown, Query("/account"))["balance"].to_json()
    assert {each["stock"] for each in rows} == {each.name for each in stocks(shown)}
    for each in rows:
        opening, came, left, closing, lacks = (
            float(each[name]) for name in ("opening", "in", "out", "closing", "residual of medians")
        )
        assert opening + came - left + lacks == pytest.approx(closing, abs=0.4)


def stocks(shown):
    return [each for account in shown.bench.case.accounts for each in account.stocks]


def test_the_period_of_the_balance_sheet_is_in_the_address(shown):
    ends = [end for end, _ in ACCOUNT.context(shown, Query("/account"))["sheet_ends"]]
    first = Query("/account", values={"until": ends[1].isoformat()})
    told = ACCOUNT.context(shown, first)
    assert told["sheet_end"] == ends[1]
    assert f"until={ends[2]}" in told["sheet_after"]
    nonsense = ACCOUNT.context(shown, Query("/account", values={"until": "soon"}))
    assert nonsense["sheet_end"] == ends[-1]


def test_why_is_wanted_once_the_address_asks_and_shown_once_it_is_known(known):
    shown = Shown(known.bench, known)
    MEASURE.context(shown, at("camp"))
    assert shown.replies.wanted == []
    told = MEASURE.context(shown, at("camp", why="2025-05-10"))
    question = Question(Asking.WHY, ("camp@2025-05-10",))
    assert shown.replies.wanted == [question]
    assert told["why_reply"].is_awaited
    replies = Replies({question: Reply(refused="The work was stopped.")})
    told = MEASURE.context(Shown(known.bench, known, replies=replies), at("camp", why="2025-05-10"))
    assert told["why_reply"].refused
    assert replies.wanted == []


def test_a_day_that_cannot_be_asked_about_comes_back_as_a_problem(known):
    shown = Shown(known.bench, known)
    told = MEASURE.context(shown, at("camp", why="1066-10-14"))
    assert told["why_problem"].code == "MB603"
    assert told["why_day"] == "1066-10-14"
    assert shown.replies.wanted == []


def test_all_days_are_wanted_only_where_the_address_says_so(known):
    shown = Shown(known.bench, known)
    told = MEASURE.context(shown, at("camp"))
    assert (told["belief_known"], shown.replies.wanted) == (0, [])
    told = MEASURE.context(shown, at("camp", days="all"))
    assert len(shown.replies.wanted) == told["belief_of"]
    assert {each.asking for each in shown.replies.wanted} == {Asking.THEN}


@pytest.fixture
def two_days(folder):
    """The case with one of its reports a day before the others."""
    path = folder / "reports" / "radio.yaml"
    path.write_text(path.read_text().replace("2025-05-10", "2025-05-09"))


@pytest.mark.usefixtures("two_days")
def test_the_slider_leads_to_every_day_of_a_report_and_back_to_today(client):
    page = client.get("/account").text
    slider = re.search(r'<nav class="replay".*?</nav>', page, re.DOTALL)[0]
    links = re.findall(r'href="([^"]+)"', slider)
    assert links[-1] == "/account"
    assert all("as_of=" in each for each in links[:-1])
    then = client.get(links[0]).text
    assert "You see the case as believed on" in then
    assert f'max="{len(links) - 1}" step="1" value="0"' in then


@pytest.mark.usefixtures("two_days")
def test_a_day_before_any_report_is_not_passed_off_as_another(client):
    page = client.get("/account?as_of=2025-05-01").text
    slider = re.search(r'<nav class="replay".*?</nav>', page, re.DOTALL)[0]
    assert '<time class="day">2025-05-01</time>' in slider
    assert "aria-current" not in slider


@pytest.mark.usefixtures("two_days")
def test_how_belief_moved_is_drawn_from_the_days_that_are_known(office, known):
    bench = office.shown().bench
    days = [date(2025, 5, 9), date(2025, 5, 10)]
    told = {
        Question(Asking.THEN, (str(day), "2025-05-10")): Reply(
            Belief(day, days[1], True, {"camp": Spread(low, low + 50, low + 100)}, 1)
        )
        for day, low in zip(days, (1000.0, 4000.0), strict=True)
    }
    view = known.measure("camp")
    one = Replies(dict(list(told.items())[:1]))
    assert (
        belief_context(Shown(bench, known, replies=one), at("camp"), view=view)["belief_known"] == 1
    )
    both = Shown(bench, known, replies=Replies(told))
    found = belief_context(both, at("camp", days="all"), view=view)
    assert 'href="/account/camp?days=all&amp;as_of=2025-05-09"' in str(found["belief_chart"])
    assert [each[1].text for each in found["belief_table"].rows] == ["1\u202f050", "4\u202f050"]
    assert both.replies.wanted == []


def test_the_child_answers_why_and_every_day_and_the_page_shows_both(worked_office, worked):
    page = worked.get("/account/camp?why=2025-05-10&days=all").text
    assert 'class="errand"' in page
    errands = worked_office.errands
    assert worked_office.wait_for(lambda: errands._job is None and errands.came > 1, 200)
    page = worked.get("/account/camp?why=2025-05-10&days=all").text
    assert 'class="errand"' not in page
    assert "one day as a table" in page.lower()
    assert "<b>4" in page.split("Why this number")[1]
    answers = [each.answer for each in errands._known.values()]
    assert any(isinstance(each, WhyReport) for each in answers)
    assert "claim" in worked.get("/account/camp.csv?why=2025-05-10&table=pulls-by-claim").text


def test_a_question_can_be_stopped_and_asked_again(working_client):
    client, office = working_client
    client.get("/account/camp?why=2025-05-08")
    assert office.errands._job is not None
    sent = {"token": office.token, "back": "/account/camp?why=2025-05-08"}
    assert client.post("/errand", data={**sent, "what": "stop"}).status_code == 303
    assert "The work was stopped." in client.get("/account/camp?why=2025-05-08").text
    client.post("/errand", data={**sent, "what": "again"})
    assert "The work was stopped." not in client.get("/account/camp?why=2025-05-08").text


def test_a_median_outside_what_is_certain_is_explained_on_the_page(worked, monkeypatch):
    told = "Outside what is certain if every claim holds: camp."
    monkeypatch.setattr("musterbook.views.page_fit.beyond_certain", lambda *_: told)
    monkeypatch.setattr("musterbook.views.exhibits.Exhibits.once", lambda self, make: make(self))
    assert told in worked.get("/account").text
