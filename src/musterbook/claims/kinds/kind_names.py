"""Nothing in, the four kinds of a number out: what it says of time."""

from typing import Final

LEVEL: Final = "level"
CHANGE: Final = "change"
RATE: Final = "rate"
CUMULATIVE: Final = "cumulative"
