"""A text whose words are broken over lines in, which of the hyphens are the words' own out.

What the text itself shows decides first: `airstrike` elsewhere in it joins, `air-strike` elsewhere
keeps the hyphen. Then the rules: a digit or a capital after the hyphen keeps it (`12-` `15`,
`North-` `South`), so do numbers in words (`twenty-` `five`), parts that English sets off
(`ex-` `soldiers`, `army-` `led`), Korean names, and words that have a hyphen already. All else is
one word.
"""

import re
from collections.abc import Iterator
from typing import Final

from musterbook.reports.offsets import Edit

# The hyphens type-setters break words with; U+FFFE and U+0002 are how PDF readers give one.
_BREAK = re.compile(
    r"[-\u2010\u2011\u00ad\ufffe\x02](?:(?<=\w.)|(?<=\w[.].))"
    r"(?:(?<=[\u00ad\ufffe\x02])(?=\w)|[ \t]*\r?\n[ \t]*(?=\w))"
)
_SOFT = "\u00ad"
_HEAD = re.compile(r"[\w.'’\u2010\u2011-]+$")
_TAIL = re.compile(r"[\w'’]+")
_GIVEN = re.compile(r"([A-Z][a-z]+)\s+[A-Z][a-z]+$")  # the first part of Seong-kweun after Lee
_WORD = re.compile(r"\w+(?:-\w+)*")
_LONGEST_WORD = 60  # characters; a longer one is an address or noise
_TENS: Final = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
# Parts of compounds that written English joins by a hyphen (own list, from usage in news).
_FIRST: Final = frozenset(
    "ex self non anti half well all cross vice quasi semi post pre pro mid north south east west"
    " one two three four five six seven eight nine ten first second third full part much high low"
    " long short ill so then".split()
) | _TENS  # fmt: skip
# The commonest surnames of Korea, as they are written in English.
_SURNAMES: Final = frozenset(
    "kim lee yi ri rhee park pak choi choe jung jeong chung jong kang cho jo yoon yun jang chang"
    " lim im rim han oh seo shin sin kwon hwang ahn song ryu yu yoo hong jeon chon ko moon"
    " mun son yang pae bae paek baek nam sim roh noh ha kwak cha chu woo min jin na hyon".split()
)
_SECOND: Final = frozenset(
    "based led old year month week day hour man men member person strong held backed born run owned"
    " style wide related ranking term level scale made controlled occupied trained armed range"
    " general fire than third thirds quarter quarters fifth fifths half thousand hundred".split()
)


def line_end_edits(text: str) -> Iterator[Edit]:
    """Yield for each hyphen at a line's end what to put there: nothing, or the hyphen alone."""
    words: frozenset[str] | None = None
    for match in _BREAK.finditer(text):
        head = _HEAD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        tail = _TAIL.match(text, match.end(), match.end() + _LONGEST_WORD)
        if head is None or tail is None:
            continue
        words = words or frozenset(_WORD.findall(text.lower()))
        is_kept = match[0][0] != _SOFT and (
            _is_given_name(text, match.start()) or _keeps(head[0], tail[0], words)
        )
        yield match.start(), match.end(), "-" if is_kept else ""


def _is_given_name(text: str, end: int) -> bool:
    """Say whether the broken word is a Korean given name: its two parts have a hyphen."""
    match = _GIVEN.search(text, max(0, end - _LONGEST_WORD), end)
    return match is not None and match[1].lower() in _SURNAMES


def _keeps(head: str, tail: str, words: frozenset[str]) -> bool:
    """Say whether a word broken in two has a hyphen where it was broken."""
    if not (head[-1].isalpha() and tail[0].islower()):
        return True
    head, tail = head.lower(), tail.lower()
    is_compound, is_word = f"{head}-{tail}" in words, head + tail in words
    if is_compound != is_word:
        return is_compound
    return "-" in head or head in _FIRST or tail in _SECOND
