"""The JSON Schemas of what the verbs print that take reports in and write a case's files."""

from typing import Final

from musterbook.cli.shapes.parts import (
    CHANCE,
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
PAPERS: Final[dict[str, Shape]] = {
    "new": record(folder=TEXT, files=IDS),
    "fmt": record(changed=IDS, is_trial=YES_NO),
    "undo": record(files=IDS),
    "redo": record(files=IDS),
    "extract": _CLAIMS,
    "extract-several": by_name(_CLAIMS),
    "copies": record(texts=WHOLE, **_ALIKE),
    "add": many(record(report=TEXT, proposed=WHOLE, files=IDS, **_ALIKE)),
    "review": many(record(id=TEXT, quote=TEXT, says=TEXT)),
}
