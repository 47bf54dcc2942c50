"""What may be done to a claim: accept, reject, set aside, edit."""

from musterbook.case.edits import SetField
from musterbook.core.records import Status
from musterbook.web.form import Form, Refusal
from musterbook.web.office import Office
from musterbook.web.saving import claim_as_seen, save


def decide(office: Office, form: Form) -> str:
    """Accept a claim, reject it, or let it wait again."""
    claim, what = claim_as_seen(office, form), form.text("what")
    if what not in {each.value for each in Status}:
        raise Refusal("Not understood", f"A claim cannot be `{what}`.")
    save(office, [SetField(claim.place.file, claim.id, "status", what)], f"review {claim.id}")
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


DEEDS = {"/claims/{item}/decide": decide, "/claims/{item}/aside": set_aside}
