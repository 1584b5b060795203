"""The one table of commands; knows no Textual, so that the command line can print it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal

from tui_reader.config.mistakes import nearest
from tui_reader.errors import ConfigError

Scope = Literal["global", "list", "library", "reading", "source", "claims", "study", "argument", "statistics"]

SCOPES: dict[Scope, str] = {
    "source": "In the text",
    "claims": "In the claims",
    "list": "In every list",
    "study": "Studying",
    "reading": "While reading",
    "argument": "In the views of the argument",
    "statistics": "In the statistics",
    "library": "In the library",
    "global": "Everywhere",
}

# Which scopes are asked, innermost first, in each place of the app.
PLACES: dict[str, tuple[Scope, ...]] = {
    "source": ("source", "reading", "global"),
    "claims": ("claims", "list", "reading", "global"),
    "study": ("study", "reading", "global"),
    "library": ("library", "list", "global"),
    "list": ("list", "global"),
    "argument": ("argument", "list", "global"),
    "statistics": ("statistics", "list", "global"),
}

_NAMED = """space enter escape tab backspace delete insert home end pageup pagedown up down left right"""
NAMED_KEYS = frozenset(_NAMED.split()) | {f"f{number}" for number in range(1, 25)}
MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
SHOWN = {
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "delete": "del",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can do: `keys` are sequences of keys, each key as one word."""

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    scope: Scope
    footer: int = 0
    count: bool = False
    takes: str = ""

    @property
    def handler(self) -> str:
        """The name of the method that does it, in a widget or screen of one scope."""
        return "command_" + self.id.partition(".")[2].replace("-", "_")

    @property
    def own_handler(self) -> str:
        """The name of the method that does it where several scopes meet; it goes before the short one."""
        return "command_" + self.id.replace(".", "_").replace("-", "_")

    @property
    def shown_key(self) -> str:
        """Its first key as a reader sees it, empty without one."""
        return show_key(self.keys[0]) if self.keys else ""

    @property
    def label(self) -> str:
        """Its title with a capital, as in a menu."""
        return self.title[:1].upper() + self.title[1:]


def show_key(sequence: str) -> str:
    """Return a key sequence in the form that a reader sees."""
    words = []
    for key in sequence.split():
        *modifiers, base = key.split("+") if len(key) > 1 else [key]
        words.append("+".join([*modifiers, SHOWN.get(base, base)]))
    return "".join(words) if all(len(word) == 1 for word in words) else " ".join(words)


def check_key(sequence: str) -> str | None:
    """Return what is wrong with a key sequence, None when it can be pressed."""
    if not sequence.split():
        return "no key is named"
    for key in sequence.split():
        *modifiers, base = key.split("+") if len(key) > 1 else [key]
        for modifier in modifiers:
            if modifier not in MODIFIERS:
                return f"{key!r} has an unknown modifier{nearest(modifier, MODIFIERS)}"
        if len(base) == 1 or base in NAMED_KEYS:
            continue
        return f"{key!r} is not a key{nearest(base, NAMED_KEYS)}"
    return None


@cache
def default_commands() -> tuple[Command, ...]:
    """Return the commands as they come, in the order of the table."""
    raw = tomllib.loads(resources.files("tui_reader.app").joinpath("commands.toml").read_text(encoding="utf-8"))
    return tuple(Command(**{**entry, "keys": tuple(entry["keys"])}) for entry in raw["command"])


def commands(keymap: Mapping[str, str | Iterable[str]] | None = None, where: str = "keymap") -> tuple[Command, ...]:
    """Return the commands with the reader's keys.

    A keymap gives for a command id a key, several separated by commas, or a list of them; an empty one takes the
    command's keys away. Raises ConfigError, naming *where*, on an unknown id, a key that does not exist, or a key
    that two commands of one place would share.
    """
    table = {command.id: command for command in default_commands()}
    for name, given in (keymap or {}).items():
        if name not in table:
            raise ConfigError(f"{where}: there is no command {name!r}{nearest(name, table)}")
        keys = tuple(_sequences(given))
        for key in keys:
            if (wrong := check_key(key)) is not None:
                raise ConfigError(f"{where}: {name}: {wrong}")
        table[name] = replace(table[name], keys=keys)
    result = tuple(table.values())
    usual = {(command.id, key) for command in default_commands() for key in command.keys}
    changed = {(command.id, key) for command in result for key in command.keys} - usual
    _refuse_clashes(result, changed, where)
    return result


def key_of(table: Iterable[Command], name: str) -> str:
    """Return the first key of a command as a reader sees it, its id where it has none."""
    return next((command.shown_key or name for command in table if command.id == name), name)


def in_place(table: Iterable[Command], place: str) -> list[Command]:
    """Return the commands that apply in *place*, innermost scope first."""
    scopes = PLACES[place]
    return sorted((command for command in table if command.scope in scopes), key=lambda c: scopes.index(c.scope))


def footer_commands(table: Iterable[Command], place: str, most: int = 6) -> list[Command]:
    """Return at most *most* commands for the footer of *place*: those of its own scope first, help always."""
    shown = sorted((c for c in in_place(table, place) if c.footer and c.keys), key=lambda c: c.footer)
    last = [c for c in shown if c.id == "app.help"]
    return [c for c in shown if c.id != "app.help"][: most - len(last)] + last


def key_table_markdown(keymap: Mapping[str, str | Iterable[str]] | None = None) -> str:
    """Return the table of keys as Markdown, one table a scope."""
    parts = []
    for scope, title in SCOPES.items():
        rows = [c for c in commands(keymap) if c.scope == scope]
        lines = [f"**{title}**", "", "| Key | What it does | Command |", "| --- | --- | --- |"]
        for command in rows:
            keys = " ".join(_code(show_key(key)) for key in command.keys) or "–"
            lines.append(f"| {keys} | {command.help} | `{command.id}` |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _code(key: str) -> str:
    if key == "`":
        return "`` ` ``"
    return "`" + key.replace("|", "\\|") + "`"


def _sequences(given: str | Iterable[str]) -> Iterable[str]:
    if not isinstance(given, str):
        return given
    if given.strip() == ",":
        return [","]
    return [key.strip() for key in given.split(",") if key.strip()]


def _refuse_clashes(table: tuple[Command, ...], changed: set[tuple[str, str]], where: str) -> None:
    """Refuse one key for two commands of one scope, and a changed key that would hide or be hidden by another's."""
    for place in PLACES:
        taken: dict[str, list[Command]] = {}
        for command in in_place(table, place):
            for key in command.keys:
                for rival in taken.setdefault(key, []):
                    new = {(command.id, key), (rival.id, key)} & changed
                    if rival.scope == command.scope or new:
                        both = f"{rival.id} and {command.id}"
                        raise ConfigError(f"{where}: {show_key(key)!r} would do both {both}; give one another key")
                taken[key].append(command)
