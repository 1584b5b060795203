"""`tui-reader list`: the texts of the library."""

from __future__ import annotations

import json
from datetime import UTC, datetime

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
    from tui_reader.store.memory import own_scheduler
    from tui_reader.study.counting import percent

    settings, now = load_settings(home), datetime.now(UTC)
    with Library.open(home.data) as library:
        shelved = [one for one in library.documents(now) if tag is None or tag in one.tags]
        model = own_scheduler(library, settings)
        known = {one.id: library.known(one.id, model, now) for one in shelved}
    if form == "json":
        rows = [{**encode(one), "known": known[one.id]} for one in shelved]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in shelved:
        tags = "".join(f"  #{tag}" for tag in one.tags)
        counts = f"{one.due:4} due {one.unseen:4} unseen {one.cards:4} cards {percent(known[one.id]):>5} known"
        click.echo(f"{one.id}  {counts}  {one.title}{tags}")
    if not shelved:
        click.echo("no texts yet: tui-reader open FILE", err=True)
