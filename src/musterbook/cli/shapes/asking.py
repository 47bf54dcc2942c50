"""The JSON Schemas of what the verbs that ask the fit print under `--json`."""

from typing import Final

from musterbook.cli.shapes.parts import (
    CHANCE,
    CHOICE,
    DAY,
    IDS,
    NUMBER,
    TEXT,
    WHOLE,
    YES_NO,
    Shape,
    by_name,
    many,
    maybe,
    one_of,
    record,
)

_SPREAD: Final = record(q05=NUMBER, q50=NUMBER, q95=NUMBER)
_TRAIL: Final = record(says=TEXT, place=TEXT, who=TEXT, quote=TEXT)
_SENTENCE: Final = record(says=TEXT, place=TEXT, who=TEXT)
_PULL: Final = record(
    kind=one_of("claim", "source", "assumption"),
    name=TEXT,
    members=IDS,
    pull=NUMBER,
    error=NUMBER,
    is_clear=YES_NO,
    holds=YES_NO,
    widens=maybe(NUMBER),
    without=_SPREAD,
    how=one_of("reweighted", "refitted", "bears on other things"),
    kish=maybe(CHANCE),
    pareto_k=maybe(NUMBER),
    trails=many(_TRAIL),
)
_WATCHED: Final = record(measure=TEXT, date=DAY, now=_SPREAD)
_NARROWS: Final = record(measure=TEXT, date=DAY, share=CHANCE, people=NUMBER)
_WISH: Final = record(
    measure=TEXT, date=DAY, says=TEXT, now=_SPREAD, worth=CHANCE, narrows=many(_NARROWS)
)
_STAND: Final = record(reading=CHOICE, set_aside=IDS, q05=NUMBER, q50=NUMBER, q95=NUMBER)
_MOMENT: Final = record(
    date=DAY,
    news=IDS,
    elsewhere=IDS,
    gone=IDS,
    feasible=YES_NO,
    stands=many(_STAND),
    why_not=TEXT,
    sentences=by_name(_SENTENCE),
)
_SCORE: Final = record(
    name=TEXT,
    comparisons=WHOLE,
    numbers=WHOLE,
    held_50=CHANCE,
    held_80=CHANCE,
    held_95=CHANCE,
    crps=NUMBER,
    distance=NUMBER,
)
_COMPARISON: Final = record(
    as_of=DAY,
    claim=TEXT,
    measure=TEXT,
    said_on=DAY,
    spoken_of=DAY,
    said=NUMBER,
    median=NUMBER,
    held=many(YES_NO),
    crps=NUMBER,
)
ASKING: Final[dict[str, Shape]] = {
    "why": record(
        measure=TEXT,
        date=DAY,
        reading=CHOICE,
        set_aside=IDS,
        now=_SPREAD,
        seed=WHOLE,
        seconds=NUMBER,
        pulls=many(_PULL),
    ),
    "ask": record(
        reading=CHOICE,
        set_aside=IDS,
        reliability=TEXT,
        asked=WHOLE,
        seed=WHOLE,
        watched=many(_WATCHED),
        wishes=many(_WISH),
    ),
    "history": record(measure=TEXT, date=DAY, seed=WHOLE, seconds=NUMBER, moments=many(_MOMENT)),
    "backtest": record(
        days=WHOLE,
        allows_for_bias=YES_NO,
        left_out=WHOLE,
        skipped=IDS,
        warning=TEXT,
        known=many(_SCORE),
        ahead=many(_SCORE),
        comparisons=many(_COMPARISON),
        seed=WHOLE,
        seconds=NUMBER,
    ),
}
