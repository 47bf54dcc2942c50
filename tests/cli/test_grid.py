"""Tables of any shape, at any width: nothing is lost, no number is parted, nothing sticks out."""

from hypothesis import given
from hypothesis import strategies as st

from musterbook.cli.grid import grid_lines, wrap
from musterbook.views.table import Cell, Table, cells, table


def drawn(shown: Table, width: int) -> list[str]:
    lines = ("".join(text for text, _ in line).rstrip() for line in grid_lines(shown, width))
    return [each.replace("\u202f", " ") for each in lines]


WHO = table(
    "Who",
    "name | what | #people",
    [cells("dprk.ever_wounded", "in hospital, at the rear", "4 050 – 4 150")],
)


def test_a_wide_terminal_shows_a_row_as_a_line() -> None:
    assert drawn(WHO, 60) == [
        "name               what                             people",
        "─" * 58,
        "dprk.ever_wounded  in hospital, at the rear  4 050 – 4 150",
    ]


def test_words_give_way_before_numbers() -> None:
    assert drawn(WHO, 46)[2:] == [
        "dprk.ever_wounded  in hospital,  4 050 – 4 150",
        "                   at the rear",
    ]


def test_a_long_name_is_parted_at_a_joint_rather_than_anywhere() -> None:
    assert wrap("western-officials", 9) == ["western-", "officials"]


def test_a_narrow_terminal_shows_a_row_as_a_block() -> None:
    assert drawn(WHO, 20) == [
        "dprk.ever_wounded",
        "  what: in",
        "    hospital, at the",
        "    rear",
        "  people: 4 050 –",
        "    4 150",
        "",
    ]


def test_what_stands_below_an_entry_has_lines_of_its_own() -> None:
    row = (Cell("camp"), Cell("4\u202f100", below="3\u202f800 – 4\u202f400"))
    shown = table("", "what | #people", [row, cells("dead", "48")])
    assert drawn(shown, 40) == [
        "what         people",
        "─" * 19,
        "camp          4 100",
        "      3 800 – 4 400",
        "dead             48",
    ]
    assert drawn(shown, 8)[:4] == ["camp", "  people:", "    4 100", "    (3 800"]


def test_a_number_typed_with_plain_spaces_stays_whole() -> None:
    assert wrap("sent 18 000 by 2025-04-30", 8) == ["sent", "18\u202f000", "by", "2025-04-30"]


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=6).map(" ".join)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), st.integers(24, 70))
def test_nothing_is_lost_and_nothing_sticks_out(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    lines = drawn(table("", "a | b | #c", [cells(*row) for row in rows]), width)
    assert max(map(len, lines)) <= width
    said = sorted("".join(lines).replace("─", "").replace(":", "").replace(" ", ""))
    meant = "".join("".join(row) for row in rows).replace(" ", "")
    heads = len(said) - len(meant)
    assert heads in (3, 2 * len(rows))  # the heads once, or those of a block in each
    for letter in "defgh":  # letters that no head has
        assert said.count(letter) == meant.count(letter)
