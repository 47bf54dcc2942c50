"""A page's HTML goes in; its links to anchors on other screens lead there when it comes out.

Every exhibit names its neighbours by anchors (`#claim-x`), which in the one-file report stand on
the same page. Here they stand on six screens.
"""

import re
from collections.abc import Collection, Mapping
from urllib.parse import quote, urlencode

from musterbook.views.screens.addresses import report_page
from musterbook.views.screens.claims import PAGE

_ANCHOR = re.compile(r'(href=")#([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')
SCREENS = {
    "claim": "/claims",
    "source": "/sources",
    "conflict": "/conflicts",
    "ways": "/conflicts",
    "conflicts": "/conflicts",
    "readings": "/conflicts",
    "clashes": "/conflicts",
    "bounds": "/conflicts",
    "assumption": "/account",
    "opening": "/account",
    "part": "/account",
    "account": "/account",
    "scenario": "/scenarios",
    "scenarios": "/scenarios",
    "watch": "/scenarios",
    "hypotheses": "/hypotheses",
    "hypothesis": "/hypotheses",
    "row": "/hypotheses",
    "claims": "/claims",
    "reports": "/reports",
    "sources": "/sources",
}


def lead_home(
    page: str,
    reports: Mapping[str, str],
    *,
    query: str = "",
    in_parts: Collection[str] = (),
) -> str:
    """Point every link to an anchor that is not on this page at the screen where it stands.

    `reports` gives the report of each claim by the claim's id; `query` (with its `?`) is kept,
    so that the as-of day stays. `in_parts` are the reports shown in parts, whose address has to
    say for which claim it is asked.
    """
    here = set(_ID.findall(page))

    def home(found: re.Match[str]) -> str:
        anchor = found[2]
        if anchor in here:
            return found[0]
        address = f"{_screen(anchor, reports)}{query}"
        kind, _, name = anchor.partition("-")
        is_paged = len(reports) > PAGE if kind == "claim" else reports.get(name) in in_parts
        if kind in ("claim", "at") and is_paged:  # the screen finds the page that the claim is on
            asked = urlencode({"claim": name})
            address += f"{'&amp;' if query else '?'}{asked}"
        is_whole = "-" not in anchor or anchor.startswith(("report-", "measure-"))  # a page each
        return f'{found[1]}{address}{"" if is_whole else f"#{anchor}"}"'

    return _ANCHOR.sub(home, page)


def _screen(anchor: str, reports: Mapping[str, str]) -> str:
    kind, _, name = anchor.partition("-")
    if kind == "at":
        return report_page(reports.get(name, ""))
    if kind == "measure":
        return f"/account/{quote(name, safe='')}"
    if kind == "report":
        return report_page(name)
    return SCREENS.get(kind, "/")
