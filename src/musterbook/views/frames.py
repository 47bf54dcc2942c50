"""Results go in; rows for a data frame come out, and the frame where pandas or polars is there.

Neither is needed for anything else here, so neither is asked for before somebody wants a frame.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, TypeAlias

from musterbook.conflicts.results import ConflictReport
from musterbook.core.errors import OutsideError
from musterbook.fit.results import FitReport
from musterbook.hypotheses.results import WeighReport
from musterbook.questions.history import HistoryReport
from musterbook.questions.results import WhyReport
from musterbook.scenarios.results import RunReport
from musterbook.views.claims import claim_views
from musterbook.views.numbering import numbered
from musterbook.views.sentences import meaning
from musterbook.workbench import Workbench

Row: TypeAlias = Mapping[str, object]
Frame: TypeAlias = Any  # a DataFrame of whichever library made it: neither has to be there
Library: TypeAlias = Any
MAKERS = ("pandas", "polars")  # the first that is installed makes the frame
DAYS = ("date", "published")  # the columns that hold days


def frame_of(rows: Iterable[Row]) -> Frame:
    """Make a data frame of rows that have the same keys.

    Raises:
        OutsideError: neither pandas nor polars is installed.
    """
    listed = [dict(each) for each in rows]
    for name in MAKERS:
        try:
            maker = import_module(name)
        except ImportError:
            continue
        return _with_days(maker.DataFrame(listed), maker if name == "pandas" else None)
    says = "to_frame() needs pandas or polars, and neither is installed"
    raise OutsideError(f"{says}: `pip install pandas`; to_json() gives the same without either")


def _with_days(frame: Frame, pandas: Library) -> Frame:
    """Have pandas know days for days; polars does by itself."""
    for name in DAYS if pandas is not None else ():
        if name in frame.columns:
            frame[name] = pandas.to_datetime(frame[name])
    return frame


def claim_rows(bench: Workbench) -> Iterator[Row]:
    """Give a row for every claim."""
    for name, view in claim_views(bench.ledger, bench.default).items():
        yield {
            "claim": name,
            "report": view.claim.report,
            "published": view.published,
            "said_by": " > ".join(view.chain),
            "says": view.says or (view.claim.says.text if view.claim.says else ""),
            "allows": view.allows,
            "status": view.claim.status.value,
            "standing": view.standing,
            "quote": " ".join(view.claim.quote.split()),
        }


def conflict_rows(report: ConflictReport) -> Iterator[Row]:
    """Give a row for every smallest set that cannot all be true."""
    for number, found in enumerate(numbered(report), 1):
        conflict = found[0][1]
        yield {
            "conflict": number,
            "members": ", ".join(conflict.members),
            "people_too_many": conflict.short_by,
            "readings": "; ".join(meaning(verdict.choice) for verdict, _ in found),
            "explained": conflict.explained,
        }


def fit_rows(report: FitReport) -> Iterator[Row]:
    """Give a row for every measure and date of every answer, the leading answer first."""
    for number, answer in enumerate(report.answers, 1):
        head = {
            "answer": number,
            "reading": meaning(answer.choice) if answer.choice else "",
            "set_aside": ", ".join(answer.set_aside),
        }
        for name, path in answer.measures.items():
            yield from _along({**head, "measure": name}, path.to_json(), path.dates)


def run_rows(report: RunReport) -> Iterator[Row]:
    """Give a row for every watched measure and date under every scenario."""
    for name, scenario in report.scenarios.items():
        for measure, path in scenario.paths.items():
            head = {"scenario": name, "measure": measure}
            yield from _along(head, path.to_json(), path.dates)


def _along(head: Row, told: Iterable[Row], days: Iterable[object]) -> Iterator[Row]:
    yield from ({**head, **each, "date": day} for each, day in zip(told, days, strict=True))


def weigh_rows(report: WeighReport) -> Iterator[Row]:
    """Give a row for every piece of evidence, a column for its mark under each explanation."""
    for each in report.evidence:
        yield {
            "evidence": each.row,
            "origins": ", ".join(each.origins),
            "diagnosticity": each.diagnosticity,
            **{one.name: each.ratings[one.name].value for one in report.hypotheses},
        }


def why_rows(report: WhyReport) -> Iterator[Row]:
    """Give a row for every claim, assumption and source that was left out in turn."""
    for each in report.pulls:
        yield {
            "kind": each.kind.value,
            "name": each.name,
            "pull": each.pull,
            "error": each.error,
            "widens": each.widens,
            **{f"without_{name}": value for name, value in each.without.to_json().items()},
        }


def history_rows(report: HistoryReport) -> Iterator[Row]:
    """Give a row for every day and answer; a day that gave none has one without numbers."""
    for moment in report.moments:
        head = {"date": moment.day, "news": ", ".join(moment.news)}
        for stand in moment.stands:
            aside = ", ".join(stand.set_aside)
            reading = meaning(stand.choice) if stand.choice else ""
            yield {**head, "reading": reading, "set_aside": aside, **stand.spread.to_json()}
        if not moment.stands:
            nothing = dict.fromkeys(("q05", "q50", "q95"))
            yield {**head, "reading": "", "set_aside": "", **nothing}
