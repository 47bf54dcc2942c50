"""Accounts that do not add up in, the answers worth working out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from musterbook.workbench import Workbench
from musterbook.workbench.answers import worthwhile

HEAD = "title: A crossing\nwindow: 2025-01 to 2025-12\n"
CAMP = """\
stocks: {camp: in the camp, dead: dead}
outside: [land]
flows: {arrive: land -> camp, die: camp -> dead, leave: camp -> land}
measures:
  gone: {readings: {left: leave, with the dead: leave + die}}
assumptions:
"""


def bench(folder: Path, *assumed: str) -> Workbench:
    lines = "".join(f"  a{number}: {says}\n" for number, says in enumerate(assumed))
    (folder / "case.yaml").write_text(HEAD, "utf-8")
    (folder / "account.yaml").write_text(CAMP + lines, "utf-8")
    found = Workbench(folder)
    assert not found.has_errors, found.problems
    return found


def test_ways_out_of_every_reading_are_answers_the_cheapest_first(tmp_path: Path) -> None:
    # Whoever is gone: as `left` a3 alone is in the way; with the dead a1 clashes with a0 too.
    found = bench(
        tmp_path,
        "arrive exactly 100 by 2025-06-30",
        "gone exactly 90 by 2025-06-30",
        "die exactly 5 by 2025-06-30",
        "leave exactly 80 by 2025-06-30",
    )
    report = found.conflicts()
    assert not report.feasible_readings
    ways = {(way.members, each.choice) for each in report.readings for way in each.ways_out}
    jobs = found.fit_jobs()
    assert {(job.set_aside, job.system.choice) for job in jobs} <= ways
    assert len({job.system.choice for job in jobs}) == 2
    costs = {
        (way.members, each.choice): (way.count, way.cost)
        for each in report.readings
        for way in each.ways_out
    }
    order = [costs[job.set_aside, job.system.choice] for job in jobs]
    assert order == sorted(order)
    listed = {tuple(way) for each in report.to_json()["readings"] for way in each["ways_out"]}
    assert {job.set_aside for job in jobs} <= listed


def test_readings_that_a_way_out_makes_alike_are_one_answer(tmp_path: Path) -> None:
    found = bench(tmp_path, "gone exactly 90 by 2025-06-30", "arrive exactly 10 by 2025-06-30")
    ways = [way.members for each in found.conflicts().readings for way in each.ways_out]
    # a0, a1, or that the camp starts at 0, under either reading
    assert len(ways) == 6
    jobs = [(job.set_aside, dict(job.system.choice)["gone"]) for job in found.fit_jobs()]
    alone = [reading for aside, reading in jobs if aside == ("a0",)]
    assert alone == ["left"]  # without what is said of `gone` both readings are one
    assert sorted(reading for aside, reading in jobs if aside == ("a1",)) == [
        "left",
        "with the dead",
    ]


def test_ways_out_without_an_answer_are_counted_over_all_readings(tmp_path: Path) -> None:
    found = bench(tmp_path, *(f"camp exactly {100 * n} on 2025-06-30" for n in range(1, 6)))
    assert len(found.fit_jobs()) == 4
    assert found.ways_not_fitted == 1
    assert found.knows_all_ways_out


def test_a_search_for_ways_out_that_was_cut_is_remembered(tmp_path: Path) -> None:
    found = bench(tmp_path, *(f"camp exactly {100 * n} on 2025-06-30" for n in range(1, 6)))
    report = found.conflicts()
    last = replace(report.readings[-1], all_ways_out=False)
    cut = replace(report, readings=(*report.readings[:-1], last))
    assert not worthwhile(found.systems, cut).all_ways_out
