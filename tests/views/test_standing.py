"""A claim that is read and not computed says which it is: outside the window, or at fault."""

import shutil
from pathlib import Path

from musterbook.views.claims import FAULTY, OUTSIDE
from musterbook.views.exhibits import ExhibitOptions, Exhibits
from musterbook.workbench import Workbench

CROSSING = Path(__file__).parents[2] / "examples" / "crossing"
ADDED = """\
- id: early
  says: drowned 5 in 2025-03
- id: timeless
  says: drowned 50
"""


def test_outside_the_window_and_a_sentence_at_fault_are_told_apart(tmp_path):
    folder = tmp_path / "case"
    shutil.copytree(CROSSING, folder)
    paper = folder / "claims" / "radio.yaml"
    paper.write_text(paper.read_text("utf-8").rstrip() + "\n" + ADDED, "utf-8")
    plain = ExhibitOptions(with_fit=False, with_scenarios=False)
    views = Exhibits(Workbench(folder), plain).claims
    assert views["early"].standing == OUTSIDE
    assert views["timeless"].standing == FAULTY
    assert views["drownings"].standing == "counts"
