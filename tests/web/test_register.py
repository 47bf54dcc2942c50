"""The register of claims: filters, order, pages, drawings, twins, intervals changed in place."""

import csv
import io
import re
from pathlib import Path

import pytest

from musterbook.views.screens import claims as register
from musterbook.views.screens.claim_filters import filters_of
from musterbook.views.screens.claim_rows import Band, Row, rows_of
from musterbook.views.screens.claim_state import State
from musterbook.views.screens.claim_strip import Axis, axis_of, strip, strip_words
from musterbook.views.screens.claims import disagreement, paging, sorted_rows
from musterbook.views.screens.query import Query
from musterbook.views.screens.shown import Shown
from musterbook.workbench import Workbench

CROSSING = Path(__file__).parents[2] / "examples" / "crossing"


@pytest.fixture(scope="module")
def rows():
    return rows_of(Shown(Workbench(CROSSING)))


def passing(rows, **values):
    return [row.claim.id for row in filters_of(Query("/claims", "", values)).pass_on(rows)]


@pytest.mark.parametrize(
    ("words", "test"),
    [
        ("source:company", lambda row: "company" in row.view.chain),
        ("status:accepted", lambda row: row.state is State.ACCEPTED),
        ("-status:accepted", lambda row: row.state is not State.ACCEPTED),
        ("measure:camp", lambda row: row.measure == "camp"),
        ("report:radio", lambda row: row.claim.report == "radio"),
        ("date:2025-05-09..", lambda row: str(row.view.published) >= "2025-05-09"),
        ("date:2025-05", lambda row: str(row.view.published)[:7] == "2025-05"),
        ("flag:rounded", lambda row: row.rounded_to > 0),
        ("camp source:office", lambda row: "office" in row.view.chain and "camp" in said(row)),
        ('"in the camp"', lambda row: "in the camp" in said(row)),
    ],
)
def test_a_search_finds_what_a_slow_look_finds(rows, words, test):
    assert passing(rows, q=words) == [row.claim.id for row in rows if test(row)]
    assert passing(rows, q=words) or words.startswith("-")


def said(row):
    words = (row.claim.id, row.claim.quote, row.says, row.claim.note, *row.view.chain)
    return " ".join(" ".join(words).lower().split())


def test_choices_and_words_say_the_same(rows):
    chosen = passing(rows, source="office", status="accepted", **{"from": "2025-05-01"})
    assert chosen == passing(rows, q="source:office status:accepted date:2025-05-01..")


def test_what_nobody_can_understand_is_told(rows):
    filters = filters_of(Query("/claims", "", {"q": "sorce:x date:yesterday status:done"}))
    assert filters.conditions == ()
    assert len(filters.faults) == 3
    assert "did you mean" in filters.faults[0]
    assert len(filters.pass_on(rows)) == len(rows)


def test_rows_are_grouped_by_measure_and_sorted_within(rows):
    ordered = sorted_rows(rows, "-low")
    measures = [row.measure for row in ordered]
    named = [each for each in measures if each]
    assert named == sorted(named)
    assert measures == [*named, *[""] * (len(measures) - len(named))]
    lows = [row.low or row.high or 0 for row in ordered if row.measure == "camp"]
    assert lows == sorted(lows, reverse=True)


def test_disagreement_is_of_the_claims_that_count(rows):
    camp = [row for row in rows if row.measure == "camp" and row.view.is_row]
    ends = [end for row in camp for end in (row.low, row.high) if end is not None]
    says = disagreement(row for row in rows if row.measure == "camp")
    assert says.replace("\u202f", "").endswith(f"{min(ends):.0f} – {max(ends):.0f}")


