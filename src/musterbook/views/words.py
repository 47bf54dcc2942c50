"""Numbers, lists and names of a case go in; the way people write them comes out."""

from collections.abc import Iterable
from datetime import date

from musterbook.core.quantity import format_count, round_to_uncertainty

# Numbers below thirteen are written out in running text: common house style of newspapers.
NUMBER_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


TEN = 10.0  # of people or times, below which a decimal tells something


def number_word(count: int) -> str:
    """Write a small number in words, a larger one in digits."""
    return NUMBER_WORDS[count] if 0 <= count < len(NUMBER_WORDS) else format_count(count)


def people(value: float | None) -> str:
    """Write a number of people; a negative one (a deficit turned round) with a true minus."""
    return format_count(value).replace("-", "−")


def heads(value: float | None) -> str:
    """Write a number of people with its noun: `1 person`, `345 people`."""
    return f"{people(value)} {'person' if value is not None and round(value) == 1 else 'people'}"


def tenths(value: float) -> str:
    """Write a number to a tenth where it is below ten, else whole, in groups of three."""
    return format_count(round(value)) if value >= TEN else f"{value:.1f}"


def months(value: float) -> str:
    """Write a length of time: `1 month`, `0.25 months`."""
    return f"{value:g} month{'' if value == 1 else 's'}"


def counted(count: int, noun: str, *, plural: str = "") -> str:
    """Write a number with its noun: `one claim`, `three claims`."""
    return f"{number_word(count)} {noun if count == 1 else plural or noun + 's'}"


def listed(items: Iterable[str], *, last: str = "and") -> str:
    """Join items as in a sentence: `a, b and c`."""
    names = list(items)
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def bare(name: str) -> str:
    """Give a measure's name without its account's prefix, for running text."""
    return name.rpartition(".")[2].replace("_", " ")


def span(low: float | None, high: float | None) -> str:
    """Write an interval of people; an open end is said in words."""
    if low is None and high is None:
        return "not bounded"
    if low is None:
        return f"at most {people(high)}"
    if high is None:
        return f"at least {people(low)}"
    if round(low) == round(high):
        return people(low)
    return f"{people(low)}{_joint(low)}{people(high)}"


def _joint(low: float) -> str:
    return " to " if low < 0 else " – "  # a dash beside a minus cannot be told from it


def estimate(low: float, middle: float, high: float) -> tuple[str, str]:
    """Write a median and its 90 % interval, rounded so that no digit is idle."""
    values = [people(round_to_uncertainty(each, low, high)) for each in (middle, low, high)]
    ends = values[1] if values[1] == values[2] else f"{values[1]}{_joint(low)}{values[2]}"
    return values[0], ends


def day(when: date | None) -> str:
    """Write a date, or that it is not known."""
    return when.isoformat() if when else "not known"


def percent(share: float) -> str:
    """Write a share between 0 and 1; the ends are never claimed for certain."""
    if share < 0.01:  # noqa: PLR2004 - one in a hundred
        return "under 1 %"
    if share > 0.99:  # noqa: PLR2004 - all but one in a hundred
        return "over 99 %"
    return f"{100 * share:.0f} %"


def shortened(text: str, most: int) -> str:
    """Cut a text to so many letters, the last of them then an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def unprefixed(text: str, accounts: Iterable[str]) -> str:
    """Take an account's prefix off the names in a text, if it speaks of that account alone."""
    named = [each for each in accounts if each and f"{each}." in text]
    return text.replace(f"{named[0]}.", "") if len(named) == 1 else text
