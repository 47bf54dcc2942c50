"""Claims in, what their counts do that no count does out."""

from tests.account.little import claim, little_case

from musterbook.account.build import build_system
from musterbook.account.counts import JUMP
from musterbook.account.findings import findings_of
from musterbook.account.ledger import read_ledger
from musterbook.core.finding import Finding

KINDS = ("count that falls", "count that jumps", "parts above the whole")


def found(*claims) -> list[Finding]:
    ledger = read_ledger(little_case(*claims))
    listed = findings_of(ledger, build_system(ledger, ledger.choices[0]))
    return [each for each in listed if each.kind in KINDS]


def counts(*values: int, by: str = "agency"):
    return [
        claim(f"die exactly {value} by 2026-01-{day:02}", name=f"day{day}", by=(by,))
        for day, value in enumerate(values, 1)
    ]


def test_a_count_that_falls() -> None:
    (fall,) = found(*counts(100, 140, 130, 150))
    assert fall.kind == "count that falls"
    assert fall.claims == ("day2", "day3")
    assert "`day3` counts fewer by 2026-01-03 than `day2` did by 2026-01-02" in fall.says
    assert fall.numbers[1] == ("day3", "die exactly 130 by 2026-01-03")
    assert "`supersedes: day2`" in fall.fix


def test_rounding_is_no_fall_and_levels_may_fall() -> None:
    near = claim("die about 1 000 by 2026-01-05", name="a", by=("agency",))
    less = claim("die about 980 by 2026-01-09", name="b", by=("agency",))
    assert found(near, less) == []
    assert found(
        claim("camp 900 on 2026-01-05", name="a", by=("agency",)),
        claim("camp 200 on 2026-01-09", name="b", by=("agency",)),
    ) == []  # fmt: skip


def test_two_sources_that_differ_are_a_conflict_and_no_fall() -> None:
    first, second = counts(100)[0], counts(0, 50, by="paper")[1]
    assert found(first, second) == []


def test_a_day_on_which_the_definition_changed() -> None:
    steady = [10, 20, 31, 40, 50, 200, 211, 220, 230, 240]
    (jump,) = found(*counts(*steady))
    assert jump.kind == "count that jumps"
    assert jump.claims == ("day5", "day6")
    assert "stands 150 above `day5`, where the count rises by 10 a day" in jump.says
    assert "may have changed by 2026-01-06" in jump.says
    just_not = [10, 20, 30, 40, 50, 50 + int(10 * JUMP), 110, 120, 130, 140]
    assert found(*counts(*just_not)) == []


def test_parts_that_exceed_their_whole() -> None:
    whole = claim("come exactly 100 in 2026-01", name="whole", by=("agency",))
    men = claim("come exactly 70 in 2026-01", name="men", by=("paper",), part_of="whole")
    women = claim("come exactly 60 in 2026-01", name="women", by=("copyist",), part_of="whole")
    (above,) = found(whole, men, women)
    assert above.kind == "parts above the whole"
    assert above.claims == ("men", "women", "whole")
    assert "`men` + `women` come to at least 130, more than `whole`" in above.says
    assert "take `part_of` off one" in above.fix
    assert found(whole, men) == []
