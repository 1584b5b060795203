"""What a pronoun may mean, with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tui_reader.extraction.references.lexicon import WEIGHTS
from tui_reader.extraction.references.mentions import Chain, Mention


@dataclass(frozen=True, slots=True)
class Option:
    """A chain that a pronoun may mean, with the latest of its mentions, or none."""

    features: tuple[str, ...]
    chain: Chain | None = None
    mention: Mention | None = None

    @property
    def score(self) -> float:
        return sum(WEIGHTS.get(feature, 0.0) for feature in self.features)

    def has(self, token: Token) -> bool:
        """Say whether *token* heads or is one of its mentions."""
        if self.chain is None or self.mention is None:
            return False
        return token in self.mention.heads or token in self.chain.pronouns
