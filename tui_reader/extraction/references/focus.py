"""What has been spoken of and how much it is in mind, after Lappin & Leass (CL 20:4, 1994, sec. 2.1.3 and table 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from tui_reader.extraction.actors import ActorTable
from tui_reader.extraction.actors.entity import Entity
from tui_reader.extraction.actors.pronouns import weight_of
from tui_reader.extraction.references.binding import governor
from tui_reader.extraction.references.mentions import THINGS, Chain, Mention
from tui_reader.model import ActorKind

SENTENCE, PARAGRAPH, SECTION = 0.5, 0.9, 0.5  # what is left of a weight behind each of them
FADED = 4.0  # below this a chain is forgotten: about six sentences
REMEMBERED = 14  # sentences for which a named person is kept in mind


@dataclass(slots=True)
class Focus:
    """The chains in mind, in the order in which they were first met."""

    actors: ActorTable
    chains: list[Chain] = field(default_factory=list)
    by_entity: dict[Entity, Chain] = field(default_factory=dict)
    heads: dict[int, Chain] = field(default_factory=dict)  # of this sentence, by the index of the mention's head

    def next_sentence(self, *, paragraph: bool, section: bool) -> None:
        fade = SENTENCE * (PARAGRAPH if paragraph else 1.0) * (SECTION if section else 1.0)
        for chain in self.chains:
            chain.before = (chain.before + chain.now) * fade
            chain.now = 0.0
            chain.age += 1
            chain.pronouns.clear()
            del chain.mentions[:-4]
        self.chains = [chain for chain in self.chains if _is_kept(chain)]
        self.by_entity = {entity: chain for entity, chain in self.by_entity.items() if _is_kept(chain)}
        self.heads.clear()

    def mention(self, mention: Mention) -> None:
        """Take a noun phrase into mind; all mentions of one entity are one chain."""
        entity = mention.entity
        beside = self.heads.get(mention.beside.i) if mention.beside is not None else None
        if beside is not None:
            if not beside.last.genders & THINGS:
                mention.genders = beside.last.genders
            self.add(beside, mention)
            return
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
        chain.age, chain.certainty = 0, 1.0
        chain.count += 1
        chain.governors.add((governor(mention.head), mention.role))
        self.heads[mention.head.i] = chain

    def unknown(self, mention: Mention) -> None:
        """Take a pronoun that stayed open into mind: a later one may mean the same."""
        chain = Chain(opened=True)
        self.chains.append(chain)
        self.add(chain, mention)

    def heard(self, chain: Chain, token: Token, certainty: float) -> None:
        """Raise the weight of a chain that a pronoun has spoken of."""
        weight, role = weight_of(token)
        chain.now = max(chain.now, weight)
        chain.age, chain.spoken, chain.certainty = 0, True, min(chain.certainty, certainty)
        chain.pronouns.append(token)
        chain.count += 1
        chain.governors.add((governor(token), role))

    def before(self, token: Token) -> Iterator[Chain]:
        """Yield the chains that were mentioned before *token*."""
        return (chain for chain in self.chains if chain.mentions[0].head.i < token.i)


def _is_kept(chain: Chain) -> bool:
    if chain.before > FADED:
        return True
    entity = chain.last.entity
    return entity is not None and entity.named and entity.kind is ActorKind.PERSON and chain.age < REMEMBERED
