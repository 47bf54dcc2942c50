"""What is worth knowing about claims, though it is no fault."""

from dataclasses import replace
from datetime import date

from tests.account.little import claim, little_case

from musterbook.account.build import build_system
from musterbook.account.findings import findings_of
from musterbook.account.ledger import read_ledger

ONCE = claim("come 3 000 in 2026-01", name="once", by=("agency",), report="early")


def kinds(*claims, **changes):
    ledger = read_ledger(little_case(*claims, **changes))
    return {
        each.kind: each for each in findings_of(ledger, build_system(ledger, ledger.choices[0]))
    }


def test_a_copy_and_a_mutation():
    copy = claim("come 3 000 in 2026-01", name="copy", by=("paper", "agency"))
    wrong = claim("come 8 000 in 2026-01", name="wrong", by=("paper", "agency"))
    found = kinds(ONCE, copy, wrong)
    assert found["copy"].claims == ("once", "copy")
    assert found["mutation"].claims == ("wrong", "once")


def test_what_an_origin_says_anew_is_a_revision_and_counts():
    later = claim("come 3 400 in 2026-01", name="later", by=("agency",))
    found = kinds(ONCE, later)
    assert found["revised"].claims == ("once", "later")
    assert "mutation" not in found


def test_the_same_rate_in_other_units_is_a_copy():
    rate = claim("come 36 000 per year in 2026-01", name="rate", by=("paper", "agency"))
    assert kinds(ONCE, rate)["copy"].claims == ("once", "rate")


def test_an_odd_number_of_another_origin_is_suspected():
    odd = claim("come 3 141 in 2026-01", name="odd", by=("agency",), report="early")
    again = claim("come 3 141 in 2026-01", name="again", by=("paper",))
    assert kinds(odd, again)["suspected copy"].claims == ("again", "odd")
    assert "suspected copy" not in kinds(ONCE, replace(ONCE, id="other", by=("paper",)))


def test_texts_alike_are_suspected():
    case = little_case()
    text = "On the fourteenth the river rose and some nine hundred people were moved to the school."
    reports = {
        name: replace(each, text=text + (" So it was said." if name == "late" else ""))
        for name, each in case.reports.items()
        if name != "next"
    }
    ledger = read_ledger(replace(case, reports=reports))
    (found,) = findings_of(ledger, build_system(ledger, ledger.choices[0]))
    assert found.kind == "near copy"
    assert "`early` and `late`" in found.says


def test_a_copy_of_what_was_set_aside_still_counts_and_is_told():
    aside = replace(ONCE, set_aside="doubted")
    copy = claim("come 3 000 in 2026-01", name="copy", by=("paper", "agency"))
    assert kinds(aside, copy)["still counts"].claims == ("once", "copy")


def test_a_denial_is_told_and_leaves_nothing_out():
    denial = claim("come none in 2025-12", name="denial", by=("paper",), denies="once")
    assert kinds(ONCE, denial)["denial"].claims == ("denial", "once")


def test_what_was_said_after_the_as_of_date_does_not_count_yet():
    late = claim("come 500 in 2025-12", name="late")
    found = kinds(ONCE, late, as_of=date(2026, 1, 20))
    assert found["not yet said"].claims == ("late",)
    assert "--as-of 2026-02-10" in found["not yet said"].fix


def test_a_claim_that_does_not_count_supersedes_nothing():
    planned = claim("come 9 in 2026-01", name="new", supersedes="once", set_aside="doubted")
    ledger = read_ledger(little_case(ONCE, planned))
    assert [each.name for each in ledger.statements if each.claim] == ["once"]


def test_a_part_that_is_a_copy_is_still_a_part():
    copy = claim("die 40 in 2026-01", name="copy", by=("paper", "agency"), part_of="whole")
    first = claim("die 40 in 2026-01", name="first", by=("agency",), report="early")
    whole = claim("gone [lost] 100 in 2026-01", name="whole", by=("paper",))
    ledger = read_ledger(little_case(copy, first, whole))
    system = build_system(ledger, ledger.choices[0]).system
    assert [each.name for each in system.groups if each.kind == "part of"] == [
        "first is part of whole"
    ]
