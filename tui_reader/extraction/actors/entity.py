"""Whoever and whatever a text speaks of, while it is being read; those who act or hold something become actors."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Token

from tui_reader.extraction import lexicon
from tui_reader.extraction.actors.normal import normal
from tui_reader.extraction.lexicon import sets
from tui_reader.model import Actor, ActorKind, Span

SETS = sets("actors/sets")
LESSER = SETS["lesser"]
HEADS_OF_STATE = lexicon.words("actors/heads_of_state")


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description: its head noun and the words before it ("minister", {"deputy", "foreign"})."""

    head: str
    words: frozenset[str]

    def fits(self, other: Role) -> bool:
        """Say whether *other* may be a shorter or longer form of this role, or another name of the highest office."""
        if self.head == other.head:
            return self.words <= other.words or other.words <= self.words
        both = self.heads_state() and other.heads_state()
        return both and not (self.words ^ other.words) & LESSER

    def heads_state(self) -> bool:
        """Say whether this is the highest office, or that of the head of a government."""
        return (
            self.head in HEADS_OF_STATE or self.head == "premier" or (self.head == "minister" and "prime" in self.words)
        )


@dataclass(eq=False, slots=True)
class Entity:
    """One person, state, organisation, group or thing.

    `kind` is None for a thing. `of` is the state or organisation that somebody belongs to. `phrase` is the text of the
    noun phrase by which something without a name was first mentioned.
    """

    id: str
    kind: ActorKind | None = None
    named: bool = False
    plural: bool = False
    gender: str | None = None
    acts: bool = False
    guessed: bool = False  # someone only because it seemed to do something, not by its noun or name
    phrase: str = ""
    head: str = ""
    words: frozenset[str] = frozenset()
    forms: Counter[str] = field(default_factory=Counter)
    best: str | None = None
    mentions: list[Span] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    of: Entity | None = None
    owner: Entity | None = None
    site: Entity | None = None
    members: list[Entity] = field(default_factory=list)
    into: Entity | None = None
    source: Token | None = None  # the head of the first description, until its part has been read

    def canonical(self) -> Entity:
        """Return the entity that this one was found to be the same as."""
        entity = self
        while entity.into is not None:
            entity = entity.into
        return entity

    def is_someone(self) -> bool:
        return self.kind is not None

    def note(self, form: str, span: Span | None = None) -> None:
        """Keep a name or description that the text uses, and where."""
        form = " ".join(form.split())
        if form:
            self.forms[form] += 1
        if span is not None:
            self.mentions.append(span)

    def absorb(self, other: Entity) -> None:
        """Take all that is known of *other*, which is the same."""
        if other is self:
            return
        other.into = self
        self.forms.update(other.forms)
        self.mentions.extend(other.mentions)
        self.roles.extend(other.roles)
        self.acts |= other.acts
        self.named |= other.named
        self.gender = self.gender or other.gender
        self.of = self.of or other.of
        self.best = self.best or other.best

    def actor(self) -> Actor:
        """Return what is known as a value."""
        best = self.best or self.phrase or max(self.forms, key=len, default="unspecified")
        names = [best, *(form for form in self.forms if not (self.named and is_relative(form))), self.phrase]
        return Actor(
            id=self.id,
            name=best,
            kind=self.kind or (ActorKind.GROUP if self.plural else ActorKind.ORGANISATION),
            names=tuple(dict.fromkeys(name for name in names if name)),
            mentions=tuple(sorted(set(self.mentions))),
            members=tuple(dict.fromkeys(member.canonical().id for member in self.members)),
        )


def is_relative(form: str) -> bool:
    """Say whether a description begins with a pronoun, so that out of its place it tells nothing: "its chair"."""
    return form.partition(" ")[0].lower() in {"its", "his", "her", "their", "whose", "this", "that", "these", "those"}


def entity_id(key: str) -> str:
    """Return an id that depends on the first name alone, so that a changed text elsewhere leaves it alone."""
    return "a" + hashlib.blake2b(normal(key).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
