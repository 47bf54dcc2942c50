"""Pages of lines in, the bytes of a PDF out, as plain as the format allows; no library."""

from __future__ import annotations

from collections.abc import Sequence

PICTURE = ("picture",)  # a page that shows one and has no text


def pdf_of(*pages: Sequence[str], title: str = "", made: str = "", locked: bool = False) -> bytes:
    """Write a PDF; each page is a list of lines in Helvetica, 14 points apart."""
    first = 6
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Title %s/CreationDate %s>>" % (text(title), text(made)),
        stream(b"\0", b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
                      b"/ColorSpace/DeviceGray"),
    ]  # fmt: skip
    for number, lines in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources"
            b"<</Font<</F1 3 0 R>>/XObject<</I 5 0 R>>>>>>" % (first + 2 * number + 1)
        )
        objects.append(stream(drawn(lines)))
    if locked:
        key = b"(" + b"x" * 32 + b")"
        objects.append(b"<</Filter/Standard/V 1/R 2/P -4/O%s/U%s>>" % (key, key))
    return file_of(objects, locked=locked)


def drawn(lines: Sequence[str]) -> bytes:
    if tuple(lines) == PICTURE:
        return b"q 500 0 0 700 40 40 cm /I Do Q"
    shown = b" T* ".join(text(line) + b" Tj" for line in lines)
    return b"BT /F1 12 Tf 14 TL 40 800 Td " + shown + b" ET"


def text(words: str) -> bytes:
    if not words.isascii():
        return b"<" + words.encode("cp1252").hex().encode() + b">"
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode() + b")"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def file_of(objects: Sequence[bytes], *, locked: bool) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    entries = b"/Size %d/Root 1 0 R/Info 4 0 R" % (len(objects) + 1)
    if locked:
        entries += b"/Encrypt %d 0 R/ID[(x)(x)]" % len(objects)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer<<%s>>\nstartxref\n%d\n%%%%EOF" % (entries, len(body))
    )
