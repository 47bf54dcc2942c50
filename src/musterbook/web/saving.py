"""Edits go in; they are saved, or the deed is refused with the problems they would bring."""

from collections.abc import Sequence
from urllib.parse import urlencode

from musterbook.case.edits import Edit
from musterbook.case.save import save_edits
from musterbook.core.records import Claim, Status
from musterbook.views.anchors import claim_anchor
from musterbook.views.screens.addresses import report_page
from musterbook.views.screens.fingerprint import fingerprint
from musterbook.web.form import Form, Refusal
from musterbook.web.office import Office

NOT_FOUND, CONFLICT = 404, 409


def save(office: Office, edits: Sequence[Edit], why: str) -> None:
    """Save edits of the files as they are now.

    Raises:
        Refusal: they would make the case faulty; nothing was written.
        ChangedElsewhereError: a file changed in this very moment; nothing was written.
    """
    bench = office.shown(works=False).bench
    saved = save_edits(office.folder, edits, seen=bench.loaded.files, why=why)
    if saved.problems:
        raise Refusal("Not saved", "This would not stand in the case:", problems=saved.problems)
    office.look()


def tell_of_quotation(office: Office, name: str) -> None:
    """Say so where a claim accepted has no sentence: nothing on its card would show it."""
    claim = _claim_named(office, name)
    if claim is None or claim.says is not None or claim.status is not Status.ACCEPTED:
        return
    asked = urlencode({"edit": name})
    page = f"{report_page(claim.report)}?{asked}#{claim_anchor(name)}"
    words = f"`{name}` is accepted as a quotation: it computes nothing until it has a sentence."
    office.sayings.say(words, link=page, label="Write its sentence")


def claim_as_seen(office: Office, form: Form) -> Claim:
    """Find the claim a form is about.

    Raises:
        Refusal: it is gone, or not as it was when the form was made.
    """
    name, seen = form.text("item"), form.text("seen")
    claim = _claim_named(office, name)
    if claim is None:
        raise Refusal("Gone", f"There is no claim `{name}` any more.", status=NOT_FOUND)
    if not claim.place.file.startswith("claims/"):
        raise Refusal("A row of a table", _row_words(claim))
    if seen and fingerprint(claim) != seen:
        raise Refusal("Changed meanwhile", *_as_it_is(claim), status=CONFLICT)
    return claim


def _claim_named(office: Office, name: str) -> Claim | None:
    claims = office.shown(works=False).bench.case.claims
    return next((each for each in claims if each.id == name), None)


def _row_words(claim: Claim) -> str:
    return f"`{claim.id}` is made of {claim.place}: change the row, or choose others with `take:`."


def _as_it_is(claim: Claim) -> tuple[str, ...]:
    says = f"says `{claim.says}`" if claim.says else "has no sentence"
    return (
        f"Somebody changed `{claim.id}` after this page was made, so nothing was written.",
        f"It is now {claim.status.value} and {says}. Look at it again, then decide.",
    )
