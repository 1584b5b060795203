"""`tui-reader card`: what a reader decides of single cards, whatever their schedule says."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home

if TYPE_CHECKING:
    from tui_reader.store import Library

cards = click.argument("cards", nargs=-1, required=True)


@click.group("card")
def command() -> None:
    """Suspend a card, put it off, make it new, set its day. CARDS are ids, or beginnings of them.

    `tui-reader cards TEXT --format json` has the ids.
    """


@command.command()
@cards
@pass_home
def show(home: Home, cards: tuple[str, ...]) -> None:
    """Print what is known of cards and every answer to them, as JSON."""
    from tui_reader.model import encode
    from tui_reader.store import Library

    rows = []
    with Library.open(home.data) as library:
        for name in _found(library, cards):
            known = library.card(name)
            state = {key: encode(value) for key, value in asdict(library.progress.state(name)).items()}
            history = [encode(review) for review in library.progress.history(name)]
            rows.append({"card": encode(known) if known else None, "state": state, "reviews": history})
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1))


@command.command()
@cards
@pass_home
def suspend(home: Home, cards: tuple[str, ...]) -> None:
    """Never ask CARDS again, until they are resumed."""
    _change(home, cards, lambda library, names: library.progress.suspend(names), "suspended")


@command.command()
@cards
@pass_home
def resume(home: Home, cards: tuple[str, ...]) -> None:
    """Ask CARDS again that were suspended or put off."""
    _change(home, cards, lambda library, names: library.progress.resume(names), "asked again")


@command.command()
@cards
@pass_home
def reset(home: Home, cards: tuple[str, ...]) -> None:
    """Make CARDS new, as if they had never been asked; the answers stay in the log."""
    _change(home, cards, lambda library, names: library.progress.reset(names), "new again")


@command.command()
@cards
@pass_home
def later(home: Home, cards: tuple[str, ...]) -> None:
    """Put CARDS off until tomorrow."""
    from tui_reader.config.settings import load_settings
    from tui_reader.study.plan import study_days

    days = study_days(load_settings(home))
    until = days.start(days.day(datetime.now(UTC)) + timedelta(days=1))
    _change(home, cards, lambda library, names: library.progress.bury(names, until), "put off until tomorrow")


@command.command()
@click.argument("day")
@cards
@pass_home
def due(home: Home, day: str, cards: tuple[str, ...]) -> None:
    """Ask CARDS on DAY: a date, tomorrow, friday or "in 5 days"."""
    from tui_reader.config.settings import load_settings
    from tui_reader.study.goal import goal_day
    from tui_reader.study.plan import study_days

    days = study_days(load_settings(home))
    wanted = goal_day(day, days.day(datetime.now(UTC)))
    at = days.start(wanted)
    _change(home, cards, lambda library, names: library.progress.set_due(names, at), f"due on {wanted}")


def _change(home: Home, cards: tuple[str, ...], change: Callable[[Library, list[str]], Any], said: str) -> None:
    from tui_reader.store import Library

    with Library.open(home.data) as library:
        names = _found(library, cards)
        change(library, names)
    click.echo(f"{len(names)} {'card is' if len(names) == 1 else 'cards are'} {said}", err=True)


def _found(library: Library, wanted: tuple[str, ...]) -> list[str]:
    """Return the ids of cards that begin with each of *wanted*; raises StoreError where there is none or several."""
    from tui_reader.errors import StoreError

    known = [card.id for text in library.documents() for card in library.cards(text.id)]
    names = []
    for one in wanted:
        found = [name for name in known if name == one] or [name for name in known if one and name.startswith(one)]
        if len(found) != 1:
            many = f"{len(found)} cards begin" if found else "no card begins"
            raise StoreError(f"{many} with {one!r}; `tui-reader cards TEXT --format json` has the ids")
        names += found
    return list(dict.fromkeys(names))
