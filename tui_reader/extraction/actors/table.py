"""Who can say or hold something: one actor for all the names that a text uses."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Token

from tui_reader.extraction.actors.coordination import coordinated, group_of
from tui_reader.extraction.actors.correspondence import addressed, addressee_of
from tui_reader.extraction.actors.descriptions import HUMAN_ENDINGS
from tui_reader.extraction.actors.entity import Entity, entity_id
from tui_reader.extraction.actors.normal import normal
from tui_reader.extraction.actors.phrases import defined, described, owned
from tui_reader.extraction.actors.pronouns import FIRST, SECOND, THIRD
from tui_reader.extraction.actors.roster import is_body
from tui_reader.extraction.actors.survey import RELATIVE, Survey
from tui_reader.model import Actor, ActorKind, Block, Document, Span
from tui_reader.sources.cues import pattern
from tui_reader.sources.turns import bracketed_name
from tui_reader.sources.voices import SIGNATORIES

QUESTION_LABELS = frozenset(
    {"q", "question", "questions", "reporter", "journalist", "moderator", "interviewer", "audience"}
)
QUESTIONERS = "questioners"
INITIALS = re.compile(r"(?:[A-Z]\.?){2,3}")  # of a speaker: "IK:", "T.B.:"
UNSPECIFIED = "unspecified"


@dataclass
class ActorTable:
    """The actors of one document, found by name, by description and by pronoun.

    A part is surveyed once, from left to right, when `find_actors` sees it; afterwards every noun phrase in it has an
    entity. Only those that something asks for, or that have a name and act, become actors.
    """

    survey: Survey = field(default_factory=Survey)
    turns: list[Block] | None = None
    learnt: set[int] = field(default_factory=set)  # offsets of parts
    walked: set[int] = field(default_factory=set)
    document: Document | None = None
    special: dict[str, Entity] = field(default_factory=dict)
    addressed: dict[Span, str | None] = field(default_factory=dict)  # to whom each letter is written

    def values(self) -> tuple[Actor, ...]:
        """Return the actors so far, in order of their first mention."""
        found = dict.fromkeys(entity.canonical() for entity in self.survey.entities if entity.canonical().acts)
        members = dict.fromkeys(member.canonical() for entity in found for member in entity.members)
        return tuple(
            entity.actor() for entity in (*found, *(m for m in members if m not in found), *self.special.values())
        )

    def guessed(self) -> set[str | None]:
        """Return the ids of those that are someone only because they seemed to do something."""
        return {entity.id for entity in self.survey.entities if entity.guessed and entity.into is None}

    def canonical(self, actor_id: str | None) -> str | None:
        """Return the id under which an actor is known after later names have joined it with another."""
        entity = self.survey.by_id.get(actor_id or "")
        return entity.canonical().id if entity is not None else actor_id

    def name(self, actor_id: str | None) -> str | None:
        """Return the name under which an actor is known so far."""
        entity = self.survey.by_id.get(actor_id or "")
        return entity.canonical().actor().name if entity is not None else None

    def holder(self, head: Token) -> str | None:
        """Return the id of the actor that the noun phrase headed by *head* means; makes one if it is new.

        A pronoun is resolved; `I`, `we` and `my government` belong to the section's author; what a statement, note or
        appraisal says, its maker says. None stands for the document's writer, and for a pronoun that means nobody.
        """
        if head.lower_ in FIRST | SECOND:
            return self.first_person(head)
        entity = self.entity(head)
        if entity is None:
            if head.pos_ == "PRON" and head.lower_ in RELATIVE | {"it", "this", "that", "there"}:
                return None
            if head.lower_ in THIRD:
                return self.unspecified()
            entity = self.survey.new(head)
        entity = self.survey.maker(entity)
        if not entity.acts:
            self.survey.act(entity)
            if not entity.named and not entity.phrase:
                entity.phrase = self.phrase(entity, head)
        if not entity.named and head.pos_ != "PRON":
            entity.note(described(head))
            entity.note(defined(head) or "")
        return entity.id

    def everyone(self, head: Token) -> str | None:
        """Return the id of who *head* and those coordinated with it are together: "Holm and Varga"; see `holder`."""
        heads = coordinated(head)
        if heads and not any(one.lower_ in FIRST | SECOND for one in heads):
            for one in heads:
                self.holder(one)
            group = group_of(self.survey, heads)
            if group is not None:
                group.acts = True
                return group.id
        return self.holder(head)

    def phrase(self, entity: Entity, head: Token) -> str:
        """Return the words by which somebody without a name was first described."""
        if entity.source is not None:
            owner = entity.of.canonical() if entity.of is not None else None
            return owned(entity.source, self.called_so(owner) if owner is not None else "") or shown(
                described(entity.source)
            )
        if entity.mentions and self.document is not None:
            return shown(entity.mentions[0].of(self.document.text))
        return shown(described(head))

    def called_so(self, entity: Entity) -> str:
        """Return by what name or description someone is known, also before they act; "" for a thing."""
        if not entity.is_someone() and not entity.head.endswith(HUMAN_ENDINGS):
            return ""
        return entity.best or entity.phrase or (shown(described(entity.source)) if entity.source is not None else "")

    def means_thing(self, head: Token) -> bool:
        """Say whether *head* means something that neither acts nor speaks: an account, a launch, a motion."""
        self.walk(head.doc)
        found = self.survey.at.get(head.doc._.offset + head.idx)
        return found is not None and not found.canonical().is_someone()

    def resolve(self, head: Token) -> str | None:
        """Return the id of the actor that *head* means, None where nobody known is meant; never makes one.

        People, states and organisations are known, and groups of people; things are not.
        """
        if head.lower_ in FIRST | SECOND:
            return self.first_person(head)
        entity = self.entity(head)
        if entity is None:
            return None
        entity = self.survey.maker(entity)
        if not entity.acts and not entity.is_someone():
            return None
        if not entity.acts:
            return self.holder(head)
        return entity.id

    def learn(self, doc: Doc) -> None:
        """Learn the names of one part, unless that was done."""
        if doc._.offset not in self.learnt:
            self.learnt.add(doc._.offset)
            self.document = doc._.reading.document
            self.survey.learn(doc, doc._.reading.document)

    def walk(self, doc: Doc) -> None:
        """Tie the noun phrases of one part to whom they mean, unless that was done."""
        if doc._.offset not in self.walked:
            self.learn(doc)
            self.walked.add(doc._.offset)
            self.survey.walk(doc, doc._.reading.document)

    def entity(self, head: Token) -> Entity | None:
        """Return whom or what the phrase of *head* means."""
        doc = head.doc
        self.walk(doc)
        if head.lower_ in RELATIVE:
            noun = antecedent(head)
            if noun is not None:
                head = noun
        while head.i + 2 < len(doc) and doc[head.i + 1].text == "-" and not head.whitespace_:
            head = doc[head.i + 2]  # "co-author" is three tokens
        found = self.survey.at.get(doc._.offset + head.idx)
        if found is None and head.dep_ in {"compound", "amod", "flat", "nmod"} and head.head.i != head.i:
            found = self.survey.at.get(doc._.offset + head.head.idx)
        return found.canonical() if found is not None else None

    def first_person(self, token: Token) -> str | None:
        """Return who says `I` or `we`, or is called `you`, at *token*."""
        reading = token.doc._.reading
        if reading is None:
            return None
        at = token.doc._.offset + token.idx
        if token.lower_ in SECOND:
            return self.addressee(at)
        quoted = self.survey.quoting(token)
        if quoted is not None:
            return quoted.id
        author: str | None = reading.section_author_id(at)
        return author

    def addressee(self, at: int) -> str | None:
        """Return whom `you` means at *at* in a question of a transcript: the one who answers next."""
        if self.document is None:
            return None
        if self.turns is None:
            self.turns = [block for block in self.document.blocks if block.label is not None]
        here = bisect_right(self.turns, at, key=lambda turn: turn.span.start) - 1
        if here < 0 or not self.turns[here].span.covers(at):
            return self.correspondent(at)
        if not self.is_question(self.turns[here].label):
            return self.other(self.turns[here])
        following = (turn.label for turn in self.turns[here + 1 : here + 9] if not self.is_question(turn.label))
        label = next(following, None)
        return self.speaker(label.of(self.document.text)) if label is not None else None

    def correspondent(self, at: int) -> str | None:
        """Return to whom the letter or memo around *at* is written, None where it does not say."""
        if self.document is None:
            return None
        section = self.document.section_at(at)
        if section is None:
            return None
        if section.span not in self.addressed:
            name = addressee_of(self.document, section.span)
            self.addressed[section.span] = None if name is None else self.called(*addressed(name))
        return self.addressed[section.span]

    def other(self, turn: Block) -> str | None:
        """Return the second of two speakers, None where there are more."""
        if self.document is None or turn.label is None:
            return None
        labels = {label.of(self.document.text) for block in self.turns or () if (label := block.label) is not None}
        others = labels - {turn.label.of(self.document.text)}
        return self.speaker(others.pop()) if len(others) == 1 else None

    def is_question(self, label: Span | None) -> bool:
        if label is None or self.document is None:
            return False
        return normal(label.of(self.document.text)).rstrip(":").partition("(")[0].strip() in QUESTION_LABELS

    def speaker(self, label: str) -> str:
        """Return the id of the speaker whom a transcript labels *label*: "MS. CALLOWAY" is Ingrid Calloway."""
        bare, _, outlet = label.rstrip(": ").partition("(")
        if normal(bare) in QUESTION_LABELS:
            outlet = outlet.rstrip(") ")
            if outlet:
                return self.called(outlet, ActorKind.ORGANISATION, (label,))
            return self.known(QUESTIONERS, ActorKind.GROUP, label)
        name = bracketed_name(label.rstrip(": ")) or bare
        return self.called(self.in_full(name.strip()), ActorKind.PERSON, (label,))

    def in_full(self, label: str) -> str:
        """Return the name of which a label gives the initials or, in capitals, the last word: "IK", "VARGA"."""
        if INITIALS.fullmatch(label) and self.document is not None:
            words = r"\s(?:[A-Z][\w’'.-]+\s)?".join(rf"{letter}[\w’'-]+" for letter in label.replace(".", ""))
            named = re.search(rf"\b{words}", self.document.text)
            return named[0] if named is not None else label
        last = label.split()[-1] if label.split() else ""
        if not last.isupper() or len(last) < 2:
            return label
        shape = last.title()
        if self.survey.naming.candidates(normal(last)) or self.document is None:
            return label
        full = re.search(rf"((?:[A-Z][\w’'.-]+ ){{1,3}}){re.escape(shape)}\b", self.document.text)
        return full[0] if full is not None else label.replace(last, shape)

    def author(self, name: str) -> str:
        """Return the id of the section author called *name*."""
        first, joined, second = name.rpartition(" and ")
        if joined and not is_body(name) and first[:1].isupper() and second[:1].isupper():
            return self.group(name, [*re.split(r",\s+", first), second])
        group = name == SIGNATORIES or pattern("voices", "people_of").match(name) is not None
        return (
            self.called(name.removeprefix("the "), ActorKind.GROUP, (name,))
            if group
            else self.called(name, ActorKind.PERSON)
        )

    def group(self, name: str, members: list[str]) -> str:
        """Return the id of the group called *name* of people called *members*."""
        found = self.called(name, ActorKind.GROUP)
        entity = self.survey.by_id[found].canonical()
        if not entity.members:
            entity.kind, entity.plural = ActorKind.GROUP, True
            entity.members = [self.survey.called(member, ActorKind.PERSON) for member in members]
        return found

    def called(self, name: str, kind: ActorKind, also: tuple[str, ...] = ()) -> str:
        """Return the id of whoever is called *name*, a new actor of *kind* if nobody is."""
        entity = self.survey.called(name, kind)
        entity.acts = True
        for form in also:
            if form not in entity.forms:
                entity.note(form)
        return entity.id

    def unspecified(self) -> str:
        """Return the id of the source that nobody names: "it is feared that", "I am told that"."""
        return self.known(UNSPECIFIED, ActorKind.GROUP)

    def known(self, name: str, kind: ActorKind, form: str = "") -> str:
        """Return the id of an actor that stands outside the text."""
        if name not in self.special:
            self.special[name] = Entity(entity_id(name), kind, acts=True, best=name, plural=True)
        if form and form not in self.special[name].forms:
            self.special[name].note(form)
        return self.special[name].id


def antecedent(relative: Token) -> Token | None:
    """Return the noun that the clause of a relative pronoun modifies."""
    for above in relative.ancestors:
        if above.dep_ in {"relcl", "acl"}:
            return above.head
        if above.dep_ not in {"xcomp", "ccomp", "conj", "prep", "pcomp", "auxpass", "aux"} and above.pos_ not in {
            "VERB",
            "AUX",
            "NOUN",
        }:
            return None
    return None


def shown(phrase: str) -> str:
    """Return a description as it is shown: without its article, on one line."""
    words = phrase.split()
    if len(words) > 1 and words[0].lower() in {"a", "an", "the"}:
        words = words[1:]
    return " ".join(words)


@Language.component("reader_actors")
def find_actors(doc: Doc) -> Doc:
    """Survey the names, descriptions and pronouns of this part."""
    from tui_reader.extraction.reading import reading_of

    reading_of(doc).actors.walk(doc)
    return doc
