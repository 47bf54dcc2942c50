"""What results hang on: an edit that changes a number is told from one that changes none."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workbench.small_case import (
    CASES,
    OTHER_ACCOUNT,
    SENTENCES,
    SOURCES,
    begun,
    edits,
    written,
)

from musterbook.core.errors import CannotComputeError
from musterbook.core.problem import Place
from musterbook.workbench import Workbench
from musterbook.workbench.bearing import Bearing

NOWHERE = Place("")
CROSSING = Path(__file__).parents[2] / "examples" / "crossing"
STAGES = ("account", "run", "weigh", "ever")


@pytest.fixture
def crossing(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CROSSING, tmp_path / "crossing"))


def bearing(folder: Path, as_of: date | None = None) -> Bearing:
    return Workbench(folder, as_of=as_of).bearing


def changed(folder: Path, file: str, *pairs: tuple[str, str]) -> tuple[str, ...]:
    """Change words of a file; name what results then hang on something else."""
    before, path = bearing(folder), folder / file
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    after = bearing(folder)
    return tuple(each for each in STAGES if getattr(before, each) != getattr(after, each))


CLAIMS = "claims/radio.yaml"
DROWNED = "- id: drownings\n"


def test_a_comment_a_note_a_title_and_an_explanation_change_no_result(crossing: Path) -> None:
    noted = (DROWNED, f"# a comment\n{DROWNED}  note: see above\n")
    assert changed(crossing, CLAIMS, noted) == ()
    assert changed(crossing, "case.yaml", ("(invented)", "(made up)")) == ()
    explained = "explained:\n- conflict: {a: '', b: ''}\n  because: they counted twice\nwindow:"
    assert changed(crossing, "case.yaml", ("window:", explained)) == ()


def test_a_proposal_bears_on_nothing_until_it_is_accepted(crossing: Path) -> None:
    proposed = (DROWNED, f"{DROWNED}  status: proposed\n")
    assert changed(crossing, CLAIMS, proposed) == STAGES
    rewritten = ("more than 40 by", "more than 50 by")
    assert changed(crossing, CLAIMS, rewritten) == ()
    accepted = ("status: proposed", "status: accepted")
    assert changed(crossing, CLAIMS, accepted) == STAGES


def test_a_scenario_bears_on_the_run_and_not_on_the_fit(crossing: Path) -> None:
    found = changed(crossing, "scenarios.yaml", ("bus: 0 per day", "bus: 10 per day"))
    assert found == ("run", "weigh", "ever")


def test_a_hypothesis_bears_on_the_matrix_alone(crossing: Path) -> None:
    found = changed(crossing, "hypotheses.yaml", ("walked: CC", "walked: C"))
    assert found == ("weigh", "ever")


def test_what_counts_on_some_day_is_the_same_on_every_day(crossing: Path) -> None:
    early, late = (bearing(crossing, date(2025, 5, day)) for day in (4, 9))
    assert early.ever == late.ever
    assert early.account != late.account


PLAIN = [(SENTENCES[0], ""), (SENTENCES[3], "")]
BEARS = (
    ("claims/a.yaml", [(SENTENCES[1], ""), PLAIN[1]]),
    ("claims/a.yaml", [PLAIN[1], PLAIN[0]]),
    *(
        ("claims/a.yaml", [PLAIN[0], (PLAIN[1][0], f"  {field}\n")])
        for field in (
            "derived: a-1 + b-1",
            "repeats: a-1",
            "part_of: a-1",
            "supersedes: b-1",
            "promoted: it is his own",
            "credibility: 2",
            "set_aside: doubtful",
            "by: radio",
        )
    ),
    ("sources.yaml", "post: {name: Post, reliability: B}\nradio: {name: Radio}\n"),
    *(("sources.yaml", each) for each in SOURCES[1:]),
    *(("case.yaml", each) for each in CASES[1:]),
    ("account.yaml", OTHER_ACCOUNT),
    ("reports/a.yaml", "title: T\npublisher: post\npublished: 2025-04-01\n"),
)


@pytest.mark.parametrize(("file", "what"), BEARS)
def test_what_may_change_a_number_bears_on_the_account(
    tmp_path: Path, file: str, what: object
) -> None:
    begun(tmp_path)
    before = bearing(tmp_path)
    written(tmp_path, file, what)
    after = bearing(tmp_path)
    assert (before.account != after.account, before.ever != after.ever) == (True, True)


def computed(folder: Path) -> tuple[object, object]:
    """Give what results hang on, and the systems they are worked out from, less the places."""
    bench = Workbench(folder)
    systems = {
        choice: replace(
            system, groups=tuple(replace(each, place=NOWHERE) for each in system.groups)
        )
        for choice, system in bench.systems.items()
    }
    grades = {
        group.origin: bench.case.sources[group.origin].reliability
        for system in systems.values()
        for group in system.groups
        if group.origin is not None
    }
    return bench.bearing.account, (systems, grades)


@settings(max_examples=40)
@given(first=st.lists(edits, max_size=2), then=edits)
def test_where_the_same_bears_on_the_account_the_systems_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, first: list[tuple], then: tuple[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("case")
    begun(folder)
    found = []
    for changes in (first, [then]):
        for file, what in changes:
            written(folder, file, what)
        try:
            found.append(computed(folder))
        except CannotComputeError:
            return
    (before, systems), (after, others) = found
    if before == after:
        assert systems == others
