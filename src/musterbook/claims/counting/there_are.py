"""Nothing in, the opening of a sentence that says what there is out: before a number."""

from typing import Final

from musterbook.claims.patterns.up_to import UpTo

THERE_ARE: Final = UpTo(
    r"\bthere\s+(?:are|is|were|was|have been|had been)\s+"
    r"(?:(?:now|still|only|also|just|currently)\s+)*$"
)
