"""How typed answers are graded against a table of judged pairs: `python -m bench.grading` prints the confusions."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from tui_reader.study.grading import grade

TABLE = Path(__file__).parents[1] / "tests" / "study" / "answers.tsv"


def main() -> None:
    """Print judged verdict, given verdict and count, then each pair where they differ."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    given = [grade(row["typed"], row["expected"]).verdict.name.lower() for row in rows]
    for (judged, got), count in sorted(
        Counter((row["verdict"], one) for row, one in zip(rows, given, strict=True)).items()
    ):
        print(f"{judged:7} graded {got:7} {count:4}")
    for row, one in zip(rows, given, strict=True):
        if row["verdict"] != one:
            print(f"{row['class']:14} {row['verdict']} graded {one}: {row['expected']} <- {row['typed']}")


if __name__ == "__main__":
    main()
