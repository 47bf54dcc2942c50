"""What was just done is said on the next page, once: what undo took back, a mere quotation."""

import re
from datetime import date

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import HOST

from musterbook.case.new import new_case
from musterbook.web.app import make_app
from musterbook.web.office import Office

REPORT = "/reports/two"
TEXT = b"Some 300 people fled on Monday. At least 20 people were killed."


@pytest.fixture
def added(send):
    answer = send(
        "/reports/add", {"file": ("two.txt", TEXT)}, publisher="relief", published="2025-05-14"
    )
    assert answer.headers["location"] == REPORT


def notices(client, path):
    page = client.get(path).text
    return re.findall(r'<div class="notice said" role="status">(.*?)</div>', page)


@pytest.mark.usefixtures("added")
def test_undo_says_once_what_it_took_back_and_its_button_what_it_would(client, send):
    send("/claims/two-1/decide", what="rejected")
    assert 'title="Take back: review two-1"' in client.get(REPORT).text
    assert (
        send("/undo", back=f"{REPORT}#claim-two-1").headers["location"] == REPORT + "#claim-two-1"
    )
    assert notices(client, REPORT) == ["Undone: review two-1."]
    assert notices(client, REPORT) == []
    assert 'title="Take back: add two"' in client.get(REPORT).text


@pytest.mark.usefixtures("added")
def test_undoing_a_report_leads_from_its_page_to_all_reports(client, send):
    answer = send("/undo", back=f"{REPORT}?as_of=2025-05-20")
    assert answer.headers["location"] == "/reports?as_of=2025-05-20"
    assert notices(client, "/reports") == ["Undone: add two."]
    assert 'title="Nothing to take back"' in client.get("/reports").text


@pytest.mark.usefixtures("added")
def test_a_claim_accepted_without_a_sentence_is_told_on_its_card_and_counted(client, send, office):
    claims = {each.id: each for each in office.shown().bench.case.claims}
    assert claims["two-2"].says is None
    send("/claims/two-2/decide", what="accepted")
    (said,) = notices(client, REPORT)
    assert "accepted as a quotation: it computes nothing until it has a sentence" in said
    assert 'href="/reports/two?edit=two-2#claim-two-2"' in said
    page = client.get(REPORT).text
    assert "Accepted as a quotation" in page
    assert "accepted 1, it has no sentence" in page
    send("/claims/two-2/edit", quote=claims["two-2"].quote, says="camp 20 on 2025-05-13")
    page = client.get(REPORT).text
    assert "quotation" not in page
    assert "no sentence" not in page


@pytest.mark.usefixtures("added")
def test_what_was_said_is_said_to_the_browser_that_did_it(client, send, office):
    other = TestClient(make_app(office, (HOST,)), base_url=f"http://{HOST}", follow_redirects=False)
    send("/claims/two-2/decide", what="accepted", back=REPORT)
    assert notices(other, REPORT) == []
    (said,) = notices(client, REPORT)
    assert "accepted as a quotation" in said
    assert notices(client, REPORT) == []
    assert "muster_said" not in client.cookies


def seen_by(page, path):
    return re.search(rf'action="{path}".*?name="seen" value="(\w+)"', page, re.DOTALL)[1]


@pytest.mark.usefixtures("added")
def test_what_was_undone_can_be_done_again(client, send, office):
    assert 'action="/redo"' not in client.get(REPORT).text
    send("/claims/two-1/decide", what="rejected", back=REPORT)
    send("/undo", back=REPORT, seen=seen_by(client.get(REPORT).text, "/undo"))
    page = client.get(REPORT).text
    assert 'title="Do again: review two-1"' in page
    send("/redo", back=REPORT, seen=seen_by(page, "/redo"))
    assert notices(client, REPORT) == ["Done again: review two-1."]
    claims = {each.id: each for each in office.shown().bench.case.claims}
    assert claims["two-1"].status == "rejected"
    refused = send("/redo", back=REPORT, seen=seen_by(page, "/redo"))
    assert refused.status_code == 409
    assert "has been done again already" in refused.text
    assert "Nothing to redo" in send("/redo", back=REPORT).text


@pytest.mark.usefixtures("added")
def test_undo_takes_back_what_its_page_offered_and_no_edit_of_another(client, send, folder):
    send("/claims/two-1/decide", what="rejected", back=REPORT)
    mine = seen_by(client.get(REPORT).text, "/undo")
    send("/claims/two-2/decide", what="accepted", back=REPORT)  # by another browser, same file
    before = (folder / "claims/two.yaml").read_text()
    refused = send("/undo", back=REPORT, seen=mine)
    assert refused.status_code == 409
    assert "was changed after the saving that undo would take back (review two-2)" in refused.text
    assert (folder / "claims/two.yaml").read_text() == before
    theirs = seen_by(client.get(REPORT).text, "/undo")
    assert send("/undo", back=REPORT, seen=theirs).status_code == 303
    assert send("/undo", back=REPORT, seen=theirs).status_code == 409
    assert send("/undo", back=REPORT, seen=mine).status_code == 303


def test_the_beginning_of_a_case_is_not_undone(tmp_path):
    new_case(tmp_path / "new", "A case", today=date(2025, 5, 1))
    office = Office(tmp_path / "new", works=False)
    client = TestClient(make_app(office, (HOST,)), base_url=f"http://{HOST}")
    answer = client.post("/undo", data={"token": office.token})
    assert "would remove it whole" in answer.text
    assert (tmp_path / "new/case.yaml").exists()
