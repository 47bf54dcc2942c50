"""A report's bytes and what is known of it go in; the edits that put it into a case come out."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from musterbook.case import round_trip
from musterbook.case.edits import AddClaims, Edit, FieldValue, NewFile, SetValue
from musterbook.case.kinds import FileKind
from musterbook.case.paper import digest_of
from musterbook.case.schema import schema_line

LONGEST_NAME = 60  # characters of a report's name: it becomes a file's name and part of links
SOURCES = "sources.yaml"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A report to put in: its file's name and bytes, and what stands beside it in NAME.yaml."""

    file: str
    data: bytes
    title: str
    publisher: str
    published: date
    url: str = ""
    retold: bool = False
    name: str = ""
    publisher_words: str = ""  # what the publisher calls itself, where that is more than its name

    @property
    def stem(self) -> str:
        """The name it goes by in the case."""
        return self.name or slug(PurePosixPath(self.file).stem)


def slug(text: str) -> str:
    """Make a name of any words: small letters, digits and dashes; `report` where none is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].strip("-") or "report"


def report_edits(
    newcomer: Newcomer,
    claims: Iterable[Mapping[str, FieldValue]] = (),
    *,
    seen: Mapping[str, str],
    known_sources: Iterable[str],
    account: str = "",
) -> tuple[Edit, ...]:
    """Give the edits that put a report in, with its claims and, if it is new, its publisher.

    `seen` holds the files of the case (`LoadedCase.files`), `known_sources` the names in its
    sources.yaml; `account` is where the claims' names are looked up, if the case has several.
    """
    stem = newcomer.stem
    ending = PurePosixPath(newcomer.file).suffix.lower() or ".txt"
    edits: list[Edit] = [
        NewFile(f"reports/{stem}{ending}", newcomer.data),
        NewFile(f"reports/{stem}.yaml", _described(newcomer).encode()),
    ]
    if newcomer.publisher not in set(known_sources):
        words = {newcomer.publisher: newcomer.publisher_words}
        edits.extend(source_edits(words, seen=seen))
    new = tuple(claims)
    if new:
        header = {"report": stem, **({"account": account} if account else {})}
        edits.append(AddClaims(f"claims/{stem}.yaml", new, tuple(header.items())))
    return tuple(edits)


def _described(newcomer: Newcomer) -> str:
    """Write what stands beside the report."""
    fields: dict[str, FieldValue] = {
        "title": newcomer.title,
        "publisher": newcomer.publisher,
        "published": newcomer.published.isoformat(),
        **({"url": newcomer.url} if newcomer.url else {}),
        "sha256": digest_of(newcomer.data),
        **({"retold": "true"} if newcomer.retold else {}),
    }
    line = schema_line(f"reports/{newcomer.stem}.yaml", FileKind.REPORT)
    return f"{line}\n{round_trip.dump(round_trip.as_mapping(fields))}"


def source_edits(words: Mapping[str, str], *, seen: Mapping[str, str]) -> tuple[Edit, ...]:
    """Declare sources by their names, each with its words (empty where it is called by its name).

    Their reliability is for the analyst to judge: until then it is F.
    """
    if not words:
        return ()
    entries = {name: said or name for name, said in words.items()}
    if SOURCES in seen:
        return tuple(SetValue(SOURCES, (name,), said) for name, said in entries.items())
    text = round_trip.dump(round_trip.as_mapping(entries))
    return (NewFile(SOURCES, f"{schema_line(SOURCES, FileKind.SOURCES)}\n{text}".encode()),)
