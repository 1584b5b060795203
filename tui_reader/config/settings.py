"""What a reader has set, where each value comes from, and what is wrong with a file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from tui_reader.config.mistakes import nearest, place
from tui_reader.config.paths import Home
from tui_reader.errors import ConfigError

Value = bool | int | float | str | list[float]

RETENTION = (0.7, 0.99)  # the shares that a reader can ask to remember
_BOUNDS: Mapping[str, tuple[float, float]] = {
    "study.rollover": (0, 23),
    "study.retention": RETENTION,
    "study.new_per_day": (0, 9999),
    "study.reviews_per_day": (0, 9999),
    "study.exam": (1, 999),
    "reading.measure": (40, 120),
}
_CHOICES: Mapping[str, tuple[str, ...]] = {"study.mode": ("flashcard", "choice", "typed", "true-false")}


@dataclass(frozen=True)
class Setting:
    """One value by its dotted name, and whether it is the default or from which file."""

    name: str
    value: Value
    origin: str = "default"


@dataclass(frozen=True)
class Settings:
    """All values by dotted name, and the reader's keys by command id."""

    values: Mapping[str, Setting]
    keys: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return str(self.values[name].value)

    def number(self, name: str) -> float:
        value = self.values[name].value
        assert isinstance(value, int | float)
        return value

    def whole(self, name: str) -> int:
        return int(self.number(name))

    def flag(self, name: str) -> bool:
        return bool(self.values[name].value)

    def numbers(self, name: str) -> tuple[float, ...]:
        value = self.values[name].value
        assert isinstance(value, list)
        return tuple(float(item) for item in value)


def defaults_text() -> str:
    """Return the commented file of all settings at their defaults."""
    return files("tui_reader.config").joinpath("defaults.toml").read_text(encoding="utf-8")


def load_settings(home: Home) -> Settings:
    """Return the defaults under what the reader's file says; raises ConfigError with file and line."""
    values, _ = _flatten(tomllib.loads(defaults_text()))
    settings = {name: Setting(name, value) for name, value in values.items()}
    keys: dict[str, str] = {}
    path = home.config_file
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(settings)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read {path}: {error}") from error
    try:
        given, keys = _flatten(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from error
    for name, value in given.items():
        if name not in settings:
            raise ConfigError(f"{place(path, text, name)}: unknown setting {name!r}{nearest(name, settings)}")
        problem = _problem(name, settings[name].value, value)
        if problem:
            raise ConfigError(f"{place(path, text, name)}: {name} {problem}")
        settings[name] = Setting(name, value, str(path))
    return Settings(settings, keys)


def _flatten(tables: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    values: dict[str, Any] = {}
    keys: dict[str, str] = {}
    for table, content in tables.items():
        if not isinstance(content, Mapping):
            values[table] = content
        elif table == "keys":
            keys.update(_dotted(content))
        else:
            values.update({f"{table}.{name}": value for name, value in content.items()})
    return values, keys


def _dotted(content: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Return `[keys]` flat: an id with a dot in it may be quoted or written as a TOML table."""
    flat: dict[str, str] = {}
    for name, value in content.items():
        if isinstance(value, Mapping):
            flat.update(_dotted(value, f"{prefix}{name}."))
        else:
            flat[f"{prefix}{name}"] = ",".join(value) if isinstance(value, list) else str(value)
    return flat


def _problem(name: str, default: Value, value: Any) -> str:
    if isinstance(default, bool) or isinstance(value, bool):
        return "" if isinstance(default, bool) and isinstance(value, bool) else f"must be {_kind(default)}"
    if isinstance(default, int | float):
        if not isinstance(value, int | float) or (isinstance(default, int) and not isinstance(value, int)):
            return f"must be {_kind(default)}"
        low, high = _BOUNDS.get(name, (float("-inf"), float("inf")))
        return "" if low <= value <= high else f"must be from {low:g} to {high:g}, not {value:g}"
    if isinstance(default, list):
        fits = isinstance(value, list) and all(isinstance(item, int | float) and item > 0 for item in value)
        return "" if fits else "must be a list of minutes, such as [1, 10]"
    if not isinstance(value, str):
        return f"must be {_kind(default)}"
    choices = _CHOICES.get(name)
    return f"must be one of {', '.join(choices)}" if choices and value not in choices else ""


def _kind(default: Value) -> str:
    match default:
        case bool():
            return "true or false"
        case int():
            return "a whole number"
        case float():
            return "a number"
        case _:
            return "a text in quotation marks"
