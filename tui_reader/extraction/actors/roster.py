"""Whom and what a document has spoken of so far: by id, by name, by the noun that describes it and by place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Token

from tui_reader.extraction.actors.capitals import Capitals
from tui_reader.extraction.actors.descriptions import (
    DOCUMENTS,
    GENDERED,
    HUMAN_ENDINGS,
    ISSUING,
    PEOPLE,
    Description,
    describe,
    is_unreal,
    name_head,
)
from tui_reader.extraction.actors.entity import Entity, entity_id
from tui_reader.extraction.actors.names import HONORIFICS, ORGANISATIONS, TITLES, Name, singular
from tui_reader.extraction.actors.naming import Naming
from tui_reader.extraction.actors.normal import normal
from tui_reader.extraction.actors.offices import give_role
from tui_reader.extraction.actors.phrases import mention_of, phrase_of
from tui_reader.extraction.actors.pronouns import FIRST, SECOND, Focus, quoting_subject
from tui_reader.model import ActorKind

LEADING = frozenset({"with", "by", "to", "from", "interview", "the"})


@dataclass
class Roster:
    """Who and what is known, and which noun phrase means which."""

    naming: Naming = field(default_factory=Naming)
    focus: Focus = field(default_factory=Focus)
    capitals: Capitals = field(default_factory=Capitals)
    at: dict[int, Entity] = field(default_factory=dict)  # by the offset of a phrase's head
    entities: list[Entity] = field(default_factory=list)
    by_id: dict[str, Entity] = field(default_factory=dict)
    by_head: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    officers: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))  # by head of the office
    by_name_head: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    home: Entity | None = None
    released: int = 0
    groups: dict[tuple[str, ...], Entity] = field(default_factory=dict)  # by the ids of their members
    by_root: dict[int, Name] = field(default_factory=dict)  # of the part that is walked over
    beside: dict[int, list[Token]] = field(default_factory=dict)  # appositions, by what they stand beside

    def bearer(self, name: Name) -> Entity | None:
        """Return who bears a name here: of several of one surname, the one most in focus."""
        key = normal(name.text)
        candidates = self.naming.candidates(key)
        if name.title and any(c.kind is not ActorKind.PERSON for c in candidates):
            people = [c.canonical() for c in self.naming.people.get(key, ()) if c.canonical().kind is ActorKind.PERSON]
            candidates = people or candidates
        if len(candidates) > 1:
            gender = next((HONORIFICS[w] for w in name.title.lower().split() if HONORIFICS.get(w, "-") != "-"), None)
            if gender:
                candidates = [c for c in candidates if c.gender in {None, gender}] or candidates
            candidates.sort(
                key=lambda c: (self.focus.weight(c), c.mentions[-1].start if c.mentions else -1), reverse=True
            )
        return candidates[0] if candidates else None

    def called(self, name: str, kind: ActorKind) -> Entity:
        """Return whoever is called *name*, with or without a title; a new entity of *kind* if nobody is."""
        words = name.split()
        while len(words) > 1 and (words[0].lower() in HONORIFICS or words[0].lower() in TITLES | LEADING):
            words = words[1:]
        bare = " ".join(words)
        if kind is ActorKind.PERSON and is_body(bare):
            kind = ActorKind.ORGANISATION
        candidates = self.naming.candidates(normal(bare)) or self.naming.candidates(normal(name))
        if not candidates and kind is ActorKind.PERSON and len(words) > 1:
            candidates = [c for c in self.naming.people.get(normal(words[-1]), []) if c.kind is kind]
        if candidates:
            return self.keep(max(candidates, key=lambda c: len(c.mentions)))
        key = normal(bare)
        shape = bare.title() if bare.isupper() and len(bare) > 5 else bare
        entity = Entity(entity_id(key), kind, named=True, best=shape)
        self.naming.bearers[key] = entity
        entity.note(bare)
        return self.keep(entity)

    def keep(self, entity: Entity) -> Entity:
        entity = entity.canonical()
        if entity.id not in self.by_id:
            self.by_id[entity.id] = entity
            self.entities.append(entity)
            if entity.named:
                self.by_name_head[name_head(entity)].append(entity)
        return entity

    def release(self) -> None:
        """Let go of the parse of the parts that have been read."""
        for entity in self.entities[self.released :]:
            entity.source = None
        self.released = len(self.entities)
        self.focus.here.clear()
        self.by_root, self.beside = {}, {}

    def find(self, token: Token) -> Entity | None:
        """Return whom or what was met at *token*, or who bears the name there."""
        entity = self.at.get(token.doc._.offset + token.idx)
        if entity is not None:
            return entity.canonical()
        name = self.by_root.get(token.i)
        if name is not None and name.root.doc is token.doc and name.core < name.end:
            return self.bearer(name)
        if token.pos_ == "PROPN":
            candidates = self.naming.candidates(normal(token.text))
            if not candidates:
                words = [t.text for t in token.lefts if t.dep_ == "compound"] + [token.text]
                candidates = self.naming.candidates(normal(" ".join(words)))
            inner = next((c for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
            if not candidates and inner is not None:
                return self.find(inner)
            return candidates[0] if candidates else None
        return None

    def new(self, token: Token, description: Description | None = None) -> Entity:
        """Return a new entity for a noun phrase that means nobody known."""
        if description is None:
            description = describe(token, self.find, self.naming.state_of_demonym)
        at = token.doc._.offset + token.idx
        kind, plural, phrase = description.kind, description.plural, ""
        if token.pos_ in {"PRON", "ADJ", "NUM", "DET"}:
            plural = token.lower_ not in {
                "one",
                "someone",
                "somebody",
                "anyone",
                "anybody",
                "each",
                "another",
            }
            of = next((c for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
            thing = of is not None and of.pos_ == "NOUN" and singular(of) not in TITLES | PEOPLE
            kind = None if thing else (ActorKind.GROUP if plural else ActorKind.PERSON)
            phrase = self.another(token)
        words = description.words | ({description.number} if description.number else frozenset())
        entity = Entity(
            f"{entity_id(description.head)}{len(self.entities):x}",
            kind,
            plural=plural,
            gender=GENDERED.get(description.head),
            phrase=phrase,
            head=description.head,
            words=words,
            of=description.owner,
            site=description.site,
            source=token,
        )
        if description.head in DOCUMENTS:
            entity.owner = description.owner or self.own(token) or self.issuer(token)
        self.by_id[entity.id] = entity
        self.entities.append(entity)
        self.by_head[description.head].append(entity)
        if kind is ActorKind.PERSON and description.head in TITLES and not is_unreal(token):
            give_role(self, entity, description.role)
        entity.mentions.append(mention_of(token))
        if phrase:
            entity.note(phrase_of(token))
        self.at[at] = entity
        return entity

    def another(self, token: Token) -> str:
        """Return what a bare "another" is one of, "another diplomat"; "" for other words, and where nobody knows."""
        if token.lower_ != "another" or any(child.dep_ == "prep" for child in token.rights):
            return ""
        groups = (e.canonical() for e in {**self.focus.before, **self.focus.now})
        people = [e for e in groups if e.kind is ActorKind.GROUP and not e.named and e.head in PEOPLE | TITLES]
        group = max(people, key=self.focus.weight, default=None)
        return "" if group is None else f"another {group.head}"

    def own(self, token: Token) -> Entity | None:
        """Return whose "my letter" or "your study" is."""
        possessor = next((child for child in token.lefts if child.dep_ == "poss"), None)
        reading = token.doc._.reading
        if possessor is None or reading is None or possessor.lower_ not in FIRST | SECOND:
            return None
        return self.by_id.get(reading.actors.first_person(possessor) or "")

    def issuer(self, token: Token) -> Entity | None:
        """Return who issued the text that *token* names: the subject of "issued a statement"."""
        verb = token.head
        if token.dep_ != "dobj" or verb.lemma_ not in ISSUING:
            return None
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        return self.find(subject) if subject is not None else None

    def maker(self, entity: Entity) -> Entity:
        """Return who speaks through *entity*: the maker of a text, else itself."""
        entity = entity.canonical()
        if entity.kind is None and entity.owner is None and entity.head in DOCUMENTS and entity.source is not None:
            entity.owner = self.sender(entity.source)
        if entity.kind is None and entity.owner is not None:
            return entity.owner.canonical()
        return entity

    def sender(self, token: Token) -> Entity | None:
        """Return from whom a text comes: "a statement from the ministry", "a survey by the union"."""
        preps = (c for c in token.rights if c.dep_ in {"prep", "agent"} and c.lower_ in {"from", "by"})
        named = (c for prep in preps for c in prep.rights if c.dep_ == "pobj")
        found = next((one for noun in named if (one := self.find(noun)) is not None), None)
        return found if found is not None and found.canonical().is_someone() else None

    def act(self, entity: Entity) -> None:
        """Let *entity* be an actor, of the kind that its noun suggests where it was a thing so far."""
        entity.acts = True
        if entity.kind is None:
            entity.guessed = True
            human = entity.head.endswith(HUMAN_ENDINGS)
            entity.kind = ActorKind.GROUP if entity.plural else ActorKind.PERSON if human else ActorKind.ORGANISATION

    def meet(self, entity: Entity, token: Token) -> None:
        """Keep whom a phrase means, and give it weight."""
        self.at[token.doc._.offset + token.idx] = entity
        self.keep(entity)
        self.focus.mention(entity.canonical(), token)

    def forget(self, before: Entity, entity: Entity) -> None:
        if before in self.by_head.get(before.head, ()):
            self.by_head[before.head].remove(before)
        before.into = entity

    def at_once(self, entity: Entity, token: Token) -> None:
        """Keep a resolved description as one of the entity's names."""
        entity.note(phrase_of(token), mention_of(token))

    def quoting(self, token: Token) -> Entity | None:
        """Return who is quoted around a pronoun of the first person."""
        subject = quoting_subject(token)
        return self.find(subject) if subject is not None else None


def is_body(name: str) -> bool:
    """Say whether a name is that of a body and not of a person: "the Monetary Policy Committee of the Bank"."""
    return normal(name.partition(" of ")[0].rpartition(" ")[2]) in ORGANISATIONS
