"""Accounts and the names declared go in; accounts whose flows and rules hold together come out."""

from collections.abc import Iterator
from dataclasses import replace

from musterbook.case.known import Declared
from musterbook.case.similar import either, short
from musterbook.core.problem import Problem
from musterbook.core.records import Account, Assumption, Flow, Rule
from musterbook.core.suggest import did_you_mean


def cross_accounts(
    accounts: tuple[Account, ...], declared: Declared
) -> tuple[tuple[Account, ...], tuple[Problem, ...]]:
    """Leave out flows to nowhere, rules for no flow and assumptions of one name, each a problem."""
    problems: list[Problem] = []
    taken: dict[str, Assumption] = {}
    checked = []
    for account in accounts:
        flows = tuple(_sound_flows(account, declared, problems))
        kept = frozenset(flow.name for flow in flows)
        rules = tuple(_sound_rules(account.rules, kept, declared, problems=problems))
        assumptions = tuple(_own_names(account.assumptions, taken, problems))
        checked.append(replace(account, flows=flows, rules=rules, assumptions=assumptions))
    return tuple(checked), tuple(problems)


def _sound_flows(account: Account, declared: Declared, problems: list[Problem]) -> Iterator[Flow]:
    for flow in account.flows:
        faults = tuple(_flow_faults(flow, account, declared))
        problems.extend(faults)
        if not faults:
            yield flow


def _flow_faults(flow: Flow, account: Account, declared: Declared) -> Iterator[Problem]:
    ends = {"source": flow.source, "target": flow.target}
    for side, name in ends.items():
        if not declared.has(name, "stocks", "outside"):
            yield _nowhere(flow, name, side, account=account, declared=declared)
    if flow.source == flow.target:
        says = f"the flow `{flow.name}` ends where it begins, so it moves nobody"
        yield Problem("MB204", says, flow.place, fix="name two different ends, or remove it")


def _nowhere(flow: Flow, name: str, side: str, *, account: Account, declared: Declared) -> Problem:
    prefix = f"{account.name}." if account.name else ""
    ends = declared.names("stocks", "outside")
    bare, bare_ends = name.removeprefix(prefix), (each.removeprefix(prefix) for each in ends)
    near = did_you_mean(bare, bare_ends, kind="declared are", none="")
    where = "leads to" if side == "target" else "comes from"
    fix = f"declare `{bare}` under `stocks` or `outside`"
    return Problem(
        "MB203",
        f"the flow `{flow.name}` {where} `{bare}`, which nobody declares",
        flow.place,
        fix=either(near, fix),
    )


def _sound_rules(
    rules: tuple[Rule, ...], flows: frozenset[str], declared: Declared, *, problems: list[Problem]
) -> Iterator[Rule]:
    for rule in rules:
        if rule.target in flows:
            yield rule
        elif not declared.has(rule.target, "flows"):
            says = f"the rule is for `{rule.target}`, which is no flow"
            fix = did_you_mean(rule.target, declared.names("flows"), kind="flows are")
            problems.append(Problem("MB215", says, rule.expression.place, fix=fix))


def _own_names(
    assumptions: tuple[Assumption, ...], taken: dict[str, Assumption], problems: list[Problem]
) -> Iterator[Assumption]:
    for each in assumptions:
        other = taken.setdefault(each.name, each)
        if other is each:
            yield each
            continue
        says = f"two assumptions are called `{short(each.name)}`; the other stands at {other.place}"
        problems.append(Problem("MB216", says, each.place, fix="give one of them another name"))
