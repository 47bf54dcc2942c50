"""The bytes of a PDF in, the text of its pages out."""

from musterbook.core.problem import Problem, Severity
from musterbook.reports.normal import readable
from musterbook.reports.problems import report_problem

_MOST_PAGES = 2_000  # beyond it a report is a library; the limit is said, not silent
_LOCKED = "password"


def pdf_text(data: bytes, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Read the text of every page, a blank line between two; a broken PDF is a problem."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return None, (_broken(name, str(error)),)
    try:
        pages = [_page_text(document, number) for number in range(min(len(document), _MOST_PAGES))]
        skipped = len(document) - len(pages)
    finally:
        document.close()
    text = readable("\n\n".join(pages)).text
    problems = (_too_many(name, skipped),) if skipped > 0 else ()
    if not text.strip():
        says = "there is no text in this PDF; its pages may be pictures"
        fix = "run it through text recognition, or type the sentences that matter into a .txt"
        return None, (*problems, report_problem("MB033", name, says, fix=fix))
    return text, problems


def _page_text(document: object, number: int) -> str:
    import pypdfium2

    assert isinstance(document, pypdfium2.PdfDocument)
    page = document[number]
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


def _broken(name: str, reason: str) -> Problem:
    if _LOCKED in reason.lower():
        fix = "unlock it and add the unlocked file"
        return report_problem("MB032", name, "this PDF is locked by a password", fix=fix)
    says = "this PDF cannot be opened: it is broken, or no PDF"
    return report_problem("MB032", name, says, fix="fetch it again, or add its text as a .txt")


def _too_many(name: str, skipped: int) -> Problem:
    says = f"only the first {_MOST_PAGES} pages were read"
    numbers = (("pages left out", str(skipped)),)
    return report_problem(
        "MB031", name, says, fix="cut the report", severity=Severity.WARNING, numbers=numbers
    )
