"""Numbers, lists and names as people write them."""

import pytest

from musterbook.views.amounts import amount, amount_span
from musterbook.views.anchors import slug
from musterbook.views.tables_fit import one_in
from musterbook.views.words import (
    counted,
    estimate,
    heads,
    listed,
    months,
    percent,
    span,
    tenths,
    unprefixed,
)


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (None, None, "not bounded"),
        (None, 1155.0, "at most 1\u202f155"),
        (18000.0, None, "at least 18\u202f000"),
        (0.0, 0.0, "0"),
        (1500.0, 2500.0, "1\u202f500 – 2\u202f500"),
        (-70000.0, 430000.0, "−70\u202f000 to 430\u202f000"),
    ],
)
def test_spans(low, high, written):
    assert span(low, high) == written


def test_an_estimate_has_no_idle_digit():
    assert estimate(6912.3, 7583.1, 8441.0) == ("7\u202f600", "6\u202f900 – 8\u202f400")
    assert estimate(0.0, 0.0, 0.0) == ("0", "0")


@pytest.mark.parametrize(
    ("share", "written"),
    [(0.0, "under 1 %"), (0.004, "under 1 %"), (0.46, "46 %"), (1.0, "over 99 %")],
)
def test_nothing_is_ever_certain(share, written):
    assert percent(share) == written


def test_lists_and_counts():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"], last="or") == "a, b or c"
    assert counted(1, "claim") == "one claim"
    assert counted(13, "clash", plural="clashes") == "13 clashes"


def test_ratios_keep_decimals_and_signs():
    assert amount(-0.004, 2) == "0.00"
    assert amount(0.25, 2, signed=True) == "+0.25"
    assert amount_span(-3.0, 5.0, 0) == "−3 to 5"
    assert amount(float("nan"), 0) == "not known"


def test_a_prefix_goes_only_where_one_account_is_meant():
    assert unprefixed("dprk.sent + dprk.kill", ["dprk", "ru"]) == "sent + kill"
    assert unprefixed("dprk.sent + ru.sign", ["dprk", "ru"]) == "dprk.sent + ru.sign"


def test_slugs_are_plain_and_keep_other_alphabets_apart():
    assert slug("not in direct combat") == "not-in-direct-combat"
    assert slug("Один") != slug("Два")
    assert slug("ru.coverage_sumy") == "ru.coverage_sumy"


def test_one_month_is_no_plural():
    assert [months(each) for each in (1.0, 0.25, 2.0)] == ["1 month", "0.25 months", "2 months"]


def test_one_person_is_no_people():
    assert [heads(each) for each in (1.0, 0.0, 1155.0)] == [
        "1 person",
        "0 people",
        "1\u202f155 people",
    ]


def test_large_numbers_are_grouped_and_small_ones_keep_a_decimal():
    assert [tenths(each) for each in (3.25, 45_000.4)] == ["3.2", "45\u202f000"]


def test_a_likelihood_and_its_error_say_no_more_than_over_a_million():
    assert one_in(0.0, 3.0) == "leads"
    assert one_in(2.0, 0.1) == "7.4 times (×÷ 1.1)"
    assert one_in(9.0, 8.0) == "8\u202f103 times (×÷ 2\u202f981)"
    assert one_in(9.0, 60.0) == "8\u202f103 times (×÷ over a million)"
    assert one_in(60.0, 0.1) == "over a million times"
