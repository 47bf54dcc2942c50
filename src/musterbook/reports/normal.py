"""Text as a machine set it in, text as it was meant to be read out, with the way back.

What type-setting put in goes: ligatures, soft hyphens, characters without width, words broken at
line ends, spaces that fill a line. What was printed stays as printed: dashes, quotation marks, thin
spaces, digits of any width. Those are folded only where rules read (`reading.py`).
"""

import re

from musterbook.reports.hyphens import line_end_edits
from musterbook.reports.offsets import NormalText

# Printed ligatures, by what they stand for (Unicode, Alphabetic Presentation Forms).
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Characters without width, and the one that says bytes are text: U+FEFF.
UNSEEN = "\x00\u200b\u200c\u200d\u2060\u200e\u200f\ufeff"
_SET = re.compile(f"[{''.join(LIGATURES)}{UNSEEN}]")
_STRAY = re.compile("[\u00ad\ufffe\x02]")  # a hyphen of type-setting that ends no line
# Blanks are looked at from the first of their row only, else a long row takes its square.
_LINE_END = re.compile(r"(?<![ \t])[ \t]*\r\n?|(?<![ \t])[ \t]+\n")
_BLANKS = re.compile(r"\n{3,}")
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")


def readable(text: str) -> NormalText:
    """Undo type-setting; the text begins with its first letter and ends with one line end."""
    return mended(NormalText(text))


def mended(normal: NormalText) -> NormalText:
    """Undo type-setting in a text that comes of another."""
    lines = untypeset(normal).substitute(_LINE_END, "\n")
    plain = lines.substitute(_SPACES, " ").substitute(_BLANKS, "\n\n")
    length, last = len(plain.text), len(plain.text.rstrip())
    first = length - len(plain.text.lstrip()) if last else 0
    return plain.rewrite(((0, first, ""), (last, length, "\n")))


def untypeset(normal: NormalText) -> NormalText:
    """Expand ligatures, drop what has no width, and join words broken at line ends."""
    plain = normal.substitute(_SET, lambda match: LIGATURES.get(match[0], ""))
    joined = plain.rewrite(line_end_edits(plain.text))
    return joined.substitute(_STRAY, lambda match: "-" if match[0] == "\ufffe" else "")
