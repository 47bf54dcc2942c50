"""A mapping of hedge words to numbers goes in; a hedge table and what it cannot honour come out."""

from collections.abc import Mapping
from dataclasses import replace

from musterbook.case.amounts import parse_range, unreadable
from musterbook.case.nodes import Node, TextNode, entries_of
from musterbook.case.similar import short
from musterbook.core.problem import Phrase, Problem
from musterbook.core.quantity import VAGUE_LITERAL, VAGUE_TABLES, Bound, HedgeTable
from musterbook.core.suggest import did_you_mean

TABLE = "vague"  # the key that names a whole table of vague words
SHARES = {"about": "about_share", "excess": "excess_share", "half grain": "half_grain"}
WORDS = (TABLE, *SHARES, *VAGUE_LITERAL)
SPAN = "a range of people: 12 to 120"
SHARE = "one share of the number: 10 %"


def read_hedges(node: Node | None, base: HedgeTable) -> tuple[HedgeTable, tuple[Problem, ...]]:
    """Read a table of hedge words over another: `about: 10 %`, `dozens: 12 to 120`, `vague: acled`.

    A word that no sentence could use, or that always means the same, is a problem.
    """
    problems: list[Problem] = []
    known: dict[str, Phrase] = {}
    for key, value in entries_of(node):
        word = " ".join(key.text.split())
        if word not in WORDS:
            problems.append(_unknown(key))
        elif isinstance(value, TextNode):
            known[word] = value.phrase
    table, faults = _table(known, base)
    shares, share_faults = _shares(known)
    vague, vague_faults = _vague(known)
    found = _with_shares(table.with_vague(vague), shares)
    return found, (*problems, *faults, *share_faults, *vague_faults)


def _unknown(key: TextNode) -> Problem:
    says = f"`{short(key.text)}` is no hedge word that can be set"
    fix = did_you_mean(key.text, WORDS, kind="those are")
    if key.text in tuple(Bound):
        says = f"`{short(key.text)}` always means the same, so it cannot be set"
        fix = f"write the margin into the sentence (`± 500`), or set {', '.join(SHARES)}"
    return Problem("MB011", says, key.place, fix=fix)


def _table(words: Mapping[str, Phrase], base: HedgeTable) -> tuple[HedgeTable, tuple[Problem, ...]]:
    named = words.get(TABLE)
    if named is None:
        return base, ()
    if named.text not in VAGUE_TABLES:
        return base, (unreadable(named, "one of " + ", ".join(VAGUE_TABLES), "table"),)
    return base.with_vague(VAGUE_TABLES[named.text]), ()


def _shares(words: Mapping[str, Phrase]) -> tuple[dict[str, float], tuple[Problem, ...]]:
    shares: dict[str, float] = {}
    problems = []
    for word in (each for each in words if each in SHARES):
        found = parse_range(words[word].text)
        # `about: 500` would be read as 500 times the number: a share above 1 needs its sign.
        if found is None or found[0] != found[1] or (found[0] > 1 and "%" not in words[word].text):
            problems.append(unreadable(words[word], SHARE, "share"))
        else:
            shares[SHARES[word]] = found[0]
    return shares, tuple(problems)


def _vague(
    words: Mapping[str, Phrase],
) -> tuple[dict[str, tuple[float, float]], tuple[Problem, ...]]:
    spans: dict[str, tuple[float, float]] = {}
    problems = []
    for word in (each for each in words if each in VAGUE_LITERAL):
        found = parse_range(words[word].text)
        if found is None or "%" in words[word].text:
            problems.append(unreadable(words[word], SPAN, "range of people"))
        else:
            spans[word] = found
    return spans, tuple(problems)


def _with_shares(base: HedgeTable, shares: Mapping[str, float]) -> HedgeTable:
    return replace(
        base,
        about_share=shares.get("about_share", base.about_share),
        half_grain=shares.get("half_grain", base.half_grain),
        excess_share=shares.get("excess_share", base.excess_share),
    )
