"""A web page in, the text of its article out: no menus, no comments, no scripts.

The text is as printed; raised foot-note numbers stay raised, so that they do not lengthen the
number before them. Rows of tables stand in lines between bars.
"""

import re
from dataclasses import dataclass
from typing import Final

from musterbook.core.problem import Problem, Severity
from musterbook.reports.header import Header
from musterbook.reports.marks import Mark
from musterbook.reports.normal import readable
from musterbook.reports.page_head import page_header
from musterbook.reports.page_lines import line_marks
from musterbook.reports.page_rows import in_paragraphs
from musterbook.reports.problems import report_problem
from musterbook.reports.tags import length_read
from musterbook.reports.visible import visible_text, without_code

_LARGEST: Final = 3_000_000  # characters; the longest live blog we have met has a third of it
_FINE: Final = 1_000_000  # characters without scripts; trafilatura's time goes with the square
_SUP = re.compile(
    r"<sup\b[^<>]{0,200}>(?:\s*<(?:a|span|b|i|small)\b[^<>]{0,500}>){0,3}\s*(\d{1,3})\s*"
    r"(?:</(?:a|span|b|i|small)>\s*){0,3}</sup>",
    re.IGNORECASE,
)
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CAPTION = re.compile(r"<(/?)(?:figcaption|figure)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageText:
    """The article of a page, what the page says of it, and the lines its paragraphs stand on."""

    text: str
    header: Header
    marks: tuple[Mark, ...]


def html_text(page: str, name: str) -> tuple[PageText | None, tuple[Problem, ...]]:
    """Take the article out of a page, with trafilatura; where it finds none, all visible text.

    Problems: MB031 only the beginning of a page was read, MB033 no text.
    """
    length, page = len(page), page[:_LARGEST]
    page = page[: length_read(page)]
    problems = (_cut(name, length, len(page)),) if len(page) < length else ()
    printed = _SUP.sub(lambda match: match[1].translate(_RAISED), page)
    printed = without_code(printed) if len(printed) > _FINE else printed
    article = in_paragraphs(_article(printed) or visible_text(printed))
    if not article.strip():
        says = "there is no text in this page"
        fix = "save the page as your browser shows it, or add its text as a .txt"
        return None, (*problems, report_problem("MB033", name, says, fix=fix))
    text = readable(article).text
    return PageText(text, page_header(page), line_marks(text, page)), problems


def _article(page: str) -> str:
    if len(page) > _FINE:
        return ""
    try:
        import trafilatura
    except ImportError:  # the reader works without it, less finely
        return ""
    captions = _CAPTION.sub(r"<\1p", page)  # else they are left out, and captions count people
    try:
        found = trafilatura.extract(
            captions, include_comments=False, include_tables=True, include_formatting=False
        )
    except Exception:  # noqa: BLE001  # of a page made to break parsers all visible text is read
        return ""
    return found or ""


def _cut(name: str, length: int, read: int) -> Problem:
    says = f"only the first {read:,} characters of this page were read".replace(",", " ")
    numbers = (("characters left out", str(length - read)),)
    fix = "keep the article as a text of its own"
    return report_problem("MB031", name, says, fix=fix, severity=Severity.WARNING, numbers=numbers)
