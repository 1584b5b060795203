"""`tui-reader passages`: what to read again because a card slipped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home

if TYPE_CHECKING:
    from tui_reader.model import Document, Span


@click.command("passages")
@click.argument("source", required=False)
@click.option("--read", is_flag=True, help="Count them as read again.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@pass_home
def command(home: Home, source: str | None, read: bool, form: str) -> None:
    """Print the passages to read again, of SOURCE or of all texts: a card made from each has slipped.

    SOURCE is a text of the library by its title.
    """
    from tui_reader.cli.material import must_find
    from tui_reader.store import Library
    from tui_reader.store.material import material_of, passages_of

    with Library.open(home.data) as library:
        if source is not None:
            ids = [must_find(library, source).id]
        else:
            ids = [text.id for text in library.documents() if text.passages]
        materials = [material_of(library, document) for document in ids]
        found = [(material.document, passage) for material in materials for passage in passages_of(library, material)]
        if read:
            library.rereading.mark(card.id for _, passage in found for card in passage.cards)
    rows = [
        {
            "text": document.id,
            "title": document.title,
            "span": [passage.span.start, passage.span.end],
            "words": _words(document, passage.span),
            "cards": [card.id for card in passage.cards],
            "lapses": passage.lapses,
            "why": passage.why,
        }
        for document, passage in found
    ]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(f"{row['title']}: {row['why']}\n  {row['words']}")
    if not rows:
        click.echo("no passage to read again: only cards that were learnt and then slipped ask for one", err=True)


def _words(document: Document, sentence: Span) -> str:
    """Return the paragraph of a sentence, on one line."""
    block = document.block_at(sentence.start)
    return " ".join((block.span if block else sentence).of(document.text).split())
