"""Text in, the same text in plain lower case out, character for character in the same place."""

import string

# Only letters whose small form is one character, so that every offset stays true.
_ALIKE: dict[str, str | int] = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "}
_ALIKE |= {"\u2009": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"}
_PLAIN = str.maketrans(string.ascii_uppercase, string.ascii_lowercase) | str.maketrans(_ALIKE)


def fold(text: str) -> str:
    """Give the text in lower case with plain quotes, hyphens and spaces; its length is kept."""
    return text.translate(_PLAIN)
