"""The bytes of a text in, the text and what was odd about its bytes out."""

from musterbook.core.problem import Problem, Severity
from musterbook.reports.problems import report_problem

_MOST_CONTROLS = 0.02  # share of control characters above which bytes are no text
_SAMPLE = 65_536
_WIDE = (("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))


def decode(data: bytes, name: str, *, stated: str = "") -> tuple[str | None, tuple[Problem, ...]]:
    """Decode bytes as UTF-8, by a byte-order mark as UTF-16, else as stated or as Windows-1252.

    The last comes with a warning. `stated` is the encoding a web page says it has. A byte-order
    mark is dropped. Offsets into the text count code points from its start.
    """
    for encoding, mark in _WIDE:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ()
    if _is_binary(data):
        fix = "give the report as text, html, pdf, csv or json"
        return None, (report_problem("MB034", name, "these bytes are no text", fix=fix),)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        if stated and (text := _as_stated(data, stated)):
            return text, ()
        return data.decode("latin-1").translate(_western_letters()), (_not_utf8(data, error, name),)


def _as_stated(data: bytes, stated: str) -> str:
    """Decode bytes as they are said to be; nothing where they cannot be that."""
    try:
        return data.decode(stated)
    except (LookupError, UnicodeError, ValueError):
        return ""


def _western_letters() -> dict[int, str]:
    """What Windows-1252 has where Latin-1 has control characters; five codes it leaves empty."""
    codes = (bytes([code]) for code in range(0x80, 0xA0))
    return {code[0]: code.decode("cp1252", errors="ignore") or chr(code[0]) for code in codes}


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    line = data.count(b"\n", 0, error.start) + 1
    says = "these bytes are not UTF-8; they are read as Windows-1252"
    fix = "look whether accents and quotation marks are right, then save the file as UTF-8"
    numbers = (("byte", f"0x{data[error.start]:02X}"), ("at", str(error.start)))
    return report_problem(
        "MB030", name, says, fix=fix, severity=Severity.WARNING, line=line, numbers=numbers
    )


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = sum(sample.count(code) for code in range(32) if code not in (9, 10, 12, 13, 27))
    return bool(sample) and (b"\x00" in sample or controls > _MOST_CONTROLS * len(sample))
