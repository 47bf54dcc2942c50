"""The register of claims: filtered, sorted, grouped by what they are about, a page at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from musterbook.core.quantity import format_count
from musterbook.views.anchors import claim_anchor, measure_anchor
from musterbook.views.screens.claim_filters import KEYS, Filters, filters_of
from musterbook.views.screens.claim_rows import Flag, Row, rows_of
from musterbook.views.screens.claim_state import State
from musterbook.views.screens.claim_strip import Axis, axis_of, strip
from musterbook.views.screens.fingerprint import fingerprint
from musterbook.views.screens.query import Query, whole_number
from musterbook.views.screens.screen import Context, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Cell, Table, cells, table
from musterbook.views.words import counted, day, span

PAGE = 150  # rows shown at once: more than anybody reads, and drawn in a tenth of a second
INTERVAL = "interval"  # the name of the form, and of the row it is open in
SORTS = {"date": "date", "claim": "claim", "source": "said by", "low": "number", "status": "status"}
NAMES = (
    "measure | claim | published | said by | says | low | high | status | standing | flags | quote"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as the page shows it: drawn, and with its form where that is open."""

    row: Row
    drawing: Markup
    print: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The rows about one measure; `says` is how far they are apart, `is_rest` begun before."""

    measure: str
    anchor: str
    total: int
    says: str
    entries: tuple[Entry, ...]
    is_rest: bool = False


@dataclass(frozen=True, slots=True)
class Paging:
    """Which rows of how many are shown, counted from 1, and the addresses beside."""

    first: int
    last: int
    passing: int
    total: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of the form, with how many claims it leaves."""

    value: str
    label: str


def chosen_rows(rows: Iterable[Row], filters: Filters, query: Query) -> tuple[Row, ...]:
    """Give the rows that pass, in the order asked for."""
    return sorted_rows(filters.pass_on(rows), query.get("sort"))


def sorted_rows(rows: Iterable[Row], wanted: str) -> tuple[Row, ...]:
    """Sort rows by measure, those without one last; within a measure as wanted (`-low`: down)."""
    name, is_down = wanted.removeprefix("-"), wanted.startswith("-")
    key = _ORDERS.get(name, _ORDERS["date"])
    ordered = sorted(rows, key=key, reverse=is_down)
    return tuple(sorted(ordered, key=lambda row: (not row.measure, row.measure)))


_ORDERS = {
    "date": lambda row: (day(row.view.published), row.claim.id),
    "claim": lambda row: row.claim.id,
    "source": lambda row: (row.view.chain[::-1], row.claim.id),
    "low": lambda row: row.low if row.low is not None else (row.high or 0.0),
    "status": lambda row: (list(State).index(row.state), row.claim.id),
}


def disagreement(rows: Iterable[Row]) -> str:
    """Say how many sources speak of a measure, and between which numbers: those that count."""
    counting = [row for row in rows if row.view.is_row and row.is_number]
    if not counting:
        return "none counts"
    sources = counted(len({row.origin for row in counting}), "source")
    ends = [each for row in counting for each in (row.low, row.high) if each is not None]
    return f"{sources}, {span(min(ends), max(ends))}" if ends else sources


