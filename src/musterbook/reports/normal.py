"""Text as a machine set it in, text as a person reads it out: no ligatures, no split words."""

import re

# Printed ligatures, by what they stand for (Unicode, Alphabetic Presentation Forms).
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_EXPAND = str.maketrans(LIGATURES | {"\u00ad": "", "\u200b": "", "\x00": ""})
_HYPHENATED = re.compile(r"(?<=[a-z])(?:-|\u2010|\ufffe|\x02)[ \t]*\r?\n[ \t]*(?=[a-z])")
_LINE_END = re.compile(r"[ \t]*\r\n?|[ \t]+\n")
_BLANKS = re.compile(r"\n{3,}")


def readable(text: str) -> str:
    """Expand ligatures, join words split at line ends, and make line ends plain."""
    joined = _HYPHENATED.sub("", text.translate(_EXPAND))
    lines = _LINE_END.sub("\n", joined.replace("\ufffe", "-"))
    return _BLANKS.sub("\n\n", lines).strip() + "\n"
