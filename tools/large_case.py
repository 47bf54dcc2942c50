"""A seed in, a case of 200 reports and 2,000 claims out: to measure how the web page bears it.

Use: python -m tools.large_case FOLDER
Five invented camps, a year of weeks: every report speaks of two camps, in ten sentences.
"""

from __future__ import annotations

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

from tools.case_files import case, report, write

REPORTS, CAMPS, EACH = 200, ("ilda", "halm", "ostrel", "varn", "tisk"), 5
FIRST, DAYS = date(2025, 1, 1), 364
SOURCES = ("office", "post", "radio", "agency", "council")


def large_case(folder: Path, seed: int = 1) -> Path:
    """Write the case; the same seed gives the same files."""
    chance = random.Random(seed)  # noqa: S311 - no secret is drawn
    files = {
        "case.yaml": case(
            "Five camps (invented)",
            window=f"{FIRST} to {FIRST + timedelta(DAYS)}",
            step="week",
            as_of=FIRST + timedelta(DAYS),
        ),
        "account.yaml": _account(),
        "sources.yaml": "".join(f"{each}: {{name: The {each}}}\n" for each in SOURCES),
    }
    for number in range(REPORTS):
        files |= _report(number, chance)
    return write(folder, files)


def _account() -> str:
    stocks = "".join(f"  {each}: in the camp at {each.title()}\n" for each in CAMPS)
    flows = "".join(
        f"  to_{each}: {{is: outside -> {each}, typical: 4 000}}\n"
        f"  from_{each}: {{is: {each} -> outside, typical: 3 000}}\n"
        for each in CAMPS
    )
    totals = "".join(
        f"  came_{each}: total to_{each}\n  left_{each}: total from_{each}\n" for each in CAMPS
    )
    return (
        f"account: Five camps\nstocks:\n{stocks}outside: [outside]\nflows:\n{flows}"
        f"measures:\n{totals}"
    )


def _report(number: int, chance: random.Random) -> dict[str, str]:
    name, source = f"r{number:03}", SOURCES[number % len(SOURCES)]
    day = FIRST + timedelta(7 + (DAYS - 14) * number // REPORTS)
    said = [_told(camp, day, chance) for camp in chance.sample(CAMPS, 2) for _ in range(EACH)]
    quotes = [f"{words} (sentence {place} of {name})" for place, (words, _) in enumerate(said)]
    claims = "".join(
        f"- id: {name}-{place}\n  quote: {quote}\n  says: {says}\n"
        for place, (quote, (_, says)) in enumerate(zip(quotes, said, strict=True))
    )
    return {
        f"reports/{name}.txt": "\n".join(f"{each}, said the {source}." for each in quotes) + "\n",
        f"reports/{name}.yaml": report(f"Report {number + 1}", source, day),
        f"claims/{name}.yaml": f"report: {name}\nby: {source}\nclaims:\n{claims}",
    }


def _told(camp: str, day: date, chance: random.Random) -> tuple[str, str]:
    """Draw a sentence and what it says; truth grows by a thousand a month, sources stray."""
    weeks = (day - FIRST).days / 7
    then = day - timedelta(chance.randrange(5))
    kind = chance.randrange(3)
    count = round(weeks * (920, 690, 230)[kind] * chance.uniform(0.93, 1.07) / 10 + 1) * 10
    place = camp.title()
    if kind == 0:
        return f"About {count} people had come to {place}", f"came_{camp} about {count} by {then}"
    if kind == 1:
        return f"About {count} people had left {place}", f"left_{camp} about {count} by {then}"
    return f"About {count} people were in the camp at {place}", f"{camp} about {count} on {then}"


def main() -> None:
    """Write the case to a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    print(large_case(parser.parse_args().folder))


if __name__ == "__main__":
    main()
