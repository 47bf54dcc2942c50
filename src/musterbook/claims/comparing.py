"""Texts with their days go in; all they have in common comes out, by sentences where they copy."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from musterbook.claims.alignments import Alignments
from musterbook.claims.extract import extract_claims
from musterbook.claims.figures import Telling, telling_of
from musterbook.claims.likeness import DatedText, Language, Likeness, likeness_of
from musterbook.claims.passages import Alignment
from musterbook.claims.retellings import Names, Retelling, compare, in_order, order_of


def compare_texts(
    texts: Mapping[str, DatedText],
    newcomers: Collection[str] | None = None,
    *,
    language: Language | None = None,
) -> Likeness:
    """Compare texts by wording and figures, then near copies sentence by sentence.

    Args:
        texts: by name.
        newcomers: names of those to compare with all; without it, everything is compared.
        language: named times and words of a case.
    """
    found = likeness_of(texts, newcomers, language=language)
    by_names = {_names(each): each for each in found.retellings}
    tellings = _Tellings(texts, language or Language())
    for one, other, alignment in _aligned(found, texts):
        names = frozenset((one, other))
        if alignment.changed or names in by_names:
            by_names[names] = compare(tellings.of(one), tellings.of(other), alignment)
    return replace(found, retellings=in_order(each for each in by_names.values() if each.changed))


def _names(retelling: Retelling) -> Names:
    return frozenset((retelling.first.name, retelling.second.name))


def _aligned(
    found: Likeness, texts: Mapping[str, DatedText]
) -> Iterator[tuple[str, str, Alignment]]:
    """Align the near copies, the earlier first; texts of the same wording differ in nothing."""
    alignments = Alignments({name: each.text for name, each in texts.items()})
    bare = {name: Telling(name, each.published, ()) for name, each in texts.items()}
    for copy in found.copies:
        if copy.is_part or copy.share == 1:
            continue
        one, other = sorted((bare[copy.first], bare[copy.second]), key=order_of)
        alignment = alignments.of(one, other)
        if alignment is not None:
            yield one.name, other.name, alignment


class _Tellings:
    """The figures of texts, read when first asked for: of few copies a number has changed."""

    def __init__(self, texts: Mapping[str, DatedText], language: Language) -> None:
        self._texts, self._language = texts, language
        self._read: dict[str, Telling] = {}

    def of(self, name: str) -> Telling:
        """Read a text for its figures, once."""
        if name not in self._read:
            dated, speech = self._texts[name], self._language
            claims = extract_claims(
                dated.text, dated.published, events=speech.events, lexicon=speech.lexicon
            )
            self._read[name] = telling_of(name, dated.published, claims)
        return self._read[name]
