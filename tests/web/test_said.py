"""What was just done is said on the next page, once: what undo took back, a mere quotation."""

import re

import pytest

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
