"""A file or a text and what is known of it go in; the report is in the case, or its form again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from musterbook.case.add import slug
from musterbook.core.called import source_called
from musterbook.reports.header import read_header
from musterbook.reports.read import read_report
from musterbook.reports.top_lines import printed_day
from musterbook.views.screens.addresses import report_page
from musterbook.web.adding import AddForm, far_day
from musterbook.web.deeds_many_reports import add_many
from musterbook.web.form import Form
from musterbook.web.held import Files
from musterbook.web.long_deed import LongDeed
from musterbook.web.office import Office
from musterbook.workbench import Workbench
from musterbook.workbench.incoming import Incoming, Told, clashes, source_meant
from musterbook.workbench.intake import names_taken, plan, reading_of

LONGEST_MADE = 28  # characters of a name made of a headline: some four words
PASTED = "pasted"  # the name of a text that has no headline to be called after
TAKEN = "choose another title or short name, or open the report that is there"
FIELDS = ("text", "publisher", "published", "title", "url", "retold", "name", "sure")


def add(office: Office, bench: Workbench, form: Form) -> str:
    """Take a report in with the claims it seems to make, and open it; of several tell of each.

    Raises:
        Again: something is missing or cannot be read; nothing was written.
        ChangedElsewhereError: meanwhile another report took the name, or its publisher came in.
    """
    sent = AddForm(office, form, {name: form.text(name) for name in FIELDS})
    files = sent.chosen()
    if len(files) > 1:
        return add_many(sent, files, bench, told=_told(sent, None, bench))
    incoming = _read(sent, files)
    told = _told(sent, incoming, bench)
    if incoming is not None and (found := clashes([incoming], names_taken(bench), name=told.name)):
        sent.problems["name"] = tuple(replace(each, place=None, fix=TAKEN) for each in found)
        sent.texts["taken"] = told.name or slug(incoming.file.stem)
    if not sent.is_sound or incoming is None:
        raise sent.again()
    return _save(sent, bench, incoming, told=told)


def _save(sent: AddForm, bench: Workbench, incoming: Incoming, *, told: Told) -> str:
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


def _read(sent: AddForm, files: Files) -> Incoming | None:
    """Read the file chosen, else the text pasted."""
    chosen = files[0] if files else _pasted(sent)
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


def _pasted(sent: AddForm) -> tuple[str, bytes] | None:
    pasted = sent.form.texts.get("text", "")
    if not pasted.strip():
        return None
    called = sent.texts["title"] or read_header(pasted).title or PASTED
    return f"{_in_short(slug(called))}.txt", pasted.encode()


def _in_short(name: str) -> str:
    """Keep the first words of a name that nobody chose: its claims' ids begin with it."""
    kept = name[: LONGEST_MADE + 1]
    return name if kept == name else kept.rpartition("-")[0] or kept[:-1]


def _told(sent: AddForm, incoming: Incoming | None, bench: Workbench) -> Told:
    texts = sent.texts
    publisher, words = _publisher(sent, bench)
    name = slug(texts["name"]) if texts["name"] else ""
    day = _likely(sent, _day(sent, incoming))
    return Told(day, publisher, texts["title"], texts["url"], bool(texts["retold"]), name, words)


def _publisher(sent: AddForm, bench: Workbench) -> tuple[str, str]:
    """Take a source's name, or its title as the case writes it; else a new name, and its words."""
    typed = " ".join(sent.texts["publisher"].split())
    if not typed:
        sent.faults["publisher"] = "Say who published it."
    named = source_called(typed, bench.case.sources)
    if named or not source_meant(typed):
        return named or typed, ""
    return source_meant(typed), typed


def _day(sent: AddForm, incoming: Incoming | None) -> date | None:
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


def _likely(sent: AddForm, day: date | None) -> date | None:
    """Ask whether a day is meant that lies before all such reports, or has not come yet."""
    if day is None or day.isoformat() == sent.texts["sure"]:
        return day
    if far := far_day(day):
        says = f"`{day}` {far}: mend it, or say below that it is meant."
        sent.faults["published"] = says
        sent.texts |= {"published": day.isoformat(), "unlikely": day.isoformat()}
    return day


def _proposed_day(sent: AddForm, incoming: Incoming) -> Iterator[str]:
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
