"""A report is added, its claims reviewed, edited, made of selected words; nothing typed is lost."""

import html
import re
import threading

import pytest

from musterbook.web import deeds_reports

PAPER = b"""DATE: 2025-05-14

The camp fills up

Officials said that about 4,300 people slept in the camp on Tuesday.
"""
CLAIM = "the-camp-fills-up-1"


@pytest.fixture
def send(client, office):
    def send(path, files=None, **texts):
        data = {"token": office.token, "back": "/reports", **texts}
        return client.post(path, data=data, files=files)

    return send


@pytest.fixture
def added(send):
    files = {"file": ("The camp fills up.txt", PAPER)}
    answer = send("/reports/add", files, publisher="relief")
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def claims_of(office):
    return {each.id: each for each in office.shown().bench.case.claims}


def faults(answer):
    found = re.findall(r'class="fault" id="[\w-]*fault-(\w+)">(.*?)</div>', answer.text, re.DOTALL)
    return {
        name: " ".join(html.unescape(re.sub("<[^>]+>", " ", said)).split()) for name, said in found
    }


def test_a_report_added_opens_with_what_extraction_proposes(added, client, office):
    assert added == "/reports/the-camp-fills-up"
    page = client.get(added).text
    assert "about 4,300 people slept in the camp" in page
    assert "<b>0 of 1</b> reviewed" in page
    assert claims_of(office)[CLAIM].status == "proposed"
    assert str(office.shown().bench.case.reports["the-camp-fills-up"].published) == "2025-05-14"


def test_adding_a_report_is_undone(added, client, send, office):
    assert send("/undo").status_code == 303
    assert "the-camp-fills-up" not in office.shown().bench.case.reports
    assert client.get(added).status_code == 404


def test_pasted_text_is_called_after_its_headline(send):
    answer = send("/reports/add", publisher="relief", text=PAPER.decode())
    assert answer.headers["location"] == "/reports/the-camp-fills-up"


def test_what_is_missing_is_said_in_place_and_all_that_was_typed_is_kept(send):
    text = "GENEVA, 14 May 2025 - Some 3,000 people left the camp."
    answer = send("/reports/add", text=text, publisher="The Relief Office", title="Leaving")
    assert answer.status_code == 422
    assert faults(answer) == {
        "published": "The text says 14 May 2025, so that day stands here now: is it right?",
    }
    assert text in html.unescape(answer.text)
    assert 'value="The Relief Office"' in answer.text
    assert 'value="2025-05-14"' in answer.text


def test_a_file_need_not_be_chosen_twice(send):
    files = {"file": ("left.txt", b"Some 3,000 people left the camp on Tuesday.")}
    answer = send("/reports/add", files, publisher="relief")
    assert "published" in faults(answer)
    held = re.search(r'name="held" value="([^"]+)"', answer.text)[1]
    again = send("/reports/add", publisher="relief", published="2025-05-14", held=held)
    assert again.headers["location"] == "/reports/left"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.pdf", b"%PDF-1.7 nothing", "MB032"),
        ("a.txt", b"", "this report is empty"),
        ("a.docx", b"PK", "cannot be read"),
    ],
)
def test_a_file_nobody_can_read_is_told_in_place(send, name, data, says):
    answer = send("/reports/add", {"file": (name, data)}, publisher="x", published="2025-05-14")
    assert answer.status_code == 422
    assert says in faults(answer)["file"]


@pytest.fixture
def long_reading(monkeypatch):
    """A report whose reading takes until the second event is set; the first says it has begun."""
    begun, enough, read = threading.Event(), threading.Event(), deeds_reports.reading_of

    def slowly(*told):
        begun.set()
        assert enough.wait(30)
        return read(*told)

    monkeypatch.setattr(deeds_reports, "reading_of", slowly)
    return begun, enough


def meanwhile(send, long_reading, act):
    """Add a report, and do something while it is being read; give the answers of both."""
    begun, enough = long_reading
    answers, acted = [], []
    files = {"file": ("The camp fills up.txt", PAPER)}
    adding = threading.Thread(
        target=lambda: answers.append(send("/reports/add", files, publisher="relief"))
    )
    adding.start()
    assert begun.wait(30)
    acting = threading.Thread(target=lambda: acted.append(act()))
    acting.start()
    acting.join(10)
    was_held_up = acting.is_alive()
    enough.set()
    acting.join(30)
    adding.join(30)
    assert not was_held_up, "it waited until the report was read"
    return answers[0], acted[0]


def test_pages_and_deeds_go_on_while_a_long_report_is_read(send, client, long_reading, office):
    def act():
        return client.get("/claims").status_code, send("/undo").status_code

    answer, (page, _) = meanwhile(send, long_reading, act)
    assert page == 200
    assert answer.status_code == 303, answer.text
    assert CLAIM in claims_of(office)


def test_a_name_taken_while_a_report_was_read_is_not_written_over(send, long_reading, folder):
    path = folder / "reports" / "the-camp-fills-up.txt"
    answer, _ = meanwhile(send, long_reading, lambda: path.write_text("another"))
    assert answer.status_code == 409, answer.text
    assert path.read_text() == "another"


@pytest.mark.usefixtures("added")
def test_a_name_taken_is_told_and_another_one_taken(send):
    files = {"file": ("The camp fills up.txt", PAPER)}
    answer = send("/reports/add", files, publisher="relief")
    assert "there is a report the-camp-fills-up already" in faults(answer)["name"]
    answer = send("/reports/add", files, publisher="relief", name="camp again")
    assert answer.headers["location"] == "/reports/camp-again"


