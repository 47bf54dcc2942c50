"""A case and its reports' bytes go in; the case with texts and all claims placed comes out."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from musterbook.claims.series import expand_series
from musterbook.claims.verify import place_quote
from musterbook.core.problem import Problem
from musterbook.core.records import Case, Claim, Report
from musterbook.core.remembered import MOST_CLAIMS, MOST_FILES, remembered
from musterbook.reports.read import ReportText, read_report

Papers = Mapping[str, tuple[str, bytes]]
FOLDER = "reports"  # of a case, where every report lies: problems name their place in it


def gather(case: Case, papers: Papers) -> tuple[Case, tuple[Problem, ...]]:
    """Read every report, find every quote, and add the claims that tables make row by row."""
    problems: list[Problem] = []
    texts = _read(papers, problems)
    reports = {name: _with_text(report, texts.get(name)) for name, report in case.reports.items()}
    claims = [_placed(claim, reports, problems) for claim in case.claims]
    for series in case.series:
        table = texts[series.report].table if series.report in texts else None
        if table is not None:
            found, faults = expand_series(
                series,
                table.rows,
                case.events,
                file=f"{FOLDER}/{papers[series.report][0]}",
                units=case.units,
            )
            claims += found
            problems += faults
    return replace(case, reports=reports, claims=tuple(claims)), tuple(problems)


@remembered(MOST_FILES)
def _with_text(report: Report, text: ReportText | None) -> Report:
    return report if text is None else replace(report, text=text.text, marks=text.marks)


def _read(papers: Papers, problems: list[Problem]) -> dict[str, ReportText]:
    texts = {}
    for name, (file, data) in papers.items():
        text, found = _text_of(data, f"{FOLDER}/{file}")
        problems += found
        if text is not None:
            texts[name] = text
    return texts


_text_of = lru_cache(maxsize=MOST_FILES)(read_report)


def _placed(claim: Claim, reports: Mapping[str, Report], problems: list[Problem]) -> Claim:
    report = reports.get(claim.report)
    if report is None:
        return claim
    placed, found = _place(claim, report)
    problems += found
    return placed


_place = remembered(MOST_CLAIMS)(place_quote)
