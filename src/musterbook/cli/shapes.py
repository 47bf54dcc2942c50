"""A verb goes in; the JSON Schema of what it prints under `--json` comes out."""

from typing import Final

from musterbook.cli.shape_parts import (
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
    pair,
    quantiles,
    record,
)
from musterbook.cli.shapes_asking import ASKING

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
VERSION: Final = 1  # raised when a field goes or changes its meaning; new fields do not raise it

BOUNDS: Final = by_name(pair(maybe(NUMBER)))
FIVE: Final = ("q05", "q25", "q50", "q75", "q95")
BIAS: Final = {"bias_q05": NUMBER, "bias_q50": NUMBER, "bias_q95": NUMBER, "identified": YES_NO}
ROWS: Final = many(by_name(TEXT))

_CONFLICT: Final = record(
    members=IDS,
    says=TEXT,
    short_by=NUMBER,
    least_moves=by_name(NUMBER),
    derived=IDS,
    explained=maybe(TEXT),
    explained_before=maybe(TEXT),
    bias=many(record(source=TEXT, per_cent=NUMBER, **{"class": TEXT})),
)
_READING: Final = record(
    choice=CHOICE,
    feasible=YES_NO,
    conflicts=many(IDS),
    complete=YES_NO,
    widen=maybe(NUMBER),
    bounds=BOUNDS,
    bounds_without_derived=BOUNDS,
    in_whole_people=maybe(YES_NO),
)
_ANSWER: Final = record(
    reading=CHOICE,
    set_aside=IDS,
    draws=WHOLE,
    ess_min=NUMBER,
    seconds=NUMBER,
    kish_share=CHANCE,
    precision=by_name(record(ess=NUMBER, median_error=NUMBER)),
    measures=by_name(quantiles("mean", *FIVE, "prior_q05", "prior_q95")),
    sources=by_name(record(**BIAS, classes=by_name(record(**BIAS)))),
    residuals=many(record(member=TEXT, claims=IDS, words=TEXT, median=NUMBER, sds=NUMBER)),
    warnings=many(record(kind=TEXT, subject=TEXT, says=TEXT)),
)
_SAID: Final = record(low=maybe(NUMBER), high=maybe(NUMBER), words=TEXT, by=TEXT)
_ALIKE: Final = {
    "copies": many(record(first=TEXT, second=TEXT, share=CHANCE, is_part=YES_NO)),
    "mutations": many(
        record(
            first=TEXT,
            second=TEXT,
            agreed=many(TEXT),
            changed=many(record(counted=TEXT, first=_SAID, second=_SAID)),
        )
    ),
}
_CLAIMS: Final = many(
    record(
        quote=TEXT,
        start=WHOLE,
        end=WHOLE,
        low=maybe(NUMBER),
        high=maybe(NUMBER),
        bound=TEXT,
        surface=TEXT,
        unit=TEXT,
        counted=TEXT,
        group=maybe(TEXT),
        place=maybe(TEXT),
        kind=one_of("level", "change", "rate", "cumulative"),
        per=maybe(TEXT),
        time_text=maybe(TEXT),
        period_start=maybe(DAY),
        period_end=maybe(DAY),
        by=IDS,
        hedged=YES_NO,
        stance=one_of("asserted", "planned", "hypothetical", "denied"),
        derived=YES_NO,
        rule=TEXT,
        measure=maybe(TEXT),
        says=maybe(TEXT),
    )
)
_PATH: Final = quantiles("mean", *FIVE)
SHAPES: Final[dict[str, Shape]] = {
    "new": record(folder=TEXT, files=IDS),
    "fmt": record(changed=IDS, is_trial=YES_NO),
    "undo": record(files=IDS),
    "extract": _CLAIMS,
    "extract-several": by_name(_CLAIMS),
    "copies": record(texts=WHOLE, **_ALIKE),
    "add": many(record(report=TEXT, proposed=WHOLE, files=IDS, **_ALIKE)),
    "review": many(record(id=TEXT, quote=TEXT, says=TEXT)),
    "hedges": ROWS,
    "check": record(
        problems=many(
            record(
                code={"type": "string", "pattern": r"^MB\d{3}$"},
                severity=one_of("error", "warning", "note"),
                file=maybe(TEXT),
                line=maybe(WHOLE),
                column=maybe(WHOLE),
                says=TEXT,
                numbers=by_name(TEXT),
                fix=TEXT,
            )
        ),
        findings=many(
            record(
                kind=TEXT,
                says=TEXT,
                claims=IDS,
                file=maybe(TEXT),
                line=maybe(WHOLE),
                numbers=by_name(TEXT),
                fix=TEXT,
            )
        ),
    ),
    "conflicts": record(
        feasible=YES_NO,
        conflicts=many(_CONFLICT),
        complete=YES_NO,
        all_ways_out=YES_NO,
        ways_out=many(
            record(
                members=IDS,
                count=WHOLE,
                cost=NUMBER,
                allows=maybe(many(maybe(NUMBER))),
                slips=many(record(value=NUMBER, how=TEXT)),
            )
        ),
        widen=maybe(NUMBER),
        widen_words=TEXT,
        readings=many(_READING),
        certain=BOUNDS,
        rests_on=many(record(member=TEXT, choice=CHOICE, people=NUMBER)),
    ),
    "fit": record(
        seed=WHOLE,
        draws=WHOLE,
        ess_min=NUMBER,
        seconds=NUMBER,
        agree=YES_NO,
        disagreements=IDS,
        impossible=IDS,
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
    "show": ROWS,
    "export": record(folder=TEXT, files=IDS),
    "demo": record(case=TEXT, report=TEXT, bytes=WHOLE),
    "doctor": by_name(maybe(TEXT)),
    **ASKING,
    "serve": record(address=TEXT, case=TEXT),
    "report-output": record(file=TEXT, bytes=WHOLE, digest=TEXT),
}


def shape_of(verb: str) -> Shape:
    """Give the schema of what a verb prints; `report-output` is the verb report's.

    `extract-several` is what extract prints of more files than one.
    """
    title = f"Musterbook: what muster {verb.partition('-')[0]} --json prints"
    return {"$schema": DIALECT, "title": title, "version": VERSION, **SHAPES[verb]}
