"""A program in a process of its own on a pseudo-terminal, 200 by 50, as the benchmarks of the app watch it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from types import TracebackType
from typing import Self

PATIENCE = 60  # seconds without a byte after which a program is given up

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("Ferry")

Bare().run()
"""

OURS = """
import sys
from tui_reader.app.main import run
from tui_reader.config.paths import find_home

run(find_home(sys.argv[2]), sys.argv[1])
"""


class Terminal:
    """Runs a Python program; `started` is when, on the clock of `time.perf_counter`."""

    def __init__(self, program: str, *arguments: str, rows: int = 50, columns: int = 200) -> None:
        self._ours, self._theirs = pty.openpty()
        self._size(rows, columns)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "PYTHONDONTWRITEBYTECODE": ""},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)
        os.close(self._theirs)

    def resize(self, rows: int, columns: int) -> None:
        self._size(rows, columns)
        self.process.send_signal(signal.SIGWINCH)  # it has no controlling terminal that would

    def _size(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def await_word(self, word: str, patience: float = PATIENCE) -> float:
        """Read on until *word* is written and return the time then; raises TimeoutError."""
        seen = b""
        while word.encode() not in seen:
            if not select.select([self._ours], [], [], patience)[0]:
                raise TimeoutError(f"no {word!r} on the screen")
            seen += os.read(self._ours, 65536)
        return time.perf_counter()

    def drain(self, quiet: float = 0.05) -> bytes:
        """Read whatever is written until nothing more comes for *quiet* seconds."""
        seen = b""
        while select.select([self._ours], [], [], quiet)[0]:
            seen += os.read(self._ours, 65536)
        return seen

    @property
    def memory(self) -> int:
        """The bytes of main memory that the program itself holds, without its children; Linux only."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS"))
