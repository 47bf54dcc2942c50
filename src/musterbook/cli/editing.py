"""`muster new`, `fmt`, `undo`, `redo`, `schema`: start a case, lay its files out, step back."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE, AsJson, CaseFolder
from musterbook.cli.terminal import in_command, say, say_json, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musterbook.case.savings import Change


def new(
    folder: Annotated[Path, typer.Argument(help="Where the case is to be.", metavar="FOLDER")],
    title: Annotated[str, typer.Option(help="What the case is called.")] = "",
    as_json: AsJson = False,
) -> None:
    """Start a case: a folder of commented files to fill in.

    Examples: muster new border-crossing --title "The crossing at Fordham"
    """
    from musterbook.case.new import new_case
    from musterbook.cli.problems import print_problems

    name = title or folder.resolve().name.replace("-", " ").capitalize() or "A case"
    saved = new_case(folder, name, today=datetime.now().astimezone().date())
    if as_json:
        say_json({"folder": str(folder), "files": sorted(saved.files)})
    print_problems(saved.problems, folder)
    if saved.problems:
        raise typer.Exit(Exit.FOUND)
    if not as_json:
        say(f"{folder} holds a new case: {', '.join(sorted(saved.files))}")
        typed = in_command(folder)
        say(f"next: muster add REPORT --case {typed}, then muster review {typed}")


def fmt(
    case: CaseFolder = HERE,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; say what would.")] = False,
    as_json: AsJson = False,
) -> None:
    """Lay a case's files out the canonical way, comments kept, and note where quotes stand.

    Examples: muster fmt examples/kursk --check
    """
    from musterbook.case.fill import fills_of
    from musterbook.case.format import format_case
    from musterbook.cli.bench import case_folder
    from musterbook.cli.problems import print_problems
    from musterbook.workbench import Workbench

    bench = Workbench(case_folder(case))
    fills = fills_of(bench.loaded, bench.case) if bench.loaded.case is not None else ()
    saved = format_case(case, fills=fills, is_trial=check)
    print_problems(saved.problems, case)
    if as_json:
        say_json({"changed": sorted(saved.files), "is_trial": check})
    else:
        for file in sorted(saved.files):
            say(f"{'would change' if check else 'changed'} {file}")
        if not saved.files and not saved.problems:
            say("every file is as it should be")
    if saved.problems or (check and saved.files):
        raise typer.Exit(Exit.FOUND)


def undo(case: CaseFolder = HERE, as_json: AsJson = False) -> None:
    """Take the last edit of the case's files back.

    Examples: muster undo
    """
    from musterbook.case.savings import UNDO_LIST
    from musterbook.case.undo import saving_to_undo, undo_last
    from musterbook.cli.bench import folder_of

    has_list = (folder_of(case) / UNDO_LIST).is_file()
    saving = saving_to_undo(case) if has_list else None
    if saving is not None and saving.began_the_case:
        if as_json:
            say_json({"files": []})
        _tell_how_to_remove(case, [each.file for each in saving.changes])
        raise typer.Exit(Exit.FOUND)
    changes = undo_last(case) if saving is not None else ()
    if as_json:
        say_json({"files": [each.file for each in changes]})
    elif saving is None:
        say("there is nothing to undo")
    else:
        say(f"undid: {saving.why or 'an edit'}", hang=2)
        _tell_files(changes, made="gone again", changed="as it was before")


def redo(case: CaseFolder = HERE, as_json: AsJson = False) -> None:
    """Do again what undo took back last, if its files are still as undo left them.

    Examples: muster redo
    """
    from musterbook.case.redo import redo_last, saving_to_redo
    from musterbook.case.savings import REDO_LIST
    from musterbook.cli.bench import folder_of

    has_list = (folder_of(case) / REDO_LIST).is_file()
    saving = saving_to_redo(case) if has_list else None
    changes = redo_last(case, saving.name) if saving is not None else ()
    if as_json:
        say_json({"files": [each.file for each in changes]})
    elif saving is None:
        say("there is nothing to redo")
    else:
        say(f"did again: {saving.why or 'an edit'}", hang=2)
        _tell_files(changes, made="there again", changed="as it was then")


def _tell_files(changes: "Sequence[Change]", *, made: str, changed: str) -> None:
    """Say what became of each file, one that the saving had made or one it had changed."""
    for each in changes:
        say(f"{each.file} is {made if each.before is None else changed}")


def _tell_how_to_remove(case: Path, files: list[str]) -> None:
    """Say that only the beginning of the case is left to undo, and how it is done by hand."""
    tell("the last edit left is the beginning of the case: undoing it would remove the whole case")
    tell("nothing was undone; to remove what `muster new` wrote, by hand:")
    tell(f"rm {' '.join(in_command(case / file) for file in files)}", indent=2, hang=2)


def schema(
    kind: Annotated[str, typer.Argument(help="claims, fit …; none lists them.")] = "",
    as_json: AsJson = False,
) -> None:
    """Print the JSON Schema of a kind of case file, or of what a verb prints under --json.

    Examples: muster schema · muster schema claims · muster schema fit
    """
    from musterbook.case.kinds import FileKind
    from musterbook.case.schema import schema_for
    from musterbook.cli.shapes import SHAPES, shape_of

    kinds = [each.value for each in FileKind]
    if kind and kind not in (*kinds, *SHAPES):
        raise typer.BadParameter(f"there is no schema {kind!r}: {', '.join((*kinds, *SHAPES))}")
    if kind:
        say_json(schema_for(kind) if kind in kinds else shape_of(kind))
    elif as_json:
        say_json({"files": kinds, "verbs": list(SHAPES)})
    else:
        say(f"files of a case: {', '.join(kinds)}", hang=2)
        say(f"what a verb prints under --json: {', '.join(SHAPES)}", hang=2)
