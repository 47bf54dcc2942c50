"""What may be done to the case as a whole: take the last edit back, stop or resume the work."""

from urllib.parse import unquote

from musterbook.case.undo import saving_to_undo, undo_last
from musterbook.views.screens.query import Query
from musterbook.web.form import Form, Refusal
from musterbook.web.office import Office

REPORT = "/reports/"  # what the page of one report begins with


def undo(office: Office, form: Form) -> str:
    """Take the last saving back, and say what it was."""
    saving = saving_to_undo(office.folder)
    if saving is None or not undo_last(office.folder):
        raise Refusal("Nothing to undo", "No edit was made here that could be taken back.")
    office.look()
    office.sayings.say(f"Undone: {saving.why or 'the last saving'}.")
    return _still_there(office, Query.of(form.text("back") or "/"))


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


DEEDS = {"/undo": undo, "/work": work, "/errand": errand}
