"""Words and the sources of a case go in; the one source they mean comes out."""

import re
from collections.abc import Mapping

from musterbook.core.records import Source

_WORD = re.compile(r"[^\W_]+")
_OF_ANOTHER = re.compile(r"[’']s\b")
LITTLE = frozenset({"the", "of", "a", "an"})  # words that titles take or leave


def source_called(words: str, sources: Mapping[str, Source]) -> str:
    """Give the name of the source that words mean, by its name or by its title; "" where none.

    Titles are compared without their order, case, brackets and little words: "Seoul's Ministry of
    Defence" is "The Ministry of Defence (Seoul)". Words that two sources answer to mean neither.
    """
    if words in sources:
        return words
    wanted = _gist(words)
    named = {
        name
        for name, each in sources.items()
        if wanted and wanted in (_gist(each.title), _gist(name))
    }
    return named.pop() if len(named) == 1 else ""


def _gist(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_OF_ANOTHER.sub("", words.casefold()))) - LITTLE
