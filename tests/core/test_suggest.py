"""A wrong name and the names there are in, the suggestion out."""

from time import process_time

from musterbook.core.suggest import did_you_mean


def test_the_nearest_name_is_suggested() -> None:
    assert did_you_mean("remian", ["remain", "other"]) == "did you mean `remain`?"


def test_names_of_accounts_that_end_alike_are_suggested() -> None:
    known = ["river.camp", "coast.camp", "river.gone"]
    assert did_you_mean("camp", known) == "did you mean `coast.camp` or `river.camp`?"
    assert did_you_mean("lake.camp", known).startswith("did you mean `coast.camp` or `river.camp`")


def test_an_ending_that_many_share_tells_nothing() -> None:
    known = [f"{each}.yaml" for each in ("case", "account", "sources", "scenarios")]
    assert did_you_mean("sorces.yaml", known) == "did you mean `sources.yaml`?"


def test_where_nothing_is_alike_what_there_is_is_listed_and_the_rest_counted() -> None:
    assert did_you_mean("zzz", ["b", "a"], kind="there are") == "there are: `a`, `b`"
    assert did_you_mean("zzz", map(str, range(10))).endswith("`7` and 2 more")
    assert did_you_mean("zzz", []) == "nothing is declared yet"
    assert did_you_mean("zzz", [], none="") == ""


def test_thousands_of_wrong_names_among_thousands_take_no_minutes() -> None:
    known, start = frozenset(f"claim-{number}" for number in range(3_000)), process_time()
    for number in range(1_000):
        assert did_you_mean(f"clam-{number}", known).startswith("did you mean `claim-")
    assert process_time() - start < 20  # plain comparing takes minutes
