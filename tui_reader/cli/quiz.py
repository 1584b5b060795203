"""`tui-reader quiz`: questions on a text, in the app or line by line."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui_reader.cli.group import pass_home
from tui_reader.cli.selecting import Asked, materials_of, selecting, selection_of
from tui_reader.config.paths import Home

if TYPE_CHECKING:
    from tui_reader.store import Library
    from tui_reader.store.material import Material
    from tui_reader.study.drill import Pair

MODES = ("flashcard", "choice", "typed", "true-false", "match", "exam")


@click.command("quiz")
@click.argument("sources", nargs=-1)
@click.option("--mode", type=click.Choice(MODES), default="choice", show_default=True)
@click.option("--count", type=click.IntRange(1), help="Stop after so many answers; line by line.")
@click.option("--seed", type=int, help="Draws the wrong answers and their order; line by line.")
@click.option("--plain", is_flag=True, help="Line by line, without screen control; so too where there is no terminal.")
@click.option("--confidence", is_flag=True, help="Say how sure you are before each answer is shown; line by line.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what an exam came to into this file, as JSON if it ends in .json.",
)
@click.option("--drill", is_flag=True, help="Only who of two it was: of those you confuse, or of two given by --actor.")
@selecting
@pass_home
@click.pass_context
def command(
    ctx: click.Context,
    home: Home,
    sources: tuple[str, ...],
    mode: str,
    count: int | None,
    seed: int | None,
    plain: bool,
    drill: bool,
    confidence: bool,
    report: Path | None,
    asked: Asked,
) -> None:
    """Ask the cards of SOURCES that are due, then new ones; every answer is kept as it is given.

    SOURCES are files, URLs, or texts of the library by title; without any, all texts of the library. Cards chosen by
    kind, actor or how they are known are all asked, also those that are not due.
    """
    from tui_reader.app.main import has_screen, run
    from tui_reader.cli.line_quiz import LineQuiz
    from tui_reader.config.settings import load_settings
    from tui_reader.model import StudyMode
    from tui_reader.store import Library
    from tui_reader.store.sitting import Sitting
    from tui_reader.study.exam import write

    if report is not None and mode != "exam":
        raise click.UsageError("--report is for an exam: --mode exam")
    settings = load_settings(home)
    with Library.open(home.data) as library:
        materials = materials_of(home, library, sources, asked)
        selection = None if drill else selection_of(asked, materials)
        if not (plain or drill or confidence or report) and count is None and seed is None and has_screen():
            ids = [material.document.id for material in materials]
        else:
            ids = []
            asked_in = StudyMode.CHOICE if drill else StudyMode(mode)
            now = datetime.now(UTC)
            sitting = Sitting(library, settings, materials, now, asked_in, selection, count=count, seed=seed)
            if drill:
                sitting.drill(_pairs(library, materials, asked.actors), now, seed or 0)
            if selection is not None and not sitting.session.waiting:
                click.echo("no card that may be asked is like that", err=True)
            sure = confidence or settings.flag("study.confidence")
            quiz = LineQuiz(sitting, seed or 0, click.echo, _hear, sure)
            quiz.run(count)
            if report is not None:
                write(report, quiz.title, quiz.outcome)
    if ids:
        ctx.exit(run(home, study=ids, mode=StudyMode(mode), selection=selection))


def _pairs(library: Library, materials: list[Material], actors: tuple[str, ...]) -> list[Pair]:
    """Return the pairs to drill; raises StoreError, or click's error where one actor or more than two are given."""
    from tui_reader.errors import StoreError
    from tui_reader.store.confusing import confused_pairs, named_pairs

    if actors:
        if len(actors) != 2:
            raise click.UsageError("--drill takes two actors, each by --actor, or none for those that you confuse")
        return named_pairs(materials, *actors)
    found = [one.pair for one in confused_pairs(library, materials)]
    if not found:
        raise StoreError("you have taken nobody for another yet; name two, each by --actor")
    return found


def _hear(prompt: str) -> str | None:
    """Return the next line of standard input, None at its end; the prompt is shown where somebody types."""
    if sys.stdin.isatty():
        click.echo(prompt, nl=False)
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None
