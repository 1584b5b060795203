"""`tui-reader doctor`: is everything there that the program needs, and are the reader's files sound?"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from importlib import metadata

import click

from tui_reader import __version__
from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home
from tui_reader.errors import ConfigError, TuiReaderError

PACKAGES = ("textual", "rich", "tinydb", "spacy", "fsrs", "genanki", "trafilatura")


@click.command("doctor")
@pass_home
@click.pass_context
def command(ctx: click.Context, home: Home) -> None:
    """Check the installation and the reader's files; changes nothing."""
    sound = True
    for name, check in CHECKS.items():
        try:
            said = ", ".join(check(home))
            click.echo(f"✓ {name}: {said}")
        except TuiReaderError as error:
            sound = False
            click.echo(f"✗ {name}: {error}")
    ctx.exit(0 if sound else 1)


def _program(home: Home) -> Iterator[str]:
    yield f"tui-reader {__version__}"
    yield f"Python {platform.python_version()}"
    yield sys.platform


def _packages(home: Home) -> Iterator[str]:
    for package in PACKAGES:
        yield f"{package} {metadata.version(package)}"


def _terminal(home: Home) -> Iterator[str]:
    yield f"TERM={os.environ.get('TERM', '(unset)')}"
    if "COLORTERM" in os.environ:
        yield f"COLORTERM={os.environ['COLORTERM']}"
    if "NO_COLOR" in os.environ:
        yield "NO_COLOR is set: the app is grey, signs carry the meaning"
    if "TMUX" in os.environ:
        yield "tmux: for copying, `set -g set-clipboard on`"


def _settings(home: Home) -> Iterator[str]:
    from tui_reader.app.commands import commands
    from tui_reader.config.settings import load_settings

    settings = load_settings(home)
    commands(settings.keys, where=str(home.config_file))
    changed = sum(setting.origin != "default" for setting in settings.values.values())
    yield f"{home.config_file}, {changed} changed" if home.config_file.exists() else "all at their defaults"


def _themes(home: Home) -> Iterator[str]:
    from tui_reader.app.themes import BUILT_IN, FOLDER, user_themes

    own, refused = user_themes(home.config / FOLDER)
    yield ", ".join([*BUILT_IN, *(theme.name for theme in own)])
    if refused:
        raise ConfigError("; ".join(refused))


def _model(home: Home) -> Iterator[str]:
    from tui_reader.config.settings import load_settings
    from tui_reader.extraction.pipeline import load

    nlp = load(load_settings(home).text("extraction.pipeline"))
    yield f"{nlp.meta['name']} {nlp.meta['version']}"


def _data(home: Home) -> Iterator[str]:
    yield str(home.data)
    if not home.data.exists():
        yield "nothing is kept yet"
        return
    from tui_reader.store import Library

    with Library.open(home.data) as library:
        documents = library.documents()
        yield f"{len(documents)} texts"
        yield f"{sum(document.cards for document in documents)} cards"
        yield from library.notices


def _crash(home: Home) -> Iterator[str]:
    yield f"a report lies at {home.crash_report}" if home.crash_report.exists() else "none"


CHECKS: dict[str, Callable[[Home], Iterator[str]]] = {
    "program": _program,
    "packages": _packages,
    "terminal": _terminal,
    "settings": _settings,
    "themes": _themes,
    "language model": _model,
    "data": _data,
    "crashes": _crash,
}
