"""Texts with their days go in; near copies, and retellings with a number changed, come out."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from musterbook.claims.copies.clues import is_near
from musterbook.claims.copies.figures import Telling, telling_of
from musterbook.claims.copies.retellings import Retelling, find_retellings
from musterbook.claims.extract import extract_claims
from musterbook.claims.lexicon_own import SHIPPED, Lexicon
from musterbook.core.when import Period
from musterbook.reports.copies import Copy, find_copies


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text, and when it was published if that is known."""

    text: str
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """What texts have in common: wording, likest first; and figures, with those that changed."""

    copies: tuple[Copy, ...] = ()
    retellings: tuple[Retelling, ...] = ()

    def of(self, name: str) -> "Likeness":
        """Keep what concerns one text."""
        return Likeness(
            tuple(each for each in self.copies if name in (each.first, each.second)),
            tuple(each for each in self.retellings if name in (each.first.name, each.second.name)),
        )


@dataclass(frozen=True, slots=True)
class Language:
    """What reading needs to know beside the text: named times, and a case's own words."""

    events: Mapping[str, Period] = field(default_factory=dict)
    lexicon: Lexicon = SHIPPED


def likeness_of(
    texts: Mapping[str, DatedText],
    newcomers: Collection[str] | None = None,
    *,
    language: Language | None = None,
) -> Likeness:
    """Compare texts by wording and by figures, near copies also sentence by sentence.

    Args:
        texts: by name.
        newcomers: names of those to compare with all; without it, everything is compared.
        language: named times and words of a case.
    """
    asked = frozenset(texts if newcomers is None else newcomers)
    found = find_copies({name: each.text for name, each in texts.items()})
    copies = tuple(each for each in found if asked & {each.first, each.second})
    near = {frozenset((each.first, each.second)) for each in copies if not each.is_part}
    named = asked.union(*near, _of_those_days(texts, asked))
    speech = language or Language()
    tellings = tuple(_telling(name, texts[name], speech) for name in sorted(named))
    pairs = find_retellings(tellings, near, texts=_to_align(copies, texts))
    return Likeness(
        copies, tuple(each for each in pairs if asked & {each.first.name, each.second.name})
    )


def _to_align(copies: Iterable[Copy], texts: Mapping[str, DatedText]) -> dict[str, str]:
    """Give what near copies say; texts of the same wording differ in nothing."""
    pairs = ((each.first, each.second) for each in copies if not each.is_part and each.share < 1)
    return {name: texts[name].text for pair in pairs for name in pair}


def _of_those_days(texts: Mapping[str, DatedText], asked: frozenset[str]) -> Iterable[str]:
    """Name the texts that may tell of what the ones asked about tell of."""
    if len(asked) == len(texts):
        return ()
    days = {texts[name].published for name in asked}
    return (
        name for name, each in texts.items() if any(is_near(each.published, day) for day in days)
    )


def _telling(name: str, dated: DatedText, language: Language) -> Telling:
    claims = extract_claims(
        dated.text, dated.published, events=language.events, lexicon=language.lexicon
    )
    return telling_of(name, dated.published, claims)
