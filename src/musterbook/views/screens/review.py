"""One report to be reviewed: its text marked, and beside each paragraph the cards of its claims.

A long one is shown in parts: its address names the part, or a claim that stands in it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from musterbook.core.problem import Problem
from musterbook.core.records import Claim, Report, Stance, Status
from musterbook.reports.header import read_header
from musterbook.views.anchors import claim_anchor, report_anchor, sentence_anchor
from musterbook.views.claims import ClaimView
from musterbook.views.highlights import Piece
from musterbook.views.report_views import report_view
from musterbook.views.screens.claim_sheet import Sheet, new_sheet, sheet_of, typed_sheet
from musterbook.views.screens.claim_state import State, is_quotation, problems_by_claim, state_of
from musterbook.views.screens.fingerprint import fingerprint
from musterbook.views.screens.overview import overview
from musterbook.views.screens.query import Query, Typed, whole_number
from musterbook.views.screens.review_parts import Part, numbers_of, part_of_place, parts_of
from musterbook.views.screens.review_table import claims_of_report
from musterbook.views.screens.screen import Context, NothingHereError, Screen, Tables
from musterbook.views.screens.shown import Shown

EDIT, QUOTE = "edit", "quote"  # the names of the forms
PART = "part"  # of a long report, as its address names it


@dataclass(frozen=True, slots=True)
class Card:
    """A claim to decide on; `next` is the claim that waits after it, empty where none does.

    `sheet` is its form, where that is open.
    """

    view: ClaimView
    state: State
    print: str
    next: str
    problems: tuple[Problem, ...] = ()
    sheet: Sheet | None = None

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.view.claim

    @property
    def is_quotation(self) -> bool:
        """Say whether it is accepted and has no sentence."""
        return is_quotation(self.claim)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, its cards, and the form of a new claim that begins in it.

    The form stands before the card number `sheet_at`, in reading order.
    """

    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    is_head: bool = False
    sheet: Sheet | None = None
    sheet_at: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the review of a report has come; `next` is the first claim that waits.

    `quotations` counts the claims accepted that have no sentence, so that nothing follows of them.
    """

    reviewed: int
    total: int
    next: str
    states: Mapping[State, int]
    quotations: int = 0


def report_named(shown: Shown, name: str) -> Report:
    """Find a report by its name or its anchor.

    Raises:
        NothingHereError: there is none.
    """
    reports: Mapping[str, Report] = shown.bench.case.reports
    if name in reports:
        return reports[name]
    for each in reports.values():
        if name == report_anchor(each.name).removeprefix("report-"):
            return each
    raise NothingHereError(f"no report is called {name!r}")


def new_span(words: str, text: str) -> tuple[int, int] | None:
    """Read a stretch of a text from an address, `12-40`; None where it is none."""
    start, _, end = words.partition("-")
    first, last = whole_number(start), whole_number(end)
    if first is None or last is None:
        return None
    return (first, last) if first < last <= len(text) else None


def span_words(span: tuple[int, int]) -> str:
    """Write a stretch of a text as an address holds it."""
    return f"{span[0]}-{span[1]}"


class Review:
    """One report as the reviewer sees it."""

    def __init__(self, shown: Shown, query: Query) -> None:
        """Take a report by the name in the address."""
        self.shown, self.query = shown, query
        self.report = report_named(shown, query.item)
        self.view = report_view(self.report, shown.bench.case, shown.claims)
        self.faults = problems_by_claim(shown.bench.problems, shown.bench.case.claims)
        self.order = [each.claim for each in (*self.orphaned, *self.view.marked)]

    @property
    def orphaned(self) -> tuple[ClaimView, ...]:
        """The claims whose quote is not found in the text."""
        return tuple(each for each in self.view.orphans if each.claim.quote)

    @property
    def unplaced(self) -> tuple[ClaimView, ...]:
        """The claims that quote nothing: rows of a table, or written by hand."""
        return tuple(each for each in self.view.orphans if not each.claim.quote)

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """The claims that wait for a decision, in reading order."""
        return tuple(each.id for each in self.order if each.status is Status.PROPOSED)

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The stretch that is to be a new claim, if any is."""
        return new_span(self.query.get("new"), self.report.text)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts that the report is shown in."""
        return parts_of(self.view.paragraphs)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return numbers_of(self.parts, self.view.paragraphs)

    @cached_property
    def number(self) -> int:
        """The number of the part shown: of the form that is open, of the claim, or as asked for."""
        asked = (self._numbers.get(self.query.get(name)) for name in ("edit", "claim"))
        if (of_claim := next(filter(None, asked), None)) is not None:
            return of_claim
        if self.span is not None:
            return part_of_place(self.parts, self.span[0])
        wanted = whole_number(self.query.get(PART)) or 1
        return min(max(wanted, 1), len(self.parts))

    @property
    def part(self) -> Part:
        """The part shown."""
        return self.parts[self.number - 1]

    @property
    def plain(self) -> str:
        """The address of this page with no form open."""
        part = str(self.number) if self.number > 1 else ""
        return self.query.to(edit="", new="", says="", claim="", part=part)

    def part_address(self, by: int) -> str:
        """Give the address of another part; empty where there is none."""
        number = self.number + by
        page = self.query.to(edit="", new="", says="", claim="", part=str(number))
        return page if 1 <= number <= len(self.parts) else ""

    def address(self, claim: str) -> str:
        """Give the address of a claim's card, be it in this part or another."""
        return f"{self._page_of(claim) or self.plain}#{claim_anchor(claim)}"

    def mark_address(self, claim: str) -> str:
        """Give the address of a claim's words in the text."""
        return f"{self._page_of(claim)}#{sentence_anchor(claim)}"

    def _page_of(self, claim: str) -> str:
        """Name the page of a claim; empty where it is this one."""
        number = self._numbers.get(claim, 1)
        if number == self.number:
            return ""
        return self.query.to(edit="", new="", says="", part="", claim=claim)

    @property
    def overview(self) -> Markup:
        """Where the claims stand in the whole text."""
        claims = [each.claim for each in self.view.marked]
        length = len(self.report.text)
        return overview(length, claims, self.part, to=self.mark_address)

    @property
    def tally(self) -> Tally:
        """Count what was decided."""
        states = [state_of(each) for each in self.order]
        counts = {each: states.count(each) for each in State if each in states}
        total, waiting = len(self.order), len(self.waiting)
        quoted = sum(map(is_quotation, self.order))
        return Tally(total - waiting, total, next(iter(self.waiting), ""), counts, quoted)

    def lines(self) -> Iterator[Line]:
        """Give the paragraphs of the part shown with their cards."""
        body = read_header(self.report.text).body
        for each in self.view.paragraphs[self.part.first : self.part.last]:
            first, last = each.pieces[0], each.pieces[-1]
            is_head = first.start < body
            reach = range(first.start, last.start + len(last.text))
            sheet = self.new_sheet() if self.span and self.span[0] in reach else None
            cards = tuple(map(self.card, each.claims))
            yield Line(each.pieces, cards, is_head, sheet, self._place(cards))

    def _place(self, cards: tuple[Card, ...]) -> int:
        """Count the cards of claims that begin before the new one."""
        start = self.span[0] if self.span else 0
        return sum(card.claim.at is not None and card.claim.at[0] < start for card in cards)

    def card(self, view: ClaimView) -> Card:
        """Lay out one claim."""
        claim = view.claim
        sheet = self.sheet(claim) if self.query.get("edit") == claim.id else None
        return Card(
            view,
            state_of(claim),
            fingerprint(claim),
            self.after(claim),
            self.faults.get(claim.id, ()),
            sheet,
        )

    def sheet(self, claim: Claim) -> Sheet:
        """Give the form of a claim: as it was typed, else as the claim is."""
        if self.query.typed.form == EDIT:
            return typed_sheet(self.shown, self.query.typed, claim.id, account=claim.account)
        return sheet_of(self.shown, claim)

    def new_sheet(self) -> Sheet:
        """Give the form of a new claim, filled with what extraction makes of its words."""
        assert self.span is not None
        if self.query.typed.form == EDIT:
            return typed_sheet(self.shown, self.query.typed, "")
        return new_sheet(self.shown, self.report, self.span, says=self.query.get("says"))

    def after(self, claim: Claim) -> str:
        """Name the claim that waits next after one, round to the first."""
        at, places = self._places[claim.id], self._places
        later = bisect_right(self.waiting, at, key=places.__getitem__)
        found = self.waiting[later : later + 1] or self.waiting[:1]
        return "" if found == (claim.id,) else next(iter(found), "")

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {each.id: at for at, each in enumerate(self.order)}


def _context(shown: Shown, query: Query) -> Context:
    review = Review(shown, query)
    typed = query.typed if query.typed.form == QUOTE else Typed()
    return {
        "review": review,
        "report": review.report,
        "source": shown.bench.case.sources.get(review.report.publisher),
        "tally": review.tally,
        "lines": tuple(review.lines()),
        "orphans": tuple(map(review.card, review.orphaned)) if review.number == 1 else (),
        "listing": replace(query, values={**query.values, "part": "", "claim": ""}),
        "unplaced": claims_of_report(review.unplaced, review.report.title),
        "classes": {each.id: state_of(each).slug for each in review.order},
        "quote_form": typed,
        "plain": review.plain,
        "stances": tuple(each.value for each in Stance),
    }


def _tables(shown: Shown, query: Query) -> Tables:
    review = Review(shown, query)
    views = (*review.orphaned, *review.view.marked, *review.unplaced)
    return {"claims": claims_of_report(views, review.report.title)}


REPORT = Screen("/reports/{item:path}", "Report", "web/report.html", _context, _tables)
