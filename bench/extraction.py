"""How much of the annotated texts is found: F1 of attributions, conditions and positions, spans matched by Dice ≥ 0.5.

Of the sealed texts only the figures are printed, never what was missed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Item:
    """A span, or two, and the names of its holder: None among them stands for the document's writer."""

    spans: Spans
    holder: frozenset[str | None]
    optional: bool = False


def count(gold: Sequence[Item], found: Sequence[Item]) -> Counter[str]:
    """Pair the best first, each once, required items before optional ones; `held` are hits with the right holder."""
    left = list(found)
    hits: list[tuple[Item, Item]] = []
    for optional in (False, True):
        pairs = sorted(
            (
                (likeness(item.spans, other.spans) + 0.01 * bool(item.holder & other.holder), k, j)
                for k, item in enumerate(gold)
                if item.optional is optional
                for j, other in enumerate(left)
                if likeness(item.spans, other.spans)
            ),
            reverse=True,
        )
        met: dict[int, int] = {}
        for _, k, j in pairs:
            if k not in met and j not in met.values():
                met[k] = j
        if not optional:
            hits = [(gold[k], left[j]) for k, j in met.items()]
        left = [other for j, other in enumerate(left) if j not in met.values()]
    return Counter(
        hit=len(hits),
        missed=sum(not item.optional for item in gold) - len(hits),
        false=len(left),
        held=sum(bool(item.holder & other.holder) for item, other in hits),
    )


def same(name: str) -> str:
    """Return *name* as names are compared: small letters, straight apostrophes, no article."""
    name = name.replace("’", "'").casefold().strip()
    return next((name.removeprefix(a) for a in ("the ", "a ", "an ") if name.startswith(a)), name)


def wanted_holders(gold: dict[str, Any], item: dict[str, Any]) -> frozenset[str | None]:
    """Return all names of the holders that are right; the document's writer may be named or not."""
    actors = {actor["name"]: actor for actor in gold["actors"]}
    right = [item["holder"], *item.get("holder_alt", [])]
    names: set[str | None] = set()
    for holder in right:
        if holder is None or holder == gold.get("writer"):
            names |= {None, *({same(gold["writer"])} if gold.get("writer") else ())}
        if holder is not None:
            known = actors.get(holder, {})
            for name in (holder, *known.get("aliases", ()), *known.get("members", ())):
                names.add(same(name))
    return frozenset(names)


def measure(path: Path) -> dict[str, Counter[str]]:
    """Return the counts of one text by kind."""
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    document = open_source(str(path.with_name(path.name.removesuffix(".gold.json") + ".txt")))
    extraction = extract(document)
    names: dict[str | None, frozenset[str | None]] = {
        actor.id: frozenset({same(actor.name), *map(same, actor.names)}) for actor in extraction.actors
    }
    names[None] = frozenset({None})
    nobody: frozenset[str | None] = frozenset()
    found = {
        "attributions": [
            Item((c.span,), names.get(c.holder, nobody)) for c in extraction.claims if c.mode is not Mode.NARRATION
        ],
        "conditions": [Item((c.antecedent, c.consequent), names.get(c.holder, nobody)) for c in extraction.conditions],
        "positions": [Item((p.evidence,), names.get(p.holder, nobody)) for p in extraction.positions],
    }
    totals = {}
    for kind, fields in FIELDS.items():
        wanted = [
            Item(
                tuple(nth(document.text, item[f], item.get(f"{f}_nth") or 1) for f in fields),
                wanted_holders(gold, item),
                bool(item.get("optional")),
            )
            for item in gold[kind]
        ]
        totals[kind] = count(wanted, found[kind])
    return totals


def main() -> int:
    """Print precision, recall, F1 and F1 with the right holder of each kind, over the open and the sealed texts."""
    for folder in ("open", "sealed"):
        sums: dict[str, Counter[str]] = {kind: Counter() for kind in FIELDS}
        for path in sorted((CORPUS / folder).glob("*.gold.json")):
            for kind, counts in measure(path).items():
                sums[kind].update(counts)
        for kind, c in sums.items():
            precision, recall = c["hit"] / max(1, c["hit"] + c["false"]), c["hit"] / max(1, c["hit"] + c["missed"])
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            held = f1 * c["held"] / max(1, c["hit"])
            print(
                f"extraction: {folder:6} {kind:12} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
                f"  with holder {held:.3f}"
            )
    return 0


if __name__ == "__main__":
    main()
