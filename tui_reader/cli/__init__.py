"""The command line: thin commands over the core, one module each."""

from __future__ import annotations

from tui_reader.cli.group import cli
from tui_reader.cli.running import run

__all__ = ["cli", "run"]
