"""A desk of checked pages goes in; a Case comes out, and what does not fit goes to its problems."""

from collections.abc import Iterator, Mapping

from musterbook.case.assemble_papers import Papers, gather_papers
from musterbook.case.build_account import build_account
from musterbook.case.build_case import Frame, build_frame
from musterbook.case.build_claims import build_claims, build_series
from musterbook.case.build_plans import build_board, build_plan
from musterbook.case.cross_accounts import cross_accounts
from musterbook.case.cross_claims import Draft, Known, cross_claims, unknown_account, unknown_source
from musterbook.case.cross_plans import cross_board, cross_plan
from musterbook.case.cross_units import cross_units
from musterbook.case.desk import Desk, Page
from musterbook.case.kinds import FileKind
from musterbook.case.known import Declared, declared_names, named_twice, reserved
from musterbook.case.models_account import AccountFile
from musterbook.case.models_case import CaseFile
from musterbook.case.models_claims import ClaimsFile
from musterbook.case.models_plans import HypothesesFile, ScenariosFile
from musterbook.case.nodes import ListNode, Node, TextNode, child, nearest, phrase_at
from musterbook.case.similar import either
from musterbook.core.plans import HypothesisBoard, ScenarioPlan
from musterbook.core.problem import Place, Problem, Severity
from musterbook.core.quantity import HedgeTable
from musterbook.core.records import Account, Case, Claim, Series
from musterbook.core.suggest import did_you_mean


def assemble(desk: Desk) -> Case | None:
    """Put a case together; None where case.yaml gives no window. All faults go to the desk."""
    frame = _frame(desk)
    accounts, declared = _accounts(desk)
    papers = gather_papers(desk, frame.hedges if frame else HedgeTable())
    known = _known(desk, papers, accounts)
    claims, series = _claims(desk, papers, known)
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
    if page is None or page.node is None or not isinstance(page.model, CaseFile):
        return None
    frame, problems = build_frame(page.model, page.node)
    desk.problems.extend(problems)
    return frame


def _units(desk: Desk, frame: Frame, declared: Declared) -> Mapping[str, tuple[float, float]]:
    page = desk.only(FileKind.CASE)
    units, problems = cross_units(frame.units, page.node if page else None, declared)
    desk.problems.extend(problems)
    return units


def _prefix(page: Page) -> str:
    return "" if page.file == "account.yaml" else page.stem


def _accounts(desk: Desk) -> tuple[tuple[Account, ...], Declared]:
    pages = desk.of(FileKind.ACCOUNT)
    raw = {_prefix(page): page.raw for page in pages}
    declared = declared_names(raw)
    built = []
    for page in pages:
        if page.node is not None and isinstance(page.model, AccountFile):
            account, problems = build_account(page.model, page.node, _prefix(page))
            desk.problems.extend(problems)
            built.append(account)
    accounts, problems = cross_accounts(tuple(built), declared)
    desk.problems.extend((*named_twice(raw.values()), *reserved(raw.values()), *problems))
    return accounts, declared


def _known(desk: Desk, papers: Papers, accounts: tuple[Account, ...]) -> Known:
    names = frozenset(each.name for each in accounts)
    return Known(
        sources=frozenset(papers.sources),
        accounts=names,
        ids=written_ids(desk),
        broken_accounts=frozenset(_prefix(page) for page in desk.of(FileKind.ACCOUNT)) - names,
        tables=_tables(desk),
    )


def _tables(desk: Desk) -> frozenset[str]:
    """Give the reports whose claims files read a table, faulty ones too."""
    found = set()
    for page in desk.of(FileKind.CLAIMS):
        if child(page.raw, "table") is not None:
            named = phrase_at(page.raw, "report")
            found.add(named.text if named else page.stem)
    return frozenset(found)


def _claims(
    desk: Desk, papers: Papers, known: Known
) -> tuple[tuple[Claim, ...], tuple[Series, ...]]:
    every = known.accounts | known.broken_accounts
    home = next(iter(every)) if len(every) == 1 else ""
    drafts: list[Draft] = []
    series: list[Series] = []
    for page in desk.of(FileKind.CLAIMS):
        drafts.extend(_drafts(page, desk, papers, home=home))
        series.extend(_series(page, desk, papers, home=home, known=known))
    claims, problems = cross_claims(drafts, known)
    desk.problems.extend(problems)
    return claims, tuple(series)


def _drafts(page: Page, desk: Desk, papers: Papers, *, home: str) -> Iterator[Draft]:
    model, node = page.model, page.node
    if node is None or not isinstance(model, ClaimsFile):
        return
    report = model.report or page.stem
    if report not in papers.reports:
        desk.problems.append(_no_report(report, nearest(node, "report"), papers))
        return
    publisher = papers.reports[report].publisher
    built = build_claims(model, node, report=report, account=home, publisher=publisher)
    for number, claim in enumerate(built):
        found = child(node, "claims", number)
        if found is not None:
            yield Draft(claim, found, node)


def _no_report(report: str, place: Place, papers: Papers) -> Problem:
    if report in papers.written:
        says = f"these claims are left out, because the report `{report}` has a fault"
        return Problem("MB206", says, place, Severity.NOTE)
    near = did_you_mean(report, papers.written, kind="reports are", none="")
    fix = either(near, "put it in with `muster add`")
    return Problem("MB206", f"there is no report `{report}`", place, fix=fix)


def _series(page: Page, desk: Desk, papers: Papers, *, home: str, known: Known) -> Iterator[Series]:
    model, node = page.model, page.node
    if node is None or not isinstance(model, ClaimsFile):
        return
    report = papers.reports.get(model.report or page.stem)
    if report is None:
        return
    found, problems = build_series(
        model, node, report=report.name, account=home, publisher=report.publisher
    )
    problems = (*problems, *(_series_faults(found, node, known) if found else ()))
    desk.problems.extend(problems)
    if found is not None and not problems:
        yield found


def _series_faults(series: Series, node: Node, known: Known) -> Iterator[Problem]:
    for source in series.by:
        if source not in known.sources:
            yield unknown_source(source, nearest(node, "by"), known.sources)
    if series.account and series.account not in known.accounts | known.broken_accounts:
        yield unknown_account(series.account, nearest(node, "account"), known.accounts)


def written_ids(desk: Desk) -> frozenset[str]:
    """Give every claim's id that somebody wrote down, of faulty claims too."""
    found = set()
    for page in desk.of(FileKind.CLAIMS):
        listed = child(page.raw, "claims")
        for each in listed.items if isinstance(listed, ListNode) else ():
            name = child(each, "id")
            if isinstance(name, TextNode):
                found.add(name.text)
    return frozenset(found)


def _plan(desk: Desk, declared: Declared) -> ScenarioPlan:
    page = desk.only(FileKind.SCENARIOS)
    if page is None or page.node is None or not isinstance(page.model, ScenariosFile):
        return ScenarioPlan()
    plan, problems = cross_plan(build_plan(page.model, page.node), declared)
    desk.problems.extend(problems)
    return plan


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
