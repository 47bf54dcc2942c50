"""One account's checked file and its prefix go in; an Account with qualified names comes out."""

import re
from collections.abc import Iterator

from musterbook.case.models_account import AccountFile
from musterbook.case.nodes import MapNode, Node, child, phrase_at, short_or_long
from musterbook.case.nodes import entries_of as node_entries
from musterbook.case.similar import short
from musterbook.core.problem import Phrase, Place, Problem
from musterbook.core.records import (
    Account,
    Assumption,
    Flow,
    Measure,
    Parameter,
    Rule,
    Stock,
)

_PATH = re.compile(r"\s*([a-z][a-z0-9_.]*)\s*(?:->|→)\s*([a-z][a-z0-9_.]*)\s*")


def qualified(prefix: str, name: str) -> str:
    """Give a bare name its account's prefix; a dotted name has one already."""
    return name if "." in name or not prefix else f"{prefix}.{name}"


def build_account(
    model: AccountFile, node: Node, prefix: str
) -> tuple[Account, tuple[Problem, ...]]:
    """Build an account; flows that name no two ends are left out, with a problem each."""
    flows, problems = _flows(model, node, prefix)
    account = Account(
        name=prefix,
        title=model.account,
        place=node.place,
        stocks=tuple(_stocks(model, node, prefix)),
        outside=tuple(qualified(prefix, name) for name in model.outside),
        flows=flows,
        measures=tuple(_measures(model, node, prefix)),
        assumptions=tuple(_assumptions(model, node, prefix)),
        parameters=tuple(_parameters(model, node, prefix)),
        rules=tuple(_rules(model, node, prefix)),
    )
    return account, problems


def _place(node: Node, section: str, name: str) -> Place:
    """Give the place of an entry's name."""
    found = child(node, section)
    assert isinstance(found, MapNode)
    return found.entries[name][0].place


def _stocks(model: AccountFile, node: Node, prefix: str) -> Iterator[Stock]:
    for name, entry in model.stocks.items():
        yield Stock(
            name=qualified(prefix, name),
            place=_place(node, "stocks", name),
            description=entry.described,
            starts=phrase_at(node, "stocks", name, "starts"),
            opens=phrase_at(node, "stocks", name, "opens"),
            typical=phrase_at(node, "stocks", name, "typical"),
            words=tuple(entry.words),
        )


def _flows(
    model: AccountFile, node: Node, prefix: str
) -> tuple[tuple[Flow, ...], tuple[Problem, ...]]:
    flows: list[Flow] = []
    problems: list[Problem] = []
    for name, entry in model.flows.items():
        path = short_or_long(child(node, "flows", name), "is")
        match = _PATH.fullmatch(entry.path)
        if path is None:
            continue
        if match is None:
            problems.append(_no_path(name, path))
            continue
        flows.append(
            Flow(
                name=qualified(prefix, name),
                source=qualified(prefix, match[1]),
                target=qualified(prefix, match[2]),
                place=path.place,
                description=entry.note or "",
                typical=phrase_at(node, "flows", name, "typical"),
                changes=phrase_at(node, "flows", name, "changes"),
                words=tuple(entry.words),
            )
        )
    return tuple(flows), tuple(problems)


def _no_path(name: str, path: Phrase) -> Problem:
    return Problem(
        "MB202",
        f"the flow `{name}` does not say from where to where: `{short(path.text)}`",
        path.place,
        fix=f"write `{name}: FROM -> TO`, two stocks or a reservoir of `outside`",
    )


def _measures(model: AccountFile, node: Node, prefix: str) -> Iterator[Measure]:
    for name, entry in model.measures.items():
        found = child(node, "measures", name)
        readings = {
            key.text: phrase
            for key, value in node_entries(child(found, "readings"))
            if (phrase := phrase_at(value)) is not None
        }
        alone = short_or_long(found, "is")
        if alone is not None:
            readings = {"": alone, **readings}
        if readings:
            yield Measure(
                name=qualified(prefix, name),
                readings=readings,
                place=_place(node, "measures", name),
                description=entry.note or "",
                words=tuple(entry.words),
                bias_class=entry.bias,
            )


def _assumptions(model: AccountFile, node: Node, prefix: str) -> Iterator[Assumption]:
    for name, entry in model.assumptions.items():
        says = short_or_long(child(node, "assumptions", name), "says")
        if says is not None:
            place = _place(node, "assumptions", name)
            yield Assumption(name, says, prefix, place, because=entry.because)


def _parameters(model: AccountFile, node: Node, prefix: str) -> Iterator[Parameter]:
    for name, entry in model.parameters.items():
        value = short_or_long(child(node, "parameters", name), "value")
        if value is not None:
            yield Parameter(
                name=qualified(prefix, name),
                value=value,
                place=_place(node, "parameters", name),
                description=entry.described,
                because=entry.because,
            )


def _rules(model: AccountFile, node: Node, prefix: str) -> Iterator[Rule]:
    for name in model.rules:
        expression = short_or_long(child(node, "rules", name), "is")
        if expression is not None:
            yield Rule(qualified(prefix, name), expression, prefix)
