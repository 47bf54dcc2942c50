"""A folded text in, whether somebody took it down from a radio out."""

from musterbook.claims.patterns.led import Led

# What listeners write beside what they hear: the hour, the service, what they could not make out.
_HEARD = Led(
    r"\b(?:home service|(?:text|excerpts?|words? indistinct|passage (?:indistinct|omitted))(?=\])"
    r"|gmt(?= \d)|(?<=\d\d\d\d )gmt)"
)


def is_broadcast(folded: str) -> bool:
    """Say whether a text was taken down from a radio: its items bear hours and remarks."""
    return bool(_HEARD.search(folded))
