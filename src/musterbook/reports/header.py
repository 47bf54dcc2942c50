"""The text of a report in, its header lines (URL: and so on) and where the body begins out."""

import re
from dataclasses import dataclass
from datetime import date

from musterbook.reports.dates import first_iso_day
from musterbook.reports.top_lines import headline

_LINE = re.compile(r"(URL|DATE|ORIGIN|LICENCE):[ \t]*([^\n]*)(?:\n|$)")
_HEADER_LINES = 4


@dataclass(frozen=True, slots=True)
class Header:
    """What a report says of itself; `body` is where the text proper begins.

    The first four lines of a text may say it, a page or a PDF by its data; then `dated` names where
    the day was taken from. `misdated` are words given for the day that name none. `made` is when a
    file was made: perhaps long after it was published.
    """

    url: str = ""
    published: date | None = None
    origin: str = ""
    licence: str = ""
    body: int = 0
    title: str = ""
    dated: str = ""
    misdated: str = ""
    made: date | None = None


def body_of(text: str) -> str:
    """Give a text without its header lines."""
    return text[read_header(text).body :]


def read_header(text: str) -> Header:
    """Read the header lines of a text; a text without any has at most a title."""
    values: dict[str, str] = {}
    at = 1 if text.startswith("\ufeff") else 0
    for _ in range(_HEADER_LINES):
        match = _LINE.match(text, at)
        if match is None:
            break
        values[match[1]] = match[2].strip()
        at = match.end()
    dated = values.get("DATE", "")
    day = first_iso_day(dated)
    return Header(
        url=values.get("URL", ""),
        published=day,
        origin=values.get("ORIGIN", ""),
        licence=values.get("LICENCE", ""),
        body=at if values else 0,
        title=headline(text, at),
        misdated=dated if day is None else "",
    )
