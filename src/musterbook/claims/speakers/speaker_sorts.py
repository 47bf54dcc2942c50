"""A phrase for somebody in, whether he or she, they, or it may stand for it later out."""

import re
from typing import Final

from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.speakers.names import bodies_words

PERSON: Final = "person"
PEOPLE: Final = "people"
BODY: Final = "body"
_HEAD_ENDS = re.compile(r"\s(?:of|for|in|at|from|near|on|with|who|which)\s|,")
_PLAIN_NAME = re.compile(
    r"(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le)?[^\W\d_a-z][^\W\d_A-Z]{2,}(?:-[A-Z][^\W\d_A-Z]+)?"
)
# Words of titles that alone are no office: the general staff, the police.
_NO_OFFICES: Final = frozenset(
    "staff foreign interior defence defense home internal security health finance first high"
    " police".split()
)
_A_NAME: Final = 2  # words of the shortest phrase with a noun before a name: the paper Noticias
_OF: Final = frozenset({"of", "the", "and", "for", "de", "la", "el", "al", "bin", "von", "van"})
_SEVERAL: Final = frozenset({"police", "people"})
# Words in -s for one body or one person.
_NO_PLURAL: Final = ("ss", "us", "is", "news", "headquarters", "press", "times", "nations")
_LANDS: Final = frozenset("states netherlands philippines emirates".split())


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
    if len(words) > _A_NAME and not is_common and words[-2].islower() and words[-2] not in _OF:
        return sort_of(" ".join(words[:-1]))  # the Maputo daily Noticias
    is_plural = head.endswith("s") and not head.endswith(_NO_PLURAL)
    is_plural &= is_common or head not in _LANDS
    if is_plural and (is_common or is_definite or _is_common_noun(words)):
        return PEOPLE
    is_title = head in word_set("titles") and head not in _NO_OFFICES
    is_office = is_title or head in singular_people()
    if is_definite and is_office:
        return PERSON  # the Commissioner for Refugees
    if is_common:
        return PERSON if is_office or head.endswith(("man", "woman", "person")) else BODY
    return PERSON if not is_definite and _is_persons_name(words) else BODY


def _is_common_noun(words: list[str]) -> bool:
    """Say whether one word has its capital only from the sentence it opens: Officials said."""
    return len(words) == 1 and words[0].lower() in word_set("source_nouns")


def _is_persons_name(words: list[str]) -> bool:
    """Say whether capitals name a person: by a title, or as two plain names."""
    low = [each.lower() for each in words]
    if any(each in word_set("titles") for each in low[:-1]):
        return True
    is_plain = all(_PLAIN_NAME.fullmatch(each) for each in words)
    return is_plain and len(words) > 1 and bodies_words().isdisjoint(low)
