"""The themes, each with a colour for every kind of mark: those that come with the program, and the reader's own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from textual.theme import Theme

from tui_reader.app.kinds import Kind
from tui_reader.config.mistakes import nearest, place
from tui_reader.errors import ConfigError

BUILT_IN = ("reader-dark", "reader-light")
FOLDER = "themes"

_KINDS = tuple(kind.value for kind in Kind)
_BASE = "background foreground surface panel primary secondary accent warning error success"
_OWN = ("rule", "quiet", "lit", "on-lit", "sentence", "match", "on-match")
KEYS: Mapping[str, tuple[str, ...]] = {"colours": (*_BASE.split(), *_OWN), "signs": _KINDS, "tints": _KINDS}

Palette = dict[str, dict[str, str]]


def palette_text(name: str) -> str:
    """Return the file of a theme that comes with the program."""
    return resources.files("tui_reader.app").joinpath("palettes", f"{name}.toml").read_text(encoding="utf-8")


@cache
def _palette(name: str) -> tuple[bool, Palette]:
    raw = tomllib.loads(palette_text(name))
    return raw.pop("dark"), raw


@cache
def built_in() -> tuple[Theme, ...]:
    """Return the themes that come with the program, the dark one first."""
    return tuple(_theme(name, *_palette(name)) for name in BUILT_IN)


def defaults(dark: bool) -> dict[str, str]:
    """Return the variables of our own that a theme from elsewhere lacks."""
    ours = built_in()[0 if dark else 1].variables
    return {name: value for name, value in ours.items() if name in _OWN or name.startswith(("kind-", "tint-"))}


def user_themes(folder: Path) -> tuple[tuple[Theme, ...], tuple[str, ...]]:
    """Return the themes of the files `*.toml` in *folder*, and what is wrong with those that are refused."""
    themes, refused = [], []
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        try:
            themes.append(read_theme(path))
        except ConfigError as error:
            refused.append(str(error))
    return tuple(themes), tuple(refused)


def read_theme(path: Path) -> Theme:
    """Return the theme that a reader wrote; raises ConfigError with file, line and the nearest right key or colour."""
    if path.stem in BUILT_IN:
        raise ConfigError(f"{path}: a theme called {path.stem} comes with the program; give yours another name")
    try:
        text = path.read_text(encoding="utf-8")
        given = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read {path}: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from error
    dark = given.pop("dark", True)
    if not isinstance(dark, bool):
        raise ConfigError(f"{place(path, text, 'dark')}: dark must be true or false")
    _, base = _palette(BUILT_IN[0 if dark else 1])
    palette = {table: dict(colours) for table, colours in base.items()}
    for table, colours in given.items():
        if table not in KEYS or not isinstance(colours, dict):
            known = [*KEYS, "dark"]
            raise ConfigError(f"{place(path, text, table)}: unknown key {table!r}{nearest(table, known)}")
        for name, colour in colours.items():
            if name not in KEYS[table]:
                at = place(path, text, f"{table}.{name}")
                raise ConfigError(f"{at}: unknown key {name!r} in [{table}]{nearest(name, KEYS[table])}")
            if (wrong := _wrong_colour(colour)) is not None:
                raise ConfigError(f"{place(path, text, f'{table}.{name}')}: {name} {wrong}")
            palette[table][name] = colour
    return _theme(path.stem, dark, palette)


def _wrong_colour(colour: Any) -> str | None:
    """Return what is wrong with a colour, None when it can be shown."""
    from textual.color import Color, ColorParseError

    if not isinstance(colour, str):
        return 'must be a colour in quotation marks, such as "#8fb3d9" or "teal"'
    try:
        Color.parse(colour)
    except ColorParseError as error:
        meant = f"; did you mean {error.suggested_color!r}?" if error.suggested_color else ""
        return f"must be a colour such as #8fb3d9 or teal, not {colour!r}{meant}"
    return None


def _theme(name: str, dark: bool, palette: Palette) -> Theme:
    colours = palette["colours"]
    variables = {own: colours[own] for own in _OWN} | {
        "scrollbar": colours["rule"],
        "scrollbar-hover": colours["quiet"],
        "scrollbar-active": colours["quiet"],
        "scrollbar-background": colours["background"],
        "scrollbar-background-hover": colours["background"],
        "scrollbar-background-active": colours["background"],
        "block-cursor-background": colours["sentence"],
        "block-cursor-foreground": colours["foreground"],
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": colours["surface"],
        "block-cursor-blurred-foreground": colours["foreground"],
        "border": colours["rule"],
        "border-blurred": colours["rule"],
        "input-cursor-text-style": "reverse",
    }
    for kind in _KINDS:
        variables[f"kind-{kind}"] = palette["signs"][kind]
        variables[f"tint-{kind}"] = palette["tints"][kind]
    return Theme(
        name=name,
        dark=dark,
        variables=variables,
        primary=colours["primary"],
        secondary=colours["secondary"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["success"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
    )
