"""What may be done to the case as a whole: undo and redo an edit, stop or resume the work."""

from urllib.parse import unquote

from musterbook.case.redo import redo_last, saving_to_redo
from musterbook.case.undo import saving_to_undo, undo_last
from musterbook.views.screens.query import Query
from musterbook.web.form import Form, Refusal
from musterbook.web.office import Office
from musterbook.web.steps import UNNAMED

CONFLICT = 409
REPORT = "/reports/"  # what the page of one report begins with


def undo(office: Office, form: Form) -> str:
    """Take a saving back, the one that the page offered, and say what it was.

    Raises:
        Refusal: there is none, or it was taken back already.
        ChangedElsewhereError: a file of it was changed since, be it by another browser.
    """
    seen = form.text("seen")
    saving = saving_to_undo(office.folder, seen)
    if saving is None:
        raise _gone(seen, "undo", "taken back")
    if saving.began_the_case:
        says = "The last edit left is the beginning of the case: undoing it would remove it whole."
        raise Refusal("Not undone", says, "Remove its folder by hand if that is meant.")
    undo_last(office.folder, saving.name)
    office.look()
    office.sayings.say(f"Undone: {saving.why or UNNAMED}.")
    return _still_there(office, Query.of(form.text("back") or "/"))


def redo(office: Office, form: Form) -> str:
    """Do again what was taken back, the saving that the page offered, and say what it was.

    Raises:
        Refusal: there is none, or it was done again already.
        ChangedElsewhereError: a file of it was changed since it was taken back.
    """
    seen = form.text("seen")
    saving = saving_to_redo(office.folder, seen)
    if not redo_last(office.folder, saving.name if saving is not None else seen):
        raise _gone(seen, "redo", "done again")
    assert saving is not None
    office.look()
    office.sayings.say(f"Done again: {saving.why or UNNAMED}.")
    return _still_there(office, Query.of(form.text("back") or "/"))


def _gone(seen: str, verb: str, done: str) -> Refusal:
    if not seen:
        return Refusal(f"Nothing to {verb}", f"No edit was made here that could be {done}.")
    says = f"The edit that this page offered to {verb} has been {done} already."
    return Refusal(
        "Changed meanwhile", says, "Load the page again to see what is left.", status=409
    )


def _still_there(office: Office, page: Query) -> str:
    """Go back where the form came from; to all reports where its report is gone by now."""
    case = office.shown(works=False).bench.loaded.case
    name = unquote(page.path.removeprefix(REPORT))
    if case is None or not page.path.startswith(REPORT) or name in case.reports:
        return ""
    return f"/reports{page.kept}"


def work(office: Office, form: Form) -> str:
    """Stop the work under way, or take it up again."""
    if form.text("what") == "stop":
        office.cancel()
    else:
        office.resume()
    return ""


def errand(office: Office, form: Form) -> str:
    """Stop what a page asked for, or ask it again."""
    if form.text("what") == "stop":
        office.errands.stop()
    else:
        office.errands.again()
    return ""


DEEDS = {"/undo": undo, "/redo": redo, "/work": work, "/errand": errand}
