"""The words of a sentence before a verb of saying in, the subject of the verb out; none if unsure.

`The committee of the relatives, for its part,` is the committee; `At the hospital a surgeon` the
surgeon; `A dispatch from the news agency` the agency.
"""

import re
from functools import cache
from typing import Final

from musterbook.claims.counting.people_nouns import (
    is_listed_people_word,
    not_people,
    singular_people,
)
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.accented import accented
from musterbook.claims.speakers.names import without_lead

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
# The National Intelligence Service (NIS) said; the Press Committee, COPREFA, said.
_ACRONYM = re.compile(r"\(([A-Z][A-Z.-]{1,8})\)\s*,?\s*(?:(?:has|have|had|also|later)\s+)?\Z")
# Ada Lund, a spokesperson for the Red Cross (ICRC), said.
_SET_BEHIND = re.compile(r"[A-Z]\S*,\s(?:an?|the|its|who|[a-z]+)\s[^,]*,\s*\Z")
_SHORT_FORM = re.compile(r"[A-Z]{2,9}")
# Where a clause of its own begins, whose subject is not the sentence's.
_HARD_EDGE = re.compile(
    r"[;:“”\"—–]\s*|\s--\s|\s(?:that|while|but|whereas|because|when|although|though|if|where"
    r"|(?:in|on|at|of|from|to|by) (?:which|whom)"
    r"|(?:after|before)(?!\s(?:the\s)?\w+,))\s"
    r"|,\s(?:and|but|while|as|where|because)\s"
)
# Alexander Lebed, when he still had an office, said.
_SET_APART = re.compile(
    r",\s(?:when|while|where|although|though|whose|who|which|(?:an?|the)\s[^,;:]{2,40}?\s(?:that|who))"
    r"\s(?:[^,;:]|,(?=\d))*,\s*\Z"
)
# Without one of these nothing before a verb is a clause of its own: looked at first.
_EDGE_MARK = re.compile(r"[;:“”\"—–]")
_EDGE_WORDS: Final = frozenset(
    "-- that while but whereas because when although though if where which whom after before and"
    " as".split()
)
_PREPOSITION = re.compile(
    r"(?:(?:late|early)\s(?=last\b|this\b|on\b|in\b))?"
    r"(?:in|at|on|by|from|after|since|during|for|under|with|about|among|last|this|earlier|yesterday)\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?<!\bof )(?<!\bin )(?<!\bat )(?<!\bthe )(?<!\bby )(?<!\bfrom )(?<!\bfor )(?<!\bto )"
    r"(?<!\bon )(?<!\bwith )(?<!\bnear )"
    r"(?i:\b(?:an?|the|one|his|her|its|their))\s(?=\w)"
)
# In a statement on Tuesday Pavel Orlov; in its bulletin UNHCR.
_AFTER_TIME = re.compile(
    r"\b(?:(?:[A-Z][a-z]+day|(?i:yesterday))(?:\s(?:morning|afternoon|evening|night))?|today|ago|later"
    r"|(?:19|20)\d\d|(?i:last|this|next) [a-z]+)(?:\salone)?\s(?P<who>[A-Za-z].+)$"
)
_TRAILS = re.compile(
    r"(?<!\b[Tt]he)(?<!\b[Aa])(?<!\b[Aa]n)\s(?:who|which|in|at|on|from|near|inside|outside|close|speaking|based|monitored|quoted|briefed"
    r"|issued|released|published|read|broadcast|carried|aired|heard|dated|signed|submitted|with|by|to|[a-z]+ing"
    r"|(?:[a-z]+ed|kept|held|taken|seen|made|left|sent|caught|met|written|drawn|known|put|out)"
    r"(?:\s[a-z]+ly)?(?=\s(?:by|at|in|on|from|for|with|to|out|here|there)\b))\s.*$"
)
_NAME = re.compile(
    accented(
        r"(?:(?:[A-Z]|al-[A-Z])[\w.'’-]*\s+(?:(?:bin|al|de|von|van|el|da|du|dos|e|y)\s+)?)+"
        r"(?:[A-Z]|al-[A-Z])[\w.'’-]*$"
    )
)
_TITLED = re.compile(
    r"(?:(?!of|for|at|in|the|from)[a-z-]+\s){1,3}"
    r"(?P<name>(?:[A-Z][\w.'’-]*\s)+[A-Z][\w.'’-]*)"
)
_CAPITAL = re.compile(accented(r"(?:(?:al|el|an|ar|as|ash|ad)-)?[A-Z]"))
_ONE_NAME = re.compile(r"[A-Z][a-z'’-]+$")
_OWNER = re.compile(
    r"^(?:an?|the|its|their)?\s*(?:[\w'’-]+\s+){0,3}?(?P<noun>[\w-]+)\s+"
    r"(?P<tail>from|by|of|(?:[a-z]+ed|kept|made(?: public)?|put (?:out|together)|drawn up|taken"
    r"|written|given)(?<!obtained)(?<!reviewed)(?<!leaked)"
    r"\s(?:[^,]{1,30}\s)??by)\s+(?P<owner>.+)$",
    re.IGNORECASE,
)
_SAID = re.compile(r"(?:^|\s)(?:said|says|told|added|announced|reported|claimed)\s(?:that\s)?")
_AGO = re.compile(
    r"^(?:[Jj]ust\s|[Oo]nly\s)?(?:an?|\w+)\s(?:day|week|month|year)s?\s(?:ago|earlier|later|before)\s"
    r"(?=the\s|an?\s|[A-Z])"
)
_SAID_BEFORE: Final = frozenset(
    "said says told added announced reported claimed ago earlier later before".split()
)
_COMMA = re.compile(r",(?!\d)")
_NUMBER = re.compile(r"\d(?!\w*(?:st|nd|rd|th)\b)")
_OTHERS = re.compile(r"\b(?:whom|others?(?! [a-z]))\b")
_POSSESSED = re.compile(r"(?P<owner>.+?)['’]s?\s+(?:[a-z-]+\s+){0,2}(?P<noun>[\w-]+)$")
_ADVERBS: Final = frozenset(
    "there here today yesterday now also later again then meanwhile however still once has have had"
    " did could can would".split()
)
_ADVERB = re.compile(rf"(?:\s(?:{'|'.join(sorted(_ADVERBS))}))+$")
_A_TRAIL: Final = 2  # words of the longest subject that nothing trails behind: somebody in X
_SHORT: Final = 5  # words of a subject that is taken though no table knows its noun
_HELPING: Final = frozenset(
    "is are was were has have had be been will would could may and or".split()
)
# What stands before a verb that may be a participle, and does not speak: deaths recorded.
_NOBODY: Final = frozenset(
    "neither nobody none nothing something everything everybody everyone war who men people deaths"
    " dead death lives which that what this it these those toll unrest violence"
    " fighting plan dike percent number total round storm river count".split()
)
# Not those who are counted, but those who live there: local people say.
_SOME_PEOPLE = re.compile(
    r"(?i)\b(?:local|village|country|ordinary|older|old|young|town|hill|neighbouring) people\Z"
)
DAY_NAMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december".split()
)


