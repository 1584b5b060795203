"""What has been spoken of and how much it is in mind, after Lappin & Leass (CL 20:4, 1994, sec. 2.1.3 and table 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from tui_reader.extraction.actors.entity import Entity
from tui_reader.extraction.references.mentions import Chain, Mention

SENTENCE, PARAGRAPH, SECTION = 0.5, 0.8, 0.3  # what is left of a weight behind each of them
FADED = 9.0  # below this a chain is forgotten: about five sentences


@dataclass(slots=True)
class Focus:
    """The chains in mind, in the order in which they were first met."""

    chains: list[Chain] = field(default_factory=list)
    by_entity: dict[Entity, Chain] = field(default_factory=dict)
    met: dict[int, Chain] = field(default_factory=dict)  # by the index of the head, of this sentence

    def next_sentence(self, *, paragraph: bool, section: bool) -> None:
        fade = SENTENCE * (PARAGRAPH if paragraph else 1.0) * (SECTION if section else 1.0)
        for chain in self.chains:
            chain.before = (chain.before + chain.now) * fade
            chain.now = 0.0
            del chain.mentions[:-4]
        self.chains = [chain for chain in self.chains if chain.before > FADED]
        self.by_entity = {entity: chain for entity, chain in self.by_entity.items() if chain.before > FADED}
        self.met.clear()

    def mention(self, mention: Mention) -> None:
        """Take a noun phrase into mind; all mentions of one entity are one chain."""
        entity = mention.entity
        chain = self.by_entity.get(entity) if entity is not None else None
        if chain is None:
            chain = Chain()
            self.chains.append(chain)
            if entity is not None:
                self.by_entity[entity] = chain
        self.add(chain, mention)

    def add(self, chain: Chain, mention: Mention) -> None:
        chain.mentions.append(mention)
        chain.now = max(chain.now, mention.weight)
        self.met[mention.head.i] = chain

    def unknown(self, mention: Mention) -> None:
        """Take a pronoun that stayed open into mind: a later one may mean the same."""
        chain = Chain(opened=True)
        self.chains.append(chain)
        self.add(chain, mention)

    def heard(self, chain: Chain, token: Token, weight: float) -> None:
        """Raise the weight of a chain that a pronoun has spoken of."""
        chain.now = max(chain.now, weight)
        self.met[token.i] = chain

    def before(self, token: Token) -> Iterator[Chain]:
        """Yield the chains that were mentioned before *token*."""
        return (chain for chain in self.chains if chain.mentions[0].head.i < token.i)
