"""An office goes in; the web application that serves its case comes out."""

from collections.abc import Collection
from functools import partial

from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from musterbook.core.errors import MusterbookError
from musterbook.views.screens.all_screens import ALL_SCREENS
from musterbook.web import deeds, draws, events, jump, report, screens, theme
from musterbook.web.guard import Guard
from musterbook.web.office import Office
from musterbook.web.plain import cannot_be_read
from musterbook.web.screens import twin


def make_app(office: Office, hosts: Collection[str]) -> ASGIApp:
    """Put the application together; `hosts` are the `name:port` it answers to."""
    routes = [
        Route("/static/style.css", theme.style_sheet),
        Mount("/static", StaticFiles(packages=[("musterbook.web", "static")])),
        Route("/theme", theme.choose),
        Route("/jump", partial(jump.jump, office)),
        Route("/places.json", partial(jump.places, office)),
        Route("/events", partial(events.events, office)),
        Route("/scenarios/draws.csv", partial(draws.draws, office)),
        Route("/report.html", partial(report.whole_report, office)),
        *(
            Route(path, partial(deeds.do, office, deed), methods=["POST"])
            for path, deed in deeds.DEEDS.items()
        ),
        *(
            Route(f"{each.path.rstrip('/') or '/index'}.{kind}", partial(twin, office, each, kind))
            for each in ALL_SCREENS
            for kind in ("csv", "json")
        ),
        *(Route(each.path, partial(screens.page, office, each)) for each in ALL_SCREENS),
        Route("/{rest:path}", partial(screens.not_there, office)),
    ]
    outside = {MusterbookError: cannot_be_read, OSError: cannot_be_read}
    return Guard(Starlette(routes=routes, exception_handlers=outside), hosts)
