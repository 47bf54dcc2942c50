"""The first lines of a text in, the headline and the day of publication they seem to print out.

Neither is certain: a day found here is shown to a person, and never used by itself.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from musterbook.reports.dates import printed_dates

_LINES: Final = 12  # lines with words: headline, by-line, day, the first paragraphs' beginnings
_LONGEST: Final = 120  # characters of a headline or a day's line; a paragraph is longer
_MOST_WORDS: Final = 6  # beside a day on a line of its own: `Friday, 10:33 GMT, 4 min read`
_MARKED = re.compile(r"#{1,3}\s+(?P<title>\S.*)")
_UNDERLINED = re.compile(r"[=-]{3,}")
_NO_HEADLINE = re.compile(r".*[.,;:]$|(?i:by|from|published|updated|posted)\b")
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
# KESH, 17 Feb 2026 - · WASHINGTON (AP), Oct. 2, 2025 -- · NEW YORK, Tuesday, 4 June 2026:
_DATELINE = re.compile(rf"[A-Z][A-Z .,'/-]+(?:\([^)]*\))?[, ]*(?:{_WEEKDAY}\.?,? +)?")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:[-–—:|]|$)")
_PUBLISHED = re.compile(
    r"(?i:.*\b(?:published|posted|updated|issued|released|dated?)\b(?: on)?:? *|by .*[,|] *)"
    rf"(?:{_WEEKDAY}\.?,? +)?"
)
_ALONE = re.compile(rf"[(\[]?(?:{_WEEKDAY}\.?,? +)?")


class PrintedDay(NamedTuple):
    """A day near the top of a text, in its words."""

    words: str
    day: date


def printed_day(text: str, begin: int = 0) -> PrintedDay | None:
    """Find a dateline, or a line that says when a text was published, among its first lines."""
    for line in _first_lines(text, begin):
        for start, end, day in printed_dates(line[:_LONGEST]):
            if _dates_the_text(line[:start], line[end:]):
                return PrintedDay(line[start:end], day)
    return None


def headline(text: str, begin: int = 0) -> str:
    """Give the line a text opens with, if it stands alone like a headline; else nothing."""
    first, _, rest = text[begin:].lstrip("\ufeff\n\r\t ").partition("\n")
    line, second = first.strip(), rest.partition("\n")[0].strip()
    if marked := _MARKED.fullmatch(line):
        return marked["title"].rstrip(" #")
    stands_alone = bool(rest.strip()) and (not second or bool(_UNDERLINED.fullmatch(second)))
    is_long = len(line) > _LONGEST
    if not stands_alone or is_long or _NO_HEADLINE.match(line) or any(printed_dates(line)):
        return ""
    return line if any(each.isalpha() for each in line) else ""


def _first_lines(text: str, begin: int) -> Iterator[str]:
    at = begin
    for _ in range(_LINES):
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text):
            return
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text[at:end].strip()
        at = end


def _dates_the_text(before: str, after: str) -> bool:
    """Say whether what stands around a day makes it the day of the text, not of its news."""
    if _DATELINE.fullmatch(before):
        return bool(_AFTER_DATELINE.match(after))
    is_brief = len(after.split()) <= _MOST_WORDS and not after.rstrip().endswith(".")
    return is_brief and bool(_PUBLISHED.fullmatch(before) or _ALONE.fullmatch(before))
