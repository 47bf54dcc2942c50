"""A case and its claims go in; its reports come out as paragraphs of marked pieces with notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.core.finding import Finding
from musterbook.core.records import Case, Report
from musterbook.core.remembered import MOST_FILES, remembered
from musterbook.views.claims import ClaimView
from musterbook.views.highlights import Piece, cut, paragraphs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's pieces, and the claims that begin in it, for the margin."""

    pieces: tuple[Piece, ...]
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as shown; `orphans` are claims whose quote is not in its text, or tables' rows."""

    report: Report
    published: date
    paragraphs: tuple[Paragraph, ...]
    orphans: tuple[ClaimView, ...]

    @property
    def marked(self) -> tuple[ClaimView, ...]:
        """The claims that have a place in its text, in reading order."""
        return tuple(each for paragraph in self.paragraphs for each in paragraph.claims)

    def weight(self, disputed: Mapping[str, int]) -> tuple[int, int, int]:
        """Say how much of the case hangs on it: its places in conflicts, rows, claims."""
        rows = [each.claim.id for each in self.marked if each.is_row]
        clashes = sum(disputed.get(each, 0) for each in rows)
        return clashes, len(rows), len(self.marked)


def report_views(
    case: Case, views: Mapping[str, ClaimView], *, disputed: Mapping[str, int]
) -> tuple[ReportView, ...]:
    """Show every report: first the one whose sentences clash most, the others by date.

    `disputed` says in how many conflicts a claim stands.
    """
    own: dict[str, list[ClaimView]] = {}
    for each in views.values():
        own.setdefault(each.claim.report, []).append(each)
    shown = [_shown(report, *own.get(name, ())) for name, report in case.reports.items()]
    shown.sort(key=lambda each: (each.published, each.report.name))
    if not shown:
        return ()
    first = max(shown, key=lambda each: each.weight(disputed))
    return (first, *(each for each in shown if each is not first))


def report_view(report: Report, case: Case, views: Mapping[str, ClaimView]) -> ReportView:
    """Show one report."""
    return _shown(report, *(views[each.id] for each in case.claims if each.report == report.name))


@remembered(MOST_FILES)
def _shown(report: Report, *own: ClaimView) -> ReportView:
    views = {each.claim.id: each for each in own}
    spans = {each.claim.id: each.claim.at for each in own if each.claim.at is not None}
    pieces = cut(report.text, spans)
    placed = {name for piece in pieces for name in piece.opens}
    return ReportView(
        report,
        report.published,
        tuple(_paragraph(each, views) for each in paragraphs(pieces) if each),
        tuple(each for each in own if each.claim.id not in placed),
    )


def _paragraph(pieces: tuple[Piece, ...], views: Mapping[str, ClaimView]) -> Paragraph:
    opened = dict.fromkeys(name for piece in pieces for name in piece.opens)
    return Paragraph(pieces, tuple(views[name] for name in opened))


def sums_of(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Choose the findings about sums, those that do not close first."""
    sums = [each for each in findings if "sum" in each.kind]
    return tuple(sorted(sums, key=lambda each: each.kind == "derived sum"))
