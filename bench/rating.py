"""What one answer costs, and opening, with 10,000 cards and 200,000 reviews.

One answer is held against a bare append and fsync of as many bytes, opening against a bare parse of the snapshot, both
measured in the same run.
"""

from __future__ import annotations

import json
import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles

from tui_reader.model import (
    Card,
    CardKind,
    CardState,
    Document,
    Phase,
    Question,
    Rating,
    Review,
    Source,
    Span,
    document_id,
)
from tui_reader.store import Library
from tui_reader.store.journal import LOG, SNAPSHOT
from tui_reader.store.states import state_row

CARDS, REVIEWS, TEXTS = 10_000, 200_000, 40
ANSWERS = 500
START = datetime(2026, 1, 1, 8, tzinfo=UTC)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _fill(home)
        size = (home / LOG).stat().st_size
        print(f"{CARDS:,} cards, {REVIEWS:,} reviews, log {size / 1e6:.0f} MB")
        began = time.perf_counter()
        Library.open(home).close()
        print(f"replay of the whole log, once: {time.perf_counter() - began:.1f} s")
        _measure_opening(home)
        _measure_answers(home)


def _fill(home: Path) -> None:
    """Write the log as it would have been written, without an fsync a line."""
    with Library.open(home) as library:
        names = [f"{number:016x}" for number in range(CARDS)]
        for number in range(TEXTS):
            text = f"Text {number}: the ferry will sail.\n"
            document = Document(document_id(text), text, f"Text {number}", Source(f"{number}.txt"))
            library.add(document)
            mine = names[number::TEXTS]
            library.keep_cards(document.id, [_card(name, document.id) for name in mine])
    (home / SNAPSHOT).unlink()
    chance = random.Random(1)
    heads: dict[str, int] = {}
    below: int | None = None
    at = START
    with open(home / LOG, "ab") as log:
        place = log.tell()
        for number in range(REVIEWS):
            at += timedelta(seconds=8) if number % 100 else timedelta(hours=23)
            name = names[number % CARDS] if number < CARDS else chance.choice(names)
            told = {"card": name, "rating": chance.choice((1, 3, 3, 3, 4)), "at": at.isoformat(), "seconds": 7.25}
            row = state_row(_state(at, number, chance))
            head = {name: heads[name]} if name in heads else {}
            event = {"review": told, "states": {name: row}, "heads": head, "below": below}
            line = json.dumps(event, separators=(",", ":")).encode() + b"\n"
            log.write(line)
            heads[name] = below = place
            place += len(line)


def _card(name: str, document: str) -> Card:
    span = Span(0, 4)
    return Card(name, document, f"i{name}", CardKind.ATTRIBUTION, Question.SPEAKER, "Who?", "Oru", span, span)


def _state(at: datetime, number: int, chance: random.Random) -> CardState:
    days = chance.random() * 60
    return CardState(
        Phase.REVIEW, days, 1 + 9 * chance.random(), None, at + timedelta(days=days), at, 1 + number // CARDS
    )


def _best(work: Callable[[], object], rounds: int = 7) -> float:
    """Return the shortest of several times, in seconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def _measure_opening(home: Path) -> None:
    def opened() -> None:
        library = Library.open(home)
        times.append(time.perf_counter() - began)
        assert sum(text.cards for text in library.documents()) == CARDS
        counted.append(time.perf_counter() - began)
        library.close()

    times: list[float] = []
    counted: list[float] = []
    for _ in range(7):
        began = time.perf_counter()
        opened()
    parse = _best(lambda: json.loads((home / SNAPSHOT).read_bytes()))
    print(
        f"opening: {min(times) / parse:.1f} × a bare parse of the snapshot, with all due counts "
        f"{min(counted) / parse:.1f} × ({min(times) * 1e3:.0f} and {min(counted) * 1e3:.0f} ms)"
    )


def _measure_answers(home: Path) -> None:
    chance = random.Random(2)
    with Library.open(home) as library:
        before = (home / LOG).stat().st_size
        ours: list[float] = []
        bare: list[float] = []
        fd = os.open(home / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        for number in range(ANSWERS):
            name = f"{chance.randrange(CARDS):016x}"
            at = datetime.now(UTC)
            review, state = Review(name, Rating.GOOD, at, seconds=7.25), _state(at, number, chance)
            began = time.perf_counter()
            library.record(review, state)
            ours.append(time.perf_counter() - began)
            size = ((home / LOG).stat().st_size - before) // (number + 1)
            began = time.perf_counter()
            os.write(fd, b"x" * size)
            os.fsync(fd)
            bare.append(time.perf_counter() - began)
        os.close(fd)
        mine, theirs = quantiles(ours, n=100), quantiles(bare, n=100)
        print(
            f"one answer: p50 {mine[49] / theirs[49]:.1f} ×, p99 {mine[98] / theirs[98]:.1f} × a bare append and fsync "
            f"of the same {size} bytes ({mine[49] * 1e3:.2f} and {mine[98] * 1e3:.2f} ms)"
        )
        began = time.perf_counter()
        count = 100
        for _ in range(count):
            library.undo()
        print(
            f"one undo: {(time.perf_counter() - began) / count / (sum(bare) / ANSWERS):.1f} × a bare append and fsync"
        )


if __name__ == "__main__":
    main()
