"""A flow that is forbidden for a while says nothing of the time when it was not."""

from pathlib import Path

import pytest

from musterbook.workbench import Workbench

FILES = {
    "account.yaml": """stocks: {camp: in the camp}
outside: [land]
flows:
  arrive: land -> camp
  leave: camp -> land
assumptions:
  closed: arrive none since 2026-03-06
  quiet: leave at most 20 per month
""",
    "sources.yaml": "herald: {name: The Herald, reliability: B}\n",
    "reports/day.yaml": "title: A day\npublisher: herald\npublished: 2026-05-31\n",
    "reports/day.txt": "In all 1,200 people arrived. About 1,100 are there.\n",
    "claims/day.yaml": """report: day
claims:
- id: came
  quote: 1,200 people arrived
  says: arrive 1 200 by 2026-03-05
- id: there
  quote: About 1,100 are there
  says: camp about 1 100 on 2026-05-31
""",
}


@pytest.mark.parametrize("step", ["month", "week", "day"])
def test_a_border_that_closed_was_open_before(step: str, tmp_path: Path) -> None:
    case = f"title: A crossing\nwindow: 2025-09 to 2026-05\nstep: {step}\n"
    for file, text in {**FILES, "case.yaml": case}.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")
    (answer,) = Workbench(tmp_path).fit().answers
    arrived = answer.measures["arrive"]
    assert 1_100 < arrived.q50[-1] < 1_300
    assert abs(answer.sources[0].q50) < 0.1
