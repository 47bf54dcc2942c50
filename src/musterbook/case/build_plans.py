"""The checked scenarios.yaml and hypotheses.yaml go in; plan and board come out as nouns."""

from collections.abc import Iterator

from musterbook.case.models_plans import HypothesesFile, ScenariosFile
from musterbook.case.nodes import ListNode, Node, TextNode, child, entries_of, phrase_at
from musterbook.core.plans import Evidence, Hypothesis, HypothesisBoard, Scenario, ScenarioPlan
from musterbook.core.problem import Phrase


def phrases_in(node: Node | None) -> tuple[Phrase, ...]:
    """Give the words of a list, or the one word that stands for a list."""
    if isinstance(node, TextNode):
        return () if node.is_empty else (node.phrase,)
    items = node.items if isinstance(node, ListNode) else ()
    return tuple(each.phrase for each in items if isinstance(each, TextNode))


def build_plan(_model: ScenariosFile, node: Node) -> ScenarioPlan:
    """Build the plan of scenarios, each change as written."""
    return ScenarioPlan(
        watch=phrases_in(child(node, "watch")),
        until=phrase_at(node, "until"),
        scenarios=tuple(_scenarios(child(node, "scenarios"))),
        questions=phrases_in(child(node, "questions")),
    )


def _scenarios(node: Node | None) -> Iterator[Scenario]:
    for name, value in entries_of(node):
        changes = {
            key.text: found.phrase
            for key, found in entries_of(value)
            if key.text != "from" and isinstance(found, TextNode)
        }
        yield Scenario(name.text, name.place, start=phrase_at(value, "from"), changes=changes)


def build_board(model: HypothesesFile, node: Node) -> HypothesisBoard:
    """Build the matrix of hypotheses and evidence."""
    return HypothesisBoard(
        question=model.question,
        hypotheses=tuple(_hypotheses(model, node)),
        evidence=tuple(_evidence(model, node)),
    )


def _hypotheses(model: HypothesesFile, node: Node) -> Iterator[Hypothesis]:
    for name, value in entries_of(child(node, "hypotheses")):
        described = model.hypotheses[name.text].described
        expects = phrases_in(child(value, "expects"))
        yield Hypothesis(name.text, described, name.place, expects=expects)


def _evidence(model: HypothesesFile, node: Node) -> Iterator[Evidence]:
    for number, entry in enumerate(model.evidence):
        found = child(node, "evidence", number)
        if found is not None:
            yield Evidence(
                place=found.place,
                claim=entry.claim,
                scenario=phrase_at(found, "scenario"),
                marks=dict(entry.__pydantic_extra__ or {}),
                why=dict(entry.why),
            )
