"""A folder goes in; the files of its case by kind, and problems with what lies there, come out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from musterbook.case.entries import names_in
from musterbook.case.kinds import FileKind, kind_of
from musterbook.case.lexicon import FOLDER as LEXICON
from musterbook.case.lexicon import TABLES, is_table
from musterbook.case.misplaced import misplaced
from musterbook.case.models import ID_PATTERN, NAME_PATTERN
from musterbook.case.similar import short
from musterbook.core.errors import CaseNotFoundError
from musterbook.core.problem import Place, Problem, Severity
from musterbook.core.suggest import did_you_mean

FOLDERS = ("accounts", "reports", "claims", LEXICON)
ROOT_FILES = ("case.yaml", "account.yaml", "sources.yaml", "scenarios.yaml", "hypotheses.yaml")
REPORT_ENDINGS = (".txt", ".md", ".html", ".htm", ".xhtml", ".pdf", ".csv", ".tsv", ".json")


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """The paths of a case, relative to it, with `/`; reports by name, each with its text file."""

    folder: Path
    by_kind: dict[FileKind, tuple[str, ...]]
    reports: dict[str, str]
    tables: tuple[str, ...] = ()

    def of(self, kind: FileKind) -> tuple[str, ...]:
        """Give the files of one kind, in order of name."""
        return self.by_kind.get(kind, ())


def find_files(folder: Path) -> tuple[CaseFiles, tuple[Problem, ...]]:
    """Look through a case's folder.

    Raises:
        CaseNotFoundError: there is no folder at that path.
    """
    if not folder.is_dir():
        raise CaseNotFoundError(f"there is no folder {folder}")
    files, problems = _sorted_out(tuple(_names(folder)))
    return replace(files, folder=folder), (*misplaced(folder), *problems)


# A window that stays open looks through its folder after every edit, and few bring a file.
@lru_cache(maxsize=8)
def _sorted_out(found: tuple[str, ...]) -> tuple[CaseFiles, tuple[Problem, ...]]:
    """Sort files into kinds by their names alone; the folder they lie in is filled in later."""
    misnamed = tuple(_misnamed(name) for name in found if not _may_be_called(name))
    names = tuple(name for name in found if _is_text(name) and _may_be_called(name))
    by_kind: dict[FileKind, list[str]] = {}
    for name in names:
        kind = kind_of(name)
        if kind is not None:
            by_kind.setdefault(kind, []).append(name)
    reports, problems = _report_texts(names)
    tables = tuple(name for name in names if is_table(name))
    kinds = {kind: tuple(found) for kind, found in by_kind.items()}
    files = CaseFiles(Path(), kinds, reports, tables)
    odd = tuple(_odd_name(name) for name in found if not _is_text(name))
    return files, (*odd, *misnamed, *problems, *_layout(files), *_strays(names))


def _is_text(name: str) -> bool:
    """Say whether a file's name can be written in UTF-8; some systems allow any bytes."""
    return name == name.encode("utf-8", "replace").decode("utf-8")


def _may_be_called(name: str) -> bool:
    """Say whether a file's name can be the prefix of names, or the name of a report."""
    path = PurePosixPath(name)
    folder = str(path.parent)
    if not _is_text(name) or folder == "." or path.suffix not in (".yaml", *REPORT_ENDINGS):
        return True
    pattern = NAME_PATTERN if folder == "accounts" else ID_PATTERN
    return re.match(pattern, path.stem) is not None


def _misnamed(name: str) -> Problem:
    says = f"`{short(PurePosixPath(name).stem)}` is not a name, so this file is not read"
    fix = "rename it: one word, without space, comma, + or >"
    if name.startswith("accounts/"):
        fix = "rename it: small letters, digits and _, beginning with a letter"
    return Problem("MB200", says, Place(name), fix=fix)


def _odd_name(name: str) -> Problem:
    shown = name.encode("utf-8", "replace").decode("utf-8")
    says = "this file's name is not UTF-8, so it is not read"
    return Problem("MB002", says, Place(shown), fix="rename it")


def _names(folder: Path) -> Iterator[str]:
    """Yield what lies in the root and the three folders; hidden files are not the clerk's."""
    for sub in ("", *FOLDERS):
        here = folder / sub
        if not here.is_dir():
            continue
        for name in names_in(here)[0]:
            if not name.startswith("."):
                yield f"{sub}/{name}" if sub else name


def _report_texts(names: tuple[str, ...]) -> tuple[dict[str, str], list[Problem]]:
    """Pair every report's text with its name; two texts of one name are a problem."""
    found: dict[str, str] = {}
    problems = []
    for name in names:
        path = PurePosixPath(name)
        if not name.startswith("reports/") or path.suffix.lower() not in REPORT_ENDINGS:
            continue
        report = path.stem
        if report in found:
            says = f"`{report}` has two texts, this one and {found[report]}"
            problems.append(Problem("MB016", says, Place(name), fix="rename or remove one of them"))
        else:
            found[report] = name
    return found, problems


def _layout(files: CaseFiles) -> Iterator[Problem]:
    """Yield what is missing from, or too much in, the folder as a whole."""
    if not files.of(FileKind.CASE):
        says = "there is no case.yaml in this folder"
        yield Problem(
            "MB001",
            says,
            Place("case.yaml"),
            fix="name the folder of a case, or begin one with `muster new`",
        )
    accounts = files.of(FileKind.ACCOUNT)
    if "account.yaml" in accounts and len(accounts) > 1:
        says = "a case has either account.yaml or accounts/, and this one has both"
        yield Problem("MB018", says, Place("account.yaml"), fix="move it into accounts/NAME.yaml")
    if not accounts:
        says = "no account is declared, so nothing can be computed"
        yield Problem(
            "MB018", says, Place("account.yaml"), Severity.WARNING, fix="write account.yaml"
        )


def _strays(names: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a warning for each file that looks like a case file and is read by nobody."""
    for name in names:
        folder, _, base = name.rpartition("/")
        stem, ending = PurePosixPath(base).stem, PurePosixPath(base).suffix
        is_yaml = ending in (".yaml", ".yml")
        if kind_of(name) is None and (is_yaml or (folder in ("accounts", "claims"))):
            fix = did_you_mean(base, ROOT_FILES) if not folder else "its name must end in .yaml"
            if ending == ".yml":
                fix = f"rename it to {stem}.yaml"
            yield Problem("MB014", "nobody reads this file", Place(name), Severity.WARNING, fix=fix)
        elif folder == LEXICON and not is_table(name):
            fix = "a word table is " + ", ".join(f"{each}.txt" for each in TABLES)
            yield Problem("MB014", "nobody reads this file", Place(name), Severity.WARNING, fix=fix)
        elif folder == "reports" and not is_yaml and ending.lower() not in REPORT_ENDINGS:
            fix = "a report ends in " + ", ".join(REPORT_ENDINGS)
            yield Problem("MB014", "nobody reads this file", Place(name), Severity.WARNING, fix=fix)
