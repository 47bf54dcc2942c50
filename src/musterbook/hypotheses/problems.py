"""The faults this stage can find: each code with what it means."""

from types import MappingProxyType

CODES = MappingProxyType(
    {
        "MB450": "a row of the matrix asks a question that has no answer",
    }
)
