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
        texts = {name: library.document(name) for name in {one.document for one in found}}
    rows = []
    for one in found:
        text, at = texts[one.document], one.span.start
        section = text.section_at(at)
        rows.append(
            {
                "document": one.document,
                "title": titles[one.document],
                "line": text.text.count("\n", 0, at) + 1,
                "section": section.title if section is not None else None,
                "span": [at, one.span.end],
                "text": one.snippet,
            }
        )
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    for row in rows if form == "text" else ():
        under = f", {row['section']}" if row["section"] and row["section"] != row["title"] else ""
        click.echo(f"{row['title']}, line {row['line']}{under}: {row['text']}")
    if not found:
        click.echo("nothing found", err=True)
        raise click.exceptions.Exit(1)
