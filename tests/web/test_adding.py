"""The form of a new report: a publisher by its own name, days nobody would mean, names taken."""

import html
import re

import pytest


@pytest.fixture
def send(client, office):
    def send(path, **texts):
        return client.post(path, data={"token": office.token, "back": "/reports", **texts})

    return send


def faults(answer):
    found = re.findall(r'class="fault" id="fault-(\w+)">(.*?)</div>', answer.text, re.DOTALL)
    return {
        name: " ".join(html.unescape(re.sub("<[^>]+>", " ", said)).split()) for name, said in found
    }


def test_a_publisher_may_be_called_as_it_calls_itself(send, office):
    known = "/reports/one", "/reports/two"
    texts = {"text": "Some 3,000 people left.", "published": "2025-05-14"}
    answer = send("/reports/add", **texts, title="One", publisher="The Daily  Muster: Noon")
    assert answer.headers["location"] == known[0]
    source = office.shown().bench.case.sources["the-daily-muster:-noon"]
    assert (source.title, source.reliability) == ("The Daily Muster: Noon", "F")
    sources = len(office.shown().bench.case.sources)
    answer = send("/reports/add", **texts, title="Two", publisher="daily muster noon")
    assert answer.headers["location"] == known[1]
    assert len(office.shown().bench.case.sources) == sources


@pytest.mark.parametrize(
    ("day", "says"), [("1025-05-14", "lies before 1900"), ("2925-05-14", "has not come yet")]
)
def test_a_day_nobody_would_mean_is_asked_about(send, office, day, says):
    texts = {"text": "Some 3,000 people left.", "title": "Left", "publisher": "relief"}
    answer = send("/reports/add", **texts, published=day)
    assert says in faults(answer)["published"]
    assert f'name="sure" value="{day}"' in answer.text
    assert send("/reports/add", **texts, published=day, sure="2925-05-15").status_code == 422
    assert send("/reports/add", **texts, published=day, sure=day).status_code == 303
    assert str(office.shown().bench.case.reports["left"].published) == day


def test_a_text_pasted_twice_leads_to_the_report_that_is_there(send):
    texts = {"publisher": "relief", "published": "2025-05-14", "title": "The camp fills up"}
    send("/reports/add", **texts, text="Some 3,000 people left.")
    answer = send("/reports/add", **texts, text="Some 4,000 people left.")
    assert "choose another title or short name, or open the report" in faults(answer)["name"]
    assert '<a href="/reports/the-camp-fills-up">Open The camp fills up</a>' in answer.text
