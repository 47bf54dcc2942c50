"""The faults this stage can find: each code with what it means."""

from types import MappingProxyType

CODES = MappingProxyType(
    {
        "MB230": "a sentence names a measure, stock or flow the account does not have",
        "MB231": "a total is asked on a date: it takes `by`, `since`, `in` or `from`",
        "MB232": "a level is asked in a period: it takes `on`, `throughout` or `on average in`",
        "MB233": "a level is asked `by` a date though people leave it",
        "MB234": "a claim is about a curve, which only scenarios can compute",
        "MB235": "a claim names no time",
        "MB236": "a level is given per period: only flows have rates",
        "MB237": "a sentence names a reading the measure does not have",
        "MB238": "the time lies wholly outside the window: kept, not computed",
        "MB239": "the time ends after the window: kept, not computed",
        "MB240": "measures are made of one another in a circle",
        "MB241": "a measure's expression names something the account does not have",
        "MB242": "`throughout` needs a level, or a rate `per` a period",
        "MB244": "two members of the account have one name",
        "MB245": "words can be read in more ways together than are tried",
        "MB246": "a stock is to open at another time than the window",
        "MB247": "a flow's typical size is no number and no range",
        "MB248": "a flow's `changes` is no word the prior knows",
        "MB243": "a measure's expression adds a bare number, which counts nobody",
    }
)
