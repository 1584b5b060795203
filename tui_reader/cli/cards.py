"""`tui-reader cards`: the cards of a text, and why others were not made."""

from __future__ import annotations

import json

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("cards")
@click.argument("source")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--explain",
    is_flag=True,
    help="Also what was not made or asked, and which checks failed.",
)
@pass_home
def command(home: Home, source: str, form: str, explain: bool) -> None:
    """Print the cards of SOURCE: a file, a URL, `-`, or a text of the library by its title."""
    from tui_reader.cli.material import open_material
    from tui_reader.decks.cards import explain as judge
    from tui_reader.decks.cards import unasked
    from tui_reader.model import encode, item_span
    from tui_reader.store import Library

    with Library.open(home.data) as library:
        material = open_material(home, library, source)
    rows = [(card, ()) for card in material.cards] if not explain else judge(material.document, material.extraction)
    if form == "json":
        out = [{**encode(card), "failed": list(failed)} if explain else encode(card) for card, failed in rows]
        click.echo(json.dumps(out, ensure_ascii=False, indent=1))
        return
    for card, failed in rows:
        click.echo(f"{'✗ ' + ', '.join(failed) if failed else '✓'} [{card.question.value}]" if explain else "")
        click.echo(f"Q: {card.prompt}\nA: {card.answer}")
    if explain:
        for item, weight, reasons in unasked(material.document, material.extraction):
            words = " ".join(item_span(item).of(material.document.text).split())
            click.echo(f"{'∅' if weight else '○ of no weight:'} {', '.join(reasons)}: {words}")
    made = sum(not failed for _, failed in rows)
    click.echo(f"{made} cards" + (f", {len(rows) - made} not made" if explain else ""), err=True)
