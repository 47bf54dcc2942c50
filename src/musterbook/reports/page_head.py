"""The source of a web page in, its title, its day of publication and its address out, as it states.

Only what the page says of itself is taken; of two days it gives, the one it calls published.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from musterbook.reports.dates import dates_in, machine_day
from musterbook.reports.header import Header
from musterbook.reports.tags import Token, attributes_of, text_of, tokens_of

# Names that publishers give the day in <meta>, best first (Open Graph, schema.org, Dublin Core,
# Parse.ly, Sailthru, and plain habit).
_DAYS: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dcterms.created", "publication_date", "publish-date", "publishdate",
    "pubdate", "date",
)  # fmt: skip
_LINKED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
_LONGEST: Final = 300  # characters of a title
_TITLES: Final = ("og:title", "twitter:title", "h1", "title")


@dataclass(slots=True)
class _Seen:
    """What was met on the way through a page."""

    metas: dict[str, str] = field(default_factory=dict)
    times: set[date] = field(default_factory=set)
    headings: list[str] = field(default_factory=list)
    linked: str = ""
    title: str = ""
    url: str = ""


def page_header(page: str) -> Header:
    """Read what a page states of itself; what it does not state stays empty."""
    seen = _see(page)
    day = _day(seen)
    return Header(
        url=seen.url if seen.url.startswith(("https://", "http://")) else "",
        published=day,
        title=_title(seen),
        dated="the page itself" if day else "",
    )


def _see(page: str) -> _Seen:
    seen, in_heading = _Seen(), False
    for token in tokens_of(page):
        if token.kind == "raw":
            _see_raw(page, token, seen)
        elif token.name == "h1":
            in_heading = token.kind == "open"
            seen.headings += [""] * in_heading
        elif token.kind == "text" and in_heading:
            seen.headings[-1] += text_of(page, token)
        elif token.kind == "open" and token.name in ("meta", "link", "time"):
            _see_tag(page, token, seen)
    return seen


def _see_raw(page: str, token: Token, seen: _Seen) -> None:
    if token.name == "title":
        seen.title = seen.title or text_of(page, token)
    elif token.name == "script" and not seen.linked:
        match = _LINKED.search(page, token.start, token.end)
        seen.linked = match[1] if match else ""


def _see_tag(page: str, token: Token, seen: _Seen) -> None:
    said = attributes_of(page, token)
    if token.name == "meta":
        name = said.get("property") or said.get("name") or said.get("itemprop") or ""
        seen.metas.setdefault(name.lower(), said.get("content", ""))
    elif token.name == "link" and said.get("rel", "").lower() == "canonical":
        seen.url = seen.url or said.get("href", "")
    elif token.name == "time" and (day := _parsed(said.get("datetime", ""))):
        seen.times.add(day)
        if said.get("itemprop", "").lower() == "datepublished":
            seen.metas.setdefault("datepublished", day.isoformat())


def _day(seen: _Seen) -> date | None:
    """Give the day the page calls its own; of <time> alone only where all agree."""
    stated = (*(seen.metas.get(name, "") for name in _DAYS[:4]), seen.linked)
    stated += tuple(seen.metas.get(name, "") for name in _DAYS[4:])
    found = (day for said in stated if (day := _parsed(said)))
    return next(found, next(iter(seen.times)) if len(seen.times) == 1 else None)


def _parsed(said: str) -> date | None:
    return machine_day(said) or next(iter(dates_in(said[:_LONGEST])), None)


def _title(seen: _Seen) -> str:
    heading = seen.headings[0] if len(seen.headings) == 1 else ""
    known = {**seen.metas, "h1": heading, "title": seen.title}
    said = (" ".join(known.get(name, "").split()) for name in _TITLES)
    return next((title[:_LONGEST] for title in said if title), "")
