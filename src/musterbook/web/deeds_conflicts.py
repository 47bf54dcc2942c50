"""What may be done about a conflict: explain why it stands, or set its claims aside."""

import json

from musterbook.views.screens.fingerprint import fingerprint
from musterbook.web.form import Form, Refusal
from musterbook.web.office import Office
from musterbook.web.saving import save
from musterbook.workbench import Workbench
from musterbook.workbench.decisions import (
    explaining,
    sentences_of,
    setting_aside,
    standing_explanation,
    state_of,
    why_not_aside,
)

CONFLICT, NOT_FOUND = 409, 404


def explain(office: Office, form: Form) -> str:
    """Keep why a conflict stands, or take that out again."""
    bench, members = office.shown(works=False).bench, members_of(form)
    said, standing = sentences_of(bench), standing_explanation(bench, members)
    gone = [each for each in members if each not in said]
    if gone:
        lines = (f"`{each}` does not count any more." for each in gone)
        raise Refusal("No conflict any more", *lines, status=NOT_FOUND)
    if form.text("seen") != state_of(members, said, explanation=standing):
        raise Refusal("Changed meanwhile", *_now(members, bench), status=CONFLICT)
    forgets = form.text("what") == "forget"
    reason = "" if forgets else form.text("reason")
    if not reason and not forgets:
        raise Refusal("Say why", "The reason stands in `case.yaml`, for whoever reads it later.")
    decision = explaining(bench, members, reason)
    if decision.edit is not None:
        save(office, [decision.edit], decision.what)
    return ""


def _now(members: tuple[str, ...], bench: Workbench) -> tuple[str, ...]:
    said, standing = sentences_of(bench), standing_explanation(bench, members)
    return (
        "A member of this conflict, or its explanation, changed after this page was made.",
        *(f"`{each}` says now: {said[each]}." for each in members),
        *([f"It is explained so: {standing.because}"] if standing else []),
    )


def set_aside(office: Office, form: Form) -> str:
    """Set all claims of a way out aside, in one saving, with one reason."""
    bench, members = office.shown(works=False).bench, members_of(form)
    claims = {each.id: each for each in bench.case.claims}
    cannot = [said for each in members if (said := why_not_aside(bench, each))]
    if cannot:
        raise Refusal("Not done", *(f"{each}." for each in cannot))
    if form.text("seen") != " ".join(fingerprint(claims[each]) for each in members):
        says = "A claim of this way out changed after this page was made: look at it again."
        raise Refusal("Changed meanwhile", says, status=CONFLICT)
    if not form.text("reason"):
        raise Refusal("Say why", "The reason stands beside the claim, for whoever reads it later.")
    decided = [setting_aside(claims[each], form.text("reason")) for each in members]
    edits = [each.edit for each in decided if each.edit is not None]
    save(office, edits, " and ".join(each.what for each in decided))
    return ""


def members_of(form: Form) -> tuple[str, ...]:
    """Read the members that a form is about.

    Raises:
        Refusal: they are not named as the page names them.
    """
    try:
        named = json.loads(form.text("members"))
    except ValueError:
        named = None
    if not isinstance(named, list) or not named or not all(isinstance(n, str) for n in named):
        raise Refusal("Not understood", "The form does not say which conflict it is about.")
    return tuple(named)


DEEDS = {"/conflicts/explain": explain, "/conflicts/aside": set_aside}
