"""A case's folder in, an office that serves it and a client that asks it out."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from musterbook.views.exhibits import Exhibits
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
def worked_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office whose case has been worked out; its files are not to be written to."""
    folder = Path(shutil.copytree(CROSSING, tmp_path_factory.mktemp("worked") / "crossing"))
    office = Office(folder)
    office.shown()
    assert office.wait_for(lambda: office.shown().is_fresh and not office.is_working, 120)
    yield office
    office.close()


@pytest.fixture(scope="session")
def worked(worked_office: Office) -> TestClient:
    """A browser at a case of which everything has been worked out; not to be written to."""
    app = make_app(worked_office, (HOST,))
    return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)


@pytest.fixture(scope="session")
def known(worked_office: Office) -> Exhibits:
    """The exhibits of a case of which everything has been worked out."""
    worked = worked_office.shown().worked
    assert worked is not None
    return worked


@pytest.fixture
def working_client(worked_office: Office) -> tuple[TestClient, Office]:
    """A browser at an office that works, and the office."""
    app = make_app(worked_office, (HOST,))
    return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False), worked_office


@pytest.fixture
def send(client: TestClient, office: Office) -> Callable[..., Any]:
    """Send a form as a page of this run does."""

    def send(path: str, files: Any = None, **texts: str) -> Any:
        return client.post(path, data={"token": office.token, **texts}, files=files)

    return send
