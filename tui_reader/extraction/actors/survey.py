"""One walk over a part, from left to right, that ties every noun phrase to whom or what it means."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from tui_reader.extraction.actors.capitals import learn_capitals, place_lines
from tui_reader.extraction.actors.coordination import counted, meet_group, of_two
from tui_reader.extraction.actors.descriptions import (
    PEOPLE,
    describe,
)
from tui_reader.extraction.actors.entity import Entity
from tui_reader.extraction.actors.evidence import acts
from tui_reader.extraction.actors.labels import learn_speakers
from tui_reader.extraction.actors.names import ORGANISATIONS, TITLES, Name, find_names, singular
from tui_reader.extraction.actors.offices import (
    described_as,
    describes_next,
    names_bearer,
    role_before,
    title_role,
)
from tui_reader.extraction.actors.pronouns import FIRST, SECOND, THIRD, is_pleonastic
from tui_reader.extraction.actors.reference import epithet, known
from tui_reader.extraction.actors.roster import Roster, is_body
from tui_reader.extraction.grammar import conjuncts
from tui_reader.extraction.quotes import passages_of
from tui_reader.model import ActorKind, BlockKind, Document, Span

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
PASSIVE_DEPS = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod", "nummod", "punct", "intj", "dep"})
NOMINAL_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "dative", "appos"})
QUOTED = 0.8  # what a sentence inside a quotation leaves of the weights of those outside it
NO_ONE = frozenset({"it", "this", "that", "there", "what", "which", "who", "whom", "something", "anything", "nothing"})


@dataclass
class Survey(Roster):
    """What a document speaks of, in order."""

    introduced: bool = False  # whether the labels of speakers have been learnt
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
        if name.title and entity.of is None:
            entity.of = self.served(token)
        role_before(self, entity, name, token)
        self.describe_beside(entity, token)
        return entity

    def served(self, name: Token) -> Entity | None:
        """Return the state or body that a titled name is said to be of: "Governor Ada Holm of the National Bank"."""
        of = next((child for child in name.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
        head = next((child for child in of.rights if child.dep_ == "pobj"), None) if of is not None else None
        found = self.find(head) if head is not None else None
        return found if found is not None and found.kind in {ActorKind.STATE, ActorKind.ORGANISATION} else None

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


def is_age(token: Token) -> bool:
    """Say whether *token* ends a description by age: "the 58-year-old"."""
    words = token.doc[max(0, token.i - 3) : token.i + 1].text.lower()
    return words.endswith("-year-old") and token.left_edge.lower_ == "the"


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
