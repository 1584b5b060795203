"""How typed answers are graded against judged pairs: `python -m bench.grading` prints the confusions and the misses."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tui_reader.study.grading import grade
from tui_reader.study.verdict import Verdict

TABLES = Path(__file__).parents[1] / "tests" / "study"
TUNED = "answers.tsv"
SEALED = "answers_sealed.tsv"  # written after the grader, which was not fitted to it


@dataclass(frozen=True, slots=True)
class Judged:
    """One typed answer, what a person judged it to be, and what the grader does."""

    expected: str
    typed: str
    judged: Verdict
    family: str
    graded: Verdict
    reason: str


def judged(name: str) -> list[Judged]:
    """Grade every pair of a table; its `names` are the actors' names, `,` between names and `;` between actors.

    Its `question`, where it has one, is what was asked.
    """
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    found = []
    for row in rows:
        names = [group.split(",") for group in (row["names"] or "").split(";") if group]
        outcome = grade(row["typed"], row["expected"], names=names, question=row.get("question") or "")
        found.append(
            Judged(
                row["expected"], row["typed"], Verdict(row["verdict"]), row["class"], outcome.verdict, outcome.reason
            )
        )
    return found


def confusions(pairs: Iterable[Judged]) -> str:
    """Return the confusion matrix: a row for each judged verdict, a column for each that the grader gave."""
    counts = Counter((pair.judged, pair.graded) for pair in pairs)
    lines = ["judged \\ graded " + "".join(f"{verdict:>8}" for verdict in Verdict)]
    lines += [f"{row:15} " + "".join(f"{counts[row, column]:8}" for column in Verdict) for row in Verdict]
    return "\n".join(lines)


def main() -> None:
    """Print the matrix of each table, then each pair of the tuned one where the two verdicts differ."""
    for name in (TUNED, SEALED):
        if not (TABLES / name).exists():
            continue
        pairs = judged(name)
        print(f"{name}: {len(pairs)} pairs\n{confusions(pairs)}\n")
        for pair in pairs if name == TUNED else ():
            if pair.judged is not pair.graded:
                why = f" ({pair.reason})" if pair.reason else ""
                print(f"{pair.family:14} {pair.judged} graded {pair.graded}{why}: {pair.expected} <- {pair.typed}")
        print()


if __name__ == "__main__":
    main()
