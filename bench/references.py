"""How many pronouns and pointing words are resolved, and how many of those rightly, over annotated lists.

A list is a file of tabs in `corpus/`: text, offset, word, the words of its antecedent, and their offset or CLAUSE,
EXPLETIVE or GENERIC. A found antecedent is right where it overlaps the annotated one, where both mention one actor, or
where both have the same content words but for what only describes. `python -m bench.references LIST FOLDER` measures
another list, of the texts of a folder; with `-v` it prints what was resolved wrongly.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui_reader.decks.wording import content_words
from tui_reader.extraction import extract
from tui_reader.extraction.actors.pronouns import THIRD
from tui_reader.model import Document, Extraction, Reference, ReferenceKind, Span
from tui_reader.sources import open_source

ROOT = Path(__file__).parent.parent
LIST = Path(__file__).parent / "corpus" / "references.tsv"
KINDS = {
    "CLAUSE": ReferenceKind.CLAUSE,
    "EXPLETIVE": ReferenceKind.EXPLETIVE,
    "GENERIC": ReferenceKind.GENERIC,
    "PREDICATE": ReferenceKind.PREDICATE,
}


@dataclass(frozen=True)
class Gold:
    """One word and what it stands for: `antecedent` is None where it stands for no noun phrase."""

    span: Span
    word: str
    kind: ReferenceKind
    antecedent: Span | None


def annotated(path: Path) -> dict[str, list[Gold]]:
    """Return what the list at *path* says, by text."""
    found: dict[str, list[Gold]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith(("#", "file\t")):
            continue
        text, offset, word, words, place = [*line.split("\t"), ""][:5]
        span = Span(int(offset), int(offset) + len(word))
        kind = KINDS.get(place.strip() or words.strip())
        if kind is None:
            found[text].append(Gold(span, word, ReferenceKind.NOUN, Span(int(place), int(place) + max(1, len(words)))))
        else:
            found[text].append(Gold(span, word, kind, None))
    return dict(found)


def is_right(gold: Gold, found: Reference, document: Document, extraction: Extraction) -> bool:
    if gold.antecedent is None or found.kind is not ReferenceKind.NOUN or found.antecedent is None:
        return gold.kind is found.kind
    if gold.antecedent.overlap(found.antecedent):
        return True
    actor = extraction.actor(found.actor)
    if actor is not None and any(gold.antecedent.overlap(mention) for mention in actor.mentions):
        return True
    wanted, given = (_words(span.of(document.text)) for span in (gold.antecedent, found.antecedent))
    return bool(wanted & given) and (wanted <= given or given <= wanted)


def _words(text: str) -> set[str]:
    return {word for word in content_words(text) if word not in {"that", "this", "those"}}


def judged(document: Document, golds: Sequence[Gold]) -> Iterator[tuple[Gold, Reference | None, str]]:
    """Yield each annotated word with what was found and `right`, `wrong` or `open`."""
    extraction = extract(document)
    for gold in golds:
        found = next((r for r in extraction.references if r.span.overlap(gold.span)), None)
        verdict = "open" if found is None else "right" if is_right(gold, found, document, extraction) else "wrong"
        yield gold, found, verdict


def line(name: str, counts: Counter[str]) -> str:
    right, wrong, left = counts["right"], counts["wrong"], counts["open"]
    resolved = right + wrong
    return (
        f"  {name:30} {right + wrong + left:4} words  right {right:3}  wrong {wrong:3}  open {left:3}"
        f"  precision {right / max(1, resolved):.3f}  coverage {resolved / max(1, resolved + left):.3f}"
    )


def measure(path: Path, folder: Path, *, verbose: bool) -> int:
    """Print the counts of each text of the list at *path* and of each sort of word."""
    total: Counter[str] = Counter()
    sorts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, golds in annotated(path).items():
        document = open_source(str(folder / name))
        counts: Counter[str] = Counter()
        for gold, found, verdict in judged(document, golds):
            counts[verdict] += 1
            sorts[gold.word.casefold() if gold.word.casefold() in THIRD else "pointing"][verdict] += 1
            if verbose and verdict != "right":
                _show(document, gold, found, verdict)
        total.update(counts)
        print(line(name, counts))
    for word, counts in sorted(sorts.items()):
        print(line(word, counts))
    print(line("all", total))
    return 0


def _show(document: Document, gold: Gold, found: Reference | None, verdict: str) -> None:
    text = document.text
    around = re.sub(r"\s", " ", f"{text[max(0, gold.span.start - 60) : gold.span.start]}[{gold.word}]")
    around += re.sub(r"\s", " ", text[gold.span.end : gold.span.end + 30])
    wanted = gold.antecedent.of(text) if gold.antecedent else gold.kind.value
    given = (found.antecedent.of(text) if found.antecedent else found.kind.value) if found else "-"
    sure = f"{found.confidence:.2f}" if found else ""
    print(f"    {verdict:5} {around}  wanted {wanted!r}  found {given!r} {sure}")


def main(arguments: Sequence[str] = ()) -> int:
    """Measure our own list, or the one whose path and folder of texts are given."""
    paths = [Path(one) for one in arguments if not one.startswith("-")]
    path, folder = (paths[0], paths[1]) if len(paths) > 1 else (LIST, ROOT)
    return measure(path, folder, verbose="-v" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
