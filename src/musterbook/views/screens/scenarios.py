"""What if: scenarios side by side, what each assumes, and a number changed for a try."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from musterbook.core.plans import Scenario
from musterbook.core.problem import Problem
from musterbook.inquiry.trial import (
    Tried,
    trial_problems,
    tried_name,
    tried_scenarios,
    with_trial,
)
from musterbook.scenarios.results import RunReport
from musterbook.views import tables_scenarios
from musterbook.views.exhibits import Exhibits
from musterbook.views.scenario_charts import multiples_of
from musterbook.views.screens.asking import WORDS, Asking, Question, Reply
from musterbook.views.screens.fingerprint import fingerprint_of
from musterbook.views.screens.query import Query, Typed
from musterbook.views.screens.screen import Context, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.screens.trial_form import TrialForm, trial_form
from musterbook.views.screens.trials import PREFIX, tried_in, words_of
from musterbook.views.table import Table
from musterbook.views.tables_assumes import assumes_table
from musterbook.views.tornado import tornadoes_of

ADDING = "add-change"  # the name of the form
EMPTY = "Scenarios start from a fitted account, and there is none yet."


@dataclass(frozen=True, slots=True)
class Chip:
    """A scenario that can be put beside the others or taken away: where that leads."""

    name: str
    is_shown: bool
    address: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What an address tries: the changes, what is wrong with them, and what came of the run."""

    changes: tuple[Tried, ...]
    problems: tuple[Problem, ...]
    reply: Reply | None

    @property
    def report(self) -> RunReport | None:
        """The run with the changes, once it is there."""
        answer = self.reply.answer if self.reply else None
        return answer if isinstance(answer, RunReport) else None


def trial_in(shown: Shown, query: Query) -> Trial:
    """Read what an address tries; a run is wanted only of what has no fault."""
    bench = shown.bench
    changes = tried_in(query, bench.case.plan)
    problems = trial_problems(bench, changes) if changes else ()
    if not changes or any(each.is_error for each in problems):
        return Trial(changes, problems, None)
    question = Question(Asking.TRIAL, words_of(changes))
    is_ready = shown.is_fresh and shown.worked is not None and shown.worked.run is not None
    reply = shown.replies.of(question) if is_ready else shown.replies.peek(question)
    return Trial(changes, problems, reply)


def all_of(worked: Exhibits, trial: Trial) -> RunReport | None:
    """Give the scenarios as written, with what was tried beside them."""
    run = worked.run
    return with_trial(run, trial.report) if run is not None and trial.report is not None else run


def chosen(run: RunReport, query: Query) -> tuple[str, ...]:
    """Choose the scenarios to show: those named, what is tried, and always the baseline."""
    wanted = [each.strip() for each in query.get("show").split(",") if each.strip()]
    known = [each for each in run.scenarios if each in wanted]
    if not known:
        return tuple(run.scenarios)
    originals = {each.removesuffix(tried_name("")) for each in run.scenarios if _is_tried(each)}
    kept = {*known, *originals, run.baseline}
    return tuple(each for each in run.scenarios if each in kept or _is_tried(each))


def _is_tried(name: str) -> bool:
    return name.endswith(tried_name(""))


def only(run: RunReport, names: Sequence[str]) -> RunReport:
    """Leave the other scenarios out of a run."""
    return replace(run, scenarios={name: run.scenarios[name] for name in names})


def chips_of(run: RunReport, names: Sequence[str], query: Query) -> tuple[Chip, ...]:
    """Give every scenario as written a chip that puts it in or takes it out."""
    written = [each for each in run.scenarios if not _is_tried(each)]
    found = []
    for name in written:
        is_shown = name in names
        after = [each for each in written if (each in names) != (each == name)]
        show = "" if len(after) == len(written) else ",".join(after)
        found.append(Chip(name, is_shown, query.to(show=show)))
    return tuple(found)


