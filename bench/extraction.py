"""How much of the annotated texts is found: F1 of attributions, conditions and positions, spans matched by Dice ≥ 0.5.

Of the sealed texts only the figures are printed, never what was missed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tui_reader.extraction import extract
from tui_reader.model import Mode, Span
from tui_reader.sources import open_source

CORPUS = Path(__file__).parent / "corpus"
FIELDS = {"attributions": ("content",), "conditions": ("antecedent", "consequent"), "positions": ("evidence",)}
ENOUGH = 0.5
Spans = tuple[Span, ...]


def nth(text: str, words: str, which: int) -> Span:
    at = -1
    for _ in range(which):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def likeness(one: Spans, other: Spans) -> float:
    """Return the mean Dice coefficient of the spans, 0 where one of them is under the bound."""
    dice = [a.dice(b) for a, b in zip(one, other, strict=True)]
    return sum(dice) / len(dice) if min(dice) >= ENOUGH else 0.0


def count(gold: Sequence[tuple[Spans, bool]], found: Sequence[Spans]) -> Counter[str]:
    """Pair the best first, each once, required items before optional ones."""
    left, hits, optional = list(found), 0, 0
    for wanted in (False, True):
        pairs = sorted(
            (
                (likeness(spans, other), k, other)
                for k, (spans, free) in enumerate(gold)
                if free is wanted
                for other in left
            ),
            key=lambda pair: -pair[0],
        )
        met: set[int] = set()
        for score, k, other in pairs:
            if score and k not in met and other in left:
                met.add(k)
                left.remove(other)
        hits, optional = (len(met), optional) if not wanted else (hits, len(met))
    return Counter(hit=hits, missed=sum(not free for _, free in gold) - hits, false=len(left))


def measure(path: Path) -> dict[str, Counter[str]]:
    """Return the counts of one text by kind."""
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    document = open_source(str(path.with_name(path.name.removesuffix(".gold.json") + ".txt")))
    extraction = extract(document)
    found: dict[str, list[Spans]] = {
        "attributions": [(claim.span,) for claim in extraction.claims if claim.mode is not Mode.NARRATION],
        "conditions": [(c.antecedent, c.consequent) for c in extraction.conditions],
        "positions": [(position.evidence,) for position in extraction.positions],
    }
    totals = {}
    for kind, fields in FIELDS.items():
        wanted = [
            (tuple(nth(document.text, item[f], item.get(f"{f}_nth") or 1) for f in fields), bool(item.get("optional")))
            for item in gold[kind]
        ]
        totals[kind] = count(wanted, found[kind])
    return totals


def main() -> int:
    """Print precision, recall and F1 of each kind over the open and over the sealed texts."""
    for folder in ("open", "sealed"):
        sums: dict[str, Counter[str]] = {kind: Counter() for kind in FIELDS}
        for path in sorted((CORPUS / folder).glob("*.gold.json")):
            for kind, counts in measure(path).items():
                sums[kind].update(counts)
        for kind, c in sums.items():
            precision, recall = c["hit"] / max(1, c["hit"] + c["false"]), c["hit"] / max(1, c["hit"] + c["missed"])
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            print(f"extraction: {folder:6} {kind:12} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    return 0


if __name__ == "__main__":
    main()
