"""A stretch of text that may state a position, and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction import lexicon
from tui_reader.model import Stance


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a position: its weight is the sum of the weights of its features (`stance_weights.tsv`)."""

    holder: str | None
    stance: Stance
    words: Words
    cue: Token
    issue: Token | None
    features: tuple[str, ...] = field(default=())

    @property
    def weight(self) -> float:
        return sum(weight(feature) for feature in self.features)


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature, and the `threshold` at which a candidate counts."""
    return {name: float(value) for name, value in lexicon.rows("stance_weights")}


def weight(feature: str) -> float:
    return weights()[feature]


NEGATED: dict[Stance, Stance | None] = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OPPOSES: Stance.ACCEPTS,
    Stance.DEMANDS: None,
    Stance.OFFERS: Stance.REFUSES,
    Stance.REFUSES: Stance.ACCEPTS,
    Stance.ACCEPTS: Stance.REFUSES,
    Stance.DENIES: Stance.ACCEPTS,
    Stance.WARNS: None,
    Stance.DOUBTS: Stance.ACCEPTS,
    Stance.CHARACTERISES: Stance.DENIES,
}
