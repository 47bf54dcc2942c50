"""A case and a run go in; the board to weigh, and the answers its rows ask for, come out."""

from collections.abc import Mapping
from dataclasses import replace

from musterbook.core.plans import HypothesisBoard
from musterbook.core.problem import Phrase
from musterbook.core.records import Case, Status
from musterbook.scenarios.results import RunReport
from musterbook.workbench.later import asked

UNDER = " under "  # parts a question from the scenario it is asked of


def board_of(case: Case) -> HypothesisBoard:
    """Give the board without rows that rest on claims nobody had made by the as-of date."""
    unsaid = {
        each.id
        for each in case.claims
        if each.report in case.reports and case.reports[each.report].published > case.today
    }
    rows = (each for each in case.board.evidence if each.claim not in unsaid)
    return replace(case.board, evidence=tuple(rows))


def not_counted(case: Case) -> Mapping[str, str]:
    """Say of every claim that the analyst took out, or never took in, why it weighs nothing."""
    out = {
        each.id: f"set aside: {each.set_aside.strip()}" for each in case.claims if each.set_aside
    }
    kept_out = {
        each.id: each.status.value for each in case.claims if each.status is not Status.ACCEPTED
    }
    return out | kept_out


def asked_beside_the_plan(case: Case) -> tuple[Phrase, ...]:
    """List what evidence asks that no question of the plan answers for its scenario."""
    answered = {each.text for each in case.plan.questions}
    return tuple(each for each in asked(case) if each.text.partition(UNDER)[0] not in answered)


def probabilities_of(report: RunReport) -> Mapping[str, float]:
    """Answer what evidence asks; where no scenario is named, the baseline is meant."""
    first = sorted(report.questions, key=lambda each: each.scenario == report.baseline)
    return {
        ask: each.probability
        for each in first
        for ask in (each.ask, f"{each.ask}{UNDER}{each.scenario}")
    }
