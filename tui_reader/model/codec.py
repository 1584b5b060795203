"""The model's values as JSON values and back, by their type hints."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from tui_reader.model.span import Span

T = TypeVar("T")


def encode(value: Any) -> Any:
    """Return *value* as dicts, lists and scalars; a span becomes `[start, end]`, a field at its default is left out."""
    match value:
        case Span():
            return [value.start, value.end]
        case Enum():
            return value.value
        case datetime():
            return value.isoformat()
        case Mapping():
            return {str(key): encode(item) for key, item in value.items()}
        case tuple() | list():
            return [encode(item) for item in value]
        case _ if dataclasses.is_dataclass(value):
            return {
                spec.name: encode(item)
                for spec in dataclasses.fields(value)
                if (item := getattr(value, spec.name)) != spec.default or spec.default is dataclasses.MISSING
            }
        case _:
            return value


def decode(kind: type[T], value: Any) -> T:
    """Return the *kind* that `encode` made *value* of; raises ValueError, TypeError or KeyError on anything else."""
    return typing.cast(T, _decode(kind, value))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _decode(hint: Any, value: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        return _decode(next(arg for arg in typing.get_args(hint) if arg is not type(None)), value)
    if origin is tuple:
        return tuple(_decode(typing.get_args(hint)[0], item) for item in value)
    if origin is list:
        return [_decode(typing.get_args(hint)[0], item) for item in value]
    if origin is not None and issubclass(origin, Mapping):
        return dict(value)
    if hint is Span:
        start, end = value
        return Span(start, end)
    if hint is datetime:
        return datetime.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        hints = _hints(hint)
        return hint(**{name: _decode(hints[name], item) for name, item in value.items() if name in hints})
    if hint is float and isinstance(value, int):
        return float(value)
    return value
