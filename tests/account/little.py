"""A small account and one sentence go in; the rows or the problem come out as plain text."""

import math
from dataclasses import replace
from datetime import date

from musterbook.account.build import build_system
from musterbook.account.ledger import read_ledger
from musterbook.account.system import Group, Row, System
from musterbook.core.problem import Phrase, Place, Problem
from musterbook.core.quantity import format_count
from musterbook.core.records import (
    Account,
    Assumption,
    Case,
    Claim,
    Flow,
    Measure,
    Report,
    Source,
    Stock,
)
from musterbook.core.when import parse_date, parse_period

HERE = Place("little.yaml", 1, 1)
WINDOW = parse_period("2025-12 to 2026-02")


def phrase(text: str) -> Phrase:
    return Phrase(text, HERE)


def little_account() -> Account:
    return Account(
        "",
        "Little",
        HERE,
        stocks=(Stock("camp", HERE), Stock("dead", HERE)),
        outside=("away",),
        flows=(
            Flow("come", "away", "camp", HERE),
            Flow("leave", "camp", "away", HERE),
            Flow("die", "camp", "dead", HERE),
        ),
        measures=(
            Measure("gone", {"left": phrase("leave"), "lost": phrase("leave + die")}, HERE),
            Measure("net", {"": phrase("total come - total leave")}, HERE),
            Measure("share", {"": phrase("dead / camp")}, HERE),
        ),
    )


def little_case(*claims: Claim, own: tuple[Assumption, ...] = (), **changes: object) -> Case:
    account = replace(little_account(), assumptions=own)
    events = {"the flood": parse_date("2025-11-15")}
    published = {"early": date(2026, 1, 5), "late": date(2026, 2, 10), "next": date(2026, 4, 1)}
    return Case(
        "Little",
        "How many?",
        WINDOW,
        as_of=changes.pop("as_of", date(2026, 2, 16)),
        events=events,
        accounts=(account,),
        sources={
            name: Source(name, name, HERE, retells=retells)
            for name, retells in (("agency", None), ("paper", None), ("copyist", "agency"))
        },
        reports={name: Report(name, name, "agency", day, HERE) for name, day in published.items()},
        claims=claims,
        **changes,
    )


def claim(text: str, *, name: str = "it", report: str = "late", **more: object) -> Claim:
    return Claim(name, report, HERE, says=phrase(text), **more)


def assumption(text: str) -> Assumption:
    return Assumption("it", phrase(text), "", HERE)


def built(case: Case) -> tuple[System, tuple[Problem, ...]]:
    ledger = read_ledger(case)
    result = build_system(ledger, ledger.choices[0])
    return result.system, (*ledger.problems, *result.problems)


def printed(case: Case, name: str = "it") -> list[str]:
    """Print the rows of one member, then the problems, one line each."""
    system, problems = built(case)
    groups = [each for each in system.groups if each.name == name]
    lines = [_row(system, row) for group in groups for row in group.rows]
    return lines + [f"{each.code} {each.severity.value}: {each.says}" for each in problems]


def _row(system: System, row: Row) -> str:
    terms = " ".join(
        f"{weight:+.4g} {system.columns[column].name}@{system.columns[column].end:%m-%d}"
        for column, weight in sorted(zip(row.columns, row.weights, strict=True))
    )
    return f"[{_number(row.low)}, {_number(row.high)}] {row.words} = {terms}"


def _number(value: float) -> str:
    if math.isinf(value):
        return "…"
    return format_count(value) if abs(value - round(value)) < 1e-9 else f"{value:.2f}"


def members(system: System) -> list[Group]:
    return [each for each in system.groups if each.claims]
