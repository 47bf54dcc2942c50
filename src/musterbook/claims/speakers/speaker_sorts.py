"""A phrase for somebody in, whether he or she, they, or it may stand for it later out."""

import re
from typing import Final

from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.lexicon_files import word_set

PERSON: Final = "person"
PEOPLE: Final = "people"
BODY: Final = "body"
_HEAD_ENDS = re.compile(r"\s(?:of|for|in|at|from|near|on|with|who|which)\s|,")
_PLAIN_NAME = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{2,}(?:-[A-Z][^\W\d_A-Z]+)?")
_SEVERAL: Final = frozenset({"police", "people"})
# Words in -s for one body or one person.
_NO_PLURAL: Final = ("ss", "us", "is", "news", "headquarters", "press", "times", "nations")


def sort_of(phrase: str) -> str:
    """Say which pronoun a phrase may have.

    >>> [sort_of(each) for each in ("an army official", "Six survivors", "the Red Cross")]
    ['person', 'people', 'body']
    """
    words = _HEAD_ENDS.split(phrase.strip(" .'’"))[0].split()
    if not words:
        return BODY
    head = words[-1].lower().removesuffix("'s").removesuffix("’s").strip(".'’")
    is_common = words[-1][0].islower()
    is_definite = words[0].lower() == "the"
    if "and" in words or head in _SEVERAL:
        return PEOPLE
    if head.endswith("s") and (is_common or is_definite) and not head.endswith(_NO_PLURAL):
        return PEOPLE
    if is_common:
        is_person = head in singular_people() or head in word_set("titles")
        return PERSON if is_person or head.endswith(("man", "woman", "person")) else BODY
    return PERSON if not is_definite and _is_persons_name(words) else BODY


def _is_persons_name(words: list[str]) -> bool:
    """Say whether capitals name a person: by a title, or as two plain names."""
    low = [each.lower() for each in words]
    if any(each in word_set("titles") for each in low[:-1]):
        return True
    is_plain = all(_PLAIN_NAME.fullmatch(each) for each in words)
    return is_plain and len(words) > 1 and not set(low) & word_set("source_nouns")
