"""`tui-reader study`: the cards that are due, in the app."""

from __future__ import annotations

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("study")
@click.argument("sources", nargs=-1)
@pass_home
@click.pass_context
def command(ctx: click.Context, home: Home, sources: tuple[str, ...]) -> None:
    """Study the cards of SOURCES, or of every text of the library, in the app.

    SOURCES are files, URLs, or texts of the library by title. Without a terminal: `tui-reader quiz`.
    """
    from tui_reader.app.main import NO_SCREEN, has_screen, run
    from tui_reader.cli.material import open_material
    from tui_reader.errors import SourceError
    from tui_reader.store import Library

    if not has_screen():
        click.echo(NO_SCREEN, err=True)
        ctx.exit(2)
    with Library.open(home.data) as library:
        ids = [open_material(home, library, source, keep=True).document.id for source in sources]
        ids = ids or [one.id for one in library.documents() if one.cards]
    if not ids:
        raise SourceError("the library has no cards yet: tui-reader open FILE makes some")
    ctx.exit(run(home, study=ids))
