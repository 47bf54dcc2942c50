"""Edits and the digests of what was read go in; the files change, or nothing does.

What changed since it was read is never overwritten; every file is replaced in one step; comments
and every line not concerned stay as they are; what was changed can be undone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from musterbook.case.atomic import replace_file
from musterbook.case.checked import check_nodes
from musterbook.case.edit_text import TextEdit, edit_text
from musterbook.case.edits import AddClaims, Edit, NewFile, NewText
from musterbook.case.kinds import MODELS, FileKind, kind_of
from musterbook.case.lock import holding
from musterbook.case.paper import decode, digest_of
from musterbook.case.savings import Change
from musterbook.case.schema import schema_line
from musterbook.case.undo import remember
from musterbook.case.yaml_text import read_nodes
from musterbook.core.errors import ChangedElsewhereError
from musterbook.core.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Saved:
    """The digests of the files written, or the problems that kept anything from being written."""

    files: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def save_edits(
    folder: Path, edits: Sequence[Edit], *, seen: Mapping[str, str], why: str = ""
) -> Saved:
    """Carry out edits on the files of a case, all of them or none.

    `seen` holds the digests of the files as they were read (`LoadedCase.files`); `why` is what
    the undo list calls the saving.

    Raises:
        ChangedElsewhereError: a file is not as it was read; nothing is written.
        OSError: the disk refuses.
    """
    before = {file: _read(folder, file, seen) for file in _files(edits)}
    after, problems = _apply(edits, before)  # takes seconds where thousands of claims come in
    if problems:
        return Saved({}, problems)
    changed = {file: data for file, data in after.items() if data != before[file]}
    with holding(folder):
        for file in before:
            _read(folder, file, seen)
        if changed:
            changes = [_change(file, before[file], data) for file, data in changed.items()]
            remember(folder, changes, why)
        for file, data in changed.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, data)
    return Saved({file: digest_of(data) for file, data in changed.items()})


def _files(edits: Iterable[Edit]) -> tuple[str, ...]:
    """Give the files concerned, each once; a path that leaves the case is a bug of the caller."""
    files = tuple(dict.fromkeys(edit.file for edit in edits))
    for file in files:
        path = PurePosixPath(file)
        if path.is_absolute() or ".." in path.parts:
            raise ValueError(f"{file} is not a file of the case")
    return files


def _read(folder: Path, file: str, seen: Mapping[str, str]) -> bytes | None:
    """Read a file if it is as it was seen; None where there was and is none."""
    path = folder / file
    data = path.read_bytes() if path.exists() else None
    now = None if data is None else digest_of(data)
    if now != seen.get(file):
        raise ChangedElsewhereError(
            f"{file} has changed since it was read, so nothing was written; load the case again"
        )
    return data


def _apply(
    edits: Iterable[Edit], before: Mapping[str, bytes | None]
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    after = dict(before)
    problems: list[Problem] = []
    for (file, kind), group in groupby(edits, key=lambda edit: (edit.file, _is_text_edit(edit))):
        new, found = _carry_out(list(group), after[file], is_text_edit=kind)
        problems.extend(found)
        after[file] = after[file] if new is None else new
    problems.extend(_new_faults(before, after))
    return {file: data for file, data in after.items() if data is not None}, tuple(problems)


def _is_text_edit(edit: Edit) -> bool:
    return not isinstance(edit, NewFile | NewText)


def _carry_out(
    edits: list[Edit], data: bytes | None, *, is_text_edit: bool
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Carry out edits of one file, all of them changes within its text or each a whole file."""
    if is_text_edit:
        return _edited([edit for edit in edits if not isinstance(edit, NewFile | NewText)], data)
    for edit in edits:
        if isinstance(edit, NewFile):
            if data is not None:
                says = "there is a file of this name already"
                fix = "choose another name"
                return None, (Problem("MB016", says, Place(edit.file), fix=fix),)
            data = edit.data
        elif isinstance(edit, NewText):
            if data is None:
                return None, (_not_there(edit.file),)
            data = edit.text.encode()
    return data, ()


def _not_there(file: str) -> Problem:
    return Problem("MB002", "this file is not there", Place(file), fix="load the case again")


def _edited(
    edits: Sequence[TextEdit], data: bytes | None
) -> tuple[bytes | None, tuple[Problem, ...]]:
    first = edits[0]
    if data is None and isinstance(first, AddClaims):
        data = _new_claims_file(first).encode()
    if data is None:
        return None, (_not_there(first.file),)
    text, problems = decode(data, first.file)
    if text is None:
        return None, problems
    new, problems = edit_text(text, *edits)
    return (None, problems) if new is None else (new.encode(), problems)


def _new_claims_file(edit: AddClaims) -> str:
    header = "".join(f"{key}: {value}\n" for key, value in edit.header)
    if not header:
        header = f"report: {PurePosixPath(edit.file).stem}\n"
    return f"{schema_line(edit.file, FileKind.CLAIMS)}\n{header}"


def _new_faults(
    before: Mapping[str, bytes | None], after: Mapping[str, bytes | None]
) -> list[Problem]:
    """Find the faults an edit would bring in that were not there before."""
    problems: list[Problem] = []
    for file, data in after.items():
        if kind_of(file) is not None and data is not None and data != before[file]:
            known = {(each.code, each.says) for each in _faults(file, before[file])}
            found = _faults(file, data)
            problems.extend(each for each in found if (each.code, each.says) not in known)
    return problems


def _faults(file: str, data: bytes | None) -> tuple[Problem, ...]:
    kind = kind_of(file)
    if data is None or kind is None:
        return ()
    text, problems = decode(data, file)
    if text is None:
        return problems
    node, problems = read_nodes(text, file)
    return problems if node is None else (*problems, *check_nodes(node, MODELS[kind])[2])


def _change(file: str, before: bytes | None, after: bytes) -> Change:
    """Give a change as the undo list keeps it."""
    return Change(
        file,
        before=_text(before),
        after=_text(after),
        before_digest=None if before is None else digest_of(before),
        after_digest=digest_of(after),
    )


def _text(data: bytes | None) -> str | None:
    try:
        return None if data is None else data.decode()
    except UnicodeDecodeError:
        return None
