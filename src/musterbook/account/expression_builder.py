"""A parsed tree goes in; an Expression whose every argument is of the right kind comes out."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from musterbook.account.expression import (
    DAYS_PER_MONTH,
    Binary,
    Call,
    Compare,
    Date,
    Expression,
    Name,
    Negate,
    Number,
    Span,
    Total,
)
from musterbook.account.expression_functions import FUNCTIONS, MANY, Kind, Signature
from musterbook.account.expression_walk import constant_of
from musterbook.claims.says.says_numbers import SCALES, BadNumber, read_number
from musterbook.claims.says.says_tree import node_of, nodes_of, token_of, tokens_of
from musterbook.claims.scribe import Scribe
from musterbook.core.when import parse_date

if TYPE_CHECKING:
    from musterbook.claims.says.says_tree import Node

_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
_DAYS: Final = {"day": 1, "week": 7}
LARGEST: Final = Decimal(10) ** 15  # a thousand times the most people a sentence may speak of
_NOTHING: Final = Number(1.0)  # stands where a fault was noted, so that reading can go on


class Builder:
    """Builds one expression; faults go to the scribe, and reading goes on after them."""

    def __init__(self, scribe: Scribe) -> None:
        """Start with the phrase's scribe."""
        self._scribe = scribe
        self._makers: Mapping[str, Callable[[Node], Expression]] = {
            "number": self._number,
            "percent": self._percent,
            "name": lambda node: Name(str(token_of(node, "NAME"))),
            "total": lambda node: Total(str(token_of(node, "NAME"))),
            "negate": self._negate,
            "binary": self._binary,
            "compare": self._compare,
            "call": self._call,
            "date": self._date,
            "span": self._span,
            "last": self._span,
        }

    def build(self, node: "Node", kind: Kind = Kind.VALUE) -> Expression:
        """Build a subtree that stands where a certain kind of argument belongs."""
        before = len(self._scribe.problems)
        made = self._makers[node.data](node)
        fault = self._misfit(node, kind) if len(self._scribe.problems) == before else None
        if fault is not None:
            self._note(fault[0], fault[1], node, fix=fault[2])
        if kind is Kind.RECENT and isinstance(made, Span):
            return Span(made.months, last=True)
        return made

    def _misfit(self, node: "Node", kind: Kind) -> tuple[str, str, str] | None:
        data, words = node.data, self._words(node)
        if data == "compare" and kind is not Kind.TEST:
            return "MB135", f"`{words}` is true or false, no number", "compare inside `if(…)`"
        if data in ("date", "span", "last") and kind is Kind.VALUE:
            says = f"`{words}` is a time, where a number of people or a rate belongs"
            fix = "with spaces around it a hyphen subtracts: `1 000 - 50`"
            return "MB138", says, fix if data == "date" else "leave it out"
        if kind is Kind.VALUE or data in _FITTING[kind]:
            return None
        return "MB133", f"`{words}` stands where {kind} belongs", f"write {kind}"

    def _number(self, node: "Node") -> Number:
        value = self._decimal(node)
        return _NOTHING if value is None else Number(float(value))

    def _percent(self, node: "Node") -> Number:
        (number,) = nodes_of(node, "number")
        value = self._decimal(number)
        return _NOTHING if value is None else Number(float(value / 100), is_percent=True)

    def _decimal(self, node: "Node") -> Decimal | None:
        token = token_of(node, "NUMBER")
        value = read_number(str(token))
        if isinstance(value, BadNumber):
            self._note("MB137", value.says, node, fix=value.fix)
            return None
        words = tokens_of(node, "SCALE")
        meant = value * SCALES[words[0]] if words else value
        if meant > LARGEST:
            self._note("MB137", "the number is beyond all counts", node, fix="check its digits")
            return None
        return meant

    def _negate(self, node: "Node") -> Expression:
        return Negate(self.build(nodes_of(node)[0]))

    def _binary(self, node: "Node") -> Expression:
        left, right = nodes_of(node)
        operator = next(each for each in node.children if isinstance(each, str))
        sign = _SIGNS.get(str(operator), str(operator))
        made = Binary(sign, self.build(left), self.build(right))
        if sign == "/" and constant_of(made.right) == 0:
            fix = "divide by something that cannot be zero, such as `max(1, …)`"
            self._note("MB134", f"`{self._words(node)}` divides by zero", right, fix=fix)
        return made

    def _compare(self, node: "Node") -> Expression:
        left, right = nodes_of(node)
        operator = str(token_of(node, "COMPARE"))
        return Compare(operator, self.build(left), self.build(right))

    def _date(self, node: "Node") -> Expression:
        text = str(token_of(node, "DATE"))
        if parse_date(text) is None:
            fix = "write 2026-03 or 2026-03-15; spaces around a hyphen make it a subtraction"
            self._note("MB138", f"`{text}` is no date", node, fix=fix)
        return Date(text)

    def _span(self, node: "Node") -> Expression:
        number = node_of(node, "number")
        count = Decimal(1) if number is None else self._decimal(number)
        unit = str(token_of(node, "TIME_UNIT")).rstrip("s")
        if count is None:
            return Span(1.0)
        if count == 0:
            self._note(
                "MB138", f"`{self._words(node)}` is no time at all", node, fix="leave it out"
            )
        months = (
            float(count * _DAYS[unit]) / DAYS_PER_MONTH
            if unit in _DAYS
            else float(count * _MONTHS[unit])
        )
        return Span(months, last=node.data == "last")

    def _call(self, node: "Node") -> Expression:
        function = str(token_of(node, "FUNCTION"))
        signature = FUNCTIONS.get(function)
        found = nodes_of(node)
        if signature is None:
            self._note("MB132", f"there is no function `{function}`", node, fix=_near(function))
            return Call(function, ())
        if not _takes(function, signature, len(found)):
            says = f"`{function}` takes {_wanted(signature)}, and has {len(found)}"
            self._note("MB133", says, node, fix=f"write `{signature.example}`: {signature.meaning}")
            return Call(function, ())
        arguments = (self.build(each, signature.kind_of(index)) for index, each in enumerate(found))
        return Call(function, tuple(arguments))

    def _words(self, node: "Node") -> str:
        text = self._scribe.phrase.text[node.meta.start_pos : node.meta.end_pos]
        return " ".join(text.split())[:60]

    def _note(self, code: str, says: str, node: "Node", *, fix: str = "") -> None:
        self._scribe.note(code, says, at=node.meta.start_pos, fix=fix)


_SIGNS: Final = {"\u2212": "-", "×": "*"}
_FITTING: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.TEST: ("compare",),
    Kind.DATE: ("date",),
    Kind.SPAN: ("span",),
    Kind.RECENT: ("last", "span"),
    Kind.FLOW: ("name",),
}


def _takes(function: str, signature: Signature, count: int) -> bool:
    """Say whether a function takes so many arguments; a table takes a value and then pairs."""
    is_whole = function != "table" or count % 2 == 1
    return signature.least <= count <= signature.most and is_whole


def _wanted(signature: Signature) -> str:
    if signature.most == MANY:
        return f"{signature.least} arguments or more"
    if signature.least == signature.most:
        return f"{signature.least} arguments"
    return f"{signature.least} to {signature.most} arguments"


def _near(function: str) -> str:
    near = get_close_matches(function, FUNCTIONS, n=1)
    if near:
        return f"did you mean `{near[0]}`?"
    return f"a product needs its `*`; the functions are {', '.join(FUNCTIONS)}"
