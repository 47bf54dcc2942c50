"""Nothing in, the opening of a sentence that says what there is out: before a number."""

import re
from typing import Final

THERE_ARE: Final = re.compile(
    r"\bthere\s+(?:are|is|were|was|have been|had been)\s+"
    r"(?:(?:now|still|only|also|just|currently)\s+)*$"
)
