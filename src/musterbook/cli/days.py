"""Words of the command line go in; days and named times come out, or what is wrong with them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

import typer

from musterbook.cli.terminal import tell

if TYPE_CHECKING:
    from musterbook.core.when import Period

DAY: Final = "YYYY-MM-DD"
EVENT: Final = "NAME=DATE"


def today() -> date:
    """Give the day it is here."""
    return datetime.now().astimezone().date()


def day_of(words: str) -> datetime:
    """Read a day of the command line.

    Raises:
        typer.BadParameter: the words name no day.
    """
    try:
        return datetime.strptime(words, "%Y-%m-%d")  # noqa: DTZ007 - a day has no clock
    except ValueError:
        says = f"{words!r} is no day: write year, month and day as {DAY}, like 2026-02-17"
        raise typer.BadParameter(says) from None


def events_of(pairs: Iterable[str]) -> "dict[str, Period]":
    """Read named times, `the war began=2022-02-24` each.

    Raises:
        typer.BadParameter: one of them has no name or no date.
    """
    from musterbook.core.when import parse_date

    found = {}
    for pair in pairs:
        name, _, when = pair.partition("=")
        period = parse_date(when)
        if period is None or not name.strip():
            fault = "names no date" if period is None else "has no name before the ="
            says = f"{pair!r} {fault}: write --event 'the war began=2022-02-24'"
            raise typer.BadParameter(says, param_hint="'--event'")
        found[name.strip()] = period
    return found


def tell_days_to_come(published: date | None, events: "dict[str, Period] | None" = None) -> None:
    """Tell of days the command line names that are yet to come: mostly a slip in the year."""
    days = {f"--published {published}": published} if published else {}
    days |= {f"--event {name!r}": each.start for name, each in (events or {}).items()}
    for named, day in days.items():
        if day > today():
            tell(f"{named} lies in the future: today is {today()}", style="yellow")
