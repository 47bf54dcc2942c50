"""What texts have in common goes in; the lines and the JSON that every window shows come out."""

from dataclasses import dataclass

from musterbook.claims.copies.figures import Figure
from musterbook.claims.copies.likeness import Likeness
from musterbook.claims.copies.retellings import Retelling
from musterbook.reports.copies import Copy
from musterbook.views.words import counted

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing to tell: a sentence, and under it names with what each says."""

    says: str
    numbers: tuple[tuple[str, str], ...] = ()


def noticed(likeness: Likeness) -> tuple[Noticed, ...]:
    """Put what texts have in common into sentences: numbers that changed first, then wording."""
    retold = (said for each in likeness.retellings for said in _retold(each))
    return (*retold, *(Noticed(copy_says(each)) for each in likeness.copies))


def copy_says(copy: Copy) -> str:
    """Say how much of their wording two texts have in common."""
    if copy.is_part:
        return f"part: {copy.share:.0%} of the wording of `{copy.first}` stands in `{copy.second}`"
    return (
        f"near copy: `{copy.first}` and `{copy.second}` have {copy.share:.0%} of their wording "
        "in common"
    )


def summary(likeness: Likeness) -> str:
    """Count what was found."""
    near = sum(not each.is_part for each in likeness.copies)
    parts = len(likeness.copies) - near
    changed = sum(len(each.changed) for each in likeness.retellings)
    found = (
        counted(near, "near copy", plural="near copies"),
        counted(parts, "part"),
        f"{counted(changed, 'number')} changed in retelling",
    )
    return "; ".join(found)


def likeness_to_json(likeness: Likeness) -> Json:
    """Give it as `muster copies --json` prints it."""
    return {
        "copies": [
            {
                "first": each.first,
                "second": each.second,
                "share": round(each.share, 3),
                "is_part": each.is_part,
            }
            for each in likeness.copies
        ],
        "mutations": [_mutation(each) for each in likeness.retellings],
    }


def _retold(pair: Retelling) -> tuple[Noticed, ...]:
    return tuple(
        Noticed(
            f"suspected mutation: `{pair.second.name}` says {_said(other)} where "
            f"`{pair.first.name}` says {one.number}",
            (
                (pair.first.name, f"“{one.words}”"),
                (pair.second.name, f"“{other.words}”"),
                *((("both say", ", ".join(_agreed(pair))),) if pair.agreed else ()),
            ),
        )
        for one, other in pair.changed
    )


def _said(figure: Figure) -> str:
    """Say how many of what; of what stays open where no claim was read."""
    return f"{figure.number} {figure.counted}".rstrip()


def _agreed(pair: Retelling) -> list[str]:
    return list(dict.fromkeys(f"{one.number} {one.counted}" for one, _ in pair.agreed))


def _mutation(pair: Retelling) -> Json:
    return {
        "first": pair.first.name,
        "second": pair.second.name,
        "agreed": _agreed(pair),
        "changed": [
            {"counted": one.counted, "first": _figure(one), "second": _figure(other)}
            for one, other in pair.changed
        ],
    }


def _figure(figure: Figure) -> Json:
    return {"low": figure.low, "high": figure.high, "words": figure.words, "by": figure.by}
