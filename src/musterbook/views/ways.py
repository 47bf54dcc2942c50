"""A way out and what was worked out go in; what taking it would change comes out, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from musterbook.conflicts.results import Bounds, Verdict, WayOut
from musterbook.fit.results import Answer, MeasurePath
from musterbook.questions.spread import Spread
from musterbook.views.exhibits import Exhibits
from musterbook.views.words import bare, estimate, span

MOST_CHANGES = 6  # measures beside a way out: what a reader takes in before deciding


@dataclass(frozen=True, slots=True)
class Change:
    """A measure as it is believed now (empty: there is nothing to compare with), and after."""

    measure: str
    now: str
    after: str


@dataclass(frozen=True, slots=True)
class WayView:
    """A way out of one reading, and what it would change.

    `kind` heads the columns (`medians with 90 % intervals`, or bounds); `says` stands in place of
    changes where there are none to show.
    """

    way: WayOut
    verdict: Verdict
    kind: str = ""
    changes: tuple[Change, ...] = ()
    says: str = ""


MEDIANS = "medians with 90 % intervals"
BOUNDS = "what is certain if every other claim holds"
NOT_WORKED_OUT = "What it would do to the numbers has not been worked out."
NOTHING = "It leaves what is certain of every declared measure as it is."
LEADS = "This is the answer that leads: its numbers are the ones shown."


def way_view(
    exhibits: Exhibits,
    verdict: Verdict,
    way: WayOut,
    *,
    spreads: Mapping[str, Spread] | None = None,
) -> WayView:
    """Compare a way out with the answer that leads, or where it was not fitted its bounds.

    `spreads` are the measures with it taken, where somebody had it fitted by itself.
    """
    if spreads is not None:
        changes = tuple(_told(exhibits, spreads))
        return WayView(way, verdict, MEDIANS, changes[:MOST_CHANGES])
    fitted = _answer_of(exhibits, verdict, way)
    if fitted is not None and exhibits.answer is not None:
        if fitted is exhibits.answer:
            return WayView(way, verdict, says=LEADS)
        changes = tuple(_medians(exhibits, exhibits.answer, fitted))
        return WayView(way, verdict, MEDIANS, changes[:MOST_CHANGES])
    after = exhibits.ways.get((verdict.choice, way.members))
    if after is None:
        return WayView(way, verdict, says=NOT_WORKED_OUT)
    lead = exhibits.lead_verdict
    changes = tuple(_bounds(lead.bounds, after) if lead.feasible else _alone(after, way, exhibits))
    if not changes:
        return WayView(way, verdict, says=NOTHING)
    return WayView(way, verdict, BOUNDS, changes[:MOST_CHANGES])


def _answer_of(exhibits: Exhibits, verdict: Verdict, way: WayOut) -> Answer | None:
    answers: Sequence[Answer] = exhibits.fit.answers if exhibits.fit else ()
    return next(
        (
            each
            for each in answers
            if each.choice == verdict.choice and set(each.set_aside) == set(way.members)
        ),
        None,
    )


def _medians(exhibits: Exhibits, lead: Answer, other: Answer) -> Iterator[Change]:
    for each in exhibits.measures:
        if each.name in other.measures:
            now, after = (
                _estimate(answer.measures[each.name], exhibits) for answer in (lead, other)
            )
            yield Change(each.name, now, after)


def _told(exhibits: Exhibits, spreads: Mapping[str, Spread]) -> Iterator[Change]:
    lead = exhibits.answer
    for name in [each.name for each in exhibits.measures] or list(spreads):
        if name in spreads:
            each = spreads[name]
            middle, ends = estimate(each.q05, each.q50, each.q95)
            now = _estimate(lead.measures[name], exhibits) if lead is not None else ""
            yield Change(name, now, f"{middle} ({ends})")


def _estimate(path: MeasurePath, exhibits: Exhibits) -> str:
    at = path.at(exhibits.bench.case.today)
    middle, ends = estimate(*(float(each[at]) for each in (path.q05, path.q50, path.q95)))
    return f"{middle} ({ends})"


def _bounds(lead: Bounds, after: Bounds) -> Iterator[Change]:
    """Give the measures whose bounds differ from those of the reading that leads."""
    for name, limits in after.items():
        now = span(*lead[name]) if name in lead else ""
        if span(*limits) != now:
            yield Change(name, now, span(*limits))


def _alone(after: Bounds, way: WayOut, exhibits: Exhibits) -> Iterator[Change]:
    """Give the bounds of the account that a way out is about; there is no answer to compare."""
    members: Mapping[str, str] = {
        name: each.says for cards in exhibits.members.values() for name, each in cards.items()
    }
    said = " ".join(members.get(name, "") for name in way.members)
    own = [name for name in after if name.partition(".")[0] + "." in said] or list(after)
    yield from (Change(name, "", span(*after[name])) for name in own if _is_bounded(after, name))


def _is_bounded(bounds: Bounds, name: str) -> bool:
    return any(each is not None for each in bounds[name])


def change_words(change: Change) -> str:
    """Say one change in words, for a table of one cell."""
    now = f"{change.now} → " if change.now else ""
    return f"{bare(change.measure)}: {now}{change.after}"
