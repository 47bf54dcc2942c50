"""The one-file report is chosen and downloaded."""


def test_every_section_can_be_chosen(worked):
    page = worked.get("/send").text
    assert page.count('type="checkbox" name="section"') == 12
    whole = worked.get("/report.html")
    assert whole.status_code == 200
    assert whole.headers["content-disposition"].startswith("inline")
    some = worked.get("/report.html?section=conflicts&section=answer&interactive=yes&save=yes")
    assert "frame-ancestors 'none'" in some.headers["content-security-policy"]
    assert some.headers["content-disposition"].startswith("attachment; filename*=UTF-8''crossing")
    assert 'id="conflicts"' in some.text
    assert 'id="claims"' not in some.text
    assert '<script type="module">' in some.text
    assert len(some.text) < len(whole.text)


def test_a_section_that_is_none_is_refused(worked):
    answer = worked.get("/report.html?section=everything")
    assert answer.status_code == 422
    assert "the sections are answer" in answer.text


def test_the_report_waits_until_all_is_worked_out(client):
    assert client.get("/report.html").status_code == 503


def test_with_no_section_ticked_the_form_says_so_in_place(client):
    answer = client.get("/report.html?form=send&theme=dark&save=yes")
    assert answer.status_code == 422
    assert "Choose at least one section." in answer.text
    assert 'value="dark" checked' in answer.text
    assert 'name="section" value="answer">' in answer.text
