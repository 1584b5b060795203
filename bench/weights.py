"""Fit the weights by which candidates for a pronoun are ranked, on the annotated texts: `python -m bench.weights`.

Log-linear ranking with Gaussian priors (Denis & Baldridge 2008). With `-v` each fifth of the texts is measured with
weights fitted on the others. A walk over a text follows the annotation, so that errors do not add up while fitting.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Token

from bench.references import LIST, ROOT, Gold, annotated, is_right
from tui_reader.extraction.pipeline import load, parse, parts
from tui_reader.extraction.reading import Reading, document_span
from tui_reader.extraction.references import finder
from tui_reader.extraction.references.focus import Focus
from tui_reader.extraction.references.pronouns import Choice, Option, options
from tui_reader.model import Extraction, Reference, ReferenceKind
from tui_reader.sources import open_source

TARGET = ROOT / "tui_reader" / "extraction" / "lexicons" / "references" / "weights.tsv"
PRIOR = 0.7  # variance of the Gaussian prior
ROUNDS, STEP = 400, 0.5
LEAST = 0.02  # a weight below this is left out
RARE = 3  # a feature met less often than this is left out


@dataclass(frozen=True)
class Example:
    """One annotated pronoun: the features of each option, and which of them are right."""

    options: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]


def examples(path: Path, folder: Path) -> dict[str, list[Example]]:
    """Return the examples of each text of the list at *path*."""
    nlp = load()
    found: dict[str, list[Example]] = {}
    for name, golds in annotated(path).items():
        document = open_source(str(folder / name))
        reading = Reading(document)
        reading.parts = [parse(nlp, reading, span) for span in parts(document)]
        for doc in reading.parts:
            reading.actors.learn(doc)
        for doc in reading.parts:
            reading.actors.walk(doc)
        teacher = _Teacher(reading, {gold.span.start: gold for gold in golds}, reading.extraction(), [])
        for doc in reading.parts:
            finder.walk(doc, reading, teacher.decide)
        found[name] = teacher.examples
    return found


@dataclass
class _Teacher:
    """Decides as the annotation has it, and notes what there was to decide between."""

    reading: Reading
    golds: dict[int, Gold]
    extraction: Extraction
    examples: list[Example]

    def decide(self, pronoun: Token, focus: Focus, passage: int) -> Choice | None:
        gold = self.golds.get(document_span(pronoun).start)
        if gold is None:
            return None
        found = options(pronoun, focus, passage)
        right = [index for index, option in enumerate(found) if self._is_right(gold, option)]
        if not right and gold.kind is not ReferenceKind.EXPLETIVE:
            right = [len(found) - 1]
        if right:
            self.examples.append(Example(tuple(option.features for option in found), tuple(right)))
        best = found[right[-1]] if right else None
        if best is None or best.chain is None or best.mention is None:
            return None
        return Choice(best.chain, best.mention, 1.0)

    def _is_right(self, gold: Gold, option: Option) -> bool:
        if option.mention is None or option.chain is None:
            return gold.kind in {ReferenceKind.CLAUSE, ReferenceKind.GENERIC}
        if option.chain.opened or gold.antecedent is None:
            return False
        for mention in option.chain.mentions:
            if mention.form == "pronoun":
                continue
            entity = mention.entity
            reference = Reference(
                gold.span, ReferenceKind.NOUN, document_span(mention.words), entity.id if entity else None
            )
            if is_right(gold, reference, self.reading.document, self.extraction):
                return True
        return False


def fit(data: Sequence[Example]) -> dict[str, float]:
    """Return the weights that make the right options likeliest, by gradient ascent with a decaying step."""
    often = Counter(feature for one in data for option in one.options for feature in option)
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-8)
    kept = {feature for feature, count in often.items() if count >= RARE}
    for _ in range(ROUNDS):
        gradient: dict[str, float] = defaultdict(float)
        for one in data:
            scores = [sum(weights[f] for f in option if f in kept) for option in one.options]
            top = max(scores)
            odds = [math.exp(score - top) for score in scores]
            total, good = sum(odds), sum(odds[index] for index in one.right)
            for index, option in enumerate(one.options):
                change = -odds[index] / total + (odds[index] / good if index in one.right else 0.0)
                if abs(change) > 1e-6:
                    for feature in option:
                        if feature in kept:
                            gradient[feature] += change
        for feature in kept:
            slope = gradient[feature] - weights[feature] / PRIOR
            squares[feature] += slope * slope
            weights[feature] += STEP * slope / math.sqrt(squares[feature])
    return {feature: weight for feature, weight in weights.items() if abs(weight) >= LEAST}


def write(weights: dict[str, float]) -> None:
    lines = [f"{feature}\t{weight:.3f}" for feature, weight in sorted(weights.items())]
    head = "# What each feature of a candidate for a pronoun counts, fitted by bench/weights.py. feature <TAB> weight"
    TARGET.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def held_out(data: dict[str, list[Example]]) -> None:
    """Print precision and coverage at several bounds, each fifth of the texts with the weights of the others."""
    names = sorted(data)
    judged: list[tuple[float, bool]] = []
    for fold in range(5):
        test = set(names[fold::5])
        weights = fit([one for name in names if name not in test for one in data[name]])
        for name in test:
            for one in data[name]:
                scores = [sum(weights.get(f, 0.0) for f in option) for option in one.options]
                best = max(range(len(scores)), key=scores.__getitem__)
                sure = 1.0 / sum(math.exp(score - scores[best]) for score in scores)
                judged.append((sure if best < len(scores) - 1 else 0.0, best in one.right))
    for bound in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        sure = [right for confidence, right in judged if confidence >= bound]
        print(f"  at {bound:.2f} precision {sum(sure) / len(sure):.3f} coverage {len(sure) / len(judged):.3f}")


def fit_all(arguments: Sequence[str] = ()) -> int:
    data = examples(LIST, ROOT)
    if "-v" in arguments:
        held_out(data)
    weights = fit([one for each in data.values() for one in each])
    write(weights)
    print(f"  {len(weights)} weights from {sum(map(len, data.values()))} pronouns")
    return 0


if __name__ == "__main__":
    sys.exit(fit_all(sys.argv[1:]))
