"""What is shown and the address it is shown at go in; what stands around every screen comes out."""

from dataclasses import dataclass

from musterbook import __version__
from musterbook.core.problem import Problem
from musterbook.views.screens.query import Query
from musterbook.views.screens.shown import Progress, Shown
from musterbook.views.screens.window import left_out
from musterbook.views.words import counted


@dataclass(frozen=True, slots=True)
class RailItem:
    """A screen in the rail: its name, address, key after `g`, and how many it holds."""

    name: str
    path: str
    key: str
    count: str = ""
    is_here: bool = False


MOST_PROBLEMS = 30  # at the foot of every page, errors first; some screens of them

SCREENS = (
    ("Reports", "/reports", "r"),
    ("Claims", "/claims", "c"),
    ("Account", "/account", "a"),
    ("Conflicts", "/conflicts", "x"),
    ("Scenarios", "/scenarios", "s"),
    ("Hypotheses", "/hypotheses", "h"),
)


def frame_context(shown: Shown, query: Query, *, theme: str, token: str) -> dict[str, object]:
    """Lay out what every page's template names: rail, bar, problems, progress."""
    bench = shown.bench
    return {
        "version": __version__,
        "case": bench.case,
        "query": query,
        "theme": theme,
        "token": token,
        "rail": rail_of(shown, query),
        "problems": sorted(bench.problems, key=lambda each: not each.is_error)[:MOST_PROBLEMS],
        "problem_count": len(bench.problems),
        "problem_words": problem_words(bench.problems),
        "progress": shown.progress,
        "errand": shown.errand,
        "news": news_of(shown),
        "left_out": left_out(shown),
        "titles": {each.name: each.title for each in bench.case.sources.values()},
    }


def rail_of(shown: Shown, query: Query) -> tuple[RailItem, ...]:
    """List the six screens, each with how many it holds where that is known."""
    case, worked = shown.bench.case, shown.worked
    counts = {
        "Reports": len(case.reports),
        "Claims": len(case.claims),
        "Conflicts": len(worked.cards) if worked is not None else None,
        "Scenarios": len(case.plan.scenarios),
        "Hypotheses": len(case.board.hypotheses),
    }
    return tuple(
        RailItem(
            name,
            f"{path}{query.kept}",
            key,
            "" if (count := counts.get(name)) is None else str(count),
            query.path.startswith(path),
        )
        for name, path, key in SCREENS
    )


def problem_words(problems: tuple[Problem, ...]) -> str:
    """Count the problems in words; empty where there are none."""
    errors = sum(each.is_error for each in problems)
    others = len(problems) - errors
    parts = (counted(errors, "error") if errors else "", counted(others, "note") if others else "")
    return ", ".join(each for each in parts if each)


def news_of(shown: Shown) -> str:
    """Say how the results shown stand to the case: empty where they are of it as it is now."""
    if shown.worked is None or shown.is_fresh:
        return ""
    changed = shown.changed_claims
    what = f"{counted(changed, 'claim')} changed" if changed else "something else in it changed"
    return f"These results are older than the case: {what}."


def progress_words(progress: Progress | None) -> str:
    """Say what is under way."""
    if progress is None:
        return ""
    if progress.failed:
        return progress.failed
    return f"{progress.stage} ({progress.done + 1} of {progress.of}), {progress.seconds:.0f} s"
