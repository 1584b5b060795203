"""One walk over a part, from left to right, that ties every noun phrase to whom or what it means."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from tui_reader.extraction.actors.capitals import Capitals, learn_capitals, place_lines
from tui_reader.extraction.actors.coordination import counted, meet_group, of_two
from tui_reader.extraction.actors.descriptions import (
    DOCUMENTS,
    GENDERED,
    HUMAN_ENDINGS,
    ISSUING,
    PEOPLE,
    Description,
    describe,
    name_head,
)
from tui_reader.extraction.actors.entity import Entity, entity_id
from tui_reader.extraction.actors.evidence import acts
from tui_reader.extraction.actors.labels import learn_speakers
from tui_reader.extraction.actors.names import HONORIFICS, ORGANISATIONS, TITLES, Name, find_names, singular
from tui_reader.extraction.actors.naming import Naming
from tui_reader.extraction.actors.normal import normal
from tui_reader.extraction.actors.offices import (
    described_as,
    describes_next,
    give_role,
    names_bearer,
    role_before,
    title_role,
)
from tui_reader.extraction.actors.phrases import mention_of, phrase_of
from tui_reader.extraction.actors.pronouns import FIRST, SECOND, THIRD, Focus, is_pleonastic, quoting_subject
from tui_reader.extraction.actors.reference import epithet, known
from tui_reader.extraction.grammar import conjuncts
from tui_reader.extraction.quotes import passages_of
from tui_reader.model import ActorKind, BlockKind, Document, Span

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
PASSIVE_DEPS = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod", "nummod", "punct", "intj", "dep"})
NOMINAL_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "dative", "appos"})
LEADING = frozenset({"with", "by", "to", "from", "interview", "the"})
QUOTED = 0.8  # what a sentence inside a quotation leaves of the weights of those outside it
NO_ONE = frozenset({"it", "this", "that", "there", "what", "which", "who", "whom", "something", "anything", "nothing"})


@dataclass
class Survey:
    """What a document speaks of, in order, and which noun phrase means which."""

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
    introduced: bool = False  # whether the labels of speakers have been learnt
    groups: dict[tuple[str, ...], Entity] = field(default_factory=dict)  # by the ids of their members
    by_root: dict[int, Name] = field(default_factory=dict)  # of the part that is walked over
    beside: dict[int, list[Token]] = field(default_factory=dict)  # appositions, by what they stand beside
    names: dict[int, tuple[list[Name], set[int]]] = field(default_factory=dict)  # by part, until it is walked over

    def learn(self, doc: Doc, document: Document) -> None:
        """Learn the names of a part."""
        skipped = unread_tokens(doc, document)
        names = list(find_names(doc, skipped))
        place_lines(self, doc, document)
        if not self.introduced:
            self.introduced = True
            learn_speakers(self, document)
        self.naming.learn(doc, names)
        for name in names:
            bearer = self.bearer(name) if name.title and name.core < name.end else None
            if bearer is not None:
                title_role(self, bearer, doc[name.start : name.core])
        learn_capitals(self, doc, names)
        self.learn_bodies(document)
        self.names[doc._.offset] = names, skipped

    def learn_bodies(self, document: Document) -> None:
        """Learn the bodies that sections are written by, so that "the Committee" means the one that speaks."""
        for section in document.sections:
            if section.author is not None and is_body(section.author):
                self.called(section.author, ActorKind.ORGANISATION).acts = True

    def walk(self, doc: Doc, document: Document) -> None:
        """Tie the noun phrases of a part, whose names have been learnt, to whom or what they mean."""
        offset: int = doc._.offset
        names, skipped = self.names.pop(offset)
        by_root = self.by_root = {name.root.i: name for name in names}
        inside = {i for name in names for i in range(name.start, name.end)} - set(by_root)
        self.beside = defaultdict(list)
        for token in doc:
            if token.dep_ == "appos" and token.i not in skipped:
                self.beside[token.head.i].append(token)
        section: object = None
        quoted = deque(passages_of(doc))
        for sentence in doc.sents:
            if sentence.start in skipped and sentence.end - 1 in skipped:
                continue
            here = document.section_at(offset + sentence.start_char)
            start = offset + sentence.start_char
            while quoted and quoted[0].outer.end <= start:
                quoted.popleft()
            words_of_another = bool(quoted) and quoted[0].outer.contains(Span(start, offset + sentence.end_char))
            fade = (QUOTED if words_of_another else 0.5) if here is section else 0.2
            self.focus.next_sentence(fade, quoted=words_of_another)
            section = here
            for token in sentence:
                if token.i in skipped or (token.i in inside and token.i not in by_root):
                    continue
                entity = self.mean(token)
                if entity is not None:
                    self.meet(entity, token)
                    meet_group(self, token)

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

    # meaning

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

    def mean(self, token: Token) -> Entity | None:
        """Return whom or what the phrase headed by *token* means, None where it heads none."""
        lower = token.lower_
        if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$"}:
            return self.mean_pronoun(token, lower)
        name = self.by_root.get(token.i)
        if name is not None and name.core < name.end:
            return self.mean_name(token, name)
        if token.pos_ in {"NOUN", "PROPN"}:
            if token.dep_ in PASSIVE_DEPS:
                return None
            return self.mean_noun(token)
        if token.pos_ in {"ADJ", "NUM", "DET"} and token.dep_ in NOMINAL_DEPS:
            known_one = self.one_named(token) or counted(self, token) or of_two(self, token)
            return known_one or (epithet(self) if is_age(token) else None) or self.new(token)
        return None

    def one_named(self, token: Token) -> Entity | None:
        """Return who bears the name in "one of them, Ann Day," """
        beside = self.name_beside(token)
        return self.bearer(self.by_root[beside.i]) if beside is not None else None

    def name_beside(self, token: Token) -> Token | None:
        """Return the name in apposition to *token*."""
        return next((other for other in self.beside.get(token.i, ()) if names_bearer(other, self.by_root)), None)

    def mean_pronoun(self, token: Token, lower: str) -> Entity | None:
        if lower in THIRD:
            if lower == "it" and is_pleonastic(token):
                return None
            entity = self.focus.antecedent(token)
            if entity is not None and entity.gender is None and lower in {"he", "she", "his", "him"}:
                entity.gender = "f" if lower == "she" else "m"
            return entity
        if lower in FIRST | SECOND | RELATIVE | NO_ONE:
            return None
        group = counted(self, token)
        if group is not None:
            return group
        if token.dep_ in NOMINAL_DEPS or token.dep_ == "ROOT":
            return self.new(token)
        return None

    def mean_name(self, token: Token, name: Name) -> Entity | None:
        entity = self.bearer(name)
        if entity is None:
            return None
        doc = token.doc
        span = Span(doc._.offset + doc[name.core].idx, doc._.offset + doc[name.end - 1].idx + len(doc[name.end - 1]))
        entity.note(name.text, span)
        if name.form:
            entity.note(name.form)
        if name.title:
            entity.note(f"{name.title} {name.text}")
            title_role(self, entity, doc[name.start : name.core])
        for i in range(name.start, name.end):
            self.at[doc._.offset + doc[i].idx] = entity
        if acts(token) or token.dep_ in {"nsubj", "nsubjpass"}:
            entity.acts = entity.acts or entity.is_someone()
        possessor = next((child for child in token.children if child.dep_ == "poss"), None)
        if possessor is not None and (name.title or entity.kind is ActorKind.ORGANISATION):
            entity.of = entity.of or self.find(possessor)
            if entity.of is not None and entity.of.named and not name.title and possessor.pos_ == "PRON":
                entity.best = f"{name.text} of {entity.of.best}"  # "its Supreme Court"
        role_before(self, entity, name, token)
        self.describe_beside(entity, token)
        return entity

    def forget(self, before: Entity, entity: Entity) -> None:
        if before in self.by_head.get(before.head, ()):
            self.by_head[before.head].remove(before)
        before.into = entity

    def several(self, token: Token, beside: Token) -> Entity:
        """Return the group that a plural noun names with all of its members: "two members, Ann Day and Ben Ott"."""
        names = [self.by_root[one.i] for one in conjuncts(beside) if one.i in self.by_root]
        group = self.new(token)
        group.kind = group.kind or ActorKind.GROUP
        group.members = [bearer for name in names if (bearer := self.bearer(name)) is not None]
        return group

    def describe_beside(self, entity: Entity, token: Token) -> None:
        """Let the offices in apposition to *token* be those of *entity*."""
        for beside in self.beside.get(token.i, ()):
            if singular(beside) in TITLES | PEOPLE | ORGANISATIONS and not describes_next(beside):
                described_as(self, entity, beside)

    def mean_noun(self, token: Token) -> Entity | None:
        beside = self.name_beside(token)
        if beside is not None and token.tag_ in {"NNS", "NNPS"} and len(conjuncts(beside)) > 1:
            return self.several(token, beside)
        if beside is not None:
            bearer = self.bearer(self.by_root[beside.i])
            noun = singular(token)
            several = token.tag_ in {"NNS", "NNPS"} and bearer is not None and bearer.kind is ActorKind.PERSON
            if (
                bearer is not None
                and not several
                and (  # "several members, among them Ann Day"
                    bearer.kind is ActorKind.PERSON
                    or noun in ORGANISATIONS
                    or (bearer.kind is ActorKind.ORGANISATION and noun not in TITLES | PEOPLE)
                )
            ):
                bearer.kind = bearer.kind if bearer.kind is ActorKind.PERSON else ActorKind.ORGANISATION
                described_as(self, bearer, token)
                self.describe_beside(bearer, token)
                if acts(token) or token.dep_ == "nsubj":
                    bearer.acts = True
                return bearer
        if token.dep_ == "appos":
            found = self.at.get(token.doc._.offset + token.idx)
            if found is not None:
                return None
        before = of_two(self, token) or counted(self, token)
        if before is not None:
            return before
        description = describe(token, self.find, self.naming.state_of_demonym)
        return known(self, description) or self.new(token, description)

    def at_once(self, entity: Entity, token: Token) -> None:
        """Keep a resolved description as one of the entity's names."""
        entity.note(phrase_of(token), mention_of(token))

    def new(self, token: Token, description: Description | None = None) -> Entity:
        """Return a new entity for a noun phrase that means nobody known."""
        if description is None:
            description = describe(token, self.find, self.naming.state_of_demonym)
        at = token.doc._.offset + token.idx
        kind = description.kind
        plural = description.plural
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
        words = description.words | ({description.number} if description.number else frozenset())
        entity = Entity(
            f"{entity_id(description.head)}{len(self.entities):x}",
            kind,
            plural=plural,
            gender=GENDERED.get(description.head),
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
        if kind is ActorKind.PERSON and description.head in TITLES:
            give_role(self, entity, description.role)
        entity.mentions.append(mention_of(token))
        self.at[at] = entity
        return entity

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
            human = entity.head.endswith(HUMAN_ENDINGS)
            entity.kind = ActorKind.GROUP if entity.plural else ActorKind.PERSON if human else ActorKind.ORGANISATION

    def meet(self, entity: Entity, token: Token) -> None:
        """Keep whom a phrase means, and give it weight."""
        self.at[token.doc._.offset + token.idx] = entity
        self.keep(entity)
        self.focus.mention(entity.canonical(), token)

    def quoting(self, token: Token) -> Entity | None:
        """Return who is quoted around a pronoun of the first person."""
        subject = quoting_subject(token)
        return self.find(subject) if subject is not None else None


def is_age(token: Token) -> bool:
    """Say whether *token* ends a description by age: "the 58-year-old"."""
    words = token.doc[max(0, token.i - 3) : token.i + 1].text.lower()
    return words.endswith("-year-old") and token.left_edge.lower_ == "the"


def is_body(name: str) -> bool:
    """Say whether a name is that of a body and not of a person: "the Monetary Policy Committee of the Bank"."""
    return normal(name.partition(" of ")[0].rpartition(" ")[2]) in ORGANISATIONS


def unread_tokens(doc: Doc, document: Document) -> set[int]:
    """Return the indices of tokens in speaker labels and headings: they name nobody anew."""
    offset, end = doc._.offset, doc._.offset + len(doc.text)
    spans = [
        block.span if block.kind is BlockKind.HEADING else Span(block.span.start, block.body.start)
        for block in document.blocks
        if offset <= block.span.start < end and (block.kind is BlockKind.HEADING or block.label is not None)
    ]
    skipped: set[int] = set()
    for span in spans:
        words = doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
        if words is not None:
            skipped.update(range(words.start, words.end))
    return skipped
