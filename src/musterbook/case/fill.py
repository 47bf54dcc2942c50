"""A case as read and as worked out go in; the edits that write down what was found come out.

Found out are where each quote stands in its report, and the digest of each report.
"""

from collections.abc import Iterator

from musterbook.case.edit_text import TextEdit
from musterbook.case.edits import SetField, SetValue
from musterbook.case.load import LoadedCase
from musterbook.core.records import Case


def fills_of(loaded: LoadedCase, placed: Case) -> tuple[TextEdit, ...]:
    """Give the edits that `format_case` should make beside the layout.

    `placed` is the same case with every quote looked up in its report's text.
    """
    return (*_positions(loaded, placed), *_digests(loaded, placed))


def _positions(loaded: LoadedCase, placed: Case) -> Iterator[SetField]:
    written = {claim.id: claim.at for claim in loaded.case.claims} if loaded.case else {}
    for claim in placed.claims:
        if claim.id in written and claim.at is not None and claim.at != written[claim.id]:
            yield SetField(claim.place.file, claim.id, "at", claim.at)


def _digests(loaded: LoadedCase, placed: Case) -> Iterator[SetValue]:
    """Yield a digest for each report whose file was read; the one written may be out of date."""
    for name, report in placed.reports.items():
        digest = loaded.files.get(f"reports/{report.file}")
        if digest is not None:
            yield SetValue(f"reports/{name}.yaml", ("sha256",), digest)
