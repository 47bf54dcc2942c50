"""The source of a web page in, the text a browser would show outside menus and forms out."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from musterbook.reports.tags import Token, text_of, tokens_of

_SILENT: Final = frozenset(
    {"script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "svg",
     "button", "select", "iframe", "head", "textarea", "title"}
)  # fmt: skip
_BLOCKS: Final = frozenset(
    {"p", "div", "section", "article", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4",
     "h5", "h6", "blockquote", "br", "hr", "main", "figure", "figcaption", "pre", "dl", "dt", "dd"}
)  # fmt: skip
_CELLS: Final = frozenset({"td", "th"})
_BLANK = re.compile(r"[ \t\r\n\f]+")


def shown(page: str) -> Iterator[Token]:
    """Yield the tokens of a page that are not inside a menu, a script or a form.

    A silent element ends with its own closing tag, or with one of an element around it.
    """
    silent, count = list[str](), Counter[str]()
    for token in tokens_of(page):
        if token.kind == "open" and token.name in _SILENT and not _is_closed(page, token):
            silent.append(token.name)
            count[token.name] += 1
        elif token.kind == "close" and count[token.name]:
            _close(silent, count, token.name)
        elif token.kind == "open" and token.name in ("body", "article", "main"):
            silent, count = [], Counter()  # an unclosed head or menu ends where the article begins
            yield token
        elif not silent and token.kind != "raw":
            yield token


def _is_closed(page: str, token: Token) -> bool:
    return page[token.end - 2 : token.end] == "/>"


def _close(silent: list[str], count: Counter[str], name: str) -> None:
    """End the innermost element of a name, and what is still open in it."""
    ended = ""
    while ended != name:
        ended = silent.pop()
        count[ended] -= 1


def visible_text(page: str) -> str:
    """Give what is shown, a paragraph for each block; the cells of a table's row in one line."""
    pieces = []
    for token in shown(page):
        if token.kind == "text":
            pieces.append(_BLANK.sub(" ", text_of(page, token)))
        elif token.name in _BLOCKS:
            pieces.append("\n")
        elif token.name in _CELLS:
            pieces.append("|")
    lines = (_BLANK.sub(" ", line).strip(" ") for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def without_code(page: str) -> str:
    """Give the source without scripts, styles and comments."""
    return "".join(
        page[token.start : token.end] for token in tokens_of(page) if token.kind != "raw"
    )
