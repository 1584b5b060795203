"""The commands, one module each."""

from __future__ import annotations

import click


@click.group()
def cli() -> None:
    """Read closely: who holds what, and on what conditions."""


@cli.command()
@click.argument("location")
def extract(location: str) -> None:
    """Print what a text says as JSON."""
    import json

    from tui_reader.extraction import extract
    from tui_reader.extraction.contract import contract
    from tui_reader.sources import open_source

    document = open_source(location)
    click.echo(json.dumps(contract(document, extract(document)), ensure_ascii=False))
