"""The address of a page goes in; the numbers somebody changed for a try come out of it.

`try.SCENARIO.TARGET=TEXT` stands for one entry of a scenario written otherwise, so that a trial
can be sent on as an address.
"""

from collections.abc import Iterator, Sequence

from musterbook.core.plans import Scenario, ScenarioPlan
from musterbook.inquiry.trial import START, TAKEN_OUT, Tried
from musterbook.views.screens.query import Query

PREFIX = "try."


def field_name(scenario: str, target: str) -> str:
    """Name the field of a form, and of an address, for an entry of a scenario."""
    return f"{PREFIX}{scenario}.{target}"


def written_in(scenario: Scenario, target: str) -> str:
    """Give an entry of a scenario as it stands in its file; empty where there is none."""
    phrase = scenario.start if target == START else scenario.changes.get(target)
    return phrase.text if phrase is not None else ""


def tried_in(query: Query, plan: ScenarioPlan) -> tuple[Tried, ...]:
    """Read what an address tries; what is as written anyway counts for nothing."""
    return tuple(_tried(query, plan))


def _tried(query: Query, plan: ScenarioPlan) -> Iterator[Tried]:
    names = sorted((each.name for each in plan.scenarios), key=len, reverse=True)
    known = {each.name: each for each in plan.scenarios}
    for key, text in query.values.items():
        words = key.removeprefix(PREFIX)
        scenario = next((each for each in names if words.startswith(f"{each}.")), None)
        if not key.startswith(PREFIX) or scenario is None or not text.strip():
            continue
        target = words[len(scenario) + 1 :]
        told, written = " ".join(text.split()), written_in(known[scenario], target)
        if told != written and (written or told != TAKEN_OUT):
            yield Tried(scenario, target, told)


def words_of(changes: Sequence[Tried]) -> tuple[str, ...]:
    """Write changes as the words of a question."""
    return tuple(word for each in changes for word in (each.scenario, each.target, each.text))


def tried_of(words: Sequence[str]) -> tuple[Tried, ...]:
    """Read changes back from the words of a question."""
    return tuple(Tried(*words[at : at + 3]) for at in range(0, len(words), 3))
