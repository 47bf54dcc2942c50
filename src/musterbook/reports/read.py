"""A report's bytes and file name in, its text, header and table, and what was wrong out."""

from dataclasses import dataclass, field

from musterbook.core.problem import Problem
from musterbook.reports.charset import stated_charset
from musterbook.reports.header import Header, read_header
from musterbook.reports.html import html_text
from musterbook.reports.language import language_problems
from musterbook.reports.marks import Mark
from musterbook.reports.pdf import pdf_text
from musterbook.reports.problems import report_problem
from musterbook.reports.rows import table_problems
from musterbook.reports.tables import Table, read_csv
from musterbook.reports.tables_json import read_json
from musterbook.reports.text import decode

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE  # a book of 600 pages is 2 MB of text; more is a mistake or an attack
_TABLES = {"csv": read_csv, "tsv": read_csv, "json": read_json}
_PAGES = frozenset({"html", "htm", "xhtml"})
_TEXTS = frozenset({"txt", "text", "md", ""})


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report as text: offsets everywhere count code points of `text`.

    `table` is its rows where it is a table, `header` what it says of itself, `marks` where its
    parts stand in the original: on which page of a PDF, on which line of a web page.
    """

    text: str
    header: Header = field(default_factory=Header)
    table: Table | None = None
    marks: tuple[Mark, ...] = ()


def read_report(data: bytes, name: str) -> tuple[ReportText | None, tuple[Problem, ...]]:
    """Turn bytes into a report's text by the ending of its name; None where there is none to read.

    Problems: MB030 not UTF-8, MB031 too large, MB032 broken, MB033 no text, MB034 unknown kind,
    MB035 a table out of shape, MB036 not English, MB037 a table inside a text.
    """
    if len(data) > MOST_BYTES:
        return None, (_too_large(name, len(data)),)
    ending = name.rpartition(".")[2].lower() if "." in name.rpartition("/")[2] else ""
    if ending == "pdf" or data.startswith(b"%PDF-"):
        pdf, problems = pdf_text(data, name)
        if pdf is None:
            return None, problems
        of_pages = ReportText(pdf.text, pdf.header, marks=pdf.marks)
        return of_pages, (*problems, *language_problems(pdf.text, name))
    if ending not in (*_TABLES, *_PAGES, *_TEXTS):
        return None, (_unknown(name, ending),)
    text, problems = decode(data, name, stated=stated_charset(data) if ending in _PAGES else "")
    if text is None:
        return None, problems
    report, found = _of_text(text, name, ending)
    return report, (*problems, *found)


def _of_text(text: str, name: str, ending: str) -> tuple[ReportText | None, tuple[Problem, ...]]:
    if not text.strip():
        fix = "put the report's text into the file"
        return None, (report_problem("MB033", name, "this report is empty", fix=fix),)
    if ending in _TABLES:
        table, problems = _TABLES[ending](text, name)
        return (None if table is None else ReportText(text, table=table)), problems
    if ending in _PAGES:
        page, problems = html_text(text, name)
        if page is None:
            return None, problems
        report = ReportText(page.text, page.header, marks=page.marks)
        found = (*language_problems(page.text, name), *table_problems(page.text, name))
        return report, (*problems, *found)
    header = read_header(text)
    found = (*language_problems(text[header.body :], name), *table_problems(text, name))
    return ReportText(text, header=header), found


def _too_large(name: str, size: int) -> Problem:
    numbers = (
        ("size", f"{size / MEGABYTE:.1f} MB"),
        ("at most", f"{MOST_BYTES / MEGABYTE:.0f} MB"),
    )
    fix = "keep the part that makes claims as a text of its own"
    says = "this report is too large to read"
    return report_problem("MB031", name, says, fix=fix, numbers=numbers)


def _unknown(name: str, ending: str) -> Problem:
    says = f"a report that ends in .{ending} cannot be read"
    fix = "give it as .txt, .html, .pdf, .csv or .json"
    return report_problem("MB034", name, says, fix=fix)
