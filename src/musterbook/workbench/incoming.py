"""A file and what a person says of it go in; a report fit to be added comes out, or its faults."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from musterbook.case.add import Newcomer, slug
from musterbook.case.models import ID_PATTERN
from musterbook.core.problem import Place, Problem
from musterbook.reports.read import ReportText


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of the reports taken in; `name` is what one is called in the case.

    `publisher_words` is what a publisher that is no source yet calls itself.
    """

    published: date | None
    publisher: str
    title: str
    url: str
    retold: bool
    name: str = ""
    publisher_words: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file on its way in: its path, its bytes and its text, where they could be read."""

    file: Path
    data: bytes
    text: ReportText | None

    def published(self, told: Told) -> date | None:
        """Give when it was published: as told, else as its own header says."""
        header = self.text.header.published if self.text else None
        return told.published or header

    def newcomer(self, told: Told) -> Newcomer:
        """Put together what is known of the report; its day and its publisher must be."""
        day = self.published(told)
        assert day is not None
        url = told.url or (self.text.header.url if self.text else "")
        title = told.title or (self.text.header.title if self.text else "") or self.file.stem
        return Newcomer(
            self.file.name,
            self.data,
            title,
            told.publisher,
            day,
            url=url,
            retold=told.retold,
            name=told.name,
            publisher_words=told.publisher_words,
        )


def clashes(read: Sequence[Incoming], taken: Collection[str], *, name: str = "") -> list[Problem]:
    """Give a problem (MB016) for each file whose name in the case another report has.

    `name` is what the one report there is will be called, where it is not called after its file.
    """
    return list(_clashes(read, set(taken), name=name))


def _clashes(read: Sequence[Incoming], taken: set[str], *, name: str) -> Iterator[Problem]:
    for each in read:
        own = name or slug(each.file.stem)
        if own in taken:
            says = f"there is a report `{own}` already"
            yield Problem("MB016", says, Place(str(each.file)), fix="rename the file")
        taken.add(own)


def source_meant(name: str) -> str:
    """Give the name a source could have for one that it cannot; empty where it can."""
    if not name or re.match(ID_PATTERN, name):
        return ""
    return re.sub(r"[\s+>,]+", "-", name.lower()).strip("-") or "source"
