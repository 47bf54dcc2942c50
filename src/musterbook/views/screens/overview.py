"""Where the claims of a report stand goes in; a narrow strip that shows them at a glance comes out.

It is drawn for the eye and the pointer: the cards lead to the same places, key by key.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from musterbook.core.records import Claim
from musterbook.views.screens.claim_state import State, state_of
from musterbook.views.screens.review_parts import Part
from musterbook.views.svg import tag

ROWS = 160  # of the strip: each a few pixels high where it is as tall as a screen
WIDTH, MARGIN = 10.0, 3.0  # in the margin stands a bar beside what the page shows
# A text of fewer letters, with fewer cards beside it, is seen at once: it fills two screens.
LEAST_LETTERS, LEAST_CLAIMS = 3_000, 8
# Of several claims in one row the first of these colours it: what asks for a decision comes first.
URGENCY = (State.WAITING, State.DERIVED, State.ACCEPTED, State.ASIDE, State.REJECTED)


@dataclass(frozen=True, slots=True)
class _Row:
    at: int
    claims: tuple[Claim, ...]

    @property
    def state(self) -> State:
        return min(map(state_of, self.claims), key=URGENCY.index)

    @property
    def words(self) -> str:
        first, others = self.claims[0], len(self.claims) - 1
        more = f" and {others} more" if others else ""
        return f"“{' '.join(first.quote.split())}”{more}, {self.state}"


def overview(
    length: int, claims: Sequence[Claim], part: Part, *, to: Callable[[str], str]
) -> Markup:
    """Draw a text of some length with the places of its claims; nothing where it is short.

    `part` is what of it the page shows; `to` gives the address of a claim's mark.
    """
    if length < LEAST_LETTERS and len(claims) < LEAST_CLAIMS:
        return Markup()
    return tag(
        "svg",
        *_frame(length, part),
        *(_drawn(each, to) for each in _rows(length, claims)),
        viewBox=f"0 0 {WIDTH:.0f} {ROWS}",
        preserveAspectRatio="none",
        class_="overview",
        aria_hidden="true",
        xmlns="http://www.w3.org/2000/svg",
    )


def _frame(length: int, part: Part) -> Iterator[Markup]:
    """Show which part of the text the page shows, where that is not all of it."""
    yield tag("rect", class_="text", x=MARGIN, y=0.0, width=WIDTH - MARGIN, height=float(ROWS))
    if part.end - part.start < length // 2:
        top, height = ROWS * part.start / length, ROWS * (part.end - part.start) / length
        yield tag("rect", class_="here", x=0.0, y=top, width=MARGIN - 1, height=max(height, 1.0))


def _rows(length: int, claims: Iterable[Claim]) -> Iterator[_Row]:
    found: dict[int, list[Claim]] = {}
    for each in claims:
        if each.at is not None:
            row = min(ROWS - 1, ROWS * each.at[0] // length)
            found.setdefault(row, []).append(each)
    for at, own in sorted(found.items()):
        yield _Row(at, tuple(_urgent_first(own)))


def _urgent_first(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda each: (URGENCY.index(state_of(each)), each.at or (0, 0)))


def _drawn(row: _Row, to: Callable[[str], str]) -> Markup:
    mark = tag("rect", class_=row.state.slug, x=MARGIN, y=row.at, width=WIDTH - MARGIN, height=1)
    return tag("a", tag("title", row.words), mark, href=to(row.claims[0].id), tabindex="-1")
