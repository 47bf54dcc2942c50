"""A workbench and a question about its fit go in; pulls, or what to find out next, come out."""

from collections.abc import Iterable

from musterbook.core.errors import CannotComputeError
from musterbook.core.problem import Place, Problem
from musterbook.core.progress import Told, nobody
from musterbook.fit.bias import BIAS_SD
from musterbook.fit.options import FitOptions
from musterbook.fit.results import Answer
from musterbook.questions.ask import AskOptions
from musterbook.questions.ask import ask as wishes_of
from musterbook.questions.results import WhyReport
from musterbook.questions.target import Target, read_target
from musterbook.questions.why import WhyOptions
from musterbook.questions.why import why as pulls_of
from musterbook.questions.wishes import AskReport
from musterbook.workbench import Workbench


def target_of(bench: Workbench, words: str) -> Target | Problem:
    """Read a question about one measure on one day."""
    system, declared = bench.default.system, bench.ledger.network.declared
    ratios = [each for each in declared if each not in system.measures]
    return read_target(words, system, bench.case.events, ratios=ratios)


def why(
    bench: Workbench,
    words: str,
    options: WhyOptions | None = None,
    *,
    seed: int = 0,
    told: Told = nobody,
) -> WhyReport | Problem:
    """Say how far each claim, source and assumption pulls a measure on a day."""
    chosen = options or WhyOptions()
    target = target_of(bench, words)
    if isinstance(target, Problem):
        return target
    answer = answer_of(bench, chosen.answer, seed=seed)
    if isinstance(answer, Problem):
        return answer
    return pulls_of(answer, target, chosen, sources=bench.case.sources, told=told)


def ask(
    bench: Workbench, watch: Iterable[str] = (), options: AskOptions | None = None, *, seed: int = 0
) -> AskReport | Problem:
    """Say which report would narrow the watched numbers most; without any, the case's own."""
    chosen = options or AskOptions()
    if chosen.reliability not in BIAS_SD:
        return Problem(
            "MB605",
            f"`{chosen.reliability}` is no grade of reliability",
            Place("--reliability"),
            fix=f"give one of {', '.join(BIAS_SD)}: A completely reliable, F cannot be judged",
        )
    targets = _watched(bench, tuple(watch))
    if isinstance(targets, Problem):
        return targets
    answer = answer_of(bench, chosen.answer, seed=seed)
    if isinstance(answer, Problem):
        return answer
    return wishes_of(answer, targets, chosen, hedges=bench.case.hedges)


def _watched(bench: Workbench, words: tuple[str, ...]) -> tuple[Target, ...] | Problem:
    """Read what is watched: what scenarios.yaml watches, else every declared measure, as of now."""
    found = [target_of(bench, each) for each in words]
    wrong = next((each for each in found if isinstance(each, Problem)), None)
    if wrong is not None:
        return wrong
    system = bench.default.system
    declared = bench.ledger.network.declared
    planned = [each.text for each in bench.case.plan.watch if each.text in system.measures]
    names = planned or [each for each in system.measures if each in declared]
    asked = [each for each in found if isinstance(each, Target)]
    return tuple(asked) or tuple(Target(each, system.as_of) for each in names or system.stocks)


def answer_of(bench: Workbench, number: int, *, seed: int) -> Answer | Problem:
    """Find the fit's answer of that number, counted from 0.

    Raises:
        CannotComputeError: there is no answer at all.
    """
    answers = bench.fit(FitOptions(seed=seed)).answers
    if not answers:
        raise CannotComputeError("no answer could be worked out: muster conflicts says why")
    if number < len(answers):
        return answers[number]
    return Problem(
        "MB604",
        f"the fit has no answer {number + 1}",
        Place("--answer"),
        numbers=(("it has", str(len(answers))),),
        fix=_which(len(answers)),
    )


def _which(count: int) -> str:
    if count == 1:
        return "leave --answer out: there is only one"
    return f"give a number from 1 to {count}; 1 is the answer to lead with"
