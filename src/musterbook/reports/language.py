"""A text in, whether it is English out: a vote of the small words that every language repeats."""

import re
import unicodedata
from typing import Final

from musterbook.core.problem import Problem, Severity
from musterbook.reports.problems import report_problem

# The commonest words of each language that the others do not share (own choice, from grammar).
_VOTES: Final = {
    "English": "the and of to in was were is that for with said by on at from have has had be been"
    " are it he they his their which this not but who people killed",
    "Spanish": "el los las del y en que una por con para su al lo como más fue han según personas"
    " este esta pero sus",
    "French": "le les des et du une dans est qui au pour par sur pas avec ont été selon aux sont"
    " ce cette mais leur personnes",
    "German": "der die das und den von mit ist dem des ein eine im auf für nicht sich als auch es"
    " wurden nach sind bei über menschen",
    "Portuguese": "o os das dos e da do em não uma para com que foram mais como pela pelo seu sua"
    " são ao pessoas",
    "Italian": "il lo gli della di che e è per con nel una sono dei alla non hanno più del secondo"
    " persone",
    "Dutch": "het een van en dat op te zijn met voor niet aan er om ook bij door werden naar",
    "Swedish": "och att det som är på av för med till den ett har inte om från personer",
    "Polish": "w na z się nie do że jest o jak po od przez są oraz osób",
    "Turkish": "ve bir bu için ile olarak da de daha olan kişi çok gibi",
    "Indonesian": "yang dan di dari dengan untuk pada ini itu tidak dalam orang telah oleh",
}
_WORDS: Final = {name: frozenset(words.split()) for name, words in _VOTES.items()}
_SCRIPTS: Final = (
    "CYRILLIC", "ARABIC", "HANGUL", "CJK", "HIRAGANA", "KATAKANA", "HEBREW", "GREEK", "DEVANAGARI",
    "THAI", "GEORGIAN", "ARMENIAN", "BENGALI", "TAMIL",
)  # fmt: skip
_TOKEN = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 2_500  # characters; the vote is clear long before
_FEWEST: Final = 12  # words; a shorter text is too little to judge and is taken as English
_MARGIN: Final = 1.3  # another language must lead English by this much: names alone do not vote


def language_of(text: str) -> str:
    """Name the language of a text, `English` where there is too little to tell.

    A text in another script is named by the script: `Cyrillic script`.
    """
    words = _TOKEN.findall(text[:_SAMPLE].lower())
    if foreign := _script_of("".join(words)):
        return f"{foreign.capitalize()} script"
    if len(words) < _FEWEST:
        return "English"
    votes = {name: sum(word in listed for word in words) for name, listed in _WORDS.items()}
    best = max(votes, key=lambda name: votes[name])
    return best if votes[best] > _MARGIN * votes["English"] else "English"


def _script_of(letters: str) -> str | None:
    """Name the script of most letters, None where they are Latin."""
    foreign = [each for each in letters if ord(each) > ord("ɏ")]
    if not foreign or 2 * len(foreign) < len(letters):
        return None
    name = unicodedata.name(foreign[len(foreign) // 2], "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "another")


def language_problems(text: str, name: str) -> tuple[Problem, ...]:
    """Say that no claims can be read from a text that is not English (MB036)."""
    language = language_of(text)
    if language == "English":
        return ()
    says = f"this report is not in English ({language}): no claims are read from it"
    fix = "add an English translation as a report of its own, or write its claims by hand"
    return (report_problem("MB036", name, says, fix=fix, severity=Severity.WARNING),)
