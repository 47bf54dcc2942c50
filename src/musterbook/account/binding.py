"""A sentence's time words and its measure's kind go in; what it binds, and when, comes out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from musterbook.account.linear import Linear
from musterbook.account.network import Network
from musterbook.account.statements import Statement
from musterbook.account.system import MemberKind
from musterbook.claims.sentence import Timing
from musterbook.core.problem import Problem, Severity
from musterbook.core.when import ONE_DAY, Instant, Period, Step, steps_in


class Mode(StrEnum):
    """How a sentence binds its measure between two instants."""

    AT = "at the end"
    OVER = "over the whole"
    KNOTS = "at every knot"
    CHUNKS = "over every chunk"
    AVERAGE = "on average"


@dataclass(frozen=True, slots=True)
class Binding:
    """From which instant to which, how, and per which unit a sentence binds."""

    mode: Mode
    start: Instant
    end: Instant
    per: Step | None = None

    def cuts(self) -> Iterator[Instant]:
        """Yield the instants at which the account's steps must be cut for it to be exact."""
        if self.mode is not Mode.AT:
            yield self.start
        yield self.end
        if self.mode is Mode.CHUNKS:
            yield from (each.end for each in self.chunks())

    def chunks(self) -> tuple[Period, ...]:
        """List the calendar pieces (each a `per`, cut to fit) that are bound one by one."""
        return tuple(steps_in(Period(self.start + ONE_DAY, self.end), self.per or Step.MONTH))


class Unbound(Exception):  # noqa: N818 - carries a problem, and is always caught here
    """The sentence cannot bind; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.says)
        self.problem = problem


def bind(
    statement: Statement, linear: Linear, network: Network, *, window: Period, today: date
) -> tuple[Binding | None, tuple[Problem, ...]]:
    """Say what a sentence binds, given its measure under one choice of readings."""
    try:
        return _Binder(statement, linear, network, window=window, today=today).bind(), ()
    except Unbound as unbound:
        return None, (unbound.problem,)


class _Binder:
    def __init__(
        self,
        statement: Statement,
        linear: Linear,
        network: Network,
        *,
        window: Period,
        today: date,
    ) -> None:
        self.statement, self.linear, self.network = statement, linear, network
        self.window, self.today = window, today
        self.when = statement.sentence.when
        self.per = statement.sentence.per
        self.is_own = statement.kind is not MemberKind.CLAIM

    def bind(self) -> Binding:
        binding = self._of_level() if self.linear.has_stocks else self._of_total()
        return self._inside(binding)

    def _of_level(self) -> Binding:
        timing, period = self.when.timing, self._period()
        if self.per is not None:
            raise self._fault(
                "MB236",
                "a level has no rate: only flows come `per` a period",
                "leave `per` out, or name the flow that is meant",
            )
        if timing is Timing.NONE:
            return Binding(Mode.KNOTS, period.opening, period.end)
        if timing is Timing.BY:
            self._refuse_leaving()
        if timing in (Timing.ON, Timing.BY):
            return Binding(Mode.AT, period.end, period.end)
        if timing in (Timing.THROUGHOUT, Timing.SINCE):
            return Binding(Mode.KNOTS, period.opening, period.end)
        if timing is Timing.AVERAGE:
            return Binding(Mode.AVERAGE, period.opening, period.end)
        until = f" to {self.when.until_text}" if self.when.until_text else ""
        said = f"{self.when.text}{until}"
        raise self._fault(
            "MB232",
            f"`{self.statement.measure}` is a level, so it has no number `{timing.value} {said}`",
            f"say `on {period.end}`, `throughout {said}` or `on average in {said}`",
        )

    def _of_total(self) -> Binding:
        timing, period = self.when.timing, self._period()
        if timing is Timing.ON:
            raise self._fault(
                "MB231",
                f"`{self.statement.measure}` is a total, so it has no number on a date",
                f"say `by {self.when.text}`, or `in` or `from … to` a period",
            )
        if timing is Timing.BY:
            period = Period(self.window.start, period.end)
        if self.per is not None and (self.is_own or timing is Timing.THROUGHOUT):
            return Binding(Mode.CHUNKS, period.opening, period.end, self.per)
        if timing in (Timing.THROUGHOUT, Timing.AVERAGE) and self.per is None:
            raise self._fault(
                "MB242",
                f"`{self.statement.measure}` is a total: `{timing.value}` needs a rate",
                f"say `per month {timing.value} {self.when.text}`, or `in {self.when.text}`",
            )
        return Binding(Mode.OVER, period.opening, period.end, self.per)

    def _period(self) -> Period:
        window = self.window
        if self.when.timing is Timing.NONE or self.when.period is None:
            if not self.is_own:
                raise self._fault(
                    "MB235", "the sentence says no time", "add `on`, `by`, `in` or `since` a date"
                )
            return window
        period = self.when.period
        if self.when.is_open:
            end = window.end if self.is_own else min(self._said(), window.end)
            return Period(period.start, max(end, period.start))
        return period

    def _said(self) -> Instant:
        return self.statement.speaker.said or self.today

    def _inside(self, binding: Binding) -> Binding:
        window = self.window
        start, end = binding.start, binding.end
        if end < window.opening or (end == window.opening and not self._speaks_of_opening(binding)):
            raise self._note("MB238", "lies wholly before the window")
        if start > window.end or (start == window.end and binding.mode is not Mode.AT):
            raise self._note("MB238", "lies wholly after the window")
        if binding.mode in (Mode.KNOTS, Mode.CHUNKS):
            start, end = max(start, window.opening), min(end, window.end)
        if end > window.end:
            raise self._note("MB239", "ends after the window")
        if binding.mode is Mode.AVERAGE and start < window.opening:
            raise self._note("MB239", "begins before the window")
        return Binding(binding.mode, start, end, binding.per)

    def _speaks_of_opening(self, binding: Binding) -> bool:
        """Say whether a time that ends with the opening still bears on the window.

        A level then does, and a running total up to then is what others since that date add to.
        """
        is_running = self.when.timing is Timing.SINCE and binding.start < binding.end
        return binding.mode in (Mode.AT, Mode.KNOTS) or is_running

    def _refuse_leaving(self) -> None:
        stocks = [name for name, is_total in self.linear.terms if not is_total]
        leaving = [flow for stock in stocks for flow in self.network.leaves(stock)]
        if leaving and not self.linear.has_totals:
            raise self._fault(
                "MB233",
                f"people leave `{self.statement.measure}` (by {', '.join(leaving)}), "
                "so a number `by` a date could mean two things",
                f"say `on {self.when.text}` for those there then, or name a total",
            )

    def _fault(self, code: str, says: str, fix: str = "") -> Unbound:
        statement = self.statement
        numbers = (("sentence", statement.sentence.phrase.text),)
        return Unbound(Problem(code, says, statement.place, numbers=numbers, fix=fix))

    def _note(self, code: str, why: str) -> Unbound:
        window = self.window
        return Unbound(
            Problem(
                code,
                f"the time of `{self.statement.name}` {why}: it is kept, and not computed",
                self.statement.place,
                Severity.NOTE,
                numbers=(("window", str(window)),),
                fix="widen `window` in case.yaml if it should count",
            )
        )


def knots_between(knots: Sequence[Instant], binding: Binding) -> tuple[Instant, ...]:
    """Give the knots from a binding's start to its end, both included."""
    return tuple(knot for knot in knots if binding.start <= knot <= binding.end)
