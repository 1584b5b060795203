"""Source → Document: one small reader a format, then sections and boilerplate."""

from __future__ import annotations

from tui_reader.sources.opening import open_source, read_text

__all__ = ["READABLE", "open_source", "read_text"]

# The endings of the files that a folder is searched for; a single file is read whatever it is called.
READABLE = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".epub", ".docx"})
