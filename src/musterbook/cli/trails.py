"""Trails go in; the sentences a number rests on are printed, each with its place."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from musterbook.cli.terminal import say

if TYPE_CHECKING:
    from musterbook.views.trail import Trail


def print_trails(trails: "Mapping[str, Trail]") -> None:
    """Print each sentence: the quote, what it says, who says it when, and where it stands."""
    for name, trail in trails.items():
        say(name, style="bold")
        if trail.quote:
            say(f"“{trail.quote}”", indent=2, hang=1)
        say(trail.says or "no sentence yet: it computes nothing", indent=2, style="cyan")
        say(f"{trail.who}   {trail.place}", indent=2, hang=2, style="dim")
