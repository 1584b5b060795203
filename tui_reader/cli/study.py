"""`tui-reader study`: the cards that are due, in the app."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from tui_reader.cli.group import pass_home
from tui_reader.cli.selecting import Asked, materials_of, selecting, selection_of
from tui_reader.config.paths import Home

if TYPE_CHECKING:
    from tui_reader.store import Library


@click.command("study")
@click.argument("sources", nargs=-1)
@click.option("--by", help="The day on which they must be known, such as friday: see tui-reader goal.")
@selecting
@pass_home
@click.pass_context
def command(ctx: click.Context, home: Home, sources: tuple[str, ...], by: str | None, asked: Asked) -> None:
    """Study the cards of SOURCES, or of every text of the library, in the app.

    SOURCES are files, URLs, or texts of the library by title. Cards chosen by kind, actor or how they are known are all
    asked, also those that are not due. Without a terminal: `tui-reader quiz`.
    """
    from tui_reader.app.main import NO_SCREEN, has_screen, run
    from tui_reader.store import Library

    if not has_screen():
        click.echo(NO_SCREEN, err=True)
        ctx.exit(2)
    with Library.open(home.data) as library:
        materials = materials_of(home, library, sources, asked)
        selection = selection_of(asked, materials)
        ids = [material.document.id for material in materials]
        if by is not None:
            _aim(home, library, ids if sources else [], by)
    ctx.exit(run(home, study=ids, selection=selection))


def _aim(home: Home, library: Library, documents: list[str], day: str) -> None:
    from tui_reader.config.settings import load_settings
    from tui_reader.store.courses import set_goal
    from tui_reader.study.goal import Goal, goal_day
    from tui_reader.study.plan import study_days

    if not documents:
        raise click.UsageError("--by needs the texts that must be known")
    settings, now = load_settings(home), datetime.now(UTC)
    goal = Goal(goal_day(day, study_days(settings).day(now)))
    for document in documents:
        set_goal(library, settings, document, goal, now)
