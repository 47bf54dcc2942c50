"""What may be done to scenarios: keep in the files what was only tried."""

from musterbook.case.edits import Edit, SetValue
from musterbook.core.plans import Scenario
from musterbook.core.records import Parameter
from musterbook.inquiry.trial import Tried, trial_problems
from musterbook.views.screens.fingerprint import fingerprint_of
from musterbook.views.screens.query import Query
from musterbook.views.screens.shown import Shown
from musterbook.views.screens.trials import tried_in
from musterbook.web.form import Form, Refusal
from musterbook.web.office import Office
from musterbook.web.saving import save

NOT_FOUND, CONFLICT = 404, 409
FOR_ALL = "account"


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
        edits = [_of_scenario(scenario, each) for each in tried]
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


def _of_scenario(scenario: Scenario, change: Tried) -> SetValue:
    path = ("scenarios", scenario.name, change.target)
    return SetValue(scenario.place.file, path, change.text)


def _of_account(shown: Shown, change: Tried) -> SetValue:
    parameters = (each for one in shown.bench.case.accounts for each in one.parameters)
    found = next((each for each in parameters if each.name == change.target), None)
    if found is None:
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


DEEDS = {"/scenarios/keep": keep}
