"""The faults this stage can find: each code with what it means."""

from types import MappingProxyType

CODES = MappingProxyType(
    {
        "MB301": "an explained conflict has a member that is not there",
        "MB302": "a member of an explained conflict says something else now",
        "MB303": "an explained conflict no longer arises",
    }
)
