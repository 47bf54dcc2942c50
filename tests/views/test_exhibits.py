"""What is shown of the contingent: readings, cards, marks, charts and tables, from real results."""

from pathlib import Path

import pytest

from musterbook.account.system import MemberKind
from musterbook.views.crux import crux_of
from musterbook.views.diagram import diagram
from musterbook.views.exhibits import ExhibitOptions, Exhibits
from musterbook.views.page_fit import figures_of
from musterbook.views.points import MarkShape
from musterbook.views.sentences import headline
from musterbook.views.tables_claims import claims_table, sources_table
from musterbook.views.tables_conflicts import bounds_table, readings_table
from musterbook.workbench import Workbench

CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture(scope="module")
def exhibits():
    return Exhibits(Workbench(CASES / "contingent"))


def test_two_words_explain_everything(exhibits):
    assert headline(exhibits.conflicts) == (
        "Of four ways to read two words, only one makes these numbers add up: “casualties” means "
        "killed and wounded and “returned” means rotated home."
    )


def test_the_table_of_readings(exhibits):
    rows = [[cell.text for cell in row] for row in readings_table(exhibits.conflicts).rows]
    assert rows[0][:4] == ["killed and wounded", "rotated home", "yes", "nothing clashes"]
    assert rows[2][:4] == ["killed only", "rotated home", "no", "{A1, B5, D1}"]


def test_the_bounds_stand_with_and_without_the_derived_sum(exhibits):
    shown = bounds_table(exhibits.conflicts)
    sent = next(row for row in shown.rows if row[0].text == "sent")
    assert [cell.text for cell in sent] == [
        "sent",
        "18\u202f000 – 19\u202f705",
        "14\u202f500 – 19\u202f705",
    ]


def test_each_distinct_conflict_has_one_card_with_its_sum(exhibits):
    members = [frozenset(card.conflict.members) for card in exhibits.cards]
    assert len(members) == len(set(members))
    assert {"A3", "B4"} in members
    card = next(card for card in exhibits.cards if set(card.conflict.members) == {"A3", "B4"})
    assert card.title == "These two claims cannot both be true"
    assert len(card.readings) == 2
    assert [(line.sign, line.amount) for line in card.lines] == [
        ("+", "1\u202f500"),
        ("−", "1\u202f155"),
    ]
    assert card.gap == "345"
    quotes = {member.name: member.quote for member in card.members}
    assert quotes["B4"] == "2,000 injured men were flown home from January to March"


def test_a_card_names_the_assumption_and_its_reason(exhibits):
    card = next(card for card in exhibits.cards if "D1" in card.conflict.members)
    member = next(each for each in card.members if each.name == "D1")
    assert (member.kind, member.link) == (MemberKind.ASSUMPTION, "#assumption-d1")
    assert "no direct part" in member.because


def test_the_verdict_says_what_it_rests_on(exhibits):
    said = " ".join(crux_of(exhibits.conflicts))
    assert "“D1”" in said
    assert "14\u202f500 – 19\u202f705 instead of 18\u202f000 – 19\u202f705" in said


def test_the_article_leads_and_its_claims_are_marked(exhibits):
    lead = exhibits.reports[0]
    assert lead.report.name == "article"
    assert [each.claim.id for each in lead.marked] == ["A1", "A2", "A3", "A4"]
    assert not lead.orphans


def test_claims_stand_on_the_charts_of_what_they_speak_of(exhibits):
    views = {each.name: each for each in exhibits.measures}
    assert {mark.claim for mark in views["casualties"].marks} == {"A1", "B2"}
    assert {mark.claim for mark in views["killed"].marks} == {"B3", "B5"}
    [change] = views["evacuated"].marks
    assert (change.claim, change.shape) == ("B4", MarkShape.SLOPE)
    [bound] = [mark for mark in views["sent"].marks if mark.claim == "A4"]
    assert (bound.low, bound.high, bound.is_derived) == (18_000, None, True)
    assert views["sent"].derived_claims == (("A4", "A4"),)
    assert "A4" not in {label for label, _ in views["sent"].shown_claims}


def test_the_figures_follow_the_article(exhibits):
    names = [each.name for each in figures_of(exhibits)]
    assert names[:4] == ["casualties", "remaining", "returned", "sent"]


def test_the_diagram_has_every_stock_and_flow(exhibits):
    account = exhibits.bench.case.accounts[0]
    drawn = str(diagram(account, answer=exhibits.answer))
    for each in (*account.stocks, *account.flows):
        assert f'href="#measure-{each.name}"' in drawn
    for each in account.flows:
        assert f">{each.name}</tspan>" in drawn


def test_the_registers_tell_what_became_of_each_claim(exhibits):
    rows = {row[0].text: row for row in claims_table(exhibits.claims).rows}
    assert rows["A4"][5].text == "a sum of other claims: counts in conflicts, not in the fit"
    assert rows["A3"][3].text == "oboz > nis"
    sources = sources_table(exhibits.bench.case, exhibits.claims)
    assert {row[0].text for row in sources.rows} == set(exhibits.bench.case.sources)


def test_without_a_fit_the_page_says_so():
    plain = Exhibits(Workbench(CASES / "contingent"), ExhibitOptions(with_fit=False))
    assert plain.answer is None
    assert plain.run is None
    assert plain.missing["fit"] == "The account was not fitted for this page."
