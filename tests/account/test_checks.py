"""Names, openings, scales and readings that cannot stand as they are."""

from dataclasses import replace

from tests.account.little import HERE, assumption, built, claim, little_case, phrase

from musterbook.account.ledger import read_ledger
from musterbook.core.records import Measure


def codes(case):
    _, problems = built(case)
    return [each.code for each in problems]


def with_stock(**changes):
    case = little_case()
    (account,) = case.accounts
    stock, *others = account.stocks
    return replace(case, accounts=(replace(account, stocks=(replace(stock, **changes), *others)),))


def with_flow(**changes):
    case = little_case()
    (account,) = case.accounts
    flow, *others = account.flows
    return replace(case, accounts=(replace(account, flows=(replace(flow, **changes), *others)),))


def test_a_claim_and_an_assumption_of_one_name_do_not_swallow_each_other():
    case = little_case(claim("camp 40 on 2026-01-15"), own=(assumption("camp at most 90"),))
    assert codes(case) == ["MB244"]
    system, _ = built(case)
    assert [each.says for each in system.groups if each.name == "it"] == ["camp 40 on 2026-01-15"]


def test_a_stock_opens_with_the_window():
    assert codes(with_stock(opens=phrase("2025-12"))) == []
    assert codes(with_stock(opens=phrase("2026-01"))) == ["MB246"]
    assert codes(with_stock(opens=phrase("someday"))) == ["MB246"]


def test_a_typical_size_is_a_number_or_a_range():
    assert codes(with_flow(typical=phrase("300"))) == []
    assert codes(with_flow(typical=phrase("200 to 400"))) == []
    assert codes(with_flow(typical=phrase("lots"))) == ["MB247"]
    assert codes(with_flow(typical=phrase("400 to 200"))) == ["MB247"]


def test_a_flow_changes_by_a_word_the_prior_knows():
    assert codes(with_flow(changes=phrase("slowly"))) == []
    assert codes(with_flow(changes=phrase("wobbly"))) == ["MB248"]


def test_a_range_of_usual_months_gives_middle_and_spread():
    system, _ = built(with_flow(typical=phrase("200 to 400")))
    (flow,) = [each for each in system.flows if each.name == "come"]
    assert flow.typical == 300
    assert round(flow.spread * 300 * 1.6449) == 100


def test_more_readings_than_are_tried_are_told():
    words = [f"word{number}" for number in range(7)]
    readings = {"one": phrase("leave"), "other": phrase("leave + die")}
    case = little_case(*(claim(f"{each} 9 in 2026-01", name=each) for each in words))
    (account,) = case.accounts
    measures = (*account.measures, *(Measure(each, readings, HERE) for each in words))
    ledger = read_ledger(replace(case, accounts=(replace(account, measures=measures),)))
    assert [each.code for each in ledger.problems] == ["MB245"]
    assert "128 ways" in ledger.problems[0].says
    assert len(ledger.choices) == 64


def test_faults_of_claims_that_do_not_count_are_told_too():
    assert codes(little_case(claim("camp nonsense", report="next"))) == ["MB101"]
    assert codes(little_case(claim("cmap 40 on 2026-01-15", set_aside="doubted"))) == ["MB230"]
