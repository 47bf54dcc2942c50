"""The claims of a report go in; a table of them comes out, for a machine or a page without text."""

from collections.abc import Iterable

from musterbook.views.claims import ClaimView
from musterbook.views.table import Cell, Table, cells, table


def claims_of_report(views: Iterable[ClaimView], title: str) -> Table:
    """List the claims of a report."""
    rows = (
        cells(
            Cell(each.claim.id),
            each.claim.status.value,
            " → ".join(each.chain),
            each.says or (each.claim.says.text if each.claim.says else ""),
            each.allows,
            each.standing,
            " ".join(each.claim.quote.split()),
        )
        for each in views
    )
    names = "claim | status | said by | says | allows | standing | quote"
    return table(f"The claims of {title}", names, rows)
