"""A form goes in; the account's window holds from then on what it left out."""

from musterbook.case.edits import SetValue
from musterbook.views.screens.window import left_out
from musterbook.web.form import Form, Refusal
from musterbook.web.office import Office
from musterbook.web.saving import save

CONFLICT = 409


def move(office: Office, form: Form) -> str:
    """Let the window be what the page offered, if that still is one to hold what is left out."""
    found = left_out(office.shown(works=False))
    if found is None:
        raise Refusal("Nothing to do", "The window leaves no claim out any more.", status=CONFLICT)
    if form.text("window") != found.other:
        says = f"Other claims are left out by now; `{found.other}` would hold them."
        raise Refusal("Changed meanwhile", says, status=CONFLICT)
    save(
        office,
        [SetValue("case.yaml", ("window",), found.other)],
        f"let the window be {found.other}",
    )
    return ""


DEEDS = {"/window": move}
