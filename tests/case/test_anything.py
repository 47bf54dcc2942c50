"""Any bytes in any file: the clerk answers with values, and never raises."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musterbook.case.load import load_case

FILES = (
    "case.yaml",
    "account.yaml",
    "sources.yaml",
    "reports/march.yaml",
    "claims/march.yaml",
    "scenarios.yaml",
    "hypotheses.yaml",
)
WORDS = (
    "title window step as-of events hedges units account stocks outside flows measures readings "
    "assumptions parameters rules is starts says because report claims id quote at by derived "
    "repeats table date value watch until scenarios from questions hypotheses evidence claim "
    "scenario why camp land a b -> > + 3 % null ~ no 2025-01 to 2025-06 <<"
).split()
SCALARS = st.sampled_from(WORDS) | st.text(max_size=5)
TREES = st.recursive(
    SCALARS | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=5),
    max_leaves=25,
)
PIECES = st.lists(
    st.sampled_from([*WORDS, ": ", "\n", "- ", "  ", "[", "]", "{", "}", ", ", "&a ", "*a", "\t"]),
    max_size=40,
).map("".join)
QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def load_with(folder: Path, file: str, content: bytes) -> None:
    path = folder / file
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    try:
        loaded = load_case(folder)
        assert all(str(each.place) and each.says for each in loaded.problems)
    finally:
        path.unlink() if before is None else path.write_bytes(before)


@pytest.mark.parametrize("file", FILES)
@QUICK
@given(content=st.binary(max_size=80))
def test_any_bytes(base_folder: Path, file: str, content: bytes) -> None:
    load_with(base_folder, file, content)


@pytest.mark.parametrize("file", FILES)
@QUICK
@given(content=PIECES)
def test_almost_yaml(base_folder: Path, file: str, content: str) -> None:
    load_with(base_folder, file, content.encode())


@pytest.mark.parametrize("file", FILES)
@QUICK
@given(tree=TREES)
def test_any_shape(base_folder: Path, file: str, tree: object) -> None:
    import json

    load_with(base_folder, file, json.dumps(tree).encode())
