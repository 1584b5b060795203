"""`tui-reader search`: words in all texts of the library."""

from __future__ import annotations

import json

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@pass_home
def command(home: Home, words: tuple[str, ...], form: str) -> None:
    """Print every place of the library where WORDS stand. Exits 1 if there is none, as grep does."""
    from tui_reader.store import Library

    with Library.open(home.data) as library:
        titles = {one.id: one.title for one in library.documents()}
        found = library.search(" ".join(words))
    if form == "json":
        rows = [{"document": f.document, "span": [f.span.start, f.span.end], "text": f.snippet} for f in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for place in found:
            click.echo(f"{titles[place.document]}:{place.span.start}: {place.snippet}")
    if not found:
        raise click.exceptions.Exit(1)
