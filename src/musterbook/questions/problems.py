"""The faults this stage can find: each code with what it means."""

from types import MappingProxyType

CODES = MappingProxyType(
    {
        "MB601": "a question asks about a measure the account does not have",
        "MB602": "a question names no date that can be read",
        "MB603": "a question asks about a day the account does not cover",
        "MB604": "a question asks for an answer of the fit that is not there",
        "MB605": "a question asks of a reliability that is no grade",
    }
)
