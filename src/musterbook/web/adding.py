"""The form that takes reports in: what was typed in it, and what is found wrong with that."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import PurePosixPath

from musterbook.core.problem import Problem
from musterbook.views.screens.query import Query, Typed
from musterbook.views.screens.reports import ADD, REPORTS
from musterbook.web.form import Again, Form
from musterbook.web.held import Files
from musterbook.web.office import Office

FIRST_YEAR = 1900  # a report older than this is mostly a year mistyped
AHEAD = timedelta(days=1)  # it may be tomorrow already where the report was published


@dataclass(slots=True)
class AddForm:
    """A form being looked at."""

    office: Office
    form: Form
    texts: dict[str, str]
    faults: dict[str, str] = field(default_factory=dict)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Say whether nothing is wrong with it."""
        return not (self.faults or self.problems)

    def again(self) -> Again:
        """Give the form back as it was typed."""
        typed = Typed(ADD, self.texts, self.faults, self.problems)
        kept = Query.of(self.form.text("back") or REPORTS.path).values
        return Again(REPORTS, Query(REPORTS.path, "", kept, typed))

    def chosen(self) -> Files:
        """Give the files chosen, else those kept from the form before where no text was pasted."""
        # A field left empty is sent as an empty file that has the name of the field.
        files = [(name, data) for name, data in self.form.files if data or name != "file"]
        if files:
            return self._kept(tuple((_base_name(name), data) for name, data in files))
        held = self.office.held.get(self.form.text("held"))
        return self._kept(held) if held and not self.texts["text"] else ()

    def _kept(self, files: Files) -> Files:
        names = ", ".join(name for name, _ in files)
        self.texts |= {"held": self.office.held.put(files), "held_name": names}
        return files


def _base_name(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name


def far_day(day: date) -> str:
    """Say why a day is hardly meant: it lies before all such reports, or has not come yet."""
    if day.year < FIRST_YEAR:
        return f"lies before {FIRST_YEAR}"
    is_ahead = day > date.today() + AHEAD  # noqa: DTZ011 - the day where the reader sits
    return "has not come yet" if is_ahead else ""