def test_a_page_shows_so_many_rows_of_how_many(rows, monkeypatch):
    monkeypatch.setattr(register, "PAGE", 2)
    second = paging(Query("/claims", "", {"page": "2", "q": ""}), rows, 99)
    assert (second.first, second.last, second.passing, second.total) == (3, 4, len(rows), 99)
    assert (second.before, second.after) == ("/claims?page=1", "/claims?page=3")
    holding = paging(Query("/claims", "", {"claim": rows[-1].claim.id}), rows, 99)
    assert holding.last == len(rows)
    assert paging(Query("/claims"), (), 0).first == 0


def a_row(rows, low, high, band=None):
    row = rows[0]
    return Row(row.view, row.state, (), "camp", True, low, high, band)


def test_a_drawing_says_in_words_what_it_shows(rows):
    day = rows[0].view.published
    row = a_row(rows, 100.0, None, Band(80.0, 90.0, 120.0, day))
    axis = axis_of([row])
    assert axis == Axis(80.0, 120.0)
    words = strip_words(row, axis)
    assert words == f"the claim allows at least 100; the account has 90 (80 – 120) on {day}"
    assert f'aria-label="{words}"' in strip(row, axis)
    assert strip(row, axis).count("<path") == 1  # the open end's arrow
    assert strip(a_row(rows, None, None), axis) == ""


def test_ends_far_apart_stand_on_a_logarithmic_scale(rows):
    axis = axis_of([a_row(rows, 10.0, 100_000.0), a_row(rows, 1_000.0, 1_000.0)])
    assert axis.is_log
    assert axis(1_000.0) == pytest.approx((axis(10.0) + axis(100_000.0)) / 2)


def test_the_twins_hold_what_the_page_is_filtered_to(worked):
    page = worked.get("/claims?source=office").text
    shown = re.findall(r'<tr id="claim-([^"]+)"', page)
    twin = re.search(r'href="(/claims\.csv[^"]*)"', page)[1].replace("&amp;", "&")
    listed = [row["claim"] for row in csv.DictReader(io.StringIO(worked.get(twin).text))]
    assert listed == shown
    assert 0 < len(shown) < len(re.findall(r'<tr id="claim-', worked.get("/claims").text))


def test_with_results_rows_are_drawn_against_the_account_and_lead_to_their_conflicts(worked):
    page = worked.get("/claims").text
    assert 'class="strip"' in page
    assert "the account has" in page
    assert 'href="/conflicts#conflict-1"' in page


def form_of(client, address):
    page = client.get(address).text
    form = re.search(r'<form class="sheet interval".*?</form>', page, re.DOTALL)[0]
    action = re.search(r'action="([^"]+)"', form)[1]
    return action, dict(re.findall(r'name="(\w+)"[^>]*? value="([^"]*)"', form))


def test_an_interval_is_changed_in_place_and_undone(client, office, rows):
    name = next(row.claim.id for row in rows if row.measure == "camp" and row.low is not None)
    action, fields = form_of(client, f"/claims?source=office&interval={name}")
    answer = client.post(action, data={**fields, "low": "4 000", "high": "4,250"})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/claims?source=office#claim-{name}"
    says = {each.id: str(each.says) for each in office.shown().bench.case.claims}
    assert "4 000 to 4 250 ± 0" in says[name]
    client.post("/undo", data={"token": office.token})
    assert "± 0" not in client.get("/claims").text


@pytest.mark.parametrize(
    ("low", "high", "fault"),
    [
        ("many", "", "is no number"),
        ("9" * 400, "", "is no number"),
        ("9" * 14, "", "ever lived"),
        ("9", "8", "less than the first"),
        ("", "", "one end at least"),
    ],
)
def test_an_interval_that_is_none_comes_back_with_what_was_typed(client, rows, low, high, fault):
    name = next(row.claim.id for row in rows if row.measure == "camp" and row.low is not None)
    action, fields = form_of(client, f"/claims?interval={name}")
    answer = client.post(action, data={**fields, "low": low, "high": high})
    assert answer.status_code == 422
    assert fault in answer.text
    assert f'value="{low}" aria-invalid' in answer.text or f'value="{high}" aria-i' in answer.text
