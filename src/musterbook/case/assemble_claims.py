"""A desk of checked pages goes in; its claims and series come out, held against one another.

What one file says is built once for as long as that file and what it is read by stay the same.
"""

from collections.abc import Iterator

from musterbook.case.assemble_papers import Papers
from musterbook.case.build_claims import build_claims, build_series
from musterbook.case.cross_claims import (
    Draft,
    Known,
    cross_claims,
    relations,
    unknown_account,
    unknown_source,
)
from musterbook.case.desk import Desk, Page
from musterbook.case.kinds import FileKind
from musterbook.case.models_claims import ClaimsFile
from musterbook.case.nodes import ListNode, Node, TextNode, child, nearest, phrase_at
from musterbook.case.similar import either
from musterbook.core.problem import Place, Problem, Severity
from musterbook.core.records import Account, Claim, Series
from musterbook.core.remembered import MOST_FILES, remembered
from musterbook.core.suggest import did_you_mean


def known_names(
    desk: Desk, papers: Papers, *, accounts: tuple[Account, ...], prefixes: frozenset[str]
) -> Known:
    """Gather what claims may name; `prefixes` are those of all accounts, faulty ones too."""
    names = frozenset(each.name for each in accounts)
    pages = desk.of(FileKind.CLAIMS)
    return Known(
        sources=frozenset(papers.sources),
        accounts=names,
        ids=frozenset().union(*map(written_ids, pages)),
        broken_accounts=prefixes - names,
        tables=frozenset(each for each in map(_table_of, pages) if each),
    )


@remembered(MOST_FILES)
def _table_of(page: Page) -> str:
    """Name the report whose table a claims file reads, faulty or not; empty where it reads none."""
    if child(page.raw, "table") is None:
        return ""
    named = phrase_at(page.raw, "report")
    return named.text if named else page.stem


@remembered(MOST_FILES)
def written_ids(page: Page) -> frozenset[str]:
    """Give every claim's id that a file has written down, of faulty claims too."""
    listed = child(page.raw, "claims")
    items = listed.items if isinstance(listed, ListNode) else ()
    names = (child(each, "id") for each in items)
    return frozenset(each.text for each in names if isinstance(each, TextNode))


def gather_claims(
    desk: Desk, papers: Papers, known: Known
) -> tuple[tuple[Claim, ...], tuple[Series, ...]]:
    """Gather claims and series; faults go to the desk."""
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


def _drafts(page: Page, desk: Desk, papers: Papers, *, home: str) -> tuple[Draft, ...]:
    model, node = page.model, page.node
    if node is None or not isinstance(model, ClaimsFile):
        return ()
    report = model.report or page.stem
    if report not in papers.reports:
        desk.problems.append(_no_report(report, nearest(node, "report"), papers))
        return ()
    publisher = papers.reports[report].publisher
    return _drafts_of(model, node, report=report, home=home, publisher=publisher)


@remembered(MOST_FILES)
def _drafts_of(
    model: ClaimsFile, node: Node, *, report: str, home: str, publisher: str
) -> tuple[Draft, ...]:
    built = build_claims(model, node, report=report, account=home, publisher=publisher)
    placed = ((claim, child(node, "claims", number)) for number, claim in enumerate(built))
    return tuple(
        Draft(claim, found, node, tuple(relations(claim)))
        for claim, found in placed
        if found is not None
    )


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