def subject_of(text: str, start: int, verb: int, *, is_core: bool) -> str:
    """Give the subject of a verb at `verb` in the sentence from `start` on; empty where unsure.

    Of a verb that only speakers are subjects of (`is_core`: said) any short subject is taken.
    """
    before = text[start:verb]
    if "(" in before or "[" in before:
        named = _ACRONYM.search(before)
        if named and not (before.rstrip().endswith(",") and _SET_BEHIND.search(before)):
            return named[1]  # the name it goes by from here on
        before = _BRACKETS.sub("", before)
    if before.rstrip().endswith(","):
        before = _SET_APART.sub("", before)
    own = before
    if not _EDGE_WORDS.isdisjoint(before.split()) or _EDGE_MARK.search(before):
        for edge in _HARD_EDGE.finditer(before):
            if before[edge.end() :].strip():
                own = before[edge.end() :]
    segments = [each.strip() for each in (_COMMA.split(own) if "," in own else (own,))]
    if _is_adverb(segments[-1]):
        return _of_parted([each for each in segments if each], is_core=is_core)
    if len(segments) > 1 and _is_counted(segments[-1].lower()):
        return phrase_of(segments[0], is_core=False)  # the mayor of X, a town of 21,000, said
    found = phrase_of(segments[-1], is_core=is_core)
    return found or (phrase_of(segments[0], is_core=False) if len(segments) > 1 else "")


def _is_adverb(segment: str) -> bool:
    """Say whether a stretch has nobody in it, only adverbs and helping verbs, or nothing."""
    words = segment.split()
    if words and words[-1] not in _ADVERBS:
        return False
    return not _ADVERB.sub("", f" {segment}").strip()


def _of_parted(segments: list[str], *, is_core: bool) -> str:
    """Choose among what commas part before the verb: a name, else the first that may speak."""
    spoken = [phrase for each in segments if (phrase := phrase_of(each, is_core=is_core))]
    set_after = [*spoken[1:2], *spoken[2:][-1:]]
    second = [re.split(r"\sof\s(?:the\s)?", each)[0] for each in set_after]
    names = [each for each in second if _NAME.fullmatch(each) or _SHORT_FORM.fullmatch(each)]
    titled = [found["name"] for each in set_after if (found := _TITLED.fullmatch(each))]
    if spoken and spoken[0].split()[-1].islower():
        names = names or titled
    if not names and spoken and spoken[0].split()[-1].islower():
        names = [each for each in second if _ONE_NAME.fullmatch(each)]
    return (names or spoken or [""])[0]


