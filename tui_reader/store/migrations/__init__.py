"""Steps from each schema to the next, and the walk over them; before it, everything is copied to `backups/`.

A step is a pair of pure functions, of an event and of a text's file. Files of texts carry their own schema number and
the log is replaced last, so a walk that was cut short is taken up again at the next opening.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui_reader.errors import StoreError
from tui_reader.store.durable import (
    Json,
    decode_json,
    encode_json,
    make_folder,
    reason,
    replace_file,
    sync_file,
    sync_folder,
)
from tui_reader.store.log import Log
from tui_reader.store.schema import SCHEMA

PLACES = ("below", "undo", "top")  # fields of an event that hold the offset of an earlier one


def _unchanged(event: Json) -> Json:
    return event


def _same(name: str, value: Json) -> Json:
    return value


@dataclass(frozen=True, slots=True)
class Step:
    """What leads from one schema to the next: `event` for each event, `text` for each file of a text, by its name."""

    event: Callable[[Json], Json] = _unchanged
    text: Callable[[str, Json], Json] = _same


STEPS: Mapping[int, Step] = {}  # by the schema that a step starts from


def migrate(folder: Path, log: str, snapshot: str, version: int, to: int = SCHEMA) -> str:
    """Bring the files of *folder* from a schema to another and return what the reader is told.

    Raises StoreError, with the files as they were or half-way in a form that the next opening goes on from.
    """
    steps = [STEPS[number] for number in range(version, to)]
    try:
        backup = _back_up(folder, log, snapshot, version)
        for path in sorted((folder / "texts").glob("*/*.json*")):
            _migrate_text(path, to)
        _migrate_log(folder / log, steps, to)
        (folder / snapshot).unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise StoreError(f"the library in {folder} could not be brought to its new form: {reason(error)}") from error
    return f"the library was brought from schema {version} to {to}; as it was before, it is in {backup}"


def _back_up(folder: Path, log: str, snapshot: str, version: int) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    backup = folder / "backups" / f"schema-{version}-{stamp}"
    make_folder(backup)
    for name in (log, snapshot):
        if (folder / name).exists():
            shutil.copy2(folder / name, backup / name)
    if (folder / "texts").exists():
        shutil.copytree(folder / "texts", backup / "texts")
    return backup


def _migrate_text(path: Path, to: int) -> None:
    try:
        value = decode_json(path.read_bytes())
        version = value["schema"]
        if version >= to:
            return
        for number in range(version, to):
            value = STEPS[number].text(path.name.partition(".")[0], value)
    except (ValueError, KeyError, TypeError):
        return  # broken: it is set aside when it is read
    replace_file(path, encode_json(value | {"schema": to}))


def _migrate_log(path: Path, steps: list[Step], to: int) -> None:
    """Rewrite the log line by line; offsets of earlier events, which change, are translated."""
    places: dict[int, int] = {}
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    old = Log(path)
    try:
        with open(temporary, "wb") as file:
            for start, _, event in old.scan():
                places[start] = file.tell()
                for step in steps:
                    event = _stepped(event, step)
                if "schema" in event:
                    event = event | {"schema": to}
                file.write(encode_json(_translated(event, places)) + b"\n")
            file.flush()
            sync_file(file.fileno())
        os.replace(temporary, path)
        sync_folder(path.parent)
    finally:
        old.close()
        temporary.unlink(missing_ok=True)


def _stepped(event: Json, step: Step) -> Json:
    if "batch" in event:
        return event | {"batch": [step.event(inner) for inner in event["batch"]]}
    return step.event(event) if event else event


def _translated(event: Json, places: Mapping[int, int]) -> Json:
    changes: dict[str, Any] = {}
    for name in PLACES:
        if isinstance(event.get(name), int):
            changes[name] = places.get(event[name])
    if "heads" in event:
        changes["heads"] = {card: places[head] for card, head in event["heads"].items() if head in places}
    return event | changes
