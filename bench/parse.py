"""What the rules cost beside bare spaCy, whether cost grows linearly to a book, and how much memory a book takes.

Bare and whole reading take the same parts of the same texts by the same pipeline, in turn, and the best round of each
counts.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tui_reader.extraction.pipeline import QUESTIONS, load, parse, parts, run
from tui_reader.extraction.reading import Reading
from tui_reader.model import Document
from tui_reader.sources import open_source, read_text

SEEDS = Path(__file__).parent.parent / "seeds"
ROUNDS = 5
MOST = 0.60  # of the time of bare spaCy, for all rules together
BOOK = 1_000_000  # characters
MOST_MEMORY = 1_500_000_000  # bytes
LEAST_LINEAR = 1.5  # a book may cost this many times as much a character as an article


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def parse_only(documents: Sequence[Document]) -> None:
    """Parse all parts and ask nothing."""
    nlp = load()
    for document in documents:
        for span in parts(document):
            parse(nlp, Reading(document), span)


def read(documents: Sequence[Document]) -> None:
    for document in documents:
        run(document)


def shares(documents: Sequence[Document]) -> dict[str, float]:
    """Return the seconds that each question takes over all documents."""
    nlp = load()
    spent = {question.__name__: 0.0 for question in QUESTIONS}
    for document in documents:
        reading = Reading(document)
        for span in parts(document):
            doc = parse(nlp, reading, span)
            for question in QUESTIONS:
                spent[question.__name__] += seconds(lambda doc=doc, question=question: question(doc))  # type: ignore[misc]
    return spent


def book(documents: Sequence[Document], length: int) -> Document:
    """Return a text of *length* characters made of the seeds, one after the other."""
    text = "\n\n".join(document.text for document in documents)
    return read_text("\n\n".join([text] * (length // len(text) + 1))[:length])


def main() -> int:
    documents = [open_source(str(path)) for path in sorted(SEEDS.glob("*.txt"))]
    read(documents)  # load the model and the lexicons
    bare = whole = float("inf")
    for _ in range(ROUNDS):
        bare = min(bare, seconds(lambda: parse_only(documents)))
        whole = min(whole, seconds(lambda: read(documents)))
    added = whole / bare - 1
    print(f"  rules add {added:.0%} to bare spaCy (at most {MOST:.0%})")
    for name, spent in shares(documents).items():
        print(f"    {name.removeprefix('find_'):12} {spent / bare:.0%}")
    tenth = book(documents, BOOK // 10)
    small = seconds(lambda: run(tenth)) / len(tenth.text)
    large_book = book(documents, BOOK)
    large = seconds(lambda: run(large_book)) / len(large_book.text)
    print(
        f"  a book of {BOOK:,} characters costs {large / small:.2f} times as much a character as one of {BOOK // 10:,}"
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(f"  most memory {memory / 1e6:,.0f} MB (at most {MOST_MEMORY / 1e6:,.0f} MB)")
    return int(added > MOST or large / small > LEAST_LINEAR or memory > MOST_MEMORY)


if __name__ == "__main__":
    sys.exit(main())
