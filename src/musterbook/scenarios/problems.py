"""The faults this stage can find: each code with what it means."""

from types import MappingProxyType

CODES = MappingProxyType(
    {
        "MB401": "a rule, change, watch or question names something nobody declared",
        "MB402": "a change that cannot be read",
        "MB403": "a question that cannot be read",
        "MB405": "a question asks about a scenario that is not there",
        "MB406": "a date of the scenarios that cannot be used",
        "MB407": "a rule divides by zero while it runs",
        "MB408": "a rule adds or gives things of different kinds",
        "MB409": "rules or measures are made of one another in a circle",
        "MB410": "a function of the rules is given arguments it cannot use",
        "MB411": "a parameter whose value is no number or range",
    }
)
