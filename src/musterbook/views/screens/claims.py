"""The register of claims."""

from collections.abc import Iterator

from musterbook.views.anchors import claim_anchor, sentence_anchor
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Cell, Table, cells, table
from musterbook.views.words import day


def claims_table(shown: Shown, _query: Query) -> Table:
    """List the claims that pass the filters of an address."""
    names = "claim | published | said by | says | allows | standing | quote"
    return table("The claims of this case", names, _rows(shown))


def _rows(shown: Shown) -> Iterator[tuple[Cell, ...]]:
    for name, view in shown.claims.items():
        yield cells(
            Cell(name, f"#{claim_anchor(name)}", anchor=claim_anchor(name)),
            day(view.published),
            " → ".join(view.chain),
            view.says,
            view.allows,
            view.standing,
            Cell(" ".join(view.claim.quote.split()), f"#{sentence_anchor(name)}"),
        )


def _context(shown: Shown, query: Query) -> Context:
    return {"claims_table": claims_table(shown, query)}


def _tables(shown: Shown, query: Query) -> Tables:
    return {"claims": claims_table(shown, query)}


CLAIMS = Screen("/claims", "Claims", "web/claims.html", _context, _tables)
