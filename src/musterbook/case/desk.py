"""The files of a case go in; their sheets lie here, checked against their models, with problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from pydantic import BaseModel

from musterbook.case.checked import check_nodes
from musterbook.case.find import CaseFiles
from musterbook.case.kinds import MODELS, FileKind
from musterbook.case.lexicon import read_tables
from musterbook.case.nodes import Node, plain
from musterbook.case.paper import (
    MOST_REPORT_BYTES,
    MOST_YAML_BYTES,
    FileReader,
    digest_of,
    sheet_of,
)
from musterbook.core.problem import Place, Problem, Severity
from musterbook.core.remembered import MOST_FILES, remembered

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Page:
    """One file on the desk: its nodes as written and as pruned, and its model where it has one."""

    file: str
    raw: Node | None
    node: Node | None
    model: BaseModel | None

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return self.file.rpartition("/")[2].removesuffix(".yaml")


# A window that stays open reads its case anew after every edit: of 1,000 files one has changed.
@lru_cache(maxsize=MOST_FILES)
def page_of(kind: FileKind, file: str, data: bytes) -> tuple[Page, str, tuple[Problem, ...]]:
    """Read a file's bytes and check them against its model; gives their digest too."""
    sheet, problems = sheet_of(data, file)
    if sheet.node is None:
        return Page(file, None, None, None), sheet.digest, problems
    model, pruned, faults = check_nodes(sheet.node, MODELS[kind])
    return Page(file, sheet.node, pruned, model), sheet.digest, (*problems, *faults)


@dataclass(slots=True)
class Desk:
    """Where the pages of one case are laid out while it is put together."""

    files: CaseFiles
    pages: dict[FileKind, list[Page]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    report_bytes: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    lexicon: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def read(self) -> None:
        """Read every file there is."""
        reader = FileReader(self.files.folder)
        for kind in FileKind:
            self.pages[kind] = [self._page(kind, file, reader) for file in self.files.of(kind)]
        for name, file in self.files.reports.items():
            data, problems = reader.read(file, MOST_REPORT_BYTES)
            self.problems.extend(problems)
            if data is not None:
                self.digests[file] = digest_of(data)
                self.report_bytes[name] = (file.removeprefix("reports/"), data)
        self._read_tables(reader)

    def _read_tables(self, reader: FileReader) -> None:
        """Read the case's own words."""
        texts: dict[str, str] = {}
        for file in self.files.tables:
            data, problems = reader.read(file, MOST_REPORT_BYTES)
            self.problems.extend(problems)
            if data is not None:
                self.digests[file] = digest_of(data)
                texts[file] = data.decode("utf-8", "replace")
        self.lexicon, faults = read_tables(texts)
        self.problems.extend(faults)

    def of(self, kind: FileKind) -> list[Page]:
        """Give the pages of a kind."""
        return self.pages.get(kind, [])

    def only(self, kind: FileKind) -> Page | None:
        """Give the one page of a kind that has one at most."""
        pages = self.of(kind)
        return pages[0] if pages else None

    def _page(self, kind: FileKind, file: str, reader: FileReader) -> Page:
        data, problems = reader.read(file, MOST_YAML_BYTES)
        self.problems.extend(problems)
        if data is None:
            return Page(file, None, None, None)
        page, digest, faults = page_of(kind, file, data)
        self.problems.extend(faults)
        self.digests[file] = digest
        return page

    def note_changed(self, name: str, page: Page) -> None:
        """Warn when a report is not the one whose digest was written down."""
        expected = _written_digest(page)
        file = self.files.reports.get(name)
        if file is None or not expected or file not in self.digests:
            return
        if expected != self.digests[file]:
            says = f"{file} has changed since its sha256 was written here"
            numbers = (("written", expected[:12]), ("now", self.digests[file][:12]))
            fix = "run `muster fmt` if the change was meant"
            place = Place(page.file)
            self.problems.append(Problem("MB017", says, place, Severity.WARNING, numbers, fix))


@remembered(MOST_FILES)
def _written_digest(page: Page) -> str:
    """Give the digest of its text that a report's file has written down; empty where none is."""
    written = plain(page.node) if page.node is not None else None
    expected = written.get("sha256") if isinstance(written, dict) else None
    return expected if isinstance(expected, str) else ""
