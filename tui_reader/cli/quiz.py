"""`tui-reader quiz`: questions on a text, in the app or line by line."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home

MODES = ("flashcard", "choice", "typed", "true-false", "match", "exam")


@click.command("quiz")
@click.argument("source")
@click.option("--mode", type=click.Choice(MODES), default="choice", show_default=True)
@click.option("--count", type=click.IntRange(1), help="Stop after so many answers.")
@click.option("--seed", type=int, default=0, help="Draws the wrong answers and their order.")
@click.option("--plain", is_flag=True, help="Line by line, without screen control; so too where there is no terminal.")
@pass_home
def command(home: Home, source: str, mode: str, count: int | None, seed: int, plain: bool) -> None:
    """Ask the cards of SOURCE that are due, then new ones; every answer is kept as it is given."""
    from tui_reader.cli.line_quiz import LineQuiz
    from tui_reader.cli.material import open_material
    from tui_reader.config.settings import load_settings
    from tui_reader.model import StudyMode
    from tui_reader.store import Library
    from tui_reader.store.sitting import Sitting

    settings = load_settings(home)
    with Library.open(home.data) as library:
        material = open_material(home, library, source, keep=True)
        sitting = Sitting(library, settings, [material], datetime.now(UTC), StudyMode(mode))
        LineQuiz(sitting, seed, click.echo, _hear).run(count)


def _hear(prompt: str) -> str | None:
    """Return the next line of standard input, None at its end; the prompt is shown where somebody types."""
    if sys.stdin.isatty():
        click.echo(prompt, nl=False)
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None
