"""`tui-reader import`: texts onto the shelf without opening the app, or a deck made elsewhere."""

from __future__ import annotations

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("import")
@click.argument("sources", nargs=-1, required=True)
@click.option("--tag", "tags", multiple=True, help="A tag for the texts; may be given more than once.")
@pass_home
@click.pass_context
def command(ctx: click.Context, home: Home, sources: tuple[str, ...], tags: tuple[str, ...]) -> None:
    """Put SOURCES, files, folders, URLs or `-`, into the library, with their cards."""
    from tui_reader.cli.extract import expand
    from tui_reader.cli.material import open_material
    from tui_reader.errors import TuiReaderError
    from tui_reader.store import Library

    failed = 0
    with Library.open(home.data) as library:
        for location in (one for source in sources for one in expand(source)):
            try:
                material = open_material(home, library, location, keep=True)
            except TuiReaderError as error:
                failed += 1
                click.echo(f"tui-reader: {error}", err=True)
                continue
            library.tag(material.document.id, *tags)
            click.echo(f"{material.document.id}  {len(material.cards)} cards  {material.document.title}")
    ctx.exit(1 if failed else 0)
