from datetime import date

from tests.account.little import built, claim, little_case, members

from musterbook.account.build import build_system
from musterbook.account.ledger import read_ledger
from musterbook.core.records import Stance, Status

ORIGINAL = claim("come about 3 000 in 2026-01", name="original", by=("agency",))


def names(*claims, **changes):
    system, _ = built(little_case(*claims, **changes))
    return [(each.name, each.claims) for each in members(system)]


def mutations(*claims):
    ledger = read_ledger(little_case(*claims))
    return build_system(ledger, ledger.choices[0]).mutations


def test_copies_of_one_origin_are_one_member_whatever_their_hedges():
    copies = [
        claim("come nearly 3 000 in 2026-01", name=f"copy{i}", by=("paper", "agency"))
        for i in range(10)
    ]
    assert names(ORIGINAL, *copies) == [
        ("original", ("original", *(f"copy{i}" for i in range(10))))
    ]


def test_the_version_nearest_the_origin_is_the_row():
    far = claim("come 3 000 in 2026-01", name="a-far", by=("paper", "agency"), report="early")
    assert names(far, ORIGINAL) == [("original", ("original", "a-far"))]


def test_a_source_that_retells_leads_back_to_its_origin():
    retold = claim("come 3 000 in 2026-01", name="retold", by=("copyist",))
    assert names(ORIGINAL, retold) == [("original", ("original", "retold"))]


def test_another_origin_is_another_member():
    other = claim("come about 3 000 in 2026-01", name="other", by=("paper",))
    assert names(ORIGINAL, other) == [("original", ("original",)), ("other", ("other",))]


def test_a_retelling_with_another_number_is_a_mutation_and_no_row():
    wrong = claim("come 8 000 in 2026-01", name="wrong", by=("paper", "agency"), report="early")
    assert names(ORIGINAL, wrong) == [("original", ("original",))]
    assert [(each.claim, each.original) for each in mutations(ORIGINAL, wrong)] == [
        ("wrong", "original")
    ]


def test_a_promoted_mutation_and_a_contradiction_in_one_report_stand_alone():
    promoted = claim(
        "come 8 000 in 2026-01", name="wrong", by=("agency",), report="early", promoted="heard too"
    )
    same_report = claim("come 9 000 in 2026-01", name="again", by=("agency",))
    assert len(names(ORIGINAL, promoted)) == 2
    assert len(names(ORIGINAL, same_report)) == 2


def test_a_claim_that_repeats_another_joins_it_whatever_it_names():
    again = claim("leave 3 000 in 2026-01", name="again", by=("paper",), repeats="original")
    assert names(again, ORIGINAL) == [("original", ("original", "again"))]


def test_only_accepted_asserted_claims_said_by_now_are_rows():
    silent = [
        claim("come 3 000 in 2026-01", name="proposed", status=Status.PROPOSED),
        claim("come 3 000 in 2026-01", name="denied", stance=Stance.DENIED),
        claim("come 3 000 in 2026-01", name="aside", set_aside="another border"),
        claim("come 3 000 in 2026-01", name="future", report="next"),
    ]
    assert names(*silent) == []


def test_as_of_an_earlier_date_later_reports_are_unsaid():
    early = claim("come 2 000 in 2025-12", name="early", report="early")
    late = claim("come 3 000 in 2026-01", name="late", supersedes="early")
    assert [name for name, _ in names(early, late)] == ["late"]
    assert [name for name, _ in names(early, late, as_of=date(2026, 1, 20))] == ["early"]


def test_a_part_is_at_most_its_whole():
    part = claim("die 40 in 2026-01", name="part", part_of="whole", by=("paper",))
    whole = claim("gone [lost] 100 in 2026-01", name="whole")
    system, _ = built(little_case(part, whole))
    (member,) = [each for each in system.groups if each.kind == "part of"]
    assert member.name == "part is part of whole"
    assert (member.rows[0].low, member.rows[0].high) == (-float("inf"), 0.0)
