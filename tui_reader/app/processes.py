"""Other processes, started while Textual holds the terminal."""

from __future__ import annotations

import contextlib
import sys
from multiprocessing import resource_tracker


def prepare_processes() -> None:
    """Start what multiprocessing needs before its first process.

    It hands on `sys.stderr.fileno()`, and Textual's stand-in for stderr answers -1, which it cannot hand on.
    """
    with contextlib.redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()
