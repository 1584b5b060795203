"""An append-only file of JSON lines, each of them on the disk before `append` returns."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from tui_reader.errors import NotSaved
from tui_reader.store.durable import Json, decode_json, encode_json, reason, sync_file, sync_folder

MARK = 256  # bytes before a place by which a snapshot knows its log
CHUNK = 1 << 20


class Log:
    """Events as lines; an event is known by the byte offset of its line. The caller holds the lock of the folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        created = not path.exists()
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        self.end = 0  # the owner has seen the lines before this offset
        if created:
            sync_folder(path.parent)

    @property
    def size(self) -> int:
        return os.fstat(self._fd).st_size

    def replaced(self) -> bool:
        """Return whether the file of this name is another one now: restored from a backup, migrated or deleted."""
        try:
            there = os.stat(self.path)
        except FileNotFoundError:
            return True
        here = os.fstat(self._fd)
        return (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino) or here.st_size < self.end

    def append(self, event: Mapping[str, Any]) -> int:
        """Write one line durably and return its offset; on failure leave the file as it was and raise NotSaved.

        `end` stays: the owner reads the line as it reads those of others.
        """
        line, start = encode_json(event) + b"\n", self.end
        try:
            if self.size > start:  # half a line, torn off by a crash
                os.ftruncate(self._fd, start)
            if os.write(self._fd, line) < len(line):
                raise OSError(0, "no room for it on the disk")
            sync_file(self._fd)
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._fd, start)
            raise NotSaved(f"nothing was saved: {reason(error)}") from error
        return start

    def scan(self, offset: int = 0) -> Iterator[tuple[int, int, Json]]:
        """Yield (start, end, event) of the whole lines from *offset* on; an unreadable one is {}."""
        rest = b""
        for chunk in self._chunks(offset):
            lines = (rest + chunk).split(b"\n")
            rest = lines.pop()
            for line in lines:
                end = offset + len(line) + 1
                yield offset, end, _event(line)
                offset = end

    def lines_back(self, end: int) -> Iterator[tuple[int, Json]]:
        """Yield (offset, event) of the lines before *end*, the last one first."""
        rest, start = b"", end
        while start > 0:
            size = min(CHUNK // 16, start)
            start -= size
            lines = (self._read(start, size) + rest).split(b"\n")
            rest = lines[0]
            offset = start + sum(len(line) + 1 for line in lines) - 1
            for line in reversed(lines[1:]):
                offset -= len(line)
                if line:
                    yield offset, _event(line)
                offset -= 1
        if rest:
            yield 0, _event(rest)

    def at(self, offset: int) -> Json:
        """Return the event whose line begins at *offset*, {} if there is none that can be read."""
        size = 1024
        while True:
            data = self._read(offset, size)
            line, found, _ = data.partition(b"\n")
            if found:
                return _event(line)
            if len(data) < size:
                return {}
            size *= 8

    def mark(self, end: int) -> int:
        """Return a checksum of the bytes just before *end*."""
        start = max(0, end - MARK)
        return crc32(self._read(start, end - start))

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _read(self, offset: int, size: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._fd, size, offset)
        os.lseek(self._fd, offset, os.SEEK_SET)  # Windows
        return os.read(self._fd, size)

    def _chunks(self, offset: int) -> Iterator[bytes]:
        while chunk := self._read(offset, CHUNK):
            yield chunk
            offset += len(chunk)


def _event(line: bytes) -> Json:
    try:
        event = decode_json(line)
    except ValueError:
        return {}
    return event if isinstance(event, dict) else {}
