"""Which candidates are positions: those that weigh enough, and of two for one stance the weightier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Token

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.candidate import Candidate, weight
from tui_reader.model import Stance

SAME = 0.6  # Dice coefficient of their words from which two candidates of one holder are one position
NEAR = 0.4  # … from which they are one where the shorter lies in the longer
INSIDE = 0.8  # share of the shorter that lies in the longer
INNER = frozenset({"ccomp", "xcomp"})
KNOWING = 0.1  # what the consequent of a condition is ahead of the same clause taken alone
GOVERNING = 0.6  # what a verb with a clause under it is ahead of that clause
FALLBACK = "assertion"
IDIOMS = frozenset({"stance idiom", "idiom"})
FIXED = 1.0  # what an idiom is ahead of its words taken one by one


def select(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that count, in order of the text."""
    threshold = weight("threshold") - 1e-6
    by_sentence: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.weight >= threshold:
            by_sentence[candidate.cue.sent.start].append(candidate)
    chosen: list[Candidate] = []
    for rivals in by_sentence.values():
        kept: list[Candidate] = []
        for candidate in sorted(rivals, key=_order):
            if not any(_one(candidate, other) for other in kept):
                kept.append(candidate)
        chosen.extend(kept)
    return sorted(chosen, key=lambda c: (c.words.start, c.words.end))


def _order(candidate: Candidate) -> tuple[bool, float, int, int]:
    """Return by what candidates are tried: a stance verb goes before what its content says, guesses go last."""
    governs = candidate.features[0] == "stance verb" and any(c.dep_ in INNER for c in candidate.cue.children)
    weight = candidate.weight + GOVERNING * governs + FIXED * (candidate.features[0] in IDIOMS)
    weight += KNOWING * (candidate.features[0] == "condition outcome")
    return candidate.features[0] == FALLBACK, -weight, candidate.words.start, -candidate.words.end


def _one(a: Candidate, b: Candidate) -> bool:
    if _foretold(a, b) or _foretold(b, a):
        return True
    fallback = FALLBACK in {a.features[0], b.features[0]}
    if a.holder != b.holder and not fallback and (a.cue != b.cue or a.features[0] == b.features[0]):
        return False
    shared = min(a.words.end, b.words.end) - max(a.words.start, b.words.start)
    repeated = a.stance is b.stance and _verb(a.cue).lemma_ == _verb(b.cue).lemma_
    if repeated and _coordinated(_verb(a.cue), _verb(b.cue)):
        return True  # "has no plan and has no wish to …"
    if shared <= 0:
        return False
    shorter = min(len(a.words), len(b.words))
    alike = 2 * shared / (len(a.words) + len(b.words))
    if fallback:
        return alike >= SAME or (a.holder == b.holder and shared / shorter >= INSIDE)
    if (a.cue.head == b.cue and a.cue.dep_ in INNER) or (b.cue.head == a.cue and b.cue.dep_ in INNER):
        return True
    return alike >= SAME or (shared / shorter >= INSIDE and alike >= NEAR)


def _foretold(commitment: Candidate, other: Candidate) -> bool:
    """Say whether *commitment* is what *other* warns of: "warned that the men would walk out"."""
    return (
        commitment.features[0] in {"commitment", "condition outcome"}
        and other.stance is Stance.WARNS
        and other.features[0] == "stance verb"
        and commitment.cue.head == other.cue
        and commitment.cue.dep_ == "ccomp"
    )


def _verb(cue: Token) -> Token:
    return next((t for t in (cue, *cue.ancestors) if t.pos_ in {"VERB", "AUX"}), cue)


def _coordinated(one: Token, other: Token) -> bool:
    """Say whether one verb is coordinated with the other and shares its subject."""
    first, second = (one, other) if one.i < other.i else (other, one)
    return second.dep_ == "conj" and first in second.ancestors and grammar.own_subject(second) is None
