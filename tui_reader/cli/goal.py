"""`tui-reader goal`: the day on which a text must be known."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("goal")
@click.argument("source", required=False)
@click.argument("day", required=False)
@click.option("--share", type=float, default=0.95, show_default=True, help="What to remember on the day, 0.7 to 0.99.")
@click.option("--clear", is_flag=True, help="Take the goal of SOURCE away.")
@click.option("--all", "every", is_flag=True, help="For all texts of the library, instead of SOURCE.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@pass_home
def command(home: Home, source: str | None, day: str | None, share: float, clear: bool, every: bool, form: str) -> None:
    """Set the DAY on which SOURCE must be known; without a DAY, list the goals and what they ask of today.

    SOURCE is a text of the library by its title, --all is all of them. DAY is a date, tomorrow, friday (the next one)
    or "in 5 days". Every card is then seen before that day, and those that would be too weak on it come once more on
    its eve.
    """
    from tui_reader.cli.material import must_find
    from tui_reader.config.settings import load_settings
    from tui_reader.store import Library
    from tui_reader.store.courses import goals, set_goal
    from tui_reader.study.counting import counted, percent
    from tui_reader.study.goal import Goal, goal_day
    from tui_reader.study.plan import study_days

    settings = load_settings(home)
    now = datetime.now(UTC)
    if every:
        if day is not None:
            raise click.UsageError("--all takes a day and no text")
        source, day = None, source
    if clear and ((source is None and not every) or day is not None):
        raise click.UsageError("--clear takes a text and no day")
    with Library.open(home.data) as library:
        wanted = must_find(library, source) if source is not None else None
        goal = Goal(goal_day(day, study_days(settings).day(now)), share) if day is not None else None
        ids = [one.id for one in library.documents()] if every else [wanted.id] if wanted is not None else []
        for text in ids if goal is not None or clear else ():
            set_goal(library, settings, text, goal, now)
        found = [one for one in goals(library, settings, now) if wanted is None or one["id"] == wanted.id]
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    if not found:
        click.echo("no goal is set", err=True)
    for one in found:
        click.echo(
            f"{one['day']}  in {counted(one['days_left'], 'day')}: {one['new_today']} new today "
            f"({one['unseen']} unseen), {one['reviews_due']} to come again, "
            f"{percent(one['expected'])} expected  {one['title']}"
        )
    if not found:
        click.echo("no goal" if wanted is not None else "no goals yet: tui-reader goal TEXT friday", err=True)
