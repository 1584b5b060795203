"""Noun phrases without a name: what is described, whose it is, and whether it has been spoken of before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from tui_reader.extraction import lexicon
from tui_reader.extraction.actors.entity import Entity, Role
from tui_reader.extraction.actors.names import COLLECTIVES, ORGANISATIONS, TITLES, singular
from tui_reader.extraction.actors.normal import normal
from tui_reader.extraction.grammar import SUBJECTS, is_negated
from tui_reader.model import ActorKind

GROUPS = lexicon.words("actors/groups")
PEOPLE = lexicon.words("actors/people") | (lexicon.words("wordnet/people") - lexicon.words("actors/seldom_people"))
GOVERNMENTS = lexicon.words("actors/governments")
DOCUMENTS = lexicon.words("actors/documents")
ISSUING = lexicon.words("actors/issuing")
GENDERED = lexicon.mapping("actors/gendered")
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "said", "both", "either", "neither", "each"})
SIDES = lexicon.sets("actors/sets")["sides"]
TOGETHER = frozenset({"both", "either", "neither", "each", "two", "three"})
FIRST_POSSESSIVE = frozenset({"my", "our"})
NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen"})
HUMAN_ENDINGS = ("er", "or", "ist", "ian", "ant", "ent", "man", "men", "woman", "ee")

Find = Callable[[Token], Entity | None]


@dataclass(slots=True)
class Description:
    """What a common noun phrase says: its head's lemma, the words before it, and whose it is."""

    token: Token
    head: str
    words: frozenset[str]
    definite: bool
    plural: bool
    number: str | None = None
    together: bool = False
    owner: Entity | None = None
    owned: bool = False  # there is a possessor, whether known or not
    first_person: bool = False
    site: Entity | None = None  # "in Aldmouth"

    @property
    def role(self) -> Role:
        return Role(self.head, self.words)

    @property
    def kind(self) -> ActorKind | None:
        """Return the kind of actor that the head noun names, None for a thing."""
        if self.head in GROUPS:
            return ActorKind.GROUP
        if self.head in TITLES or self.head in PEOPLE:
            return ActorKind.GROUP if self.plural else ActorKind.PERSON
        if self.head in ORGANISATIONS and not (self.token.dep_ == "attr" and self.token.text.islower()):
            return (
                ActorKind.GROUP if self.plural else ActorKind.ORGANISATION
            )  # "remains the foundation of trust" is none
        if self.head in SIDES and (self.owned or self.words):
            return ActorKind.GROUP if self.plural else ActorKind.ORGANISATION  # "the Venn side"
        return None


def describe(token: Token, find: Find, demonym: Callable[[str], Entity | None]) -> Description:
    """Read the noun phrase headed by *token*; `find` gives the entity at a token that was met before."""
    lemma = singular(token)
    plural = token.tag_ in {"NNS", "NNPS"}
    words: set[str] = set()
    found = Description(token, lemma, frozenset(), definite=False, plural=plural)
    for child in token.children:
        dep, lower = child.dep_, child.lower_
        if dep in {"det", "predet", "preconj"}:
            found.definite |= lower in DEFINITE
            found.together |= lower in TOGETHER
        elif dep == "nummod":
            found.number = lower
            found.together |= lower in TOGETHER
        elif dep == "poss":
            found.owned = found.definite = True
            found.first_person |= lower in FIRST_POSSESSIVE
            found.owner = find(child)
        elif dep in {"amod", "compound", "nmod"} and child.i < token.i:
            state = demonym(normal(child.text)) if child.text[:1].isupper() else None
            if state is not None:
                found.owner = found.owner or state
                found.owned = True
            else:
                words.add(lower)
                words.update(grand.lower_ for grand in child.children if grand.dep_ in {"amod", "compound"})
        elif dep == "prep" and child.i > token.i:
            inner = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
            if inner is None:
                continue
            if lower in {"of", "from", "at"}:
                owner = innermost(inner, find)
                if owner is not None and owner.is_someone() and found.owner is None and lower != "at":
                    found.owner = owner
                    found.owned = True
            if lower in {"in", "at"}:
                found.site = find(inner)
    found.words = frozenset(words | ({"1"} if found.first_person else set()))
    return found


def innermost(noun: Token, find: Find) -> Entity | None:
    """Return the one at *noun*, or at the end of its `of` phrases: "the President of the Affairs of Issaly"."""
    found = find(noun)
    if found is not None and found.kind is ActorKind.STATE:
        return found
    inner = next((c for p in noun.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
    deeper = innermost(inner, find) if inner is not None else None
    return deeper if deeper is not None and deeper.kind is ActorKind.STATE else found


def fits(description: Description, entity: Entity) -> bool:
    """Say whether *entity*, first met as a description, can be what *description* means."""
    if entity.plural != description.plural:
        return False
    if (
        description.owner is not None
        and entity.of is not None
        and entity.of.canonical() is not description.owner.canonical()
    ):
        return False
    if (
        description.owned
        and description.owner is None
        and not description.first_person
        and not entity.words & description.words
    ):
        return False
    if description.site is not None and entity.site is not None and description.site is not entity.site:
        return False
    if description.first_person != ("1" in entity.words):
        return False
    return description.words <= entity.words or (
        not entity.named and entity.words <= description.words and bool(entity.words)
    )


def is_unreal(noun: Token) -> bool:
    """Say whether *noun* names what there is not: "they have not asked for a new chair"."""
    if not any(child.lower_ in {"a", "an", "any", "no"} for child in noun.lefts):
        return False
    verb = noun.head.head if noun.head.dep_ == "prep" else noun.head
    return verb.pos_ in {"VERB", "AUX"} and noun.dep_ not in SUBJECTS and is_negated(verb)


def name_head(entity: Entity) -> str:
    """Return the last word of an organisation's name: "corporation" of "Northern Waters Corporation"."""
    name = entity.best or entity.phrase
    word = name.partition(" of ")[0].rpartition(" ")[2]
    return normal(word)


__all__ = [
    "COLLECTIVES",
    "DOCUMENTS",
    "GENDERED",
    "GOVERNMENTS",
    "HUMAN_ENDINGS",
    "ISSUING",
    "NUMBERS",
    "PEOPLE",
    "Description",
    "describe",
    "fits",
    "is_unreal",
    "name_head",
]
