"""Plan, board and the names declared go in; what names nothing is left out, with a problem each."""

from collections.abc import Iterator
from dataclasses import replace

from musterbook.case.cross_claims import Known
from musterbook.case.known import Declared
from musterbook.case.nodes import Node, child, entries_of
from musterbook.case.similar import short
from musterbook.core.plans import Evidence, HypothesisBoard, Scenario, ScenarioPlan
from musterbook.core.problem import Phrase, Problem, Severity
from musterbook.core.suggest import did_you_mean

CHANGEABLE = ("flows", "parameters")
EVIDENCE_KEYS = ("claim", "scenario", "why", "note")
NO_CLAIM = "no claim has a name yet: give one an `id`, or take the row out"
WATCHABLE = ("stocks", "flows", "measures", "parameters")


def cross_plan(plan: ScenarioPlan, declared: Declared) -> tuple[ScenarioPlan, tuple[Problem, ...]]:
    """Leave out watched names and changes that nobody declared."""
    problems: list[Problem] = []
    watch = tuple(each for each in plan.watch if _is_watched(each, declared, problems))
    scenarios = tuple(_sound(each, declared, problems) for each in plan.scenarios)
    return replace(plan, watch=watch, scenarios=scenarios), tuple(problems)


def _is_watched(phrase: Phrase, declared: Declared, problems: list[Problem]) -> bool:
    """Say whether a watched phrase can stay; only plain names are looked up here."""
    name = phrase.text.partition("[")[0].strip()  # a reading may follow in brackets
    if " " in name or declared.has(name, *WATCHABLE):
        return True
    says = f"`{short(name)}` is watched, and nobody declares it"
    fix = did_you_mean(name, declared.names(*WATCHABLE), kind="declared are")
    problems.append(Problem("MB213", says, phrase.place, fix=fix))
    return False


def _sound(scenario: Scenario, declared: Declared, problems: list[Problem]) -> Scenario:
    changes = {}
    for name, phrase in scenario.changes.items():
        if declared.has(name, *CHANGEABLE):
            changes[name] = phrase
            continue
        says = f"`{short(scenario.name)}` changes `{short(name)}`, which is no flow or parameter"
        fix = did_you_mean(name, declared.names(*CHANGEABLE), kind="it may change")
        problems.append(Problem("MB213", says, phrase.place, fix=fix))
    return replace(scenario, changes=changes)


def cross_board(
    board: HypothesisBoard, node: Node, *, known: Known, kept_ids: frozenset[str]
) -> tuple[HypothesisBoard, tuple[Problem, ...]]:
    """Leave out evidence that names no claim, and marks for hypotheses nobody offers.

    `node` is the file the board was built from, row by row.
    """
    problems: list[Problem] = []
    names = frozenset(each.name for each in board.hypotheses)
    problems.extend(_key_names(board))
    rows = []
    for number, row in enumerate(board.evidence):
        faults = tuple(_row_faults(row, known, kept_ids))
        problems.extend(faults)
        problems.extend(_mark_faults(row, child(node, "evidence", number), names))
        if not faults:
            marks = {name: mark for name, mark in row.marks.items() if name in names}
            why = {name: words for name, words in row.why.items() if name in names}
            rows.append(replace(row, marks=marks, why=why))
    return replace(board, evidence=tuple(rows)), tuple(problems)


def _key_names(board: HypothesisBoard) -> Iterator[Problem]:
    for each in board.hypotheses:
        if each.name in EVIDENCE_KEYS:
            says = f"`{each.name}` cannot name a hypothesis: it is a key of the rows of evidence"
            yield Problem("MB200", says, each.place, fix="choose another name")


def _row_faults(row: Evidence, known: Known, kept_ids: frozenset[str]) -> Iterator[Problem]:
    if (row.claim is None) == (row.scenario is None):
        both = "both `claim` and `scenario`" if row.claim else "neither `claim` nor `scenario`"
        says = f"this row of evidence names {both}"
        yield Problem("MB214", says, row.place, fix="a row rests on one of the two")
    if row.claim is None or row.claim in kept_ids or known.is_row(row.claim):
        return
    if row.claim in known.ids:
        says = f"the claim `{row.claim}` is left out, and so is this row"
        yield Problem("MB209", says, row.place, Severity.NOTE)
        return
    fix = did_you_mean(row.claim, known.ids, kind="claims are", none=NO_CLAIM)
    yield Problem("MB209", f"the claim `{row.claim}` is not there", row.place, fix=fix)


def _mark_faults(row: Evidence, node: Node | None, names: frozenset[str]) -> Iterator[Problem]:
    keys = {key.text: key for part in (child(node, "why"), node) for key, _ in entries_of(part)}
    for name in dict.fromkeys((*row.marks, *row.why)):
        if name not in names:
            place = keys[name].place if name in keys else row.place
            says = f"`{short(name)}` is no hypothesis of this file"
            fix = did_you_mean(name, names, kind="hypotheses are")
            yield Problem("MB212", says, place, fix=fix)