def phrase_of(segment: str, *, is_core: bool) -> str:
    """Read one stretch without commas: what precedes and what describes a subject go."""
    if not _SAID_BEFORE.isdisjoint(segment.split()):
        segment = _AGO.sub("", _SAID.split(segment)[-1])
    segment = segment.removeprefix("which ").removeprefix("whom ")  # which the ministry gave
    phrase = without_lead(segment).strip()
    if _PREPOSITION.match(segment):
        articles = [
            each for each in _ARTICLE.finditer(segment) if " " in segment[: each.start() - 1]
        ]
        timed = _AFTER_TIME.search(segment)
        if timed and not (articles and articles[-1].start() >= timed.start("who")):
            phrase = timed["who"]
        elif articles:
            phrase = segment[articles[-1].start() :]
        else:
            return ""
    phrase = owner_of(phrase) or phrase
    words = phrase.split()
    if len(words) > _A_TRAIL:
        phrase = _TRAILS.sub("", phrase)
        words = phrase.split()
    if words and words[-1] in _ADVERBS:
        phrase = _ADVERB.sub("", phrase)
    phrase = phrase.strip()
    if may_speak(phrase) or (is_core and _is_plain(phrase)):
        return phrase
    return ""


def owner_of(phrase: str) -> str:
    """Name whose a report is: a dispatch from Iran's official news agency; UNHCR's books."""
    documents = word_set("document_nouns")
    words = phrase.split()
    # With a capital it is a name: the People's Daily.
    if words and words[-1] in documents and (own := _POSSESSED.match(phrase)):
        return own["owner"]
    if documents.isdisjoint(phrase.lower().split()):
        return ""
    match = _OWNER.match(phrase)
    if match is None or match["noun"].lower() not in documents:
        return ""
    owner = _TRAILS.sub("", match["owner"]).strip()
    if may_speak(owner) or match["tail"].endswith("by"):
        return owner
    return match[0][: match.start("tail")].strip()


def _is_counted(low: str) -> bool:
    """Say whether a number or a part of people stands in a phrase in small letters: 4 of whom."""
    if "whom" in low or "other" in low:
        return bool(_OTHERS.search(low) or _NUMBER.search(low))
    return _NUMBER.search(low) is not None


def _is_plain(phrase: str) -> bool:
    """Say whether a short phrase may be somebody, though no table knows its noun."""
    words = phrase.split()
    if words and words[0].lower() in ("no", "neither", "not"):
        return False  # no one can say
    has_verb = any(each.endswith("ed") or each.lower() in _HELPING for each in words)
    if not words or _is_counted(phrase.lower()) or not words[0][0].isalpha():
        return False
    return len(words) <= _SHORT and not has_verb and _head(phrase) not in _not_speaking()


def _head(phrase: str) -> str:
    """Give the head noun: of `the committee of the relatives` committee."""
    return _bare(_last_word(phrase))


# Whose somebody is, which stands behind: the committee of the relatives.
OF_WHOM = re.compile(r"\s(?:of|for)\s")


def _last_word(phrase: str) -> str:
    """Give the last word before `of` or `for`, as it stands."""
    words = phrase.split()
    if "of" in words or "for" in words:
        words = OF_WHOM.split(phrase, 1)[0].split()
    return words[-1] if words else ""


def _bare(word: str) -> str:
    return word.rstrip("'’.").removesuffix("'s").removesuffix("’s").lower()


@cache
def _not_speaking() -> frozenset[str]:
    return frozenset(DAY_NAMES | word_set("event_nouns") | word_set("not_people") | _NOBODY)


def may_speak(phrase: str) -> bool:
    """Say whether a phrase names somebody or a body that says things, by its head noun."""
    last = _last_word(phrase)
    head = _bare(last)
    low = phrase.lower()
    if not head or _is_counted(low) or low.startswith(("neither ", "no ")):
        return False
    if head == "people":
        return _SOME_PEOPLE.search(phrase) is not None
    sources = word_set("source_nouns")
    speaks = head in sources or head.removesuffix("s") in sources
    if (speaks or head in word_set("document_nouns")) and head not in _NOBODY:
        return True
    is_name = _CAPITAL.match(last) is not None
    is_title = is_name and " " in phrase and head in not_people()  # The Times
    if head in _not_speaking() and not is_title:
        return False
    if head in singular_people() or is_listed_people_word(head):
        return True
    return is_name
