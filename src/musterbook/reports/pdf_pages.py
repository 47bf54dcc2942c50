"""The texts of a PDF's pages in, one text without running heads and feet out, and its page marks.

A page's end ends no sentence: where the last line has no full stop, the next page goes on with it.
"""

import re
from collections.abc import Iterator, Sequence

from musterbook.reports.furniture import kept_spans
from musterbook.reports.marks import Mark
from musterbook.reports.normal import mended
from musterbook.reports.offsets import Edit, NormalText

_JOINT = "\f"
_STOP = re.compile(r"[.!?:][\"”’')\]]*\s*$")
_HYPHEN = ("-", "\ufffe", "\x02", "\u00ad", "\u2010")


def join_pages(pages: Sequence[str]) -> NormalText:
    """Join the pages; the map leads back to their texts set one after the other, one code apart."""
    raw = NormalText(_JOINT.join(pages))
    return mended(raw.rewrite(_joints(raw.text, _spans(pages))))


def page_marks(joined: NormalText, pages: Sequence[str]) -> tuple[Mark, ...]:
    """Give where the text of each page begins."""
    return tuple(
        (joined.normal(start, end)[0], f"page {number}") for number, start, end in _spans(pages)
    )


def _spans(pages: Sequence[str]) -> list[tuple[int, int, int]]:
    """Give for every page with text its number and what of it is kept, in the joined text."""
    begins = [0]
    for page in pages:
        begins.append(begins[-1] + len(page) + len(_JOINT))
    return [
        (number + 1, begins[number] + start, begins[number] + end)
        for number, (start, end) in enumerate(kept_spans(pages))
        if start < end
    ]


def _joints(raw: str, spans: Sequence[tuple[int, int, int]]) -> Iterator[Edit]:
    """Yield what stands between two pages, and nothing before the first and after the last."""
    done = 0
    for place, (_, start, end) in enumerate(spans):
        yield done, start, _between(raw, done, start) if place else ""
        done = end
    yield done, len(raw), ""


def _between(raw: str, end: int, start: int) -> str:
    last = raw[max(0, end - 10) : end]
    if last.endswith(_HYPHEN) and raw[start : start + 1].islower():
        return "\n"
    return "\n\n" if _STOP.search(last) else "\n"
