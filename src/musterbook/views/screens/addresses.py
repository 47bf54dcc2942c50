"""Names of reports and measures go in; the addresses of their pages come out.

A name may hold any character but a blank and a few marks: whatever would mean something to an
address is written as a percent sign and its bytes.
"""

from urllib.parse import quote

from musterbook.views.anchors import slug


def report_page(report: str) -> str:
    """Give the address of a report's page."""
    return f"/reports/{quote(report, safe='')}"


def measure_page(measure: str) -> str:
    """Give the address of a measure's page."""
    return f"/account/{slug(measure)}"


def written(path: str) -> str:
    """Write the path of an address that has been read as it is written in links."""
    return quote(path)
