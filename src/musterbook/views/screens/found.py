"""Words looked for go in; every claim, measure, report and source that has them comes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from musterbook.core.suggest import did_you_mean
from musterbook.views.anchors import claim_anchor, source_anchor
from musterbook.views.screens.addresses import measure_page, report_page
from musterbook.views.screens.query import Query
from musterbook.views.screens.review_parts import long_reports
from musterbook.views.screens.screen import Context, Screen
from musterbook.views.screens.shown import Shown
from musterbook.views.words import bare

MOST_LISTED = 40  # of a kind: a longer list says how many more there are


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that has the words: its name, where it stands, and what it says."""

    name: str
    address: str
    says: str = ""

    def led(self, kept: str) -> str:
        """Give its address with what every link carries on."""
        path, mark, anchor = self.address.partition("#")
        return f"{path}{kept}{mark}{anchor}"


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found of one kind, cut off after so many; `total` counts all."""

    kind: str
    listed: tuple[Hit, ...]
    total: int


def found(shown: Shown, words: str) -> Iterator[Hits]:
    """Look through names, quotes, sentences and titles; each of the words must be there."""
    wanted = words.casefold().split()
    for kind, hits in _kinds(shown):
        passing = [each for each in hits if _has(each, wanted)]
        if passing and wanted:
            yield Hits(kind, tuple(passing[:MOST_LISTED]), len(passing))


def _has(hit: Hit, wanted: Iterable[str]) -> bool:
    text = f"{hit.name} {hit.says}".casefold()
    return all(each in text for each in wanted)


def _kinds(shown: Shown) -> Iterator[tuple[str, Iterable[Hit]]]:
    case = shown.bench.case
    yield (
        "Reports",
        (Hit(n, report_page(n), each.title) for n, each in case.reports.items()),
    )
    yield "Claims", _claims(shown)
    yield "Measures", _measures(shown)
    yield (
        "Sources",
        (Hit(n, f"/sources#{source_anchor(n)}", each.title) for n, each in case.sources.items()),
    )


def _claims(shown: Shown) -> Iterator[Hit]:
    """Give the claims where they are reviewed; rows of tables are listed with their report."""
    in_parts = long_reports(shown.bench.case)
    for each in shown.bench.case.claims:
        asked = f"?{urlencode({'claim': each.id})}" if each.report in in_parts else ""
        says = each.says.text if each.says else ""
        words = " — ".join(part for part in (" ".join(each.quote.split()), says) if part)
        yield Hit(each.id, f"{report_page(each.report)}{asked}#{claim_anchor(each.id)}", words)


def _measures(shown: Shown) -> Iterator[Hit]:
    network = shown.bench.ledger.network
    described = {
        name: each.description
        for table in (network.declared, network.stocks, network.flows)
        for name, each in table.items()
    }
    for name in network.names:
        yield Hit(name, measure_page(name), described.get(name) or bare(name))


def _context(shown: Shown, query: Query) -> Context:
    words = query.get("to").strip()
    hits = tuple(found(shown, words))
    case, network = shown.bench.case, shown.bench.ledger.network
    names = (*case.reports, *(each.id for each in case.claims), *network.names, *case.sources)
    near = "" if hits else did_you_mean(words, names, none="")
    return {"wanted": words, "hits": hits, "near": near}


FOUND = Screen("/jump", "Found", "web/found.html", _context)
