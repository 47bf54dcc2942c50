"""A file or a text and what is known of it go in; the report is in the case, or its form again."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

from musterbook.case.add import slug
from musterbook.core.called import source_called
from musterbook.core.problem import Problem
from musterbook.reports.header import read_header
from musterbook.reports.read import read_report
from musterbook.reports.top_lines import printed_day
from musterbook.views.screens.addresses import report_page
from musterbook.views.screens.query import Query, Typed
from musterbook.views.screens.reports import ADD, REPORTS
from musterbook.web.form import Again, Form
from musterbook.web.long_deed import LongDeed
from musterbook.web.office import Office
from musterbook.workbench import Workbench
from musterbook.workbench.incoming import Incoming, Told, clashes, source_meant
from musterbook.workbench.intake import names_taken, plan, reading_of

PASTED = "pasted"  # the name of a text that has no headline to be called after
FIRST_YEAR = 1900  # a report older than this is mostly a year mistyped
AHEAD = timedelta(days=1)  # it may be tomorrow already where the report was published
TAKEN = "choose another title or short name, or open the report that is there"
FIELDS = ("text", "publisher", "published", "title", "url", "retold", "name", "sure")


@dataclass(slots=True)
class _Form:
    """A form being looked at: what was typed, and what is found wrong with it so far."""

    office: Office
    form: Form
    texts: dict[str, str]
    faults: dict[str, str] = field(default_factory=dict)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        return not (self.faults or self.problems)

    def again(self) -> Again:
        """Give the form back as it was typed."""
        typed = Typed(ADD, self.texts, self.faults, self.problems)
        kept = Query.of(self.form.text("back") or REPORTS.path).values
        return Again(REPORTS, Query(REPORTS.path, "", kept, typed))


def add(office: Office, bench: Workbench, form: Form) -> str:
    """Take a report in with the claims it seems to make, and open it.

    Raises:
        Again: something is missing or cannot be read; nothing was written.
        ChangedElsewhereError: meanwhile another report took the name, or its publisher came in.
    """
    sent = _Form(office, form, {name: form.text(name) for name in FIELDS})
    incoming = _read(sent)
    told = _told(sent, incoming, bench)
    if incoming is not None and (found := clashes([incoming], names_taken(bench), name=told.name)):
        sent.problems["name"] = tuple(replace(each, place=None, fix=TAKEN) for each in found)
        sent.texts["taken"] = told.name or slug(incoming.file.stem)
    if not sent.is_sound or incoming is None:
        raise sent.again()
    return _save(sent, bench, incoming, told=told)


def _save(sent: _Form, bench: Workbench, incoming: Incoming, *, told: Told) -> str:
    from musterbook.case.save import save_edits

    reading = reading_of(bench, incoming, told)
    (planned,) = plan(bench, [incoming], told, readings=[reading])
    saved = save_edits(
        bench.folder, planned.edits, seen=bench.loaded.files, why=f"add {planned.name}"
    )
    if saved.problems:
        sent.problems["file"] = saved.problems
        raise sent.again()
    sent.office.look()
    return report_page(planned.name)


def _read(sent: _Form) -> Incoming | None:
    """Read the file chosen, else the one kept from the form before, else the text pasted."""
    chosen = _chosen(sent)
    if chosen is None:
        sent.faults["file"] = "Choose a file, or paste the text of the report."
        return None
    name, data = chosen
    text, problems = read_report(data, name)
    if text is None:
        which = "text" if sent.texts["text"] and not sent.texts.get("held") else "file"
        sent.problems[which] = problems
        sent.texts.pop("held", None)
        return None
    return Incoming(Path(name), data, text)


def _chosen(sent: _Form) -> tuple[str, bytes] | None:
    for name, data in sent.form.files.items():
        if data or name != "file":  # a field left empty is sent as an empty file of its own name
            return _kept(sent, PurePosixPath(name.replace("\\", "/")).name, data)
    held = sent.office.held.get(sent.form.text("held"))
    if held is not None and not sent.texts["text"]:
        return _kept(sent, *held)
    pasted = sent.form.texts.get("text", "")
    if not pasted.strip():
        return None
    called = sent.texts["title"] or read_header(pasted).title or PASTED
    return f"{slug(called)}.txt", pasted.encode()


def _kept(sent: _Form, name: str, data: bytes) -> tuple[str, bytes]:
    sent.texts |= {"held": sent.office.held.put(name, data), "held_name": name}
    return name, data


def _told(sent: _Form, incoming: Incoming | None, bench: Workbench) -> Told:
    texts = sent.texts
    publisher, words = _publisher(sent, bench)
    name = slug(texts["name"]) if texts["name"] else ""
    day = _likely(sent, _day(sent, incoming))
    return Told(day, publisher, texts["title"], texts["url"], bool(texts["retold"]), name, words)


def _publisher(sent: _Form, bench: Workbench) -> tuple[str, str]:
    """Take a source's name, or its title as the case writes it; else a new name, and its words."""
    typed = " ".join(sent.texts["publisher"].split())
    if not typed:
        sent.faults["publisher"] = "Say who published it."
    named = source_called(typed, bench.case.sources)
    if named or not source_meant(typed):
        return named or typed, ""
    return source_meant(typed), typed


def _day(sent: _Form, incoming: Incoming | None) -> date | None:
    typed = sent.texts["published"]
    try:
        day = date.fromisoformat(typed) if typed else None
    except ValueError:
        sent.faults["published"] = f"`{typed}` is no day: write it as 2026-02-17."
        return None
    if incoming is None or day is not None or incoming.text is None:
        return day
    header = incoming.text.header
    if header.published is None:
        sent.faults["published"] = "".join(_proposed_day(sent, incoming))
    return header.published


def _likely(sent: _Form, day: date | None) -> date | None:
    """Ask whether a day is meant that lies before all such reports, or has not come yet."""
    if day is None or day.isoformat() == sent.texts["sure"]:
        return day
    far = f"lies before {FIRST_YEAR}" if day.year < FIRST_YEAR else ""
    if far or day > date.today() + AHEAD:  # noqa: DTZ011 - the day where the reader sits
        says = f"`{day}` {far or 'has not come yet'}: mend it, or say below that it is meant."
        sent.faults["published"] = says
        sent.texts |= {"published": day.isoformat(), "unlikely": day.isoformat()}
    return day


def _proposed_day(sent: _Form, incoming: Incoming) -> Iterator[str]:
    """Put the day a text prints near its top into the form, for somebody to agree to."""
    assert incoming.text is not None
    text, header = incoming.text, incoming.text.header
    printed = printed_day(text.text, header.body)
    if printed is not None:
        sent.texts["published"] = printed.day.isoformat()
        yield f"The text says {printed.words}, so that day stands here now: is it right?"
    else:
        yield "Say on which day it was published: the text does not."
    if header.made is not None:
        yield f" The file was made on {header.made}."


DEEDS = {"/reports/add": LongDeed(add)}  # thousands of sentences are read for seconds
