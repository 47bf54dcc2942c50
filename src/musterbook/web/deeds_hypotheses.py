"""What may be done to the matrix: mark a row anew with the reasons, or add a claim as a row."""

from collections.abc import Iterator

from musterbook.case.edits import Edit, PutItem, SetInItem
from musterbook.core.plans import Evidence
from musterbook.hypotheses.results import Mark
from musterbook.views.screens.hypotheses import evidence_named, state_of
from musterbook.web.form import Form, Refusal
from musterbook.web.office import Office
from musterbook.web.saving import save

CONFLICT, NOT_FOUND = 409, 404
MARKS = frozenset(each.value for each in Mark)
NEUTRAL, NONE = Mark.NEUTRAL.value, Mark.NOT_APPLICABLE.value


def mark(office: Office, form: Form) -> str:
    """Give a row the marks and reasons of a form; what did not change is left as it is written."""
    board = office.shown(works=False).bench.case.board
    row = evidence_named(board, form.text("row"))
    if row is None:
        raise Refusal("Gone", "This row is not on the board any more.", status=NOT_FOUND)
    if form.text("seen") != state_of(row):
        marks = ", ".join(f"{name} {given}" for name, given in row.marks.items())
        says = "Somebody marked this row after the page was made, so nothing was written."
        raise Refusal("Changed meanwhile", says, f"Its marks are now {marks}.", status=CONFLICT)
    names = [each.name for each in board.hypotheses]
    edits = [*_new_marks(row, names, form), *_new_reasons(row, names, form)]
    if edits:
        save(office, edits, f"mark {form.text('row')}")
    return ""


def _new_marks(row: Evidence, names: list[str], form: Form) -> Iterator[Edit]:
    for name in names:
        before, given = row.marks.get(name, NONE), form.text(f"mark-{name}")
        if given not in MARKS:
            raise Refusal("Not understood", f"`{given}` is no mark: {', '.join(Mark)}.")
        if given == before:
            continue
        if not form.text(f"why-{name}"):
            says = f"`{name}` was marked {before} and is now {given}: write the reason beside it."
            raise Refusal("Say why", says)
        yield SetInItem(row.place.file, "evidence", row.place.line, (name,), given)


def _new_reasons(row: Evidence, names: list[str], form: Form) -> Iterator[Edit]:
    before = dict(row.why)
    given = {name: text for name in names if (text := form.text(f"why-{name}"))}
    kept = {name: text for name, text in before.items() if name not in names}
    file, line = row.place.file, row.place.line
    if given == {name: text for name, text in before.items() if name in names}:
        return
    if not before or not (given or kept):
        yield SetInItem(file, "evidence", line, ("why",), {**given, **kept} or None)
        return
    for name in names:
        if given.get(name) != before.get(name):
            yield SetInItem(file, "evidence", line, ("why", name), given.get(name))


def add_row(office: Office, form: Form) -> str:
    """Add a claim to the matrix, neutral to every explanation until it is marked."""
    case, claim = office.shown(works=False).bench.case, form.text("claim")
    if claim not in {each.id for each in case.claims}:
        raise Refusal("No such claim", f"There is no claim `{claim}`.", status=NOT_FOUND)
    if any(each.claim == claim for each in case.board.evidence):
        raise Refusal("There already", f"`{claim}` is a row of the matrix already.")
    if not case.board.hypotheses:
        raise Refusal("Nothing to weigh", "This case offers no explanation yet.")
    item = {"claim": claim} | {each.name: NEUTRAL for each in case.board.hypotheses}
    file = case.board.hypotheses[0].place.file
    save(office, [PutItem(file, "evidence", item)], f"weigh {claim}")
    return ""


DEEDS = {"/hypotheses/mark": mark, "/hypotheses/row": add_row}