def paging(query: Query, rows: tuple[Row, ...], total: int) -> Paging:
    """Choose the page: as asked for, else the one that holds the claim asked for."""
    pages = max(1, -(-len(rows) // PAGE))
    wanted = whole_number(query.get("page"))
    page = _page_of(query, rows) if wanted is None else min(max(wanted, 1), pages)
    first, last = (page - 1) * PAGE, min(page * PAGE, len(rows))

    def to(number: int) -> str:
        return query.to(page=str(number), claim="", interval="") if 1 <= number <= pages else ""

    return Paging(first + bool(rows), last, len(rows), total, to(page - 1), to(page + 1))


def _page_of(query: Query, rows: tuple[Row, ...]) -> int:
    wanted = query.get("claim") or query.get(INTERVAL)
    at = next((i for i, row in enumerate(rows) if row.claim.id == wanted), 0) if wanted else 0
    return at // PAGE + 1


def groups_of(rows: tuple[Row, ...], pages: Paging, query: Query) -> Iterator[Group]:
    """Group the rows of a page; what is said of a group is said of all its rows that pass."""
    whole: dict[str, list[Row]] = {}
    for row in rows:
        whole.setdefault(row.measure, []).append(row)
    part: dict[str, list[Row]] = {}
    for row in rows[max(0, pages.first - 1) : pages.last]:
        part.setdefault(row.measure, []).append(row)
    for measure, own in part.items():
        full = whole[measure]
        axis = axis_of(full)
        entries = tuple(_entry(row, axis, query) for row in own)
        anchor = measure_anchor(measure) if measure else ""
        says = disagreement(full) if measure else ""
        yield Group(measure, anchor, len(full), says, entries, own[0] is not full[0])


def _entry(row: Row, axis: Axis | None, query: Query) -> Entry:
    is_open = query.get(INTERVAL) == row.claim.id
    return Entry(row, strip(row, axis), fingerprint(row.claim) if is_open else "")


def claims_table(rows: Iterable[Row]) -> Table:
    """List claims for a machine: every row that passes, not one page alone."""
    return table("The claims of this case", NAMES, map(_cells, rows))


def _cells(row: Row) -> tuple[Cell, ...]:
    return cells(
        row.measure,
        row.claim.id,
        day(row.view.published),
        " > ".join(row.view.chain),
        row.says,
        _end(row, row.low),
        _end(row, row.high),
        row.state.value,
        row.view.standing,
        ", ".join(row.flags),
        " ".join(row.claim.quote.split()),
    )


def _end(row: Row, value: float | None) -> str:
    """Write an end of an interval; nothing where it is open, and a share as one."""
    if value is None:
        return ""
    return format_count(value) if row.is_number else f"{value:g}"


def _choices(shown: Shown, rows: Iterable[Row]) -> Mapping[str, tuple[Choice, ...]]:
    listed, case = tuple(rows), shown.bench.case
    measures = sorted({row.measure for row in listed if row.measure})
    sources = sorted({name for row in listed for name in row.view.chain})
    return {
        "measure": (*(Choice(each, each) for each in measures), Choice("none", "no sentence")),
        "source": tuple(
            Choice(each, case.sources[each].title if each in case.sources else each)
            for each in sources
        ),
        "report": tuple(Choice(name, each.title) for name, each in case.reports.items()),
        "status": tuple(Choice(each.slug, each.value) for each in State),
        "flag": tuple(Choice(each.slug, each.value) for each in Flag),
    }


def _context(shown: Shown, query: Query) -> Context:
    every, filters = rows_of(shown), filters_of(query)
    rows = chosen_rows(every, filters, query)
    pages = paging(query, rows, len(every))
    chosen = {name: query.get(name) for name in (*KEYS, "from", "to", "q", "sort")}
    return {
        "groups": tuple(groups_of(rows, pages, query)),
        "pages": pages,
        "filters": filters,
        "chosen": chosen,
        "chips": tuple(_chips(query, filters)),
        "choices": _choices(shown, every),
        "sorts": SORTS,
        "listing": listing(query),
        "has_results": shown.worked is not None and bool(shown.worked.measures),
        "anchor": claim_anchor,
    }


def _chips(query: Query, filters: Filters) -> Iterator[Choice]:
    """Give every condition in use with the address without it."""
    for each in filters.conditions:
        words = each.written or f"{each.key}:{each.value}"
        changes = {"page": "", "claim": ""}
        if each.written:
            changes["q"] = " ".join(query.get("q").replace(each.written, "", 1).split())
        elif each.key == "date":
            changes |= {"from": "", "to": ""}
        else:
            changes[each.key] = ""
        yield Choice(query.to("", **changes), words)


def listing(query: Query) -> Query:
    """Give the address of all rows that pass: what the twins for machines go by."""
    left = {name: value for name, value in query.values.items() if name not in _OF_THE_PAGE}
    return replace(query, values=left)


_OF_THE_PAGE = ("page", "claim", INTERVAL, "theme")


def _tables(shown: Shown, query: Query) -> Tables:
    return {"claims": claims_table(chosen_rows(rows_of(shown), filters_of(query), query))}


CLAIMS = Screen("/claims", "Claims", "web/claims.html", _context, _tables)
