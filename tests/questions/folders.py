"""A few dated sentences in, a whole case on disk out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from musterbook.workbench import Workbench

ACCOUNT = """\
account: A camp and a school
stocks: {camp: in the camp, school: in the school}
outside: [away, home]
flows:
  arrive: {is: away -> camp, typical: 300, changes: quickly}
  leave:  {is: camp -> home, typical: 100, changes: quickly}
  enrol:  {is: away -> school, typical: 50, changes: quickly}
"""
CASE = "title: A camp\nwindow: 2025-01 to 2025-06\nstep: month\nas-of: 2025-06-30\n"


def camp(
    folder: Path, said: Mapping[str, Mapping[str, str]], *, grades: Mapping[str, str] | None = None
) -> Workbench:
    """Write a case; `said` maps a day to claims by id, `SOURCE: sentence` each."""
    sources = {line.partition(":")[0] for day in said.values() for line in day.values()}
    grade = grades or {}
    files = {
        "case.yaml": CASE,
        "account.yaml": ACCOUNT,
        "sources.yaml": "".join(
            f"{name}: {{name: {name}, reliability: {grade.get(name, 'B')}}}\n"
            for name in sorted(sources)
        ),
    }
    for day, claims in said.items():
        sentences = {name: line.partition(": ") for name, line in claims.items()}
        files[f"reports/r{day}.txt"] = "\n".join(each[2] for each in sentences.values()) + "\n"
        files[f"reports/r{day}.yaml"] = (
            f"title: News\npublisher: {sentences[next(iter(claims))][0]}\npublished: {day}\n"
        )
        files[f"claims/r{day}.yaml"] = f"report: r{day}\nclaims:\n" + "".join(
            f"- {{id: {name}, by: {by}, says: {says}}}\n"
            for name, (by, _, says) in sentences.items()
        )
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Workbench(folder)
