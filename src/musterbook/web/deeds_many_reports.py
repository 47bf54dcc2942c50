"""Several files sent at once go in; those that can be added are in the case, and each is told of.

What the form says of publisher and day holds for all; a title or an address is of one.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from musterbook.case.add import slug
from musterbook.case.save import save_edits
from musterbook.core.problem import Problem
from musterbook.reports.read import read_report
from musterbook.views.screens.addresses import report_page
from musterbook.views.screens.query import Query
from musterbook.views.screens.reports import REPORTS
from musterbook.views.words import counted
from musterbook.web.adding import AddForm, far_day
from musterbook.web.said import Said
from musterbook.workbench import Workbench
from musterbook.workbench.incoming import Incoming, Told, clashes
from musterbook.workbench.intake import Planned, names_taken, plan, reading_of

OWN = ("title", "url", "name")  # the fields that are about one report
NO_DAY = "it does not say when it was published: give the day in the form, or add it alone"


def add_many(
    sent: AddForm, files: Sequence[tuple[str, bytes]], bench: Workbench, *, told: Told
) -> str:
    """Add every file that can be; say of each what became of it, on the page of all reports.

    Raises:
        Again: something in the form is at fault, or none could be added; nothing was written.
        ChangedElsewhereError: the case changed meanwhile; nothing was written.
    """
    for name in OWN:
        if sent.texts[name]:
            sent.faults[name] = "Leave this empty for several files: each has its own."
    if not sent.is_sound:
        raise sent.again()
    taken, good, refused = names_taken(bench), list[Incoming](), list[tuple[str, str]]()
    for name, data in files:
        incoming, why = _looked_at(name, data, told, taken=taken)
        if incoming is not None:
            good.append(incoming)
            taken.add(slug(incoming.file.stem))
        else:
            refused.append((name, why))
    if not good:
        whys = (f"`{name}`: {why}." for name, why in refused)
        sent.faults["file"] = f"None of these can be added. {' '.join(whys)}"
        raise sent.again()
    planned = _save(sent, bench, good, told=told)
    for said in _said_of(good, planned, refused):
        sent.office.sayings.tell(said)
    return Query.of(sent.form.text("back") or REPORTS.path).to(add="")


def _looked_at(
    name: str, data: bytes, told: Told, *, taken: set[str]
) -> tuple[Incoming | None, str]:
    """Read one file; give why it cannot be added, where it cannot."""
    text, problems = read_report(data, name)
    if text is None:
        return None, "; ".join(map(_words, problems))
    incoming = Incoming(Path(name), data, text)
    day: date | None = incoming.published(told)
    if day is None:
        return None, NO_DAY
    if told.published is None and (far := far_day(day)):
        return None, f"its day, {day}, {far}: add it alone to say that it is meant"
    found = clashes([incoming], taken)
    return (None, "; ".join(map(_words, found))) if found else (incoming, "")


def _words(problem: Problem) -> str:
    return f"{problem.says} ({problem.code}{f'; {problem.fix}' if problem.fix else ''})"


def _save(
    sent: AddForm, bench: Workbench, good: Sequence[Incoming], *, told: Told
) -> tuple[Planned, ...]:
    readings = [reading_of(bench, each, told) for each in good]
    planned = plan(bench, good, told, readings=readings)
    edits = [edit for each in planned for edit in each.edits]
    why = f"add {', '.join(each.name for each in planned)}"
    saved = save_edits(bench.folder, edits, seen=bench.loaded.files, why=why)
    if saved.problems:
        sent.problems["file"] = saved.problems
        raise sent.again()
    sent.office.look()
    return planned


def _said_of(
    good: Sequence[Incoming], planned: Sequence[Planned], refused: Sequence[tuple[str, str]]
) -> Iterator[Said]:
    for incoming, each in zip(good, planned, strict=True):
        claims = f"{counted(each.proposed, 'claim')} proposed"
        yield Said(f"Added `{incoming.file.name}`: {claims}.", report_page(each.name), "Review it")
    for name, why in refused:
        yield Said(f"Not added: `{name}`: {why}.", is_fault=True)
