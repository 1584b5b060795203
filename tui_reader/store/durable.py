"""Files that are on the disk, whole, before the next step is taken."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tui_reader.errors import NotSaved, StoreError

Json = dict[str, Any]
PREVIOUS = ".previous"


def encode_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode_json(data: bytes) -> Any:
    """Return the value of JSON *data*; raises ValueError on anything else."""
    return json.loads(data.decode("utf-8", "surrogatepass"))


def sync_file(fd: int) -> None:
    """Return once the file's bytes are on the disk itself; macOS flushes the drive's cache only on F_FULLFSYNC."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # a network or FAT volume does not know the command
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
            return
    os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """Make a name that was created, replaced or removed in *folder* durable; Windows does so by itself."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def make_folder(folder: Path) -> None:
    """Create *folder* and what is missing above it, each name durable; raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


@contextmanager
def prepared(path: Path, data: bytes, *, keep_previous: bool = False) -> Iterator[Callable[[], None]]:
    """Write *data* beside *path* and yield what puts it in place, atomically.

    All that can fail for want of room fails before anything is replaced; leaving the block without calling it leaves
    the old file. With *keep_previous* the old file stays as `NAME.previous`. Raises NotSaved.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")

    def place() -> None:
        try:
            if keep_previous and path.exists():
                os.replace(path, path.with_name(path.name + PREVIOUS))
            os.replace(temporary, path)
            sync_folder(path.parent)
        except OSError as error:
            raise NotSaved(f"{path.name} was not saved: {reason(error)}") from error

    try:
        try:
            make_folder(path.parent)
            with open(temporary, "wb") as file:
                file.write(data)
                file.flush()
                sync_file(file.fileno())
        except OSError as error:
            raise NotSaved(f"{path.name} was not saved: {reason(error)}") from error
        yield place
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def replace_file(path: Path, data: bytes) -> None:
    """Replace the file whole: a crash leaves the old one or the new, never a mix; raises NotSaved."""
    with prepared(path, data) as place:
        place()


def set_aside(path: Path) -> Path:
    """Rename a broken file to a free name beside it and return that name; nothing of a reader's is ever deleted."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    try:
        os.replace(path, aside)
    except OSError as error:
        raise StoreError(f"{path} is damaged and cannot be set aside: {reason(error)}") from error
    return aside


def reason(error: OSError) -> str:
    """Return the error in one line, without number or path."""
    return error.strerror or str(error)
