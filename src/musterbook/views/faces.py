"""Results go in; the same results as a notebook shows them come out: as HTML, frames, drawings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from musterbook.conflicts.results import ConflictReport
from musterbook.core.errors import CannotComputeError
from musterbook.fit.results import Answer, FitReport, MeasurePath
from musterbook.hypotheses.results import WeighReport
from musterbook.questions.history import HistoryReport
from musterbook.questions.results import WhyReport
from musterbook.scenarios.results import EnsemblePath, QuestionAnswer, RunReport, ScenarioResult
from musterbook.views import frames
from musterbook.views.frames import Frame, frame_of
from musterbook.views.plots import (
    Drawing,
    fit_drawing,
    history_drawing,
    run_drawing,
    why_drawing,
)
from musterbook.views.snippets import (
    conflicts_html,
    fit_html,
    history_html,
    run_html,
    weigh_html,
    why_html,
)
from musterbook.workbench import Workbench


class Clashes(ConflictReport):
    """What cannot all be true, as a notebook shows it."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return conflicts_html(self)

    def to_frame(self) -> Frame:
        """Give a pandas or polars frame, a row for each smallest set."""
        return frame_of(frames.conflict_rows(self))


class Pulls(WhyReport):
    """What pulls a number, as a notebook shows it."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return why_html(self)

    def to_frame(self) -> Frame:
        """Give a pandas or polars frame, a row for each claim, assumption and source."""
        return frame_of(frames.why_rows(self))

    def plot(self) -> Drawing:
        """Draw what pulls it, the furthest first."""
        return why_drawing(self)


class Moves(HistoryReport):
    """How a belief moved, as a notebook shows it."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return history_html(self)

    def to_frame(self) -> Frame:
        """Give a pandas or polars frame, a row for each day and answer."""
        return frame_of(frames.history_rows(self))

    def plot(self) -> Drawing:
        """Draw the median and 90 % interval of each day."""
        return history_drawing(self)


class Weighed(WeighReport):
    """The matrix, as a notebook shows it."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return weigh_html(self)

    def to_frame(self) -> Frame:
        """Give a pandas or polars frame, a row for each piece of evidence."""
        return frame_of(frames.weigh_rows(self))


@dataclass(frozen=True, slots=True)
class Fitted:
    """The fitted account: `fitted["sent"]` is a measure under the answer to lead with."""

    report: FitReport
    bench: Workbench | None = field(default=None, repr=False, compare=False)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All answers, side by side: one for each feasible reading or way out."""
        return self.report.answers

    @property
    def _lead(self) -> Answer:
        if not self.answers:
            raise CannotComputeError("no answer could be worked out: ask conflicts() why")
        return self.answers[0]

    def __getitem__(self, measure: str) -> MeasurePath:
        """Give a measure over time; a bare name will do where one account alone has it.

        Raises:
            KeyError: no measure is called so, or several are.
            CannotComputeError: no answer could be worked out.
        """
        measures = self._lead.measures
        return measures[full_name(measure, measures)]

    def _repr_html_(self) -> str:
        return fit_html(self.report)

    def to_frame(self) -> Frame:
        """Give a pandas or polars frame, a row for each measure and date of each answer."""
        return frame_of(frames.fit_rows(self.report))

    def plot(self, *measures: str) -> Drawing:
        """Draw measures over time with their claims, under the answer to lead with.

        Raises:
            KeyError: no measure is called so, or several are.
            CannotComputeError: no answer could be worked out.
        """
        names = [full_name(each, self._lead.measures) for each in measures]
        return fit_drawing(self.bench, self._lead, names)

    def to_json(self) -> dict[str, object]:
        """Give it as `muster fit --json` prints it."""
        return self.report.to_json()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A run of the scenarios: `outcome["reserve"]` is a watched measure under `scenario`."""

    report: RunReport
    scenario: str

    @property
    def scenarios(self) -> Mapping[str, ScenarioResult]:
        """Every scenario's ensembles, by its name."""
        return self.report.scenarios

    @property
    def questions(self) -> tuple[QuestionAnswer, ...]:
        """How likely what was asked is, under each scenario."""
        return self.report.questions

    @property
    def _paths(self) -> Mapping[str, EnsemblePath]:
        return self.report.scenarios[self.scenario].paths

    def __getitem__(self, measure: str) -> EnsemblePath:
        """Give a watched measure over time; a bare name will do where one account alone has it.

        Raises:
            KeyError: no watched measure is called so, or several are.
        """
        return self._paths[full_name(measure, self._paths)]

    def _repr_html_(self) -> str:
        return run_html(self.report)

    def to_frame(self) -> Frame:
        """Give a pandas or polars frame, a row for each measure and date of each scenario."""
        return frame_of(frames.run_rows(self.report))

    def plot(self, *measures: str) -> Drawing:
        """Draw watched measures under every scenario, beside each other on the same axes.

        Raises:
            KeyError: no watched measure is called so, or several are.
        """
        return run_drawing(self.report, [full_name(each, self._paths) for each in measures])

    def to_json(self) -> dict[str, object]:
        """Give the whole run as `muster run --json` prints it."""
        return self.report.to_json()


def full_name(name: str, known: Iterable[str]) -> str:
    """Find a measure by its name, or by its bare name where one alone has it.

    Raises:
        KeyError: there is none, or there are several.
    """
    names = tuple(known)
    alike = (name,) if name in names else tuple(each for each in names if each.endswith(f".{name}"))
    if len(alike) != 1:
        raise KeyError(f"{name}: there are {', '.join(alike or names)}")
    return alike[0]
