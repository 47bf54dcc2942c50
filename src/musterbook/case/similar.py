"""Values and suggestions go in; words that fit into the sentence of a problem come out."""

LONGEST_SHOWN = 40


def short(text: str) -> str:
    """Cut a value for a sentence: one line, 40 characters, which fit a line with words around."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1] + "…"


def either(near: str, remedy: str) -> str:
    """Join a suggestion and a remedy into one sentence; the suggestion may be empty."""
    if not near:
        return remedy
    return f"{near} If not, {remedy}" if near.endswith("?") else f"{remedy} ({near})"
