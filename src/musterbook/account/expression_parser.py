"""The words of a measure or rule go in; an Expression, or every problem in it, comes out.

Nothing is ever evaluated as a programming language: the words are parsed by a grammar that knows
numbers, names, dates, arithmetic and the functions of `expression_functions`, and nothing else.
"""

import re
from typing import TYPE_CHECKING, Final

from musterbook.account.expression import Expression
from musterbook.account.expression_builder import Builder
from musterbook.account.expression_functions import FUNCTIONS
from musterbook.account.expression_print import print_expression
from musterbook.account.expression_walk import names_in
from musterbook.claims.says.says_faults import listed, place_and_allowed
from musterbook.claims.says.says_grammar import parser_of
from musterbook.claims.scribe import Scribe
from musterbook.core.problem import Phrase, Problem

if TYPE_CHECKING:
    from lark import Token
    from lark.exceptions import UnexpectedInput

    from musterbook.claims.says.says_tree import Node

__all__ = ["names_in", "parse_expression", "print_expression"]

LONGEST: Final = 4_000  # characters: a sum of two hundred flows with long names
DEEPEST: Final = 100  # levels; a walk spends up to three calls on each, and Python allows 1,000
_CODE: Final = re.compile(
    r"__|[\"'`{}\[\];\\@]|:=|\)\s*\.|\b(?:import|lambda|exec|eval|def|class|return)\b"
)
_COMMA: Final = re.compile(r"\d,\d{3}(?!\d)")  # arguments, or thousands? a space tells
_WORDS: Final = {
    "NAME": "a name",
    "NUMBER": "a number",
    "DATE": "a date",
    "FUNCTION": f"a function ({', '.join(FUNCTIONS)})",
    "TOTAL": "`total` and a flow",
    "LAST": "`last 6 months`",
    "TIME_UNIT": "months (days, weeks, quarters, years)",
    "PERCENT": "`%`",
    "PLUS": "`+`",
    "MINUS": "`-`",
    "STAR": "`*`",
    "SLASH": "`/`",
    "COMPARE": "`<` or `>`",
    "COMMA": "`,`",
    "LPAR": "`(`",
    "RPAR": "`)`",
}


def parse_expression(phrase: Phrase) -> tuple[Expression | None, tuple[Problem, ...]]:
    """Read the arithmetic of a measure or a rule: its form and functions, not yet its names.

    Args:
        phrase: the words, and where they stand.

    Returns:
        The expression, or None with every fault found in it.
    """
    scribe = Scribe(phrase)
    tree = _tree_of(scribe)
    if tree is None:
        return None, tuple(scribe.problems)
    expression = Builder(scribe).build(tree)
    return expression if scribe.is_clean else None, tuple(scribe.problems)


def _tree_of(scribe: Scribe) -> "Node | None":
    from lark.exceptions import UnexpectedInput

    text = scribe.phrase.text
    if not text.strip():
        scribe.note("MB130", "the expression is empty", fix="write arithmetic: `present + wounded`")
        return None
    if len(text) > LONGEST:
        fix = f"at most {LONGEST} characters; name parts of it as measures"
        scribe.note("MB130", "the expression is far too long", fix=fix)
        return None
    for comma in _COMMA.finditer(text):
        says = f"`{comma.group()}` may be one number or two"
        fix = "group thousands by a space (`1 500`); put a space after a comma between arguments"
        scribe.note("MB137", says, at=comma.start(), fix=fix)
    if not scribe.is_clean:
        return None
    try:
        tree = parser_of("musterbook.account", "expression.lark", "start", places=True).parse(text)
    except UnexpectedInput as fault:
        _explain(fault, scribe)
        return None
    root = tree.children[0]
    if not isinstance(root, str) and _is_too_deep(root):
        fix = f"at most {DEEPEST} operations inside one another; name parts of it as measures"
        scribe.note("MB130", "the expression is nested too deep", fix=fix)
        return None
    return None if isinstance(root, str) else root


def _is_too_deep(tree: "Node") -> bool:
    """Measure by hand, since a recursive walk is what must not happen here."""
    waiting: list[tuple[Node | Token, int]] = [(tree, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > DEEPEST:
            return True
        if not isinstance(node, str):
            waiting += [(each, depth + 1) for each in node.children]
    return False


def _explain(fault: "UnexpectedInput", scribe: Scribe) -> None:
    text = scribe.phrase.text
    at, allowed = place_and_allowed(fault, text)
    code = _CODE.search(text)
    if code is not None:
        says = f"`{code.group()}` belongs to a programming language; this is arithmetic"
        fix = "write names, numbers, + - * / and the functions of rules"
        scribe.note("MB136", says, at=code.start(), fix=fix)
        return
    rest = text[at:].split(maxsplit=1)
    says = f"`{rest[0][:30]}` does not fit here" if rest else "the expression stops too early"
    scribe.note("MB131", says, at=at, fix=_fix(rest, text, at, allowed))


def _fix(rest: list[str], text: str, at: int, allowed: frozenset[str]) -> str:
    if rest and (rest[0].startswith("^") or text[max(at - 1, 0) : at + 1] == "**"):
        return "there are no powers: write the product out"
    if rest and text[:at].rstrip().endswith("total"):
        return "`total` takes the name of one flow: `total kill + total wound`"
    return f"what can stand here: {listed(_WORDS, allowed)}"
