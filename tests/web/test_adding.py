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


WORDS = b"DATE: 2025-05-12\n\nSome 300 people fled on Monday. At least 20 people were killed."


@pytest.fixture
def drop(client, office):
    def drop(*files, **texts):
        sent = [("file", each) for each in files]
        data = {"token": office.token, "back": "/reports?add=1", "publisher": "relief", **texts}
        return client.post("/reports/add", data=data, files=sent)

    return drop


def told(client, answer):
    page = client.get(answer.headers["location"]).text
    listed = re.search(r'<ul class="told">(.*?)</ul>', page, re.DOTALL)
    found = re.findall(r"<li>(.*?)</li>", listed[1]) if listed else []
    return [html.unescape(re.sub("<[^>]+>", "", each)) for each in found], page


def test_several_files_are_all_added_and_each_is_told_of(client, drop, send, office):
    send("/reports/add", text="Some 3 people.", title="Old", published="2025-05-14", publisher="x")
    answer = drop(
        ("one.txt", WORDS),
        ("two.txt", b"Nothing is said here of a day."),
        ("old.txt", WORDS),
        ("three.exe", b"MZ"),
        ("three.txt", WORDS.replace(b"300", b"400")),
        ("one.txt", WORDS),
        publisher="The Daily Muster",
    )
    assert answer.headers["location"] == "/reports"
    lines, page = told(client, answer)
    assert lines[0] == "Added one.txt: two claims proposed. Review it"
    assert lines[1] == "Added three.txt: two claims proposed. Review it"
    assert "Not added: two.txt: it does not say when it was published" in lines[2]
    assert "Not added: old.txt: there is a report `old` already (MB016" in lines[3].replace(
        "report old", "report `old`"
    )
    assert "Not added: three.exe: a report that ends in .exe cannot be read (MB034" in lines[4]
    assert "Not added: one.txt: there is a report" in lines[5]
    assert 'href="/reports/three"' in page
    assert {"one", "three", "old"} <= set(office.shown().bench.case.reports)
    assert "two" not in office.shown().bench.case.reports
    assert office.steps.back.words == "add one, three"
    assert "The Daily Muster" in [each.title for each in office.shown().bench.case.sources.values()]


def test_a_day_typed_holds_for_all_files(client, drop, office):
    bare = WORDS.partition(b"\n\n")[2]
    lines, _ = told(client, drop(("a.txt", bare), ("b.txt", bare), published="2025-05-11"))
    assert len(lines) == 2
    reports = office.shown().bench.case.reports
    assert {str(reports[each].published) for each in "ab"} == {"2025-05-11"}


def test_several_files_come_again_with_the_form_until_it_is_sound(drop, client, office):
    files = ("a.txt", WORDS), ("b.txt", WORDS)
    answer = drop(*files, publisher="", title="Mine")
    assert answer.status_code == 422
    assert set(faults(answer)) == {"publisher", "title"}
    assert "<b>a.txt, b.txt</b> are kept" in answer.text
    held = re.search(r'name="held" value="([^"]+)"', answer.text)[1]
    lines, _ = told(client, drop(held=held))
    assert len(lines) == 2
    again = drop(*files)
    assert again.status_code == 422
    assert "None of these can be added" in faults(again)["file"]
    assert len(office.shown().bench.case.reports) == 5


def test_a_file_of_a_day_nobody_would_mean_is_left_out(client, drop):
    late = WORDS.replace(b"2025", b"2099")
    lines, _ = told(client, drop(("a.txt", late), ("b.txt", WORDS)))
    assert "a.txt: its day, 2099-05-12, has not come yet" in lines[1]


def test_more_files_than_are_taken_at_once_are_refused(drop, monkeypatch):
    monkeypatch.setattr("musterbook.web.deeds.MOST_FILES", 2)
    answer = drop(*((f"{n}.txt", WORDS) for n in range(4)))
    assert answer.status_code == 400
    assert "At most 2 files are taken at once." in answer.text


def test_a_text_pasted_is_called_by_the_first_words_of_its_headline(send):
    words = "Thousands cross the Sarn as the delta towns empty\n\nSome 3,000 people left.\n"
    answer = send("/reports/add", publisher="relief", published="2025-05-14", text=words)
    assert answer.headers["location"] == "/reports/thousands-cross-the-sarn-as"
