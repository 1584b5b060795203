"""`tui-reader list`: the texts of the library."""

from __future__ import annotations

import json

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("list")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--tag", help="Only texts with this tag.")
@pass_home
def command(home: Home, form: str, tag: str | None) -> None:
    """List the texts of the library with their cards and tags."""
    from tui_reader.config.settings import load_settings
    from tui_reader.model import encode
    from tui_reader.store import Library

    load_settings(home)  # raises where they are broken, as all commands do
    with Library.open(home.data) as library:
        shelved = [one for one in library.documents() if tag is None or tag in one.tags]
    if form == "json":
        click.echo(json.dumps([encode(one) for one in shelved], ensure_ascii=False, indent=1))
        return
    for one in shelved:
        tags = "".join(f"  #{tag}" for tag in one.tags)
        click.echo(f"{one.id}  {one.due:4} due {one.unseen:4} unseen {one.cards:4} cards  {one.title}{tags}")
    if not shelved:
        click.echo("no texts yet: tui-reader open FILE", err=True)
