"""A grammar file's name goes in, a parser of it (built once, when first asked for) comes out."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Lark


@cache
def parser_of(package: str, name: str, start: str, *, places: bool = False) -> "Lark":
    """Build the LALR parser of a grammar in a package; `places` tells each subtree where it is."""
    from lark import Lark

    grammar = (files(package) / name).read_text(encoding="utf-8")
    return Lark(
        grammar,
        parser="lalr",
        lexer="contextual",
        start=start,
        propagate_positions=places,
        maybe_placeholders=False,
    )
