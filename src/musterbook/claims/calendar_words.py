"""Nothing in, the words of the calendar that patterns are built of out."""

from typing import Final

MONTHS_IN_FULL: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
WEEKDAY: Final = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
