"""A case with word tables of its own in, the lines the rules will read out."""

from __future__ import annotations

from musterbook.case.lexicon import is_table, read_tables
from musterbook.case.load import load_case


def test_the_tables_of_a_case_are_loaded_and_counted_in_its_digest(tmp_path):
    (tmp_path / "case.yaml").write_text("title: A camp\nwindow: 2025-01 to 2025-06\n", "utf-8")
    before = load_case(tmp_path).case
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "people.txt").write_text("# ours\ndrover crofter\n\n", "utf-8")
    after = load_case(tmp_path).case
    assert before is not None
    assert after is not None
    assert dict(before.lexicon) == {}
    assert dict(after.lexicon) == {"people": ("drover crofter",)}
    assert before.digest != after.digest


def test_a_file_nobody_reads_is_told(tmp_path):
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "nouns.txt").write_text("drover\n", "utf-8")
    told = [problem for problem in load_case(tmp_path).problems if problem.code == "MB014"]
    assert [problem.place.file for problem in told] == ["lexicon/nouns.txt"]


def test_a_line_out_of_shape_is_left_out_and_its_place_told():
    text = "quarantined ; fate ; quarantine+ | | quarantined\n\nlost ; sadness ; a | b | c\n"
    tables, (problem,) = read_tables({"lexicon/happenings.txt": text})
    assert tables["happenings"] == ("quarantined ; fate ; quarantine+ | | quarantined",)
    assert (problem.code, problem.place.line) == ("MB025", 3)
    assert "sadness" in problem.says


def test_only_known_names_are_tables():
    assert is_table("lexicon/people.txt")
    assert not is_table("lexicon/people.yaml")
    assert not is_table("reports/people.txt")
