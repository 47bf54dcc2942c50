"""Tables as text in, numbered rows of strings out."""

from musterbook.reports.read import read_report


def rows_of(text, name):
    report, problems = read_report(text.encode(), name)
    return report.table, problems


def test_csv_rows_are_numbered_as_lines_of_the_file():
    table, problems = rows_of('date,dead\n2024-01-01,"1,200"\n\n2024-01-02,7\n', "a.csv")
    assert table.header == ("date", "dead")
    assert table.rows == (
        (2, {"date": "2024-01-01", "dead": "1,200"}),
        (4, {"date": "2024-01-02", "dead": "7"}),
    )
    assert problems == ()


def test_semicolons_and_tabs_separate_too():
    assert rows_of("a;b\n1;2\n", "a.csv")[0].rows == ((2, {"a": "1", "b": "2"}),)
    assert rows_of("a\tb\n1\t2\n", "a.tsv")[0].rows == ((2, {"a": "1", "b": "2"}),)


def test_rows_of_another_length_are_kept_and_named():
    table, problems = rows_of("a,b\n1\n1,2,3\n", "a.csv")
    assert table.rows == ((2, {"a": "1", "b": ""}), (3, {"a": "1", "b": "2"}))
    assert [(problem.code, problem.place.line) for problem in problems] == [
        ("MB035", 2),
        ("MB035", 3),
    ]


def test_many_odd_rows_are_counted_not_listed():
    _, problems = rows_of("a,b\n" + "1\n" * 40, "a.csv")
    assert len(problems) == 6
    assert problems[-1].says == "35 more rows have another length than the header"


def test_json_numbers_stay_as_written():
    table, _ = rows_of('{"data": [{"date": "2024-01-01", "personnel": 1e3, "x": null}]}', "a.json")
    assert table.rows == ((1, {"date": "2024-01-01", "personnel": "1e3", "x": ""}),)


def test_the_shared_series_is_read_whole(shared):
    data = (shared / "data" / "ua_gs_russia_losses_personnel.json").read_bytes()
    report, problems = read_report(data, "losses.json")
    assert problems == ()
    assert len(report.table.rows) > 1_000
    assert all(cells["personnel"].isdigit() for _, cells in report.table.rows)
