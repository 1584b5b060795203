"""`tui-reader stats`: what the reader knows, and how it got there."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home

DIFFICULTY = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
STABILITY = (0, 1, 3, 7, 14, 30, 90, 180, 365, 3650)


@click.command("stats")
@click.argument("source", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@pass_home
def command(home: Home, source: str | None, form: str) -> None:
    """Print what is known of the library, or of SOURCE, a text of it by title: forecast, retention, time, confusions."""
    from tui_reader.cli.material import find
    from tui_reader.config.settings import load_settings
    from tui_reader.errors import SourceError
    from tui_reader.store import Library

    settings = load_settings(home)
    with Library.open(home.data) as library:
        wanted = None
        if source is not None:
            wanted = find(library, source)
            if wanted is None:
                raise SourceError(f"no text of the library is called {source!r}; `tui-reader list` names them")
        figures = collect(settings, library, wanted.id if wanted else None)
    if form == "json":
        click.echo(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        _print(figures)


def collect(settings: Any, library: Any, document: str | None) -> dict[str, Any]:
    """Return all figures as JSON values, of one text or of all; shares are 0 to 1, times in seconds or days."""
    from tui_reader.model import encode
    from tui_reader.study import statistics as of
    from tui_reader.study.plan import scheduler

    model, now = scheduler(settings), datetime.now(UTC)
    shelved = [one for one in library.documents(now) if document in (None, one.id)]
    cards = [card for one in shelved for card in library.cards(one.id)]
    by_id = {card.id: card for card in cards}
    states = {card.id: library.progress.state(card.id) for card in cards}
    reviews = [review for review in library.progress.reviews() if review.card in by_id]
    actors = {}
    for one in shelved:
        extraction = library.extraction(one.id)
        actors[one.id] = extraction.actors if extraction else ()
    names = {actor.id: actor.name for group in actors.values() for actor in group} if document else {}
    days = of.by_day(reviews, model.days)
    known = [state for state in states.values() if state.stability is not None]
    texts = []
    for one in shelved:
        own = [card for card in cards if card.document == one.id]
        share = of.knowledge(own, states, model, now)
        texts.append({"id": one.id, "title": one.title, "cards": one.cards, "due": one.due, "known": share})
    return {
        "at": now.isoformat(),
        "texts": texts,
        "reviews": len(reviews),
        "seconds": round(sum(total.seconds for total in days), 1),
        "streak": of.streak(days, model.days.day(now)),
        "days": [{**encode(total), "day": total.day.isoformat()} for total in days],
        "forecast": [
            {"day": day.isoformat(), "due": due} for day, due in of.forecast(states.values(), model.days, now)
        ],
        "retention": encode(of.retention(reviews, model)),
        "stability": {"edges": STABILITY, "cards": of.histogram([s.stability or 0 for s in known], STABILITY)},
        "difficulty": {"edges": DIFFICULTY, "cards": of.histogram([s.difficulty or 0 for s in known], DIFFICULTY)},
        "known": of.knowledge(cards, states, model, now),
        "known_by_kind": {kind.value: share for kind, share in of.knowledge_by_kind(cards, states, model, now).items()},
        "known_by_actor": {
            names[actor]: share
            for actor, share in of.knowledge_by_actor(cards, states, model, now).items()
            if actor in names
        },
        "confusions": [
            {
                "text": one.title,
                "meant": _name(group, found.meant),
                "taken": _name(group, found.taken),
                "times": found.times,
            }
            for one in shelved
            for group in [actors[one.id]]
            for found in of.confusions(reviews, {c.id: c for c in cards if c.document == one.id}, group)
        ],
        "calibration": [encode(found) for found in of.calibration(reviews)],
    }


def _name(actors: Any, wanted: str) -> str:
    return next(actor.name for actor in actors if actor.id == wanted)


def _print(figures: dict[str, Any]) -> None:
    def share(value: float | None) -> str:
        return "–" if value is None else f"{round(100 * value)} %"

    for text in figures["texts"]:
        click.echo(f"{share(text['known']):>5} known  {text['due']:3} due of {text['cards']:3} cards  {text['title']}")
    kept = figures["retention"]
    click.echo(
        f"{figures['reviews']} answers in {round(figures['seconds'] / 60)} minutes, {figures['streak']} days in a row; "
        f"remembered {share(kept.get('true'))}, predicted {share(kept.get('predicted'))}"
    )
    coming = [(row["day"], row["due"]) for row in figures["forecast"][:7]]
    click.echo("due: " + "  ".join(f"{day[5:]} {due}" for day, due in coming))
    for kind, value in figures["known_by_kind"].items():
        click.echo(f"{share(value):>5} {kind}")
    for actor, value in figures["known_by_actor"].items():
        click.echo(f"{share(value):>5} {actor}")
    for found in figures["confusions"]:
        click.echo(f"{found['taken']} taken for {found['meant']}: {found['times']} times ({found['text']})")
