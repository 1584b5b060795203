"""Time until the first text is on the screen, against a bare Textual app started in the same way.

Both run in a process of their own on a pseudo-terminal, in turn, and the best round of each counts. The text is
an article, then a book of 1 MB.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from bench.terminal import BARE, OURS, Terminal

SEED = Path(__file__).parent.parent / "seeds" / "velm-ferry.txt"
ROUNDS = 7
MOST = 1.6  # times the start of the bare app
BOOK = 1_000_000  # characters


def seconds(program: str, word: str, *arguments: str) -> tuple[float, float]:
    """Return the seconds from the start of a process to *word* on its terminal, and those it had a processor for."""
    before = os.times()
    with Terminal(program, *arguments) as terminal:
        took = terminal.await_word(word) - terminal.started
    after = os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return took, worked


def main() -> int:
    """Print the ratios and return 1 if one is over its budget."""
    short = 0
    with tempfile.TemporaryDirectory() as folder:
        article = SEED.read_text(encoding="utf-8")
        first = article.split("\n\n")[1].split()[0]
        book = Path(folder) / "book.txt"
        book.write_text(((article + "\n\n") * (BOOK // len(article) + 1))[:BOOK], encoding="utf-8")
        for name, path in (("article", SEED), ("1 MB", book)):
            bare, ours = [], []
            for turn in range(ROUNDS):
                bare.append(seconds(BARE, "Ferry"))
                ours.append(seconds(OURS, first, str(path), str(Path(folder) / f"{name}-{turn}")))
            bare_best, ours_best = ([min(column) for column in zip(*rounds, strict=True)] for rounds in (bare, ours))
            ratio, worked = (ours / bare for ours, bare in zip(ours_best, bare_best, strict=True))
            short |= ratio > MOST
            print(
                f"  {name}: first text {ratio:.2f} times a bare app's ({ours_best[0]:.3f} s, {bare_best[0]:.3f} s), "
                f"in processor time {worked:.2f} times; {MOST}"
            )
    return int(short)


if __name__ == "__main__":
    sys.exit(main())
