"""The words of `says` go in; a Sentence, or every problem in it, comes out; and back again."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from musterbook.claims.says.says_amount import note_fractions, read_amount, read_reading
from musterbook.claims.says.says_checks import apply_unit, read_bound, read_margin
from musterbook.claims.says.says_faults import explain
from musterbook.claims.says.says_grammar import parser_of
from musterbook.claims.says.says_print import print_sentence
from musterbook.claims.says.says_tree import node_of, nodes_of, token_of
from musterbook.claims.says.says_when import read_when
from musterbook.claims.scribe import Scribe
from musterbook.claims.sentence import Sentence, When
from musterbook.core.problem import Phrase, Problem
from musterbook.core.when import Period, Step

if TYPE_CHECKING:
    from musterbook.claims.says.says_tree import Node

__all__ = ["parse_sentence", "print_sentence"]

LONGEST: Final = 500  # characters; the longest sentence an analyst wrote in our cases has 70
# A window that stays open reads its case anew after every edit: all sentences but one are the same.
MOST_KEPT: Final = 10_000
NO_UNITS: Final[Mapping[str, tuple[float, float]]] = MappingProxyType({})
_AMOUNTS: Final = ("none", "vague", "count", "percent", "multiple")


def parse_sentence(
    phrase: Phrase,
    events: Mapping[str, Period],
    units: Mapping[str, tuple[float, float]] = NO_UNITS,
) -> tuple[Sentence | None, tuple[Problem, ...]]:
    """Read one controlled sentence: its form, numbers and dates, not yet its names.

    Args:
        phrase: the words, and where they stand.
        events: what names in quotes mean.
        units: how many people each declared unit holds, from and to.

    Returns:
        The sentence, or None with every fault found in it.
    """
    return _parsed(phrase, tuple(events.items()), tuple(units.items()))


@lru_cache(maxsize=MOST_KEPT)
def _parsed(
    phrase: Phrase,
    events: tuple[tuple[str, Period], ...],
    units: tuple[tuple[str, tuple[float, float]], ...],
) -> tuple[Sentence | None, tuple[Problem, ...]]:
    scribe = Scribe(phrase)
    tree = _tree_of(scribe)
    if tree is None:
        return None, tuple(scribe.problems)
    sentence = _read(tree, scribe, dict(events), dict(units))
    return sentence if scribe.is_clean else None, tuple(scribe.problems)


def _tree_of(scribe: Scribe) -> "Node | None":
    from lark.exceptions import UnexpectedInput

    text = scribe.phrase.text
    if not text.strip():
        fix = "write MEASURE AMOUNT WHEN: `present about 11 000 on 2026-02-16`"
        scribe.note("MB100", "the sentence is empty", fix=fix)
        return None
    if len(text) > LONGEST:
        fix = f"a sentence has at most {LONGEST} characters: one measure, one number, one time"
        scribe.note("MB100", "the sentence is far too long", fix=fix)
        return None
    try:
        return parser_of("musterbook.claims.says", "says.lark", "sentence").parse(text)
    except UnexpectedInput as fault:
        explain(fault, scribe)
        return None


def _read(
    tree: "Node",
    scribe: Scribe,
    events: Mapping[str, Period],
    units: Mapping[str, tuple[float, float]],
) -> Sentence | None:
    (node,) = nodes_of(tree, *_AMOUNTS)
    amount = read_amount(node, scribe, events)
    bound = read_bound(tree, scribe, amount)
    margin = read_margin(tree, scribe, amount, bound=bound)
    rate, time = node_of(tree, "rate"), node_of(tree, "when")
    when = read_when(time, scribe, events) if time is not None else When()
    if node.data == "count" and rate is None and not node_of(tree, "unit"):
        note_fractions(node, scribe)
    amount = apply_unit(tree, scribe, amount, units)
    if amount is None or when is None:
        return None
    return Sentence(
        measure=str(token_of(tree, "MEASURE")),
        amount=amount,
        when=when,
        phrase=scribe.phrase,
        reading=read_reading(tree),
        bound=bound,
        margin=margin,
        per=Step(token_of(rate, "STEP")) if rate is not None else None,
    )
