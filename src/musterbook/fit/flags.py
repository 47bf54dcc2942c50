"""An answer's draws and those of its prior go in; what a reader should know comes out."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from musterbook.account.system import Floats, Group, System
from musterbook.core.quantity import format_count
from musterbook.fit.observations import Observed
from musterbook.fit.results import Flag, FlagKind, SourceBias
from musterbook.fit.shifts import Scale, Shift
from musterbook.fit.unknowns import Unknowns

DOMINATED = 0.9  # a posterior this share of its prior's sd, or wider, was hardly informed
NOBODY = 0.5  # people: a measure that varies less is known
MOVED = 0.5  # posterior sds by which a median may move before the scale is said to matter
FACTORS = {0.5: "half", 2.0: "twice"}
MATTERS = {
    Scale.EXCESS: (
        FlagKind.EXCESS_MATTERS,
        "how far beyond `more than` the truth may lie",
    ),
    Scale.PRIOR: (
        FlagKind.PRIOR_SCALE_MATTERS,
        "how much flows are thought to carry",
    ),
}
ENOUGH = 400  # effective draws below which 5 and 95 % quantiles are unsteady
OUTER = (0.005, 0.995)  # a claim wholly outside these quantiles of the prior is excluded by it


def excluded_by_prior(
    system: System, unknowns: Unknowns, *, observed: Observed, prior_theta: Floats
) -> Iterator[Flag]:
    """Name claims that lie wholly outside what was thought possible before any claim."""
    groups = {group.name: group for group in system.groups}
    weights = observed.weights(unknowns.width)[:, : unknowns.people]
    values = prior_theta[:, : unknowns.people] @ weights.T
    outside: dict[tuple[str, str | None], list[tuple[Group, float, float]]] = {}
    for term, (low, high) in zip(observed.terms, np.quantile(values, OUTER, axis=0).T, strict=True):
        group = groups[term.group]
        if min(row.low for row in group.rows) > high or max(row.high for row in group.rows) < low:
            outside.setdefault((group.measure, group.origin), []).append((group, low, high))
    for (_, origin), found in outside.items():
        group, low, high = found[0]
        more = f"; likewise {len(found) - 1} more of {origin}'s" if len(found) > 1 else ""
        yield Flag(
            FlagKind.PRIOR_EXCLUDES,
            group.name,
            f"before any claim {group.rows[0].words} was thought to lie between "
            f"{format_count(low)} and {format_count(high)}{more}; declare `typical` for its flows",
        )


def dominated(posterior: Mapping[str, Floats], prior: Mapping[str, Floats]) -> Iterator[Flag]:
    """Name measures of which the claims say next to nothing: values at the as-of date."""
    for name, values in posterior.items():
        spread, before = float(values.std()), float(prior[name].std())
        if before > NOBODY and spread > DOMINATED * before:
            yield Flag(
                FlagKind.PRIOR_DOMINATED,
                name,
                f"{name} rests on assumptions alone: its spread is {spread / before:.0%} of "
                "what it was before any claim",
            )


def unidentified(sources: tuple[SourceBias, ...]) -> Iterator[Flag]:
    """Name biases of which the claims say next to nothing."""
    for each in sources:
        if not each.identified:
            yield Flag(
                FlagKind.NOT_IDENTIFIED,
                each.source,
                f"nothing here tells how far {each.source} is off on {each.bias_class}",
            )


def scales_matter(moved: Iterable[Shift]) -> Iterator[Flag]:
    """Name measures that move by more than half an sd when a scale is halved or doubled."""
    together: dict[tuple[Scale, str], list[str]] = {}
    for each in moved:
        if abs(each.by) > MOVED * max(each.sd, NOBODY):
            words = f"{signed(each.by)} at {FACTORS[each.factor]} the scale"
            together.setdefault((each.scale, each.measure), []).append(words)
    for (scale, measure), shifted in together.items():
        kind, why = MATTERS[scale]
        yield Flag(kind, measure, f"{measure} depends on {why}: {', '.join(shifted)}")


def signed(people: float) -> str:
    """Write a difference with its sign."""
    return f"{'+' if people > 0 else '−'}{format_count(abs(people))}"


def long_pieces(unknowns: Unknowns) -> Iterator[Flag]:
    """Say where flows were taken to run evenly past days that claims name."""
    pieces = unknowns.pieces
    if pieces.thinned:
        longest = max(np.diff([each.toordinal() for each in pieces.edges]))
        says = (
            "to keep the fit within bounds flows are taken to run evenly over pieces of up to "
            f"{longest} days; estimates of days within them were widened to match"
        )
        yield Flag(FlagKind.LONG_PIECES, "", says)


def few_draws(ess: float) -> Iterator[Flag]:
    """Warn where the draws are too alike to read quantiles from."""
    if ess < ENOUGH:
        yield Flag(
            FlagKind.FEW_DRAWS, "", f"only {ess:.0f} effective draws: quantiles are unsteady"
        )


def out_of_time(seconds: float, ess: float, *, is_over: bool) -> Iterator[Flag]:
    """Say that drawing was ended by the clock."""
    if is_over:
        says = (
            f"drawing ended after {seconds:g} seconds, with {ess:.0f} effective draws; what moves "
            "when scales are halved and doubled may not have been asked"
        )
        yield Flag(FlagKind.OUT_OF_TIME, "", says)


def derived_scales(flows: tuple[str, ...], *, has_claims: bool) -> Iterator[Flag]:
    """Say which flows took their scale from the claims, which so count twice, or from nowhere."""
    names = ", ".join(flows)
    if flows and has_claims:
        says = f"scale taken from the claims: {names}; declare `typical` to avoid it"
        yield Flag(FlagKind.SCALE_FROM_CLAIMS, names, says)
    elif flows:
        says = f"nothing is said of the scale of {names}: it is made up; declare `typical`"
        yield Flag(FlagKind.SCALE_MADE_UP, names, says)


def unbounded(measures: tuple[str, ...]) -> Iterator[Flag]:
    """Say which measures nothing limits from above but a scale that was made for them."""
    names = ", ".join(measures)
    if measures:
        says = (
            f"nothing said limits from above: {names}; their upper ends rest on the largest number "
            "said nearby; declare `typical` for the flows that feed them"
        )
        yield Flag(FlagKind.UNBOUNDED, names, says)
