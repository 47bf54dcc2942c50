"""What a PDF's data say of it and its first page's text in, a title and a day out, if sound."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from musterbook.reports.dates import dates_in
from musterbook.reports.header import Header

_MADE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_TOOL = re.compile(
    r"^(?:microsoft (?:office )?(?:word|powerpoint|excel)|print|untitled)\b[ -]*", re.IGNORECASE
)
_FILE = re.compile(
    r"\.(?:docx?|rtf|odt|indd|qxd|pptx?|xlsx?|pdf|tex|dvi|html?|p65|pages)$", re.IGNORECASE
)
_LONGEST_TITLE: Final = 200
_SHORTEST_TITLE: Final = 4
_FIRST_PDF: Final = 1993  # the year of the format


def pdf_header(facts: Mapping[str, str], first_page: str) -> Header:
    """Take the title, unless it is a file's name; and the day, if the first page prints it too.

    A PDF's own date is when the file was made, perhaps years after the report: alone it is only
    kept as `made`.
    """
    made = _made(facts)
    printed = made is not None and made in dates_in(first_page)
    return Header(
        title=_title(facts.get("Title", "")),
        published=made if printed else None,
        dated="the PDF's own data and its first page" if printed else "",
        made=made,
    )


def _title(said: str) -> str:
    title = " ".join(_TOOL.sub("", said.strip()).split())
    is_file = _FILE.search(title) or "/" in title or "\\" in title
    is_words = any(letter.isalpha() for letter in title)
    if is_file or not is_words or not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE:
        return ""
    return title


def _made(facts: Mapping[str, str]) -> date | None:
    match = _MADE.match(facts.get("CreationDate", ""))
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
    return day if day is not None and day.year >= _FIRST_PDF else None
