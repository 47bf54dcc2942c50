"""The checked sources.yaml and reports go in; Source and Report nouns come out."""

from musterbook.case.build_case import unreadable_date
from musterbook.case.hedges import read_hedges
from musterbook.case.models_papers import ReportFile, SourcesFile
from musterbook.case.nodes import MapNode, Node, child, phrase_at
from musterbook.core.problem import Problem
from musterbook.core.quantity import HedgeTable
from musterbook.core.records import Report, Source
from musterbook.core.when import parse_date


def build_sources(
    model: SourcesFile, node: Node, hedges: HedgeTable
) -> tuple[dict[str, Source], tuple[Problem, ...]]:
    """Build the sources; `hedges` is the case's table, which a source may override."""
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for name, entry in model.root.items():
        table = None
        if entry.hedges:
            table, found = read_hedges(child(node, name, "hedges"), hedges)
            problems.extend(found)
        assert isinstance(node, MapNode)
        sources[name] = Source(
            name=name,
            title=entry.name or name,
            place=node.entries[name][0].place,
            reliability=entry.reliability,
            interest=entry.interest,
            retells=entry.retells,
            hedges=table,
        )
    return sources, tuple(problems)


def build_report(
    model: ReportFile, node: Node, name: str, *, file: str
) -> tuple[Report | None, tuple[Problem, ...]]:
    """Build a report without its text; None where its date cannot be read."""
    published = phrase_at(node, "published")
    day = None if published is None else parse_date(published.text)
    if published is None or day is None:
        return None, () if published is None else (unreadable_date(published),)
    report = Report(
        name=name,
        title=model.title,
        publisher=model.publisher,
        published=day.end,
        place=node.place,
        url=model.url,
        retold=model.retold,
        file=file,
    )
    return report, ()
