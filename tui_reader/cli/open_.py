"""`tui-reader open`: the app."""

from __future__ import annotations

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


def open_app(home: Home, location: str | None) -> int:
    """Open the app on the library or on one source, and return its exit code."""
    from tui_reader.app.main import run

    return run(home, location)


@click.command("open")
@click.argument("source", required=False)
@pass_home
@click.pass_context
def command(ctx: click.Context, home: Home, source: str | None) -> None:
    """Open SOURCE, or the library, in the app.

    SOURCE is a file, a URL, `clipboard` or, for standard input, `-`.
    """
    ctx.exit(open_app(home, source))
