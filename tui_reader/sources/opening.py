"""One way in for every source: a path, a URL, `-` for standard input, or text in hand."""

from __future__ import annotations

import sys
from pathlib import Path

from tui_reader.errors import SourceError
from tui_reader.model import Document, Source
from tui_reader.sources.decoding import decode
from tui_reader.sources.layout import lay_out
from tui_reader.sources.neutral import neutralise
from tui_reader.sources.structure import structure

LARGEST = 64 * 1024 * 1024  # bytes


def open_source(location: str) -> Document:
    """Return the document at *location*; raises SourceError with one clear line."""
    if location == "-":
        return read_text(decode(sys.stdin.buffer.read(), "standard input"), Source("-"))
    return read_text(decode(read_file(Path(location)), location), Source(location))


def read_text(text: str, source: Source | None = None) -> Document:
    """Return plain *text* as a document with its sections and blocks; raises SourceError where there is none."""
    source = source or Source("-")
    if not text.strip():
        raise SourceError(f"{source.location} is empty: there is nothing to read")
    return structure(lay_out(neutralise(text)), source)


def read_file(path: Path) -> bytes:
    """Return the bytes of *path*; raises SourceError where it is missing, a folder, unreadable or too large."""
    try:
        if path.is_dir():
            raise SourceError(f"{path} is a folder; give a file")
        if path.stat().st_size > LARGEST:
            raise SourceError(f"{path} is larger than {LARGEST // 1024 // 1024} MB; give a part of it")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror or error}") from error
    except ValueError as error:  # a null character in the path
        raise SourceError(f"cannot read {str(path)!r}: {error}") from error
