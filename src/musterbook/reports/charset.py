"""The bytes of a web page in, the encoding it says it has out."""

import codecs
import re

_STATED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4_096  # bytes; browsers look through the first 1,024
_NOT_TEXT = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape"})


def stated_charset(data: bytes) -> str:
    """Give the name of the encoding, as Python knows it; empty where none is stated or known."""
    match = _STATED.search(data, 0, _HEAD)
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else ""
    except LookupError:
        return ""
    return "" if name in _NOT_TEXT else name
