"""`tui-reader export`: a deck as a file for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home

DECKS = ("json", "csv", "markdown", "anki", "anki-text", "hascard", "obsidian")
PICTURES = ("mermaid", "dot", "argdown", "svg")
PICTURE_ENDINGS = (".mmd", ".dot", ".argdown", ".svg")
MAPS = ("standings", "conditions", "quotations")


@click.command("export")
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(DECKS + PICTURES), help="By default from the ending of --output, or json."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; else standard output.")
@click.option("--name", help="The deck's name; else the title of the text.")
@click.option("--map", "which", type=click.Choice(MAPS), default="standings", help="What a picture shows.")
@pass_home
def command(
    home: Home, sources: tuple[str, ...], form: str | None, output: Path | None, name: str | None, which: str
) -> None:
    """Write the cards of SOURCES, files, URLs, or texts of the library by title, as one deck.

    In the formats mermaid, dot, argdown and svg it is the argument of one text that is written: who stands where, or
    what hangs on what.
    """
    if form in PICTURES or (form is None and output is not None and output.suffix in PICTURE_ENDINGS):
        if len(sources) > 1:
            raise click.UsageError("a picture shows one text")
        _draw(home, sources[0], form, output, which)
        return
    from tui_reader.cli.material import open_material
    from tui_reader.decks.choices import make_choice
    from tui_reader.decks.deck import Deck, build_deck
    from tui_reader.decks.formats import FORMATS, format_named, format_of, write
    from tui_reader.store import Library

    known = format_of(output.name) if output else None
    if output is not None and known is None and form is None:
        endings = ", ".join([*(one.suffix for one in FORMATS.values()), *PICTURE_ENDINGS])
        raise click.UsageError(f"what {output.name} is to hold cannot be told from its ending: {endings}, or --format")
    chosen = format_named(form or (known.name if known else "json"))
    if chosen.binary and output is None and sys.stdout.isatty():
        raise click.UsageError(f"{chosen.title} is not for a terminal: name a file with --output")
    decks = []
    with Library.open(home.data) as library:
        for source in sources:
            one = open_material(home, library, source)
            drawn = (make_choice(card, one.document, one.extraction, one.cards, seed=0) for card in one.cards)
            choices = [choice for choice in drawn if choice]
            decks.append(build_deck(one.document, one.extraction, one.cards, choices=choices))
    deck = decks[0] if len(decks) == 1 and name is None else Deck.joined(name or decks[0].name, decks)
    data = write(chosen.name, deck)
    _put(data, output, f"{len(deck.cards)} cards")


def _draw(home: Home, source: str, form: str | None, output: Path | None, which: str) -> None:
    from tui_reader.argument.formats import FORMATS, write
    from tui_reader.cli.material import open_material
    from tui_reader.store import Library

    by_ending = {ending: name for name, ending in FORMATS.items()}
    chosen = form or by_ending[output.suffix if output else ".svg"]
    with Library.open(home.data) as library:
        one = open_material(home, library, source)
    _put(write(chosen, which, one.document, one.extraction).encode(), output, which)


def _put(data: bytes, output: Path | None, what: str) -> None:
    """Write *data* to a file, or to standard output where none is named."""
    from tui_reader.errors import DeckError

    if output is None:
        click.echo(data, nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise DeckError(f"cannot write {output}: {error.strerror}") from error
    click.echo(f"{output}: {what}", err=True)
