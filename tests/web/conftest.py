"""A case's folder in, an office that serves it and a client that asks it out."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from musterbook.web.app import make_app
from musterbook.web.office import Office

CROSSING = Path(__file__).parents[2] / "examples" / "crossing"
HOST = "127.0.0.1:8642"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small example, to be written to."""
    return Path(shutil.copytree(CROSSING, tmp_path / "crossing"))


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    """An office that starts no work of its own."""
    office = Office(folder, works=False)
    yield office
    office.close()


@pytest.fixture
def client(office: Office) -> TestClient:
    """A browser at the right address."""
    return TestClient(make_app(office, (HOST,)), base_url=f"http://{HOST}", follow_redirects=False)


@pytest.fixture(scope="session")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A browser at a case of which everything has been worked out; not to be written to."""
    folder = Path(shutil.copytree(CROSSING, tmp_path_factory.mktemp("worked") / "crossing"))
    office = Office(folder)
    office.shown()
    assert office.wait_for(lambda: office.shown().is_fresh and not office.is_working, 120)
    app = make_app(office, (HOST,))
    yield TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)
    office.close()
