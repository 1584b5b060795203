"""Source → Document: one small reader a format, then sections and boilerplate."""

from __future__ import annotations

from tui_reader.sources.opening import open_source, read_text

__all__ = ["open_source", "read_text"]
