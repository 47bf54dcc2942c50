"""A case read again and again while it is edited is always what a first reading of it gives."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workbench.small_case import CASE, SENTENCES, begun, edits, written

from musterbook.core.errors import CannotComputeError
from musterbook.views.claims import claim_views
from musterbook.workbench import Workbench


def forget() -> None:
    """Make every function of the program forget what it was asked before."""
    for name, module in list(sys.modules.items()):
        if name.startswith("musterbook"):
            for each in vars(module).values():
                for way in ("forget", "cache_clear"):
                    getattr(each, way, partial(int))()


def reading(folder: Path) -> tuple[object, ...]:
    """Read a case, as far as it can be."""
    bench = Workbench(folder)
    try:
        views = claim_views(bench.ledger, bench.default)
        built = {
            choice: (each.system, each.observations, each.mutations, each.problems)
            for choice, each in bench.built.items()
        }
        return bench.case, bench.ledger, built, dict(views), bench.problems, bench.findings
    except CannotComputeError:
        return bench.loaded.problems, bench.problems


@settings(max_examples=20)
@given(data=st.data())
def test_a_reading_after_edits_is_that_of_the_files(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("case")
    begun(folder)
    for _ in range(data.draw(st.integers(1, 4))):
        reading(folder)
        file, what = data.draw(edits)
        written(folder, file, what)
    known = reading(folder)
    forget()
    assert known == reading(folder)


def test_what_an_edit_leaves_alone_is_not_made_again(tmp_path: Path) -> None:
    begun(tmp_path)
    before = Workbench(tmp_path)
    groups = {each.name: each for each in before.default.system.groups}
    written(tmp_path, "claims/b.yaml", [(SENTENCES[1], "  note: see above\n")])
    after = Workbench(tmp_path)
    assert after.case.claims[0] is before.case.claims[0]
    assert after.case.claims[2] is not before.case.claims[2]
    assert next(g for g in after.default.system.groups if g.name == "a-2") is groups["a-2"]


def test_a_conflict_explained_or_a_title_changed_leaves_every_row(tmp_path: Path) -> None:
    begun(tmp_path)
    before = Workbench(tmp_path).default.system.groups
    written(tmp_path, "case.yaml", f"{CASE}question: Why?\nhedges: {{}}\n")
    after = Workbench(tmp_path).default.system.groups
    assert len(before) == len(after) > 2
    assert all(one is other for one, other in zip(before, after, strict=True))
