"""A web page in, the text of its article out: no menus, no comments, no scripts."""

import re
from html.parser import HTMLParser

from musterbook.core.problem import Problem
from musterbook.reports.normal import readable
from musterbook.reports.problems import report_problem

_SILENT = frozenset(
    {"script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "svg",
     "button", "select", "iframe", "head"}
)  # fmt: skip
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4",
     "h5", "h6", "blockquote", "br", "hr", "main", "figure", "figcaption", "pre", "dl", "dt", "dd"}
)  # fmt: skip
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "source", "wbr", "area", "base"})


def html_text(page: str, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Take the article out of a page, with trafilatura; where it finds none, all visible text."""
    text = _article(page) or visible_text(page)
    if not text.strip():
        says = "there is no text in this page"
        fix = "save the page as your browser shows it, or add its text as a .txt"
        return None, (report_problem("MB033", name, says, fix=fix),)
    return readable(text).text, ()


def _article(page: str) -> str:
    try:
        import trafilatura
    except ImportError:  # the reader works without it, less finely
        return ""
    found = trafilatura.extract(
        page, include_comments=False, include_tables=True, include_formatting=False
    )
    # It separates paragraphs by one line end; readers of prose expect a blank line.
    return re.sub(r"\n+", "\n\n", found) if found else ""


def visible_text(page: str) -> str:
    """Give the text a browser would show outside menus and forms, with the standard library."""
    parser = _Visible()
    parser.feed(page)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)


class _Visible(HTMLParser):
    """Collects text, a line end for each block, and keeps silent inside what is not shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SILENT and tag not in _VOID:
            self._silent.append(tag)
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            while self._silent and self._silent.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data.replace("\n", " "))
