"""A proposed claim and the measures of a case in, which measure it is about out, and why.

Where the words fit no measure, or two equally well, it is bound to none: a wrong binding costs an
analyst more than a missing one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal

from musterbook.claims.bind_says import says_of
from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.happenings import happening_named, happening_words
from musterbook.claims.fold import fold
from musterbook.claims.kinds.kind_names import LEVEL
from musterbook.core.noun import noun

MeasureKind = Literal["stock", "total"]
_WORDS, _MEANING = 2.0, 1.0  # a word of the measure in the quote tells more than a kin of it
_NAMED: Final = 0.5  # for a group of people that the measure's account is about


@noun
class MeasureWords:
    """A measure as reports name it: its name, its words, and whether it is a stock or a total.

    `groups` are words for the people of its account (North Korean, contingent); they decide
    between two accounts that use the same words. `is_declared` says that the case gives it words
    of its own: between two that fit equally, such a one is meant.
    """

    name: str
    words: tuple[str, ...]
    kind: MeasureKind
    groups: tuple[str, ...] = ()
    is_declared: bool = False


@noun
class Binding:
    """The measure a claim is about, None where unsure; the reason; the sentence proposed."""

    measure: str | None
    reason: str
    says: str | None = None


def bind(claim: ExtractedClaim, measures: Sequence[MeasureWords]) -> Binding:
    """Choose the measure whose words and kind fit a claim best."""
    scored = [
        (score, why, each) for each in measures for score, why in [_fit(claim, each)] if score
    ]
    fitting = [(score, why, each) for score, why, each in scored if _kind_fits(claim, each)]
    if not fitting:
        return Binding(None, _why_none(claim, [each for _, _, each in scored]))
    best = max(score for score, _, _ in fitting)
    first = [(why, each) for score, why, each in fitting if score == best]
    declared = [(why, each) for why, each in first if each.is_declared]
    first = declared if len(declared) == 1 else first
    if len(first) > 1:
        names = " or ".join(f"`{each.name}`" for _, each in first)
        return Binding(None, f"it may be {names}: their words fit equally well")
    why, measure = first[0]
    return Binding(measure.name, why, says_of(claim, measure.name))


def with_binding(claim: ExtractedClaim, measures: Sequence[MeasureWords]) -> ExtractedClaim:
    """Give the claim with its measure and proposed sentence filled in."""
    binding = bind(claim, measures)
    return replace(claim, measure=binding.measure, says=binding.says)


def _fit(claim: ExtractedClaim, measure: MeasureWords) -> tuple[float, str]:
    """Score how well a measure's words fit, and say by which of them."""
    quote = fold(claim.quote)
    stands = [word for word in _names(measure) if _stands_in(word, quote)]
    named = [word for word in stands if not _means_another(word, claim.counted)]
    about = fold(f"{claim.group or ''} {claim.quote} {claim.place or ''}")
    extra = _NAMED * any(_stands_in(group, about) for group in measure.groups)
    if named:
        longest = max(named, key=len)
        score = _WORDS + 0.1 * len(longest.split()) + extra
        means = _meanings(longest)
        # The word stands there, and what was counted is what it means: returned, not remaining.
        score += _MEANING if claim.counted in means or claim.counted == longest else 0.0
        return score, f"the quote says `{longest}`"
    for word in _names(measure):
        if claim.counted in _meanings(word):
            return _MEANING + extra, f"`{claim.counted}` is what `{word}` means"
    return 0.0, ""


def _names(measure: MeasureWords) -> tuple[str, ...]:
    last = measure.name.rpartition(".")[2].replace("_", " ")
    return tuple(dict.fromkeys(fold(word) for word in (*measure.words, last)))


def _stands_in(word: str, text: str) -> bool:
    stem = re.escape(fold(word).strip())
    return bool(stem) and bool(re.search(rf"(?<!\w){stem}(?:s|es)?(?!\w)", text))


def _meanings(word: str) -> frozenset[str]:
    """Name the happenings a word stands for: `kill` and `dead` both mean killed."""
    words = happening_words()
    tables = (words.objects, words.subjects, words.passives, words.states)
    found = {table[word].name for table in tables if word in table}
    return frozenset(found | {word})


def _means_another(word: str, counted: str) -> bool:
    """Say whether a word means one thing and the claim counts another: sent, and sent home."""
    means = _meanings(word)
    return happening_named(counted) is not None and counted not in means and len(means) > 1


def _kind_fits(claim: ExtractedClaim, measure: MeasureWords) -> bool:
    return (claim.kind == LEVEL) == (measure.kind == "stock")


def _why_none(claim: ExtractedClaim, named: Iterable[MeasureWords]) -> str:
    names = ", ".join(f"`{each.name}`" for each in named)
    if names:
        wrong = "a stock" if claim.kind != LEVEL else "a total"
        return f"its words name {names}, but a {claim.kind} is not said of {wrong}"
    return "no word of any measure stands in the quote"
