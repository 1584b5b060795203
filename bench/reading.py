"""What a text of 1 MB costs a reader: its lines at another width, its memory, and a key while it is being extracted.

The lines are laid out beside the standard library's `textwrap`, the app's memory beside a bare Textual app's, and
keys during extraction beside keys in the same text at rest. The absolute budgets are those that a reader notices.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

from bench.terminal import BARE, OURS, Terminal
from tui_reader.app.page import Page
from tui_reader.sources import open_source

SEED = Path(__file__).parent.parent / "seeds" / "velm-ferry.txt"
BOOK = 1_000_000  # characters
WIDTHS = (72, 64, 50, 40, 31)
MOST_WRAP = 0.150  # seconds
MOST_MEMORY = 80_000_000  # bytes
MOST_KEY = 0.050  # seconds, 95 of 100 keys
KEYS = 100
PACE = 0.15  # seconds between two keys
CURSOR = "▎"
AT_REST = """
import tui_reader.extraction.worker as worker
def wait(document, pipeline=None, progress=None, cancelled=None, found=None):
    import time
    while not cancelled():
        time.sleep(0.1)
    raise SystemExit
worker.extract_in_process = wait
"""


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the seconds of the fastest of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def wrapping(book: Path) -> int:
    document = open_source(str(book))
    paragraphs = document.text.split("\n\n")
    flat = Page(document, 72).flat
    worst = max(best(lambda width=width: Page(document, width, flat)) for width in WIDTHS)  # type: ignore[misc]
    theirs = best(lambda: [textwrap.wrap(paragraph, 72) for paragraph in paragraphs], 1)
    print(
        f"  1 MB wrapped anew in {worst * 1000:.0f} ms, {worst / theirs:.2f} times textwrap's; {MOST_WRAP * 1000:.0f}"
    )
    return int(worst > MOST_WRAP)


def resizing(terminal: Terminal) -> float:
    """Return the seconds from a resize to the first frame at the new size, at worst."""
    times = []
    for columns in (60, 44, 70, 36, 120):
        start = time.perf_counter()
        terminal.resize(40, columns)
        times.append(terminal.await_word(CURSOR) - start)
        terminal.drain(0.3)
    terminal.resize(50, 200)
    terminal.drain(0.3)
    return max(times)


def keys(terminal: Terminal) -> list[float]:
    """Return the seconds from each of some keys to the frame that shows the cursor on its new line, in order."""
    times = []
    for turn in range(KEYS):
        terminal.drain(PACE / 2)
        start = time.perf_counter()
        terminal.press("jjk"[turn % 3])
        times.append(terminal.await_word(CURSOR) - start)
        time.sleep(PACE / 2)
    return sorted(times)


def opened(program: str, book: Path, home: Path) -> Terminal:
    terminal = Terminal(program, str(book), str(home))
    terminal.await_word("Reading the text")
    terminal.drain(0.5)
    return terminal


def main() -> int:
    """Print the figures and return 1 if one is over its budget."""
    with tempfile.TemporaryDirectory() as folder:
        article = SEED.read_text(encoding="utf-8")
        book = Path(folder) / "book.txt"
        book.write_text(((article + "\n\n") * (BOOK // len(article) + 1))[:BOOK], encoding="utf-8")
        short = wrapping(book)
        with Terminal(BARE) as bare:
            bare.await_word("Ferry")
            bare.drain(0.5)
            least = bare.memory
        with opened(AT_REST + OURS, book, Path(folder) / "rest") as rest:
            memory = rest.memory
            at_rest = keys(rest)
            print(
                f"  1 MB open in {memory / 1e6:.0f} MB, {memory / least:.2f} times a bare app; {MOST_MEMORY / 1e6:.0f}"
            )
            print(f"  1 MB at another size in {resizing(rest) * 1000:.0f} ms at worst, until the first frame")
        with opened(OURS, book, Path(folder) / "busy") as busy:
            at_work = keys(busy)
    slow, rested = (statistics.quantiles(times, n=20)[-1] for times in (at_work, at_rest))
    print(
        f"  95 of 100 keys within {slow * 1000:.0f} ms during extraction, {slow / rested:.2f} times those at rest; "
        f"{MOST_KEY * 1000:.0f}"
    )
    return int(short or memory > MOST_MEMORY or slow > MOST_KEY)


if __name__ == "__main__":
    sys.exit(main())
