"""The JSON Schemas of what `fit`, `run` and `weigh` print."""

from typing import Final

from musterbook.cli.shapes.parts import (
    CHANCE,
    CHOICE,
    DAY,
    FIVE,
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
    quantiles,
    record,
)

_BIAS: Final = {"bias_q05": NUMBER, "bias_q50": NUMBER, "bias_q95": NUMBER, "identified": YES_NO}
_ANSWER: Final = record(
    reading=CHOICE,
    set_aside=IDS,
    draws=WHOLE,
    ess_min=NUMBER,
    seconds=NUMBER,
    kish_share=CHANCE,
    precision=by_name(record(ess=NUMBER, median_error=NUMBER)),
    measures=by_name(quantiles("mean", *FIVE, "prior_q05", "prior_q95")),
    sources=by_name(record(**_BIAS, classes=by_name(record(**_BIAS)))),
    residuals=many(record(member=TEXT, claims=IDS, words=TEXT, median=NUMBER, sds=NUMBER)),
    warnings=many(record(kind=TEXT, subject=TEXT, says=TEXT)),
)
_PATH: Final = quantiles("mean", *FIVE)
ESTIMATES: Final[dict[str, Shape]] = {
    "fit": record(
        seed=WHOLE,
        draws=WHOLE,
        ess_min=NUMBER,
        seconds=NUMBER,
        agree=YES_NO,
        disagreements=IDS,
        impossible=IDS,
        ways_not_fitted=WHOLE,
        all_ways_out=YES_NO,
        answers=many(_ANSWER),
    ),
    "run": record(
        members=WHOLE,
        seed=WHOLE,
        start=DAY,
        until=DAY,
        baseline=TEXT,
        integrator=TEXT,
        step_months=NUMBER,
        scenarios=by_name(by_name(_PATH)),
        rules=IDS,
        assumes=by_name(IDS),
        clipped=by_name(WHOLE),
        questions=many(
            record(ask=TEXT, scenario=TEXT, probability=CHANCE, error=NUMBER, words=TEXT)
        ),
        differences=many(record(scenario=TEXT, baseline=TEXT, measure=TEXT, path=_PATH)),
        tornado=many(
            record(
                scenario=TEXT,
                measure=TEXT,
                kind=TEXT,
                input=TEXT,
                low=maybe(NUMBER),
                high=maybe(NUMBER),
                share=maybe(NUMBER),
            )
        ),
    ),
    "weigh": record(
        question=TEXT,
        hypotheses=many(record(name=TEXT, description=TEXT, against=NUMBER, rank=WHOLE)),
        evidence=many(
            record(
                row=TEXT,
                kind=TEXT,
                origins=IDS,
                members=IDS,
                diagnosticity=NUMBER,
                ratings=by_name(one_of("CC", "C", "N", "I", "II", "NA")),
                probability=maybe(CHANCE),
                note=TEXT,
                not_counted=maybe(TEXT),
            )
        ),
        linchpins=many(record(row=TEXT, leads_with=IDS, leads_without=IDS, says=TEXT)),
        collapsed=IDS,
    ),
}
