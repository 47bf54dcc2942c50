"""Conflicts and the analyst's explanations in; the conflicts with them, and what is stale, out.

An explanation belongs to a set of members by name, each with what it said when the analyst looked.
Where a member is gone, or says something else, the explanation is about another conflict: it is
kept, told as a problem, and no longer applied.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from musterbook.account.ledger import Ledger
from musterbook.account.system import Choice, System
from musterbook.claims.says.says import print_sentence
from musterbook.conflicts.results import ConflictReport, Verdict
from musterbook.core.problem import Phrase, Problem, Severity
from musterbook.core.records import Explanation
from musterbook.core.suggest import did_you_mean

Sentences = Mapping[str, str]  # every claim, assumption and opening by name: what it says now
Systems = Mapping[Choice, System]
AGAIN = "look at it again: `muster conflicts --explain N WHY`; or take the explanation out"


def stale_explanations(ledger: Ledger, systems: Systems) -> tuple[Problem, ...]:
    """List members of explained conflicts that are gone, or that say something else now."""
    explained = ledger.case.explained
    sentences = _sentences(ledger, systems) if explained else {}
    return tuple(
        problem
        for each in explained
        for name, words in each.members.items()
        if (problem := _staleness(name, words, sentences)) is not None
    )


def with_explanations(
    report: ConflictReport, ledger: Ledger, *, systems: Systems
) -> ConflictReport:
    """Give every conflict the explanation that still holds, and the one that held before."""
    explained = ledger.case.explained
    if not explained:
        return report
    sentences = _sentences(ledger, systems)
    notes: tuple[dict[frozenset[str], str], dict[frozenset[str], str]] = ({}, {})
    for each in explained:
        notes[_is_stale(each, sentences)][frozenset(each.members)] = each.because
    readings = tuple(_noted(verdict, *notes) for verdict in report.readings)
    return replace(report, default=readings[0], readings=readings)


def no_longer_arising(ledger: Ledger, systems: Systems) -> tuple[Problem, ...]:
    """Note the explained conflicts that are none any more, under any reading."""
    explained = ledger.case.explained
    if not explained:
        return ()
    return tuple(_no_longer_arising(explained, systems, _sentences(ledger, systems)))


def _sentences(ledger: Ledger, systems: Systems) -> Sentences:
    """Give what every claim, assumption and opening says, whether it counts or not."""
    said = {each.id: "" for each in ledger.case.claims}
    for each in (*ledger.shelved, *ledger.statements):
        said[each.name] = print_sentence(each.sentence)
    groups = (group for system in systems.values() for group in system.groups)
    return said | {group.name: group.says for group in groups}


def _is_stale(explanation: Explanation, sentences: Sentences) -> bool:
    return any(_staleness(name, says, sentences) for name, says in explanation.members.items())


def _staleness(name: str, words: Phrase, sentences: Sentences) -> Problem | None:
    if name not in sentences:
        same = [other for other, says in sentences.items() if words.text and says == words.text]
        fix = did_you_mean(name, sentences)
        if len(same) == 1:
            fix = f"if it was renamed, write `{same[0]}`, which says the same"
        says = f"the conflict explained here has a member `{name}`, which is not there"
        return Problem("MB301", says, words.place, Severity.WARNING, fix=fix)
    if _is_said(words, sentences[name]):
        return None
    says = f"`{name}` says something else than when this conflict was explained"
    numbers = (("then", words.text), ("now", sentences[name] or "nothing that is computed"))
    return Problem("MB302", says, words.place, Severity.WARNING, numbers, AGAIN)


def _is_said(words: Phrase, sentence: str) -> bool:
    return not words.text or " ".join(words.text.split()) == " ".join(sentence.split())


def _noted(
    verdict: Verdict, notes: Mapping[frozenset[str], str], stale: Mapping[frozenset[str], str]
) -> Verdict:
    conflicts = tuple(
        replace(
            each,
            explained=notes.get(frozenset(each.members), ""),
            explained_before=stale.get(frozenset(each.members), ""),
        )
        for each in verdict.conflicts
    )
    return replace(verdict, conflicts=conflicts)


def _no_longer_arising(
    explanations: Iterable[Explanation], systems: Systems, sentences: Sentences
) -> Iterator[Problem]:
    listed = tuple(systems.values())
    for each in explanations:
        if not all(name in sentences for name in each.members):
            continue  # told already, by name
        if not any(_is_minimal_conflict(system, tuple(each.members)) for system in listed):
            names = {group.name for system in listed for group in system.groups}
            absent = [name for name in each.members if name not in names]
            says = "the conflict explained here no longer arises"
            numbers: tuple[tuple[str, str], ...] = (("members", ", ".join(each.members)),)
            if absent:
                numbers = (*numbers, ("not counted now", ", ".join(absent)))
            fix = "take the explanation out, unless the conflict may come back"
            yield Problem("MB303", says, each.place, Severity.NOTE, numbers, fix)


def _is_minimal_conflict(system: System, names: Sequence[str]) -> bool:
    """Say whether these members contradict each other, and no fewer of them do."""
    from musterbook.conflicts.frame import frame_of
    from musterbook.conflicts.programme import Programme

    numbers = [place for place, group in enumerate(system.groups) if group.name in names]
    if len(numbers) < len(names):
        return False
    programme = Programme(frame_of(system), numbers)
    if programme.is_feasible(numbers):
        return False
    return all(programme.is_feasible(set(numbers) - {each}) for each in numbers)
