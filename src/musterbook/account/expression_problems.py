"""Nothing goes in, the codes of faults in measures and rules with one line each come out."""

from collections.abc import Mapping
from types import MappingProxyType

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "MB130": "an expression that is empty, too long or nested too deep",
        "MB131": "words that are no arithmetic of measures and rules",
        "MB132": "a function nobody knows",
        "MB133": "a function with too few or too many arguments, or with a wrong one",
        "MB134": "a division by zero",
        "MB135": "a comparison outside `if`",
        "MB136": "a programming language where arithmetic is expected",
        "MB137": "a number in an expression that cannot be read",
        "MB138": "a date or stretch of time where a number of people or a rate belongs",
    }
)
