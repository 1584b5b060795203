"""`tui-reader stats`: what the reader knows, and how it got there."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("stats")
@click.argument("source", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@pass_home
def command(home: Home, source: str | None, form: str) -> None:
    """Print what is known of the library, or of SOURCE, a text of it by its title."""
    from tui_reader.cli.material import must_find
    from tui_reader.config.settings import load_settings
    from tui_reader.store import Library
    from tui_reader.store.courses import goals
    from tui_reader.store.figures import figures_of
    from tui_reader.store.memory import own_scheduler

    with Library.open(home.data) as library:
        settings, now = load_settings(home), datetime.now(UTC)
        wanted = None if source is None else must_find(library, source).id
        figures = figures_of(library, own_scheduler(library, settings, wanted), now, wanted)
        figures["goals"] = [one for one in goals(library, settings, now) if wanted in (None, one["id"])]
    if form == "json":
        click.echo(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        _print(figures)


def _print(figures: dict[str, Any]) -> None:
    from tui_reader.study.counting import counted, percent, spent, times
    from tui_reader.study.statistics import KNOWN

    for text in figures["texts"]:
        click.echo(
            f"{percent(text['known']):>5} known  {text['learnt']:3} learnt, {text['unseen']:3} unseen, "
            f"{text['due']:3} due of {text['cards']:3} cards  {text['title']}"
        )
        if text["passages"]:
            click.echo(f"      {counted(text['passages'], 'passage')} to read again: tui-reader passages")
    click.echo(KNOWN)
    kept = figures["retention"]
    days = figures["streak"]
    click.echo(
        f"{counted(figures['reviews'], 'answer')} in {spent(figures['seconds'])}, "
        f"{counted(days, 'day')} in a row"
        + (
            f"; of what was due, remembered {percent(kept['true'])}, predicted {percent(kept['predicted'])}"
            if kept.get("true") is not None
            else ""
        )
    )
    for row in kept["months"][-12:]:
        shares = f"remembered {percent(row['true'])}, predicted {percent(row['predicted'])}"
        click.echo(f"{row['from'][:7]}: {shares}, {counted(row['answers'], 'answer')}")
    for goal in figures["goals"]:
        click.echo(f"goal {goal['day']}: {goal['new_today']} new today, {goal['unseen']} unseen  {goal['title']}")
    coming = [(row["day"], row["due"]) for row in figures["forecast"][:7]]
    click.echo("falls due, by day: " + "  ".join(f"{day[5:]} {due}" for day, due in coming))
    for kind, value in figures["known_by_kind"].items():
        click.echo(f"{percent(value):>5} {kind}")
    for row in figures["known_by_actor"]:
        click.echo(f"{percent(row['known']):>5} {row['actor']}")
    for row in figures["calibration"]:
        told = f"{percent(row['confidence']):>5} sure: right {percent(row['right'])}"
        click.echo(f"{told}, {counted(row['answers'], 'answer')}")
    for found in figures["confusions"]:
        click.echo(f"{found['taken']} taken for {found['meant']}: {times(found['times'])}")
