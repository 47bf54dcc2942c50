from pathlib import Path

from musterbook.workbench import Workbench

CASE = "title: A crossing\nwindow: 2025-01 to 2025-06\n"
ACCOUNT = """stocks:
  camp: in the camp
outside: [land]
flows:
  arrive: land -> camp
"""
REPORT = "title: Ferry lists\npublisher: herald\npublished: 2025-04-01\n"
SERIES = """report: ferry
by: herald
table: {date: day, value: people, take: last of month}
says: arrive {value} since 2025-01-01 to {date}
"""
ROWS = "day,people\n2025-01-15,100\n2025-01-31,250\n2025-02-28,400\n"


def test_the_rows_of_a_table_become_claims_with_their_place(tmp_path: Path):
    for file, text in {
        "case.yaml": CASE,
        "account.yaml": ACCOUNT,
        "sources.yaml": "herald: {name: The Herald}\n",
        "reports/ferry.yaml": REPORT,
        "reports/ferry.csv": ROWS,
        "claims/ferry.yaml": SERIES,
    }.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")
    bench = Workbench(tmp_path)
    assert bench.problems == ()
    assert [(each.id, str(each.place), each.says.text) for each in bench.case.claims] == [
        (
            "ferry@2025-01-31",
            "reports/ferry.csv:3:1",
            "arrive exactly 250 since 2025-01-01 to 2025-01-31",
        ),
        (
            "ferry@2025-02-28",
            "reports/ferry.csv:4:1",
            "arrive exactly 400 since 2025-01-01 to 2025-02-28",
        ),
    ]
    assert bench.conflicts().default.bounds["arrive"] == (400.0, None)
