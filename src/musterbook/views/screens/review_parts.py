"""A long report goes in; the parts it is shown in come out, each quick to draw and to read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from musterbook.core.records import Case, Report
from musterbook.views.report_views import Paragraph

# What a part may weigh, in letters. Ten thousand words are an hour's careful review, and such a
# part is drawn in a tenth of a second; a claim's card takes as long to draw as 500 letters.
PART_WEIGHT = 60_000
CARD_WEIGHT = 500


@dataclass(frozen=True, slots=True)
class Part:
    """Some paragraphs of a report, from the one at `first` to before the one at `last`.

    `start` and `end` are where they stand in the text.
    """

    first: int
    last: int
    start: int
    end: int


def parts_of(paragraphs: Sequence[Paragraph]) -> tuple[Part, ...]:
    """Part a report between paragraphs; there is one part at least, which may be empty."""
    if not paragraphs:
        return (Part(0, 0, 0, 0),)
    return tuple(_parts(paragraphs))


def _parts(paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    first, weight = 0, 0
    for at, each in enumerate(paragraphs):
        own = _end(each) - _start(each) + CARD_WEIGHT * len(each.claims)
        if at > first and weight + own > PART_WEIGHT:
            yield _part(paragraphs, first, at)
            first, weight = at, 0
        weight += own
    yield _part(paragraphs, first, len(paragraphs))


def _part(paragraphs: Sequence[Paragraph], first: int, last: int) -> Part:
    return Part(first, last, _start(paragraphs[first]), _end(paragraphs[last - 1]))


def _start(paragraph: Paragraph) -> int:
    return paragraph.pieces[0].start


def _end(paragraph: Paragraph) -> int:
    last = paragraph.pieces[-1]
    return last.start + len(last.text)


def part_of_place(parts: Sequence[Part], at: int) -> int:
    """Number the part that holds a place of the text, from 1."""
    return next((number for number, part in enumerate(parts, 1) if at < part.end), len(parts))


def long_reports(case: Case) -> frozenset[str]:
    """Name the reports that may be shown in parts: a link to a claim of theirs has to name it."""
    own = Counter(each.report for each in case.claims if each.at is not None)
    return frozenset(name for name, report in case.reports.items() if _is_long(report, own[name]))


def _is_long(report: Report, claims: int) -> bool:
    return len(report.text) + CARD_WEIGHT * claims > PART_WEIGHT


def numbers_of(parts: Sequence[Part], paragraphs: Sequence[Paragraph]) -> Mapping[str, int]:
    """Number the part of every claim that begins in the text."""
    return {
        view.claim.id: number
        for number, part in enumerate(parts, 1)
        for each in paragraphs[part.first : part.last]
        for view in each.claims
    }
