"""What may be done to scenarios: try a change more, keep in the files what was only tried."""

from collections.abc import Sequence
from dataclasses import replace

from musterbook.case.edits import Edit, SetValue
from musterbook.core.plans import Scenario
from musterbook.core.records import Parameter
from musterbook.inquiry.trial import TAKEN_OUT, Tried, trial_problems
from musterbook.views.screens.fingerprint import fingerprint_of
from musterbook.views.screens.query import Query, Typed
from musterbook.views.screens.scenarios import ADDING, SCENARIOS
from musterbook.views.screens.shown import Shown
from musterbook.views.screens.trials import field_name, tried_in, written_in
from musterbook.web.form import Again, Form, Refusal
from musterbook.web.office import Office
from musterbook.web.saving import save

NOT_FOUND, CONFLICT = 404, 409
FOR_ALL = "account"


def add_change(office: Office, form: Form) -> str:
    """Try a scenario with a change more; nothing is written before it is kept.

    Raises:
        Again: the change cannot stand; its words come back with what is wrong with them.
        Refusal: the scenario is gone, or not as it was when the form was made.
    """
    shown, page = office.shown(works=False), Query.of(form.text("back") or SCENARIOS.path)
    scenario = scenario_as_seen(shown, form)
    texts = {name: " ".join(form.text(name).split()) for name in ("target", "text")}
    change = Tried(scenario.name, texts["target"], texts["text"])
    faults = _faults_of(change, scenario)
    found = () if faults else trial_problems(shown.bench, [change])
    errors = tuple(replace(each, place=None) for each in found if each.is_error)
    if faults or errors:
        typed = Typed(ADDING, texts, faults, {"text": errors} if errors else {})
        asked = {**page.values, "change": scenario.name}
        raise Again(SCENARIOS, Query(SCENARIOS.path, "", asked, typed))
    added = {field_name(scenario.name, change.target): change.text}
    return f"{page.to(SCENARIOS.path, **added, change=scenario.name)}#change"


def _faults_of(change: Tried, scenario: Scenario) -> dict[str, str]:
    if not change.target:
        return {"target": "Choose what it is to change."}
    if written_in(scenario, change.target):
        return {"target": f"`{change.target}` is changed in it already: write it anew above."}
    if not change.text or change.text == TAKEN_OUT:
        return {"text": "Say what becomes of it, e.g. `3 000 per month for 4 months` or `-30 %`."}
    return {}


def keep(office: Office, form: Form) -> str:
    """Write what was tried into the scenario, or into the account where all shall have it."""
    shown = office.shown(works=False)
    scenario = scenario_as_seen(shown, form)
    query = Query("/scenarios", values=form.texts)
    tried = [
        each for each in tried_in(query, shown.bench.case.plan) if each.scenario == scenario.name
    ]
    if not tried:
        raise Refusal("Nothing to keep", "Every number is as it stands in the files already.")
    problems = trial_problems(shown.bench, tried)
    if any(each.is_error for each in problems):
        raise Refusal("Not saved", "This would not stand in the case:", problems=problems)
    if form.text("what") == FOR_ALL:
        edits: list[Edit] = [_of_account(shown, each) for each in tried]
    else:
        edits = _of_scenario(scenario, tried)
    save(office, edits, f"keep what was tried in {scenario.name}")
    return ""


def scenario_as_seen(shown: Shown, form: Form) -> Scenario:
    """Find the scenario a form is about.

    Raises:
        Refusal: it is gone, or not as it was when the form was made.
    """
    name = form.text("scenario")
    plan = shown.bench.case.plan
    found = next((each for each in plan.scenarios if each.name == name), None)
    if found is None:
        raise Refusal("Gone", f"There is no scenario “{name}” any more.", status=NOT_FOUND)
    if form.text("seen") and fingerprint_of(found) != form.text("seen"):
        lines = (
            f"Somebody changed “{name}” after this page was made, so nothing was written.",
            "Load the page again: what you tried is in its address and stays.",
        )
        raise Refusal("Changed meanwhile", *lines, status=CONFLICT)
    return found


def _of_scenario(scenario: Scenario, tried: Sequence[Tried]) -> list[Edit]:
    """Write each entry anew or take it out; a scenario that changes nothing is written whole."""
    file, path = scenario.place.file, ("scenarios", scenario.name)
    if not scenario.changes and scenario.start is None:
        return [SetValue(file, path, {each.target: each.text for each in tried})]
    return [
        SetValue(file, (*path, each.target), None if each.text == TAKEN_OUT else each.text)
        for each in tried
    ]


def _of_account(shown: Shown, change: Tried) -> SetValue:
    parameters = (each for one in shown.bench.case.accounts for each in one.parameters)
    found = next((each for each in parameters if each.name == change.target), None)
    if found is None or change.text == TAKEN_OUT:
        lines = (
            f"`{change.target}` is no number of the account: keep it in the scenario instead.",
        )
        raise Refusal("Not saved", *lines)
    return SetValue(found.value.place.file, _path_of(found), change.text)


def _path_of(parameter: Parameter) -> tuple[str, ...]:
    """Give where a number stands: alone, or as `value` beside its reason."""
    name = parameter.name.rpartition(".")[2]
    is_alone = parameter.value.place == parameter.place or not (
        parameter.because or parameter.description
    )
    return ("parameters", name) if is_alone else ("parameters", name, "value")


DEEDS = {"/scenarios/keep": keep, "/scenarios/change": add_change}
