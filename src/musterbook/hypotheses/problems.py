"""The faults this stage can find: each code with what it means."""

from types import MappingProxyType

CODES = MappingProxyType(
    {
        "MB450": "a row of the matrix asks a question that has no answer",
        "MB451": "two rows rest on one observation, yet are marked differently",
    }
)