def test_without_file_or_text_nothing_is_added(send):
    assert "file" in faults(send("/reports/add", publisher="relief"))


@pytest.mark.usefixtures("added")
def test_an_edit_is_tried_before_it_is_saved(send, folder):
    before = (folder / "claims/the-camp-fills-up.yaml").read_text()
    texts = {"says": "nowhere about 5", "by": "nobody", "what": "accept"}
    answer = send(f"/claims/{CLAIM}/edit", quote="never said", **texts)
    assert answer.status_code == 422
    assert set(faults(answer)) == {"says", "by", "quote"}
    assert "MB230" in faults(answer)["says"]
    assert 'value="nowhere about 5"' in answer.text
    assert (folder / "claims/the-camp-fills-up.yaml").read_text() == before


@pytest.mark.usefixtures("added")
def test_an_edit_changes_what_was_changed_alone(send, folder, office):
    file = folder / "claims/the-camp-fills-up.yaml"
    before = file.read_text()
    note = claims_of(office)[CLAIM].note
    quote = claims_of(office)[CLAIM].quote
    texts = {"says": "camp about 4 300 on 2025-05-13", "note": note, "what": "accept"}
    answer = send(f"/claims/{CLAIM}/edit", quote=quote, credibility="2", **texts)
    assert answer.status_code == 303, faults(answer)
    claim = claims_of(office)[CLAIM]
    assert (claim.status, claim.credibility) == ("accepted", 2)
    assert str(claim.says) == "camp about 4 300 on 2025-05-13"
    gone = set(before.splitlines()) - set(file.read_text().splitlines())
    assert all("status" in line or "says" in line for line in gone)


def test_selected_words_become_a_claim_with_what_extraction_makes_of_them(
    added, client, send, office
):
    text = office.shown().bench.case.reports["the-camp-fills-up"].text
    words = "about 4,300 people slept in the camp on Tuesday"
    start = text.index(words)
    spans = {"start": str(start), "end": str(start + len(words))}
    answer = send(f"{added}/select", quote=words.replace(" ", "\n"), **spans)
    there = answer.headers["location"]
    assert there == f"{added}?new={start}-{start + len(words)}#new-claim"
    page = client.get(there).text
    says = re.search(r'id="new-says"[^>]*value="([^"]*)"', page)[1]
    assert says.startswith("camp about 4 300 on 2025-05-1")
    answer = send(f"{added}/claims", new=f"{start}-{start + len(words)}", says=says, what="accept")
    assert answer.status_code == 303, faults(answer)
    assert claims_of(office)["the-camp-fills-up-2"].at == (start, start + len(words))


def test_offsets_that_are_not_of_the_words_give_way_to_the_words(added, send):
    answer = send(f"{added}/select", start="0", end="4", quote="people slept")
    assert answer.headers["location"] != f"{added}?new=0-4#new-claim"
    lost = send(f"{added}/select", start="0", end="4", quote="people wept")
    assert lost.status_code == 422
    assert "people wept" in lost.text
    assert "quote" in faults(lost)


def test_a_quote_that_is_nowhere_is_shown_loudly_and_mended(added, client, send, folder, office):
    file = folder / "claims/the-camp-fills-up.yaml"
    claim = "- id: lost\n  quote: some 9,000 wept\n  says: camp 9 000 on 2025-05-13\n"
    file.write_text(f"{file.read_text()}{claim}  status: proposed\n")
    assert "One quote" in client.get("/reports").text
    page = client.get(added).text
    assert page.index("One quote not found in this text") < page.index('class="review"')
    quote = "about 4,300 people slept"
    answer = send("/claims/lost/edit", quote=quote, says="camp 4 300 on 2025-05-13", what="save")
    assert answer.status_code == 303
    assert claims_of(office)["lost"].at is not None
    assert "not found in this text" not in client.get(added).text


def test_a_decision_leads_on_to_the_next_claim_that_waits(client, send):
    files = {
        "file": ("two.txt", b"Some 300 people fled on Monday. At least 20 people were killed.")
    }
    send("/reports/add", files, publisher="relief", published="2025-05-14")
    page = client.get("/reports/two").text
    form = re.search(r'<form[^>]*action="/claims/two-1/decide".*?</form>', page, re.DOTALL)[0]
    hidden = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    answer = send("/claims/two-1/decide", **{**hidden, "what": "rejected"})
    assert answer.headers["location"] == "/reports/two#claim-two-2"


def test_overlapping_claims_keep_their_marks_and_ids_are_unique(added, client, folder):
    file = folder / "claims/the-camp-fills-up.yaml"
    file.write_text(f"{file.read_text()}- id: inner\n  quote: people slept in the camp\n")
    page = client.get(f"{added}?edit=inner").text
    assert f'data-claims="{CLAIM} inner"' in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_a_row_of_a_table_is_shown_and_not_edited_here(client, send, folder, office):
    (folder / "reports/count.csv").write_text("day,people\n2025-05-10,4100\n")
    about = "title: The count\npublisher: office\npublished: 2025-05-14\n"
    (folder / "reports/count.yaml").write_text(about)
    claims = "table: {date: day, value: people}\nsays: camp {value} on {date}\n"
    (folder / "claims/count.yaml").write_text(claims)
    row = next(name for name in claims_of(office) if "@" in name)
    assert row in client.get("/reports/count").text
    answer = send(f"/claims/{row}/edit", says="camp 1 on 2025-05-13")
    assert answer.status_code == 422
    assert "row of a table" in answer.text
