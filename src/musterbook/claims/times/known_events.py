"""A stretch of folded text and the events that a case dates in, the times told by them out."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from musterbook.claims.times.time_expression import TimeExpression
from musterbook.core.when import Period


def known_events(
    folded: str, start: int, end: int, *, published: date | None, events: Mapping[str, Period]
) -> Iterator[TimeExpression]:
    """Find the case's own events: since the war began."""
    for name, period in events.items():
        pattern = rf"(?P<how>since|after|before|until|when)\s+{re.escape(name.lower())}(?!\w)"
        for match in re.compile(pattern).finditer(folded, start, end):
            if match["how"] in ("since", "after"):
                span = (period.start, published)
                yield TimeExpression(match.start(), match.end(), *span, "since", "event")
            elif match["how"] == "when":
                span = (period.start, period.end)
                yield TimeExpression(match.start(), match.end(), *span, "closed", "event")
            else:
                yield TimeExpression(
                    match.start(), match.end(), None, period.start, "until", "event"
                )
