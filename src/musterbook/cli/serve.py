"""`muster serve`: open the case in a browser."""

from typing import Annotated

import typer

from musterbook.cli.options import HERE, AsJson, CaseFolder
from musterbook.cli.terminal import say, say_json, tell

Port = Annotated[int, typer.Option(help="The port; 0 takes any that is free.", min=0, max=65535)]
Host = Annotated[
    str, typer.Option(help="The address to listen on: beyond 127.0.0.1 others get in.")
]
Open = Annotated[bool, typer.Option("--open", help="Open the page in your browser.")]
USUAL_PORT = 8642  # of no service in wide use


def serve(
    case: CaseFolder = HERE,
    port: Port = USUAL_PORT,
    host: Host = "127.0.0.1",
    open_page: Open = False,
    as_json: AsJson = False,
) -> None:
    """Open the case in a browser: review claims, see conflicts, compare scenarios.

    Examples: muster serve kursk · muster serve kursk --port 0 --open
    """
    from musterbook.cli.bench import case_folder
    from musterbook.web.serve import LOOPBACK
    from musterbook.web.serve import serve as serve_case

    folder = case_folder(case)
    if host not in LOOPBACK:
        tell(f"Whoever reaches {host} can read and change this case.", style="yellow")

    def ready(address: str) -> None:
        if as_json:
            say_json({"address": address, "case": str(folder.resolve())})
        else:
            say(f"{address}   serves {folder.resolve().name}; Ctrl-C ends it")
        if open_page:
            import webbrowser

            webbrowser.open(address)

    serve_case(folder, host=host, port=port, ready=ready)
