"""Numbers and ranges as the analyst writes them in; a spread of people, rates or shares out."""

import re
from dataclasses import dataclass

import numpy as np

from musterbook.account.expression import DAYS_PER_MONTH
from musterbook.scenarios.quantiles import Floats

SPACES = " \u00a0\u2009\u202f"  # plain, no-break and thin spaces group digits in threes
DIGITS = rf"(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+|\d+)(?:\.\d+)?"
NUMBER = rf"{DIGITS}(?: (?:thousand|million))?"
WORDS = {"thousand": 1e3, "million": 1e6}  # arithmetic
NINETY_PER_CENT = (
    1.6448536269514722  # standard normal quantile at 0.95: `a to b` is a 90 % interval
)
MONTHS_IN = {
    "day": 1 / DAYS_PER_MONTH,
    "week": 7 / DAYS_PER_MONTH,
    "month": 1.0,
    "quarter": 3.0,
    "year": 12.0,
}
_AMOUNT = re.compile(
    rf"(?P<low>{NUMBER})(?P<first_percent> ?%)?(?: to (?P<high>{NUMBER}))?(?P<percent> ?%)?"
)


@dataclass(frozen=True, slots=True)
class Spread:
    """A number, or a range that holds the truth with 90 % (5 % below `low`, 5 % above `high`)."""

    low: float
    high: float

    @property
    def is_range(self) -> bool:
        """Say whether it is to be sampled."""
        return self.low < self.high

    def times(self, factor: float) -> "Spread":
        """Scale both ends by a positive factor."""
        return Spread(self.low * factor, self.high * factor)

    def at(self, uniforms: Floats) -> Floats:
        """Turn uniforms of shape (member,) into values with this 90 % interval.

        Both ends above zero: log-normal, so that a count never turns negative and twice as much
        is as likely as half. Otherwise normal. A plain number gives itself.
        """
        if not self.is_range:
            return np.full(uniforms.shape, self.low)
        from scipy.special import ndtri

        z = np.asarray(ndtri(uniforms), dtype=np.float64) / NINETY_PER_CENT
        low, high = np.log([self.low, self.high]) if self.low > 0 else (self.low, self.high)
        values = (low + high) / 2 + (high - low) / 2 * z
        return np.exp(values) if self.low > 0 else values


def parse_number(text: str) -> float | None:
    """Read one number with its digits grouped by spaces; None where it is none."""
    words = " ".join(text.split())
    if re.fullmatch(NUMBER, words) is None:
        return None
    digits, _, word = words.rpartition(" ") if words.endswith(tuple(WORDS)) else (words, "", "")
    return float(re.sub(rf"[{SPACES}]", "", digits)) * WORDS.get(word, 1.0)


def parse_spread(text: str) -> Spread | None:
    """Read `120 000`, `45 000 to 60 000`, `40 %` or `10 to 20 %`; None where it is none of them.

    Per cents come out as shares; a range upside down is none.
    """
    match = _AMOUNT.fullmatch(" ".join(text.split()))
    if match is None or (match["first_percent"] and match["high"] and not match["percent"]):
        return None
    share = 0.01 if match["percent"] or match["first_percent"] else 1.0
    low = parse_number(match["low"])
    high = parse_number(match["high"]) if match["high"] else low
    if low is None or high is None or high < low:
        return None
    return Spread(low * share, high * share)
