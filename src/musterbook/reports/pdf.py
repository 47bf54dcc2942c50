"""The bytes of a PDF in, the text of its pages out, with the page each part stands on."""

from collections.abc import Mapping
from dataclasses import dataclass

from musterbook.core.problem import Problem, Severity
from musterbook.reports.header import Header
from musterbook.reports.marks import Mark
from musterbook.reports.pdf_facts import pdf_header
from musterbook.reports.pdf_pages import join_pages, page_marks
from musterbook.reports.problems import report_problem

_MOST_PAGES = 2_000  # beyond it a report is a library; the limit is said, not silent
_MOST_OBJECTS = 5_000  # of a page looked through for pictures; a drawn map has more
_SHOWN = 12  # pages named one by one
_LOCKED = "password"


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF, what its own data say of it, and which page each part stands on."""

    text: str
    header: Header
    marks: tuple[Mark, ...]


def pdf_text(data: bytes, name: str) -> tuple[PdfText | None, tuple[Problem, ...]]:
    """Read the text of every page; running heads, feet and page numbers are left out.

    Problems: MB031 too many pages, MB032 broken or locked, MB033 pages without text.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return None, (_broken(name, str(error)),)
    try:
        count = len(document)
        pages = [_page_text(document, number) for number in range(min(count, _MOST_PAGES))]
        facts = _facts(document)
        empty = [n for n, text in enumerate(pages, 1) if not text.strip()]
        pictures = [n for n in empty if _has_picture(document, n - 1)]
    finally:
        document.close()
    problems = (_too_many(name, count - len(pages)),) if count > len(pages) else ()
    if len(empty) == len(pages):
        return None, (*problems, _no_text(name))
    joined = join_pages(pages)
    if not joined.text.strip():
        return None, (*problems, _no_text(name))
    header = pdf_header(facts, next(text for text in pages if text.strip()))
    scanned = (_scanned(name, pictures),) if pictures else ()
    return PdfText(joined.text, header, page_marks(joined, pages)), (*problems, *scanned)


def _page_text(document: object, number: int) -> str:
    import pypdfium2

    assert isinstance(document, pypdfium2.PdfDocument)
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return ""
    try:
        reader = page.get_textpage()
        try:
            return str(reader.get_text_range())
        finally:
            reader.close()
    except pypdfium2.PdfiumError:
        return ""
    finally:
        page.close()


def _has_picture(document: object, number: int) -> bool:
    """Say whether a page without text shows a picture: a blank page is no scan."""
    from itertools import islice

    import pypdfium2
    import pypdfium2.raw

    assert isinstance(document, pypdfium2.PdfDocument)
    try:
        page = document[number]
        things = islice(page.get_objects(), _MOST_OBJECTS)
        return any(each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for each in things)
    except pypdfium2.PdfiumError:
        return True  # a page that cannot be opened was not read either


def _facts(document: object) -> Mapping[str, str]:
    import pypdfium2

    assert isinstance(document, pypdfium2.PdfDocument)
    try:
        return dict(document.get_metadata_dict())
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return {}


def _broken(name: str, reason: str) -> Problem:
    if _LOCKED in reason.lower():
        fix = "unlock it and add the unlocked file"
        return report_problem("MB032", name, "this PDF is locked by a password", fix=fix)
    says = "this PDF cannot be opened: it is broken, or no PDF"
    return report_problem("MB032", name, says, fix="fetch it again, or add its text as a .txt")


def _no_text(name: str) -> Problem:
    says = "there is no text in this PDF; its pages may be pictures"
    fix = "run it through text recognition, or type the sentences that matter into a .txt"
    return report_problem("MB033", name, says, fix=fix)


def _scanned(name: str, pages: list[int]) -> Problem:
    more = f" and {len(pages) - _SHOWN} more" if len(pages) > _SHOWN else ""
    listed = ", ".join(map(str, pages[:_SHOWN])) + more
    says = "some pages of this PDF are pictures without text, and are not read"
    fix = "run it through text recognition, or type the sentences that matter into a .txt"
    return report_problem(
        "MB033", name, says, fix=fix, severity=Severity.WARNING, numbers=(("pages", listed),)
    )


def _too_many(name: str, skipped: int) -> Problem:
    says = f"only the first {_MOST_PAGES} pages were read"
    numbers = (("pages left out", str(skipped)),)
    return report_problem(
        "MB031", name, says, fix="cut the report", severity=Severity.WARNING, numbers=numbers
    )
