"""`tui-reader config`: where settings live, what they are and where each comes from."""

from __future__ import annotations

import json

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.group("config")
def command() -> None:
    """Show or edit the settings."""


@command.command()
@pass_home
def path(home: Home) -> None:
    """Print the path of the settings file."""
    click.echo(home.config_file)


@command.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@pass_home
def show(home: Home, form: str) -> None:
    """Print each setting, its value and where the value comes from."""
    from tui_reader.app.commands import commands
    from tui_reader.config.settings import load_settings

    settings = load_settings(home)
    commands(settings.keys, where=str(home.config_file))
    if form == "json":
        values = {name: {"value": s.value, "origin": s.origin} for name, s in settings.values.items()}
        click.echo(json.dumps({"settings": values, "keys": dict(settings.keys)}, ensure_ascii=False, indent=1))
        return
    width = max(map(len, settings.values))
    for name, setting in settings.values.items():
        click.echo(f"{name:{width}}  {json.dumps(setting.value, ensure_ascii=False):28}  {setting.origin}")
    for name, key in settings.keys.items():
        click.echo(f"{'keys.' + name:{width}}  {json.dumps(key, ensure_ascii=False):28}  {home.config_file}")


@command.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@pass_home
def themes(home: Home, form: str) -> None:
    """List the themes: those that come with the program, and your own in the folder `themes`.

    A file there with a wrong key or colour is refused.
    """
    from tui_reader.app.themes import FOLDER, built_in, user_themes
    from tui_reader.errors import ConfigError

    own, refused = user_themes(home.config / FOLDER)
    listed = [(theme, "built in") for theme in built_in()]
    listed += [(theme, str(home.config / FOLDER / f"{theme.name}.toml")) for theme in own]
    if form == "json":
        told = [{"name": theme.name, "dark": theme.dark, "origin": origin} for theme, origin in listed]
        click.echo(json.dumps({"themes": told}, ensure_ascii=False, indent=1))
    else:
        width = max(len(theme.name) for theme, _ in listed)
        for theme, origin in listed:
            click.echo(f"{theme.name:{width}}  {'dark' if theme.dark else 'light':5}  {origin}")
    if refused:
        raise ConfigError("\n".join(refused))


@command.command()
@click.argument("name", default="reader-dark")
def theme(name: str) -> None:
    """Print the file of the built-in theme NAME, to begin one of your own with."""
    from tui_reader.app.themes import BUILT_IN, palette_text

    if name not in BUILT_IN:
        raise click.BadParameter(f"one of {', '.join(BUILT_IN)}, not {name}", param_hint="NAME")
    click.echo(palette_text(name), nl=False)


@command.command()
@pass_home
def edit(home: Home) -> None:
    """Open the settings file in $VISUAL or $EDITOR, with every setting in it as a comment the first time."""
    from tui_reader.config.settings import defaults_text, load_settings
    from tui_reader.errors import ConfigError

    file = home.config_file
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            commented = (
                line if line.startswith(("#", "[")) or not line else f"# {line}" for line in _lines(defaults_text())
            )
            file.write_text("\n".join(commented) + "\n", encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"cannot write {file}: {error.strerror}") from error
    click.edit(filename=str(file))
    load_settings(home)


def _lines(text: str) -> list[str]:
    return text.splitlines()
