"""The JSON Schemas of what the verbs print that check a case and find its conflicts."""

from typing import Final

from musterbook.cli.shapes.parts import (
    CHOICE,
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
    record,
)

_BOUNDS: Final = by_name(pair(maybe(NUMBER)))
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
    ways_out=many(IDS),
    all_ways_out=YES_NO,
    widen=maybe(NUMBER),
    bounds=_BOUNDS,
    bounds_without_derived=_BOUNDS,
    in_whole_people=maybe(YES_NO),
)
VERDICTS: Final[dict[str, Shape]] = {
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
        certain=_BOUNDS,
        rests_on=many(record(member=TEXT, choice=CHOICE, people=NUMBER)),
    ),
}
