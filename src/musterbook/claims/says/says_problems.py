"""Nothing goes in, the codes of faults in sentences and tables with one line each come out."""

from collections.abc import Mapping
from types import MappingProxyType

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "MB100": "a sentence that is empty or far too long",
        "MB101": "words that do not fit the sentence's form",
        "MB102": "a measure with no value",
        "MB103": "a number with a comma",
        "MB104": "digits grouped otherwise than in threes by a space",
        "MB105": "a negative count",
        "MB106": "a hedge on zero, which is exact",
        "MB107": "a range upside down",
        "MB108": "a hedge word that cannot go with a range or a vague word",
        "MB109": "a margin (±) that cannot stand there",
        "MB110": "more people than there can be",
        "MB111": "a unit that is not declared, or that cannot stand there",
        "MB112": "a date that cannot be read",
        "MB113": "an event that is not declared",
        "MB114": "time words that do not fit their dates",
        "MB115": "a fraction of a person",
        "MB120": "a table's sentence without {value} or {date}, or that does not parse",
        "MB121": "a table without a column that it names",
        "MB122": "a row whose date cannot be read",
        "MB123": "a row whose value is no count",
        "MB124": "a table's take, stands or bound that is not a known word",
        "MB125": "two rows of a table for one date",
        "MB126": "rows of a table without a value, which are left out",
    }
)
