"""A desk of checked pages goes in; a Case comes out, and what does not fit goes to its problems."""

from collections.abc import Mapping
from dataclasses import replace

from musterbook.case.assemble_claims import gather_claims, known_names
from musterbook.case.assemble_papers import gather_papers
from musterbook.case.build_account import build_account
from musterbook.case.build_case import Frame, build_frame
from musterbook.case.build_plans import build_board, build_plan
from musterbook.case.cross_accounts import cross_accounts
from musterbook.case.cross_claims import Known
from musterbook.case.cross_plans import cross_board, cross_plan
from musterbook.case.cross_units import Units, cross_units
from musterbook.case.desk import Desk, Page
from musterbook.case.kinds import FileKind
from musterbook.case.known import Declared, declared_names, named_twice, reserved
from musterbook.case.models_account import AccountFile
from musterbook.case.models_case import CaseFile
from musterbook.case.models_plans import HypothesesFile, ScenariosFile
from musterbook.case.nodes import Node
from musterbook.core.plans import HypothesisBoard, ScenarioPlan
from musterbook.core.problem import Problem
from musterbook.core.quantity import HedgeTable
from musterbook.core.records import Account, Case, Claim
from musterbook.core.remembered import MOST_STATES, OneOfEach, remembered
from musterbook.core.when import Period

DEFAULT_HEDGES = HedgeTable()


def assemble(desk: Desk) -> Case | None:
    """Put a case together; None where case.yaml gives no window. All faults go to the desk."""
    frame = _frame(desk)
    accounts, declared = _accounts(desk)
    papers = gather_papers(desk, frame.hedges if frame else DEFAULT_HEDGES)
    prefixes = frozenset(_prefix(page) for page in desk.of(FileKind.ACCOUNT))
    known = known_names(desk, papers, accounts=accounts, prefixes=prefixes)
    claims, series = gather_claims(desk, papers, known)
    plan = _plan(desk, declared)
    board = _board(desk, known, claims)
    if frame is None:
        return None
    units = _units(desk, frame, declared)
    return Case(
        title=frame.title,
        question=frame.question,
        window=frame.window,
        step=frame.step,
        as_of=frame.as_of,
        events=frame.events,
        hedges=frame.hedges,
        accounts=accounts,
        sources=papers.sources,
        reports=papers.reports,
        claims=claims,
        series=series,
        plan=plan,
        board=board,
        units=units,
        lexicon=desk.lexicon,
        explained=frame.explained,
    )


def _frame(desk: Desk) -> Frame | None:
    page = desk.only(FileKind.CASE)
    if page is None:
        return None
    frame, problems = _frame_of(page)
    desk.problems.extend(problems)
    return frame


@remembered(MOST_STATES)
def _frame_of(page: Page) -> tuple[Frame | None, tuple[Problem, ...]]:
    if page.node is None or not isinstance(page.model, CaseFile):
        return None, ()
    frame, problems = build_frame(page.model, page.node)
    if frame is None:
        return None, problems
    # Most edits of case.yaml explain a conflict: what sentences are read by stays the same.
    window, hedges, events = _window(frame.window), _hedges(frame.hedges), _events(frame.events)
    return replace(frame, window=window, hedges=hedges, events=events), problems


_window = OneOfEach[Period](MOST_STATES)
_hedges = OneOfEach[HedgeTable](MOST_STATES)
_events = OneOfEach[Mapping[str, Period]](MOST_STATES)
_sizes = OneOfEach[Units](MOST_STATES)


def _units(desk: Desk, frame: Frame, declared: Declared) -> Mapping[str, tuple[float, float]]:
    page = desk.only(FileKind.CASE)
    units, problems = _units_of(frame, declared, page.node if page else None)
    desk.problems.extend(problems)
    return units


@remembered(MOST_STATES)
def _units_of(
    frame: Frame, declared: Declared, node: Node | None
) -> tuple[Mapping[str, tuple[float, float]], tuple[Problem, ...]]:
    units, problems = cross_units(frame.units, node, declared)
    return _sizes(units), problems


def _prefix(page: Page) -> str:
    return "" if page.file == "account.yaml" else page.stem


def _accounts(desk: Desk) -> tuple[tuple[Account, ...], Declared]:
    accounts, declared, problems = _accounts_of(*desk.of(FileKind.ACCOUNT))
    desk.problems.extend(problems)
    return accounts, declared


@remembered(MOST_STATES)
def _accounts_of(*pages: Page) -> tuple[tuple[Account, ...], Declared, tuple[Problem, ...]]:
    raw = {_prefix(page): page.raw for page in pages}
    declared = declared_names(raw)
    built, faults = [], list[Problem]()
    for page in pages:
        if page.node is not None and isinstance(page.model, AccountFile):
            account, problems = build_account(page.model, page.node, _prefix(page))
            faults.extend(problems)
            built.append(account)
    accounts, problems = cross_accounts(tuple(built), declared)
    named = (*named_twice(raw.values()), *reserved(raw.values()))
    return accounts, declared, (*faults, *named, *problems)


def _plan(desk: Desk, declared: Declared) -> ScenarioPlan:
    page = desk.only(FileKind.SCENARIOS)
    if page is None:
        return ScenarioPlan()
    plan, problems = _plan_of(page, declared)
    desk.problems.extend(problems)
    return plan


@remembered(MOST_STATES)
def _plan_of(page: Page, declared: Declared) -> tuple[ScenarioPlan, tuple[Problem, ...]]:
    if page.node is None or not isinstance(page.model, ScenariosFile):
        return ScenarioPlan(), ()
    return cross_plan(build_plan(page.model, page.node), declared)


def _board(desk: Desk, known: Known, claims: tuple[Claim, ...]) -> HypothesisBoard:
    page = desk.only(FileKind.HYPOTHESES)
    if page is None or page.node is None or not isinstance(page.model, HypothesesFile):
        return HypothesisBoard()
    kept = frozenset(each.id for each in claims)
    board, problems = cross_board(
        build_board(page.model, page.node), page.node, known=known, kept_ids=kept
    )
    desk.problems.extend(problems)
    return board
