"""A small PDF in, its sentences out."""

from musterbook.reports.read import read_report


def small_pdf(*lines):
    """Write a one-page PDF by hand, as plainly as the format allows."""
    shown = b" T* ".join(b"(" + line.encode() + b") Tj" for line in lines)
    stream = b"BT /F1 12 Tf 14 TL 40 700 Td " + shown + b" ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(body),
        )
    )


def test_the_text_of_a_page_is_read():
    report, problems = read_report(small_pdf("About 3,000 people crossed", "the river."), "a.pdf")
    assert problems == ()
    assert " ".join(report.text.split()) == "About 3,000 people crossed the river."


def test_a_page_of_pictures_has_no_text():
    report, problems = read_report(small_pdf(""), "a.pdf")
    assert report is None
    assert [problem.code for problem in problems] == ["MB033"]
