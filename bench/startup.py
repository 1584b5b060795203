"""Time until the first text is on the screen, against a bare Textual app started in the same way.

Both run in a process of their own without a screen to draw on, in turn, and the best round of each counts. The text is
an article, then a book of 1 MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
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
        yield Static("text")

app = Bare()
"""

OURS = """
import sys
from pathlib import Path
from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import find_home
from tui_reader.config.settings import load_settings
from tui_reader.sources import open_source
from tui_reader.store import Library

home = find_home(sys.argv[2])
app = ReaderApp(Library.open(home.data), load_settings(home), commands(), open_source(sys.argv[1]))
"""

# Ends the app once a frame with the text on it has been made.
RUN = """
import asyncio, os, time

async def until_text():
    async with app.run_test(size=(200, 50)):
        while "text" not in (words := "".join(strip.text for strip in app.screen._compositor.render_strips())) \\
                and "ferr" not in words.lower():
            await asyncio.sleep(0)
        print(time.time(), flush=True)
        os._exit(0)

asyncio.run(until_text())
"""


def seconds(program: str, *arguments: str) -> float:
    """Return the seconds from the start of a process to its first text."""
    import time

    start = time.time()
    told = subprocess.run(
        [sys.executable, "-c", program + RUN, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
    )
    return float(told.stdout.split()[-1]) - start


def main() -> int:
    """Print the ratios and return 1 if one is over its budget."""
    short = 0
    with tempfile.TemporaryDirectory() as folder:
        article = SEED.read_text(encoding="utf-8")
        book = Path(folder) / "book.txt"
        book.write_text(((article + "\n\n") * (BOOK // len(article) + 1))[:BOOK], encoding="utf-8")
        for name, path in (("article", SEED), ("1 MB", book)):
            bare, ours = [], []
            for turn in range(ROUNDS):
                bare.append(seconds(BARE))
                ours.append(seconds(OURS, str(path), str(Path(folder) / f"{name}-{turn}")))
            ratio = min(ours) / min(bare)
            short |= ratio > MOST
            print(f"  {name}: first text {ratio:.2f} times a bare app's ({min(ours):.3f} s, {min(bare):.3f} s); {MOST}")
    return int(short)


if __name__ == "__main__":
    sys.exit(main())
