"""Tables as text in, numbered rows of strings out."""

import pytest

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


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\r\ndate;dead\r\n2024-01-01;1,5\r\n",
        "\ufeffdate;dead\n2024-01-01;1,5\n",
        '"date";"dead"\n"2024-01-01";"1,5"\n',
        "date\tdead\r2024-01-01\t1,5\r",
        "date|dead\n2024-01-01|1,5\n",
        'date,dead\n2024-01-01,"1,5"\n',
    ],
)
def test_the_separator_is_found_and_a_comma_in_a_cell_stays(text):
    table, problems = rows_of(text, "a.csv")
    assert table.header == ("date", "dead")
    assert [cells for _, cells in table.rows] == [{"date": "2024-01-01", "dead": "1,5"}]
    assert problems == ()


def test_commas_inside_a_quoted_header_do_not_choose_the_separator():
    table, problems = rows_of('"killed, total";"hurt, total";day\n1;2;3\n4;5;6\n', "a.csv")
    assert table.header == ("killed, total", "hurt, total", "day")
    assert problems == ()


def test_lines_are_counted_as_the_file_has_them():
    assert [line for line, _ in rows_of("sep=;\na;b\n1;2\n", "a.csv")[0].rows] == [3]


def test_two_columns_of_one_name_are_told():
    table, (problem,) = rows_of("a,b,a\n1,2,3\n", "a.csv")
    assert table.rows == ((2, {"a": "3", "b": "2"}),)
    assert (problem.code, problem.numbers) == ("MB035", (("names", "a"),))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_in_any_unicode_is_read(encoding):
    report, problems = read_report("état,n\nnord,1\n".encode(encoding), "a.csv")
    assert report.table.header == ("état", "n")
    assert problems == ()


@pytest.mark.parametrize(
    "text",
    ['{"a": 1, "b": "x"}\n{"a": 2, "b": "y"}\n', '[["a", "b"], [1, "x"], [2, "y"]]'],
)
def test_json_lines_and_rows_under_names_are_tables(text):
    table, _ = rows_of(text, "a.json")
    assert table.header == ("a", "b")
    assert table.rows == ((1, {"a": "1", "b": "x"}), (2, {"a": "2", "b": "y"}))


def test_broken_json_lines_are_told_at_the_first_fault_of_the_whole():
    report, (problem,) = read_report(b'{"a": 1}\n{"a": \n', "a.json")
    assert report is None
    assert (problem.code, problem.place.line) == ("MB032", 2)


def test_the_shared_series_is_read_whole(shared):
    data = (shared / "data" / "ua_gs_russia_losses_personnel.json").read_bytes()
    report, problems = read_report(data, "losses.json")
    assert problems == ()
    assert len(report.table.rows) > 1_000
    assert all(cells["personnel"].isdigit() for _, cells in report.table.rows)
