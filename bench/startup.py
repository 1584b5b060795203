"""Time until the first text is on the screen, against a bare Textual app started in the same way.

Both run in a process of their own on a pseudo-terminal, in turn, and the best round of each counts. The text is
an article, then a book of 1 MB.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

SEED = Path(__file__).parent.parent / "seeds" / "velm-ferry.txt"
ROUNDS = 7
MOST = 1.6  # times the start of the bare app
BOOK = 1_000_000  # characters

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


def seconds(program: str, word: bytes, *arguments: str) -> float:
    """Return the seconds from the start of a process to *word* on its terminal, 200 by 50."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "PYTHONDONTWRITEBYTECODE": ""},
    )
    seen = b""
    try:
        while word not in seen:
            if not select.select([ours], [], [], 20)[0]:
                raise TimeoutError(f"no {word!r} on the screen")
            seen += os.read(ours, 65536)
        return time.perf_counter() - start
    finally:
        process.kill()
        process.wait()
        os.close(ours)
        os.close(theirs)


def main() -> int:
    """Print the ratios and return 1 if one is over its budget."""
    short = 0
    with tempfile.TemporaryDirectory() as folder:
        article = SEED.read_text(encoding="utf-8")
        first = article.split("\n\n")[1].split()[0].encode()
        book = Path(folder) / "book.txt"
        book.write_text(((article + "\n\n") * (BOOK // len(article) + 1))[:BOOK], encoding="utf-8")
        for name, path in (("article", SEED), ("1 MB", book)):
            bare, ours = [], []
            for turn in range(ROUNDS):
                bare.append(seconds(BARE, b"Ferry"))
                ours.append(seconds(OURS, first, str(path), str(Path(folder) / f"{name}-{turn}")))
            ratio = min(ours) / min(bare)
            short |= ratio > MOST
            print(f"  {name}: first text {ratio:.2f} times a bare app's ({min(ours):.3f} s, {min(bare):.3f} s); {MOST}")
    return int(short)


if __name__ == "__main__":
    sys.exit(main())
