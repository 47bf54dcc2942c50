"""Templates and a context go in; one page as HTML comes out, every text in it escaped."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from musterbook.conflicts.results import Range
from musterbook.core.quantity import format_count
from musterbook.views.anchors import measure_anchor, report_anchor, slug
from musterbook.views.sentences import meaning
from musterbook.views.words import bare, counted, span

if TYPE_CHECKING:
    from jinja2 import Environment

_TICKED = re.compile(r"`([^`]+)`")
_WEB = ("http://", "https://")


@cache
def environment() -> "Environment":
    """Make the one environment of all pages: escaping always, an unknown name is a bug."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("musterbook.views", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {
        "bare": bare,
        "slug": slug,
        "people": format_count,
        "measure_anchor": measure_anchor,
        "report_anchor": report_anchor,
        "ticked": ticked,
        "oneline": one_line,
        "outward": outward,
        "capitalised": capitalised,
    }
    made.globals |= {"count": counted, "meaning": meaning, "bounded": _bounded}
    return made


def render(template: str, context: Mapping[str, object]) -> str:
    """Render one template."""
    return environment().get_template(template).render(context)


@cache
def style() -> Markup:
    """Give the one style sheet of all pages; it holds no `<`, so it may stand inside a page."""
    sheet = files("musterbook.views").joinpath("templates/style.css").read_text("utf-8")
    return Markup(sheet)  # noqa: S704 - our own file


@cache
def script() -> Markup:
    """Give the one script of an interactive report; it holds no `</`, so it may stand inside."""
    module = files("musterbook.views").joinpath("templates/report.js").read_text("utf-8")
    return Markup(module)  # noqa: S704 - our own file


@cache
def script_hash() -> str:
    """Name that script as a content security policy does, so that no other may run."""
    digest = hashlib.sha256(str(script()).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def ticked(text: str) -> Markup:
    """Set words between backticks in the type of case files."""
    return Markup(_TICKED.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped


def one_line(text: str) -> str:
    """Join a text's lines."""
    return " ".join(text.split())


def outward(url: str) -> str:
    """Give a web address as it is, and of anything else (a script, a file) nothing to follow."""
    return url if url.startswith(_WEB) else "#"


def capitalised(text: str) -> str:
    """Begin a text with a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def _bounded(limits: Range) -> str:
    return span(*limits)
