"""A case's folder goes in; folders that stand where files should, and the reverse, come out."""

from collections.abc import Iterator
from pathlib import Path

from musterbook.case.entries import names_in
from musterbook.core.problem import Place, Problem

FILES = ("case.yaml", "account.yaml", "sources.yaml", "scenarios.yaml", "hypotheses.yaml")
FOLDERS = ("accounts", "reports", "claims", "lexicon")


def misplaced(folder: Path) -> Iterator[Problem]:
    """Find what cannot be read because it is a folder, or no folder, in place of the other."""
    for name in FILES:
        if (folder / name).is_dir():
            yield _is_folder(name)
    for name in FOLDERS:
        inside = folder / name
        if inside.is_dir():
            for each in names_in(inside)[1]:
                if each.endswith(".yaml"):
                    yield _is_folder(f"{name}/{each}")
        elif inside.exists():
            says = f"`{name}` is a file, where a case has a folder"
            fix = f"move it away, and put the files of `{name}/` into a folder of that name"
            yield Problem("MB026", says, Place(name), fix=fix)


def _is_folder(name: str) -> Problem:
    says = f"`{name}` is a folder, where a case has a file"
    return Problem("MB026", says, Place(name), fix="put a file of that name in its place")
