"""`tui-reader extract`: what texts say, as JSON, a table or a report."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("extract")
@click.argument("sources", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["json", "jsonl", "table", "markdown"]), default="json")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes for a folder.")
@click.option("--pipeline", help="The spaCy pipeline to read with, in place of the one in the settings.")
@pass_home
@click.pass_context
def command(
    ctx: click.Context, home: Home, sources: tuple[str, ...], form: str, jobs: int, pipeline: str | None
) -> None:
    """Print what SOURCES say: actors, claims, conditions, positions, quotations.

    SOURCES are files, folders, URLs or, for standard input, `-`.
    """
    from tui_reader.config.settings import load_settings
    from tui_reader.errors import TuiReaderError
    from tui_reader.extraction.contract import contract
    from tui_reader.extraction.worker import extract_many

    locations = [location for source in sources for location in expand(source)]
    model = pipeline or load_settings(home).text("extraction.pipeline")
    failed = 0
    for _, outcome in extract_many(locations, jobs, model):
        if isinstance(outcome, TuiReaderError):
            failed += 1
            click.echo(f"tui-reader: {outcome}", err=True)
            continue
        document, extraction = outcome
        match form:
            case "json":
                click.echo(json.dumps(contract(document, extraction), ensure_ascii=False, indent=1))
            case "jsonl":
                click.echo(json.dumps(contract(document, extraction), ensure_ascii=False, separators=(",", ":")))
            case "markdown":
                from tui_reader.cli.report import markdown_report

                click.echo(markdown_report(document, extraction))
            case _:
                from tui_reader.cli.report import print_tables

                print_tables(document, extraction)
    ctx.exit(1 if failed else 0)


def expand(source: str) -> list[str]:
    """Return the readable files of a folder, in the order of their names, or *source* itself."""
    folder = Path(source)
    if not folder.is_dir():
        return [source]
    from tui_reader.sources import READABLE

    return [str(path) for path in sorted(folder.rglob("*")) if path.suffix.lower() in READABLE and path.is_file()]
