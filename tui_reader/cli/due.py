"""`tui-reader due`: how many cards ask for an answer now."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("due")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@pass_home
def command(home: Home, form: str) -> None:
    """Print how many cards are due and passages are to be read again, as a number a status bar can show."""
    from tui_reader.config.settings import load_settings
    from tui_reader.store import Library
    from tui_reader.store.courses import goals

    settings = load_settings(home)
    with Library.open(home.data) as library:
        shelved = library.documents()
        aims = goals(library, settings, datetime.now(UTC)) if form == "json" else []
    passages = sum(one.passages for one in shelved)
    due, new = sum(one.due for one in shelved), sum(one.new for one in shelved)
    if form == "json":
        texts = [
            {
                "id": one.id,
                "title": one.title,
                "due": one.due,
                "new": one.new,
                "unseen": one.unseen,
                "passages": one.passages,
            }
            for one in shelved
        ]
        click.echo(
            json.dumps(
                {"due": due, "new": new, "passages": passages, "texts": texts, "goals": aims}, ensure_ascii=False
            )
        )
    else:
        click.echo(due + passages)
