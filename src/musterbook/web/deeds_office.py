"""What may be done to the case as a whole: take the last edit back, stop or resume the work."""

from musterbook.case.undo import undo_last
from musterbook.web.form import Form, Refusal
from musterbook.web.office import Office


def undo(office: Office, _form: Form) -> str:
    """Take the last saving back."""
    if not undo_last(office.folder):
        raise Refusal("Nothing to undo", "No edit was made here that could be taken back.")
    office.look()
    return ""


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
