"""A name nobody knows goes in, `did you mean …?` comes out."""

from collections.abc import Iterable
from difflib import get_close_matches

LIKENESS = 0.6  # difflib's own default: two names share three letters in five


def did_you_mean(name: str, known: Iterable[str], *, most: int = 3) -> str:
    """Suggest known names near a wrong one, or list a few, or say that there are none."""
    names = sorted(set(known))
    close = get_close_matches(name, names, n=most, cutoff=LIKENESS)
    tails = [each for each in names if each.rpartition(".")[2] == name.rpartition(".")[2]]
    found = list(dict.fromkeys(tails + close))[:most]
    if found:
        return f"did you mean {' or '.join(found)}?"
    return f"known here: {', '.join(names[:8])}" if names else "nothing is declared yet"
