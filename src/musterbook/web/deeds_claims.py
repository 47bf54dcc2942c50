"""What may be done to a claim: accept, reject, set aside, narrow or widen its interval."""

import re
from collections.abc import Mapping

from musterbook.account.trial import try_sentence
from musterbook.case.edits import SetField
from musterbook.claims.says.says import parse_sentence
from musterbook.claims.says.says_interval import says_between
from musterbook.core.problem import Phrase
from musterbook.core.records import Status
from musterbook.views.screens.claims import CLAIMS
from musterbook.views.screens.query import Query, Typed, whole_number
from musterbook.web.form import Again, Form, Refusal
from musterbook.web.office import Office
from musterbook.web.saving import claim_as_seen, save, tell_of_quotation


def decide(office: Office, form: Form) -> str:
    """Accept a claim, reject it, or let it wait again."""
    claim, what = claim_as_seen(office, form), form.text("what")
    if what not in {each.value for each in Status}:
        raise Refusal("Not understood", f"A claim cannot be `{what}`.")
    save(office, [SetField(claim.place.file, claim.id, "status", what)], f"review {claim.id}")
    tell_of_quotation(office, claim.id)
    return ""


def set_aside(office: Office, form: Form) -> str:
    """Set a claim aside with a reason, or take it back in where the reason is empty."""
    claim, reason = claim_as_seen(office, form), form.text("reason")
    if form.text("what") == "aside" and not reason:
        raise Refusal("Say why", "The reason stands beside the claim, for whoever reads it later.")
    value = reason if form.text("what") == "aside" else None
    why = f"set {claim.id} aside" if value else f"take {claim.id} back in"
    save(office, [SetField(claim.place.file, claim.id, "set_aside", value)], why)
    return ""


def interval(office: Office, form: Form) -> str:
    """Write a claim's sentence so that it allows just the interval given.

    Raises:
        Again: an end is no number, or the sentence could not stand so.
    """
    claim, case = claim_as_seen(office, form), office.shown(works=False).bench.case
    says = claim.says or Phrase("", claim.place)
    sentence, problems = parse_sentence(says, case.events, case.units)
    if sentence is None or sentence.amount.of:
        why = "Its sentence says no number of people: edit the sentence itself."
        raise Refusal("Not an interval", why, problems=problems)
    texts = {name: form.text(name) for name in ("low", "high")}
    ends, faults = _ends(texts)
    new = says_between(sentence, *ends) if not faults else ""
    found = tuple(each for each in try_sentence(case, claim, new) if each.is_error) if new else ()
    if faults or found:
        typed = Typed("interval", texts, faults, {"low": found} if found else {})
        back = Query.of(form.text("back") or CLAIMS.path)
        raise Again(CLAIMS, Query(CLAIMS.path, "", {**back.values, "interval": claim.id}, typed))
    save(office, [SetField(claim.place.file, claim.id, "says", new)], f"edit {claim.id}")
    return ""


def _ends(texts: Mapping[str, str]) -> tuple[tuple[int | None, int | None], dict[str, str]]:
    """Read both ends, digits grouped or not; an empty one is open."""
    ends: dict[str, int | None] = {}
    faults: dict[str, str] = {}
    for name, text in texts.items():
        digits = re.sub(r"[\s,\u2009\u202f\u00a0]", "", text)
        ends[name] = whole_number(digits)
        if digits and ends[name] is None:
            faults[name] = f"`{text}` is no number of people."
    low, high = ends["low"], ends["high"]
    if not faults and low is None and high is None:
        faults["low"] = "Give one end at least; an end left empty is open."
    elif low is not None and high is not None and low > high:
        faults["high"] = "The second number is less than the first."
    return (low, high), faults


DEEDS = {
    "/claims/{item:path}/decide": decide,
    "/claims/{item:path}/aside": set_aside,
    "/claims/{item:path}/interval": interval,
}
