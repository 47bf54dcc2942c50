"""A desk of checked pages goes in; its sources and reports come out together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from musterbook.case.build_claims import split_chain
from musterbook.case.build_papers import build_report, build_sources
from musterbook.case.cross_claims import unknown_source
from musterbook.case.cross_sources import cross_sources, stand_ins
from musterbook.case.desk import Desk, Page
from musterbook.case.kinds import FileKind
from musterbook.case.models_claims import ClaimsFile
from musterbook.case.models_papers import ReportFile, SourcesFile
from musterbook.case.nodes import MapNode, nearest
from musterbook.core.problem import Place, Problem
from musterbook.core.quantity import HedgeTable
from musterbook.core.records import Report, Source
from musterbook.core.remembered import MOST_FILES, MOST_STATES, OneOfEach, remembered


@dataclass(frozen=True, slots=True)
class Papers:
    """Sources and reports of a case; `written` names every report with a file, faulty or not."""

    sources: dict[str, Source]
    reports: dict[str, Report]
    written: frozenset[str]


def gather_papers(desk: Desk, hedges: HedgeTable) -> Papers:
    """Gather sources and reports; faults go to the desk."""
    sources, is_readable = _sources(desk, hedges)
    pages = {page.stem: page for page in desk.of(FileKind.REPORT)}
    reports: dict[str, Report] = {}
    for name, page in pages.items():
        report = _report(desk, name, page)
        if report is None:
            continue
        reports[name] = report
        if report.publisher not in sources:
            place = nearest(page.node, "publisher") if page.node else report.place
            if is_readable:
                problem = unknown_source(report.publisher, place, frozenset(sources))
                desk.problems.append(problem)
            sources |= stand_ins([report.publisher], place)
    _lonely_texts(desk, pages)
    if not is_readable:
        missing = [name for name in _named_sources(desk) if name not in sources]
        sources |= stand_ins(missing, Place("sources.yaml"))
    return Papers(sources, reports, frozenset(pages) | frozenset(desk.files.reports))


def _sources(desk: Desk, hedges: HedgeTable) -> tuple[dict[str, Source], bool]:
    """Give the sources, and whether their file was readable (none at all counts as read)."""
    page = desk.only(FileKind.SOURCES)
    if page is None:
        return {}, True
    sources, problems = _sources_of(page, hedges)
    desk.problems.extend(problems)
    return ({}, False) if sources is None else (dict(sources), True)


@remembered(MOST_STATES)
def _sources_of(
    page: Page, hedges: HedgeTable
) -> tuple[Mapping[str, Source] | None, tuple[Problem, ...]]:
    if page.node is None or not isinstance(page.model, SourcesFile):
        return None, ()
    built, problems = build_sources(page.model, page.node, hedges)
    written = frozenset(page.raw.entries) if isinstance(page.raw, MapNode) else frozenset()
    sources, faults = cross_sources(built, page.raw or page.node)
    faulty = [name for name in written if name not in sources]
    kept = {name: _with_same_hedges(each) for name, each in sources.items()}
    return kept | stand_ins(faulty, Place(page.file)), (*problems, *faults)


_hedges = OneOfEach[HedgeTable](MOST_FILES)


def _with_same_hedges(source: Source) -> Source:
    return source if source.hedges is None else replace(source, hedges=_hedges(source.hedges))


@remembered(MOST_FILES)
def _report_of(page: Page, *, name: str, file: str) -> tuple[Report | None, tuple[Problem, ...]]:
    if page.node is None or not isinstance(page.model, ReportFile):
        return None, ()
    return build_report(page.model, page.node, name, file=file.removeprefix("reports/"))


def _report(desk: Desk, name: str, page: Page) -> Report | None:
    if page.node is None or not isinstance(page.model, ReportFile):
        return None
    file = desk.files.reports.get(name, "")
    report, problems = _report_of(page, name=name, file=file)
    desk.problems.extend(problems)
    if not file:
        says = f"the report `{name}` has no text beside its description"
        fix = f"put reports/{name}.txt (html, pdf, csv, json) there"
        desk.problems.append(Problem("MB015", says, Place(page.file), fix=fix))
    desk.note_changed(name, page)
    return report


def _lonely_texts(desk: Desk, pages: dict[str, Page]) -> None:
    for name, file in desk.files.reports.items():
        if name not in pages:
            says = f"nothing says who published {file}, and when"
            fix = f"write reports/{name}.yaml with title, publisher and published"
            desk.problems.append(Problem("MB015", says, Place(file), fix=fix))


def _named_sources(desk: Desk) -> list[str]:
    """Give every source a claims file names, when sources.yaml could not be read."""
    names: dict[str, None] = {}
    for page in desk.of(FileKind.CLAIMS):
        if isinstance(page.model, ClaimsFile):
            chains = (page.model.by, *(each.by for each in page.model.claims))
            names.update(dict.fromkeys(name for chain in chains for name in split_chain(chain)))
    return list(names)
