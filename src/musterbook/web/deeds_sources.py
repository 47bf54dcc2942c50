"""What may be done to a source: grade how far it can be trusted."""

from musterbook.case.edits import SetValue
from musterbook.views.tables_claims import RELIABILITY
from musterbook.web.form import Form, Refusal
from musterbook.web.office import Office
from musterbook.web.saving import save

CONFLICT, NOT_FOUND = 409, 404


def grade(office: Office, form: Form) -> str:
    """Give a source another grade; a source written as a bare name becomes an entry."""
    name, letter = form.text("source"), form.text("grade")
    source = office.shown(works=False).bench.case.sources.get(name)
    if source is None:
        raise Refusal("Gone", f"There is no source `{name}` any more.", status=NOT_FOUND)
    if letter not in RELIABILITY:
        raise Refusal("Not understood", f"`{letter}` is no grade: {', '.join(RELIABILITY)}.")
    if form.text("seen") != source.reliability:
        says = f"Somebody graded `{name}` {source.reliability} after this page was made."
        raise Refusal("Changed meanwhile", says, status=CONFLICT)
    if letter == source.reliability:
        return ""
    file, why = source.place.file, f"grade {name} {letter}"
    try:
        save(office, [SetValue(file, (name, "reliability"), letter)], why)
    except Refusal as refused:
        if {each.code for each in refused.problems} != {"MB209"}:
            raise
        entry = {"name": source.title, "reliability": letter}
        save(office, [SetValue(file, (name,), entry)], why)
    return ""


DEEDS = {"/sources/grade": grade}