def strays_in(query: Query, scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """Name what an address tries or shows that belongs to no scenario of the case."""
    names = [each.name for each in scenarios]
    tried = (each.removeprefix(PREFIX) for each in query.values if each.startswith(PREFIX))
    lost = [each for each in tried if not any(each.startswith(f"{name}.") for name in names)]
    shown = (each.strip() for each in query.get("show").split(","))
    known = {*names, *map(tried_name, names)}
    return (*lost, *(each for each in shown if each and each not in known))


def _context(shown: Shown, query: Query) -> Context:
    worked, case = shown.worked, shown.bench.case
    assert worked is not None
    trial = trial_in(shown, query)
    run = all_of(worked, trial)
    return {
        "exhibits": worked,
        "run": run,
        "trial": trial,
        "trial_words": WORDS[Asking.TRIAL],
        "strays": strays_in(query, case.plan.scenarios),
        "form": _form(shown, query, trial),
        "without_trial": without_trial(query),
        "adding": query.typed if query.typed.form == ADDING else Typed(),
        "prints": {each.name: fingerprint_of(each) for each in case.plan.scenarios},
        "sample": sample_of(shown),
        "names": [each.name for each in case.plan.scenarios],
        **(_run_context(run, query, shown=shown, trial=trial) if run is not None else {}),
    }


def _form(shown: Shown, query: Query, trial: Trial) -> TrialForm | None:
    """Open the form of the scenario named, else of the first that is tried."""
    plan = shown.bench.case.plan
    wanted = query.get("change") or next((each.scenario for each in trial.changes), "")
    scenario = next((each for each in plan.scenarios if each.name == wanted), None)
    if scenario is None:
        return None
    return trial_form(scenario, shown.bench.case, tried=trial.changes, problems=trial.problems)


def without_trial(query: Query) -> str:
    """Give the address of the page with nothing tried."""
    return query.to(**{name: "" for name in query.values if name.startswith(PREFIX)}, change="")


def _run_context(run: RunReport, query: Query, *, shown: Shown, trial: Trial) -> Context:
    names = chosen(run, query)
    part = only(run, names)
    scenarios = _assumed(shown, trial)
    hangs_on = query.get("tornado") if query.get("tornado") in run.scenarios else run.baseline
    return {
        "part": part,
        "chips": chips_of(run, names, query),
        "questions": tables_scenarios.questions_grid(part),
        "outcomes": tables_scenarios.outcomes_table(part),
        "assumes": assumes_table(
            [each for each in scenarios if each.name in names], shown.bench.case
        ),
        "multiples": multiples_of(part),
        "tornado_of": hangs_on,
        "tornado_links": [(name, query.to(tornado=name)) for name in names],
        "tornadoes": tornadoes_of(run, hangs_on),
    }


def _assumed(shown: Shown, trial: Trial) -> tuple[Scenario, ...]:
    plan = shown.bench.case.plan
    return (*plan.scenarios, *tried_scenarios(plan, trial.changes))


def sample_of(shown: Shown) -> str:
    """Write the lines that would fill an empty plan, with names of this case."""
    case = shown.bench.case
    measures = [each.name for account in case.accounts for each in account.measures]
    stocks = [each.name for account in case.accounts for each in account.stocks]
    flows = [each.name for account in case.accounts for each in account.flows]
    watch, flow = next(iter([*measures, *stocks]), "MEASURE"), next(iter(flows), "FLOW")
    year = case.today.year + 1
    return (
        f"watch: [{watch}]\nuntil: {year}-12\nscenarios:\n  as it is: {{}}\n"
        f"  more of it: {{from: {year}-03, {flow}: +20 %}}\n"
        f"questions:\n- probability that {watch} above 1 000 on {year}-12\n"
    )


def _tables(shown: Shown, query: Query) -> Tables:
    worked = shown.worked
    assert worked is not None
    trial = trial_in(shown, query)
    run = all_of(worked, trial)
    scenarios = _assumed(shown, trial)
    found: dict[str, Table] = {}
    if run is not None:
        part = only(run, chosen(run, query))
        found = {
            "outcomes": tables_scenarios.outcomes_table(part),
            "chances": tables_scenarios.questions_table(part),
            "tornado": tables_scenarios.tornado_table(part),
        }
        scenarios = tuple(each for each in scenarios if each.name in part.scenarios)
    return {**found, "assumes": assumes_table(scenarios, shown.bench.case)}


SCENARIOS = Screen(
    "/scenarios",
    "What if",
    "web/scenarios.html",
    _context,
    _tables,
    needs_results=True,
    stage="run",
    empty=EMPTY,
)
