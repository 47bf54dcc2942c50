"""The matrix is read and marked in place; its order by day is told."""

import html
import re
from pathlib import Path

MARKED = """- claim: seen-walking # he stood on the road
  walked: CC
  counted: N
"""


def form_of(page: str, row: str) -> dict[str, str]:
    """Give the fields of the form of one row as a browser would send them."""
    forms = re.findall(r'<form class="marks".*?</form>', page, re.DOTALL)
    form = next(each for each in forms if f'name="row" value="{row}"' in each)
    found = dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', form))
    for name, options in re.findall(r'<select id="[^"]*" name="([^"]*)">(.*?)</select>', form):
        found[name] = re.search(r'value="(\w+)" selected', options)[1]
    return {name: html.unescape(value) for name, value in found.items()}


def test_the_matrix_is_there_before_anything_was_worked_out(client):
    page = client.get("/hypotheses").text
    assert "Why are fewer in the camp than crossed?" in page
    assert "a wristband is given once" in page  # a reason, without hovering
    rows = client.get("/hypotheses.json").json()
    assert {each["walked"] for each in rows} == {"CC", "N"}


def test_a_mark_is_changed_with_its_reason_and_undone(client, office, folder):
    path = folder / "hypotheses.yaml"
    path.write_text(
        path.read_text("utf-8").replace(MARKED.replace(" # he stood on the road", ""), MARKED)
    )
    before = path.read_text("utf-8")
    assert "he stood on the road" in before
    form = form_of(client.get("/hypotheses").text, "seen-walking")
    assert (form["mark-walked"], form["mark-counted"]) == ("CC", "N")
    sent = {**form, "mark-counted": "I", "why-counted": "He counted each once."}
    assert client.post("/hypotheses/mark", data=sent).status_code == 303
    after = path.read_text("utf-8")
    assert "he stood on the road" in after
    assert "counted: He counted each once." in after
    [row] = [e for e in office.shown().bench.case.board.evidence if e.claim == "seen-walking"]
    assert dict(row.marks) == {"walked": "CC", "counted": "I"}
    [told] = [
        e for e in client.get("/hypotheses.json?table=ranking").json() if e["name"] == "counted"
    ]
    assert told["against"] == "3"
    assert client.post("/hypotheses/mark", data=sent).status_code == 409
    client.post("/undo", data={"token": office.token})
    assert path.read_text("utf-8") == before


def test_a_new_mark_needs_a_reason(client):
    form = form_of(client.get("/hypotheses").text, "seen-walking")
    refused = client.post("/hypotheses/mark", data={**form, "mark-walked": "II"})
    assert refused.status_code == 422
    assert "is now II" in refused.text


def test_a_reason_is_changed_and_taken_out(client, office):
    form = form_of(client.get("/hypotheses").text, "wristbands")
    client.post("/hypotheses/mark", data={**form, "why-counted": "Each got one."})
    [row] = [e for e in office.shown().bench.case.board.evidence if e.claim == "wristbands"]
    assert dict(row.why) == {"counted": "Each got one."}
    form = form_of(client.get("/hypotheses").text, "wristbands")
    client.post("/hypotheses/mark", data={**form, "why-counted": ""})
    [row] = [e for e in office.shown().bench.case.board.evidence if e.claim == "wristbands"]
    assert dict(row.why) == {}


def test_a_claim_becomes_a_row(client, office):
    page = client.get("/hypotheses").text
    assert '<option value="moved">' in page
    data = {"token": office.token, "claim": "moved"}
    assert client.post("/hypotheses/row", data=data).status_code == 303
    assert client.post("/hypotheses/row", data=data).status_code == 422
    [row] = [e for e in office.shown().bench.case.board.evidence if e.claim == "moved"]
    assert dict(row.marks) == {"walked": "N", "counted": "N"}
    assert client.post("/hypotheses/row", data={**data, "claim": "x"}).status_code == 404


def test_the_history_ranks_by_what_had_been_said(client):
    rows = client.get("/hypotheses.json?table=history").json()
    assert rows
    assert rows == sorted(rows, key=lambda each: each["day"])
    assert rows[-1]["claims"] == "2"


def test_the_computed_rows_join_when_they_are_there(worked):
    page = worked.get("/hypotheses").text
    assert "counted expects" in page or "cannot be true together" in page
    reasons = worked.get("/hypotheses.json?table=reasons").json()
    assert {"evidence", "hypothesis", "mark", "meaning", "reason"} == set(reasons[0])


def test_without_a_board_the_page_says_how_to_begin(client, folder: Path):
    (folder / "hypotheses.yaml").unlink()
    page = client.get("/hypotheses")
    assert page.status_code == 200
    assert "hypotheses.yaml" in page.text
    assert client.get("/hypotheses.json").status_code == 404
