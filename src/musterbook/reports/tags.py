"""The source of a web page in, its tags and its text in order out, in time linear in its length.

The parser of the standard library takes the square of it on pages made to hurt, so this one looks
at each character once. It keeps where each token stands in the source.
"""

import html
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

_BEGIN = re.compile(r"<(?=[a-zA-Z/!?])")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]{0,40})")
# The rest of a tag. A quotation mark opens a value only behind `=`, and closes it only where the
# value can end: else it is an odd one, and the tag ends before the text.
_REST = re.compile(r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')(?=[\s/>])|=)*+>")
_ATTRIBUTE = re.compile(r"([a-zA-Z_:.-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_RAW: Final = ("script", "style", "textarea", "title", "noscript", "template", "iframe")
_RAW_ENDS: Final = {name: re.compile(f"</{name}", re.IGNORECASE) for name in _RAW}
_LONGEST_TAG: Final = 5_000  # characters looked through for attributes; pictures may lie in them
MOST_TOKENS: Final = 400_000  # a page of a long live blog has 20,000
_TOKENS_OF_A_TAG: Final = 3  # at most: the tag, what stands raw behind it, the text before it


class Token(NamedTuple):
    """A tag (`open`, `close`), text, or what stands raw between two tags (`raw`: a script)."""

    kind: str
    name: str
    start: int
    end: int


def tokens_of(page: str) -> Iterator[Token]:
    """Give the tags and texts of a page; of more than 400,000 the first."""
    return islice(_tokens(page), MOST_TOKENS)


def length_read(page: str) -> int:
    """Give how many characters of a page lie in the tokens that are yielded."""
    if page.count("<") * _TOKENS_OF_A_TAG < MOST_TOKENS:
        return len(page)
    first_left = next(islice(_tokens(page), MOST_TOKENS, None), None)
    return first_left.start if first_left else len(page)


def _tokens(page: str) -> Iterator[Token]:
    at, length = 0, len(page)
    while at < length:
        begin = _BEGIN.search(page, at)
        tag = begin.start() if begin else length
        if tag > at:
            yield Token("text", "", at, tag)
        if tag == length:
            return
        token = _tag(page, tag)
        at = token.end
        if token.kind != "skip":
            yield token
        if token.kind == "open" and token.name in _RAW_ENDS:
            close = _RAW_ENDS[token.name].search(page, at)
            end = close.start() if close else length
            yield Token("raw", token.name, at, end)
            at = end


def _tag(page: str, start: int) -> Token:
    """Read what a `<` begins: a tag, a comment or a declaration."""
    if page.startswith("<!--", start):
        end = page.find("-->", start + 4)
        return Token("skip", "", start, len(page) if end < 0 else end + 3)
    name = _NAME.match(page, start)
    rest = _REST.match(page, start)
    end = rest.end() if rest else len(page)
    if name is None:
        return Token("skip", "", start, end)
    kind = "close" if page[start + 1] == "/" else "open"
    return Token(kind, name[1].lower(), start, end)


def attributes_of(page: str, token: Token) -> dict[str, str]:
    """Give the attributes of a tag, their names in small letters."""
    tag = page[token.start : min(token.end, token.start + _LONGEST_TAG)]
    found = _ATTRIBUTE.finditer(tag)
    return {each[1].lower(): html.unescape(each[2] or each[3] or each[4] or "") for each in found}


def text_of(page: str, token: Token) -> str:
    """Give the text of a token as a reader sees it."""
    return html.unescape(page[token.start : token.end])
