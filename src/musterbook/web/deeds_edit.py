"""The form of a claim goes in; the claim is written as the form says, or the form comes again."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from musterbook.account.proposals import free_names
from musterbook.account.trial import try_sentence
from musterbook.case.add import source_edits
from musterbook.case.edits import AddClaims, Edit, FieldValue, SetField
from musterbook.core.called import source_called
from musterbook.core.problem import Place, Problem
from musterbook.core.records import Case, Claim, Report, Stance, Status
from musterbook.core.suggest import did_you_mean
from musterbook.reports.anchor import find_quote
from musterbook.views.anchors import claim_anchor, source_anchor
from musterbook.views.screens.addresses import report_page
from musterbook.views.screens.claim_sheet import SPEAKERS
from musterbook.views.screens.query import Query, Typed
from musterbook.views.screens.review import EDIT, QUOTE, REPORT, new_span, span_words
from musterbook.views.screens.review_parts import long_reports
from musterbook.web.form import Again, Form, Refusal
from musterbook.web.office import Office
from musterbook.web.saving import NOT_FOUND, claim_as_seen, save, tell_of_quotation
from musterbook.workbench.incoming import source_meant

FIELDS = ("quote", "says", "by", "stance", "credibility", "note", "set_aside", "declare")
_MARKS = re.compile("[→>]")  # between the speakers of a chain
NO_CREDIBILITY = 6  # of the Admiralty's scale: it cannot be judged; left unwritten in the files
NOWHERE = Place("the form")


@dataclass(slots=True)
class _Sheet:
    """A claim's form being looked at: the claim it would make, and what is wrong with it."""

    case: Case
    report: Report | None
    claim: Claim
    texts: dict[str, str]
    faults: dict[str, str] = field(default_factory=dict)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)  # of the case, as they were read
    newcomers: dict[str, str] = field(default_factory=dict)  # speakers to be declared: their words

    def look(self) -> dict[str, FieldValue | None]:
        """Check every field; give what would be written, None for a field that goes."""
        fields: dict[str, FieldValue | None] = {
            "says": self.texts["says"] or None,
            "by": self._by(),
            "stance": self._stance(),
            "credibility": self._credibility(),
            "note": self.texts["note"] or None,
            "set_aside": self.texts["set_aside"] or None,
        }
        fields |= self._quote()
        self._try()
        return fields

    def _quote(self) -> dict[str, FieldValue | None]:
        words = self.texts["quote"]
        if self.report is None or " ".join(words.split()) == " ".join(self.claim.quote.split()):
            return {}
        near = self.claim.at[0] if self.claim.at else None
        at = find_quote(self.report.text, words, near=near) if words else None
        if words and at is None:
            self.faults["quote"] = NOT_THERE
        return {"quote": words or None, "at": at}

    def _by(self) -> str | None:
        """Read who said it; a name that is no source yet is one where the form says that it is."""
        known, agreed = self.case.sources, self.texts["declare"].split()
        names = list[str]()
        for words in (" ".join(each.split()) for each in _MARKS.split(self.texts["by"])):
            if not words:
                continue
            name = source_called(words, known) or source_meant(words) or words
            names.append(name)
            if name not in known:
                self.newcomers[name] = words
        unknown = [each for each in self.newcomers if each not in agreed]
        if unknown:
            hint = did_you_mean(unknown[0], list(known))
            says = f"sources.yaml has no `{unknown[0]}`; {hint}"
            self.faults["by"] = f"{says} Else say below that it is a new source."
            self.texts["new_sources"] = " ".join(self.newcomers)
        return SPEAKERS.join(names) or None

    def declaring(self) -> tuple[Edit, ...]:
        """Give the edits that declare the speakers who are no sources yet."""
        return source_edits(self.newcomers, seen=self.files)

    def _stance(self) -> str | None:
        stance = self.texts["stance"] or Stance.ASSERTED.value
        if stance not in {each.value for each in Stance}:
            self.faults["stance"] = f"`{stance}` is no stance."
        was_written = self.claim.stance is not Stance.ASSERTED
        return stance if stance != Stance.ASSERTED.value or was_written else None

    def _credibility(self) -> int | None:
        typed = self.texts["credibility"] or str(NO_CREDIBILITY)
        if typed not in {"1", "2", "3", "4", "5", "6"}:
            self.faults["credibility"] = "Credibility is a number from 1 to 6."
            return None
        value = int(typed)
        return value if value != NO_CREDIBILITY or self.claim.credibility != value else None

    def _try(self) -> None:
        """Hold the sentence against the account, before it is written."""
        says = self.texts["says"]
        was = self.claim.says.text if self.claim.says else ""
        if not says or " ".join(says.split()) == " ".join(was.split()):
            return
        claim = replace(self.claim, quote=self.texts["quote"] or self.claim.quote)
        others = tuple(each for each in self.case.claims if each.id != claim.id)
        tried = replace(self.case, claims=(*others, claim))
        found = tuple(each for each in try_sentence(tried, claim, says) if each.is_error)
        if found:
            self.problems["says"] = found

    @property
    def is_sound(self) -> bool:
        return not (self.faults or self.problems)

    def typed(self, form: str) -> Typed:
        return Typed(form, self.texts, self.faults, self.problems)


NOT_THERE = "These words do not stand in the report: copy them exactly as it has them."


def edit(office: Office, form: Form) -> str:
    """Write the fields of a claim anew, and accept it where the form says so.

    Raises:
        Again: a field is at fault; nothing was written.
    """
    claim = claim_as_seen(office, form)
    bench = office.shown(works=False).bench
    case, files = bench.case, bench.loaded.files
    sheet = _Sheet(case, case.reports.get(claim.report), claim, _texts(form), files=files)
    fields = sheet.look()
    if not sheet.is_sound:
        raise _again(form, claim.report, sheet.typed(EDIT), edit=claim.id)
    if form.text("what") == "accept":
        fields["status"] = Status.ACCEPTED.value
    file = claim.place.file
    changed = {name: value for name, value in fields.items() if _differs(claim, name, value)}
    edits = [SetField(file, claim.id, name, value) for name, value in changed.items()]
    if edits:
        save(office, [*sheet.declaring(), *edits], f"edit {claim.id}")
        _tell_of_sources(office, sheet.newcomers)
        tell_of_quotation(office, claim.id)
    return ""


def _differs(claim: Claim, name: str, value: FieldValue | None) -> bool:
    """Say whether a field is another than it was: a claims file may hold it for all its claims."""
    was: object = getattr(claim, name)
    if name == "by":
        return value != (SPEAKERS.join(claim.by) or None)
    if name == "says":
        return value != (claim.says.text if claim.says else None)
    if name in ("stance", "status"):
        return value is not None and value != was
    if name == "credibility":
        return value is not None and value != was
    return value != (was or None)


def select(office: Office, form: Form) -> str:
    """Find a stretch of a report's text that is to be a claim, and open the form for it.

    Raises:
        Again: the words do not stand there.
    """
    report = _report(office, form)
    words, says = form.text("quote"), form.text("says")
    span = new_span(f"{form.text('start')}-{form.text('end')}", report.text)
    if span is None or _folded(report.text[span[0] : span[1]]) != _folded(words):
        span = find_quote(report.text, words) if words else None
    if span is None:
        fault = NOT_THERE if words else "Copy the words of the report that make the claim."
        typed = Typed(QUOTE, {"quote": words, "says": says}, {"quote": fault})
        raise _again(form, report.name, typed)
    asked = {"new": f"{span[0]}-{span[1]}", **({"says": says} if says else {})}
    kept = {name: each for name, each in _back(form).values.items() if name == "as_of"}
    return f"{report_page(report.name)}?{urlencode({**kept, **asked})}#new-claim"


def new(office: Office, form: Form) -> str:
    """Write a new claim of a report down.

    Raises:
        Again: a field is at fault; nothing was written.
    """
    report = _report(office, form)
    bench = office.shown(works=False).bench
    case, files = bench.case, bench.loaded.files
    span = new_span(form.text("new"), report.text)
    if span is None:
        raise Refusal("Not there", "That stretch does not lie in the report's text.")
    quoted = report.text[span[0] : span[1]]
    name = next(free_names(report.name, {each.id for each in case.claims}))
    draft = Claim(name, report.name, NOWHERE, quote=quoted, at=span)
    sheet = _Sheet(case, report, draft, {**_texts(form), "quote": quoted}, files=files)
    fields = sheet.look()
    if not sheet.is_sound:
        raise _again(form, report.name, sheet.typed(EDIT), new=span_words(span))
    status = Status.PROPOSED if form.text("what") == "save" else Status.ACCEPTED
    added = _added(case, draft, {**fields, "status": status.value})
    save(office, [*sheet.declaring(), added], f"add {name}")
    _tell_of_sources(office, sheet.newcomers)
    tell_of_quotation(office, name)
    in_part = name if report.name in long_reports(office.shown(works=False).bench.case) else ""
    page = _back(form).to(new="", says="", edit="", part="", claim=in_part)
    return f"{page}#{claim_anchor(name)}"


def _added(case: Case, draft: Claim, fields: dict[str, FieldValue | None]) -> Edit:
    """Put a claim into the file where the others of its report stand."""
    own = (each.place.file for each in case.claims if each.report == draft.report)
    beside = (each for each in own if each.startswith("claims/"))
    file = next(beside, f"claims/{draft.report}.yaml")
    first: dict[str, FieldValue] = {"id": draft.id, "quote": " ".join(draft.quote.split())}
    if draft.at is not None:
        first["at"] = draft.at
    rest = {name: value for name, value in fields.items() if value is not None}
    return AddClaims(file, ({**first, **rest},), (("report", draft.report),))


def _tell_of_sources(office: Office, names: Iterable[str]) -> None:
    for name in names:
        where = f"/sources#{source_anchor(name)}"
        words = f"New source `{name}` declared, reliability F: how far can it be trusted?"
        office.sayings.say(words, link=where, label="Grade it")


def _texts(form: Form) -> dict[str, str]:
    return {name: form.text(name) for name in FIELDS}


def _report(office: Office, form: Form) -> Report:
    name = form.text("item")
    report = office.shown(works=False).bench.case.reports.get(name)
    if report is None:
        raise Refusal("Gone", f"There is no report `{name}` any more.", status=NOT_FOUND)
    return report


def _back(form: Form) -> Query:
    return Query.of(form.text("back") or "/")


def _again(form: Form, report: str, typed: Typed, **asked: str) -> Again:
    kept = {name: each for name, each in _back(form).values.items() if name == "as_of"}
    return Again(REPORT, Query(report_page(report), report, {**kept, **asked}, typed))


def _folded(words: str) -> str:
    return " ".join(words.split())


DEEDS = {
    "/claims/{item:path}/edit": edit,
    "/reports/{item}/select": select,
    "/reports/{item}/claims": new,
}
