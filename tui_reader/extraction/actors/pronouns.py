"""Pronouns by salience, after Lappin & Leass, "An Algorithm for Pronominal Anaphora Resolution" (CL 20:4, 1994).

Whatever a sentence mentions gains weight by where it stands (table 1 there); at each new sentence all weights are
halved. A pronoun means the weightiest candidate that agrees with it in number, gender and animacy, is not an argument
of the same verb (their syntactic filter, sec. 2.1.1), and was mentioned before it; one in the same grammatical role
gains the weight of parallelism. `It` that stands for no one ("it is feared that", sec. 2.1.2) is left alone.

Three additions are ours: what only someone does (`lexicons/actors/agency.txt`) prefers someone to a thing; who goes on
speaking ("she added") is rather who spoke last; and within quotation marks a pronoun of the third person is not the one
who is quoted.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from spacy.tokens import Token

from tui_reader.extraction.actors.entity import Entity
from tui_reader.extraction.actors.evidence import AGENCY, AGENCY_NOUNS
from tui_reader.extraction.lexicon import sets
from tui_reader.model import ActorKind

RECENCY, SUBJECT, OBJECT, OBLIQUE, HEAD, NON_ADVERBIAL, PARALLEL, EXISTENTIAL = 100, 80, 50, 40, 80, 50, 35, 70
SETS = sets("actors/sets")
EMBEDDED = 20  # in place of NON_ADVERBIAL for the subject of a subordinate clause
GENDER = 60  # for someone whose gender is known to fit, over someone whose gender is not known
AGENT = 120  # for someone rather than something as the subject of a verb of agency
KEPT = 20  # people out of focus to whom `he` and `she` go back where nobody in focus fits
FADED = 12.0  # below this a candidate is forgotten: about four sentences

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
THIRD = MASCULINE | FEMININE | NEUTER | PLURAL
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
VIEWS = SETS["views"]
SEEMING = SETS["seeming"]


@dataclass(slots=True)
class Focus:
    """The weights of what has been mentioned, up to the current word."""

    before: dict[Entity, float] = field(default_factory=dict)
    now: dict[Entity, float] = field(default_factory=dict)
    here: list[tuple[Entity, Token]] = field(default_factory=list)
    roles: dict[Entity, str] = field(default_factory=dict)
    faded: deque[Entity] = field(default_factory=lambda: deque(maxlen=KEPT))  # people no longer in focus, latest last
    sequence: deque[Entity] = field(default_factory=lambda: deque(maxlen=2))  # the last two people or bodies met
    pair: tuple[Entity, ...] = ()  # they, as they were at the first "former" or "latter" of the sentence
    speaker: Entity | None = None  # the subject of a main verb of agency in the sentence before
    speaks: Entity | None = None  # and in this one
    quoted: bool = False  # whether this sentence stands inside a quotation

    def next_sentence(self, fade: float = 0.5, *, quoted: bool = False) -> None:
        """Halve all weights; who spoke last is no one inside a quotation, in which a whole sentence stands."""
        for entity, weight in self.now.items():
            self.before[entity] = self.before.get(entity, 0.0) + weight
        for entity, weight in self.before.items():
            if weight * fade <= FADED and entity.kind is ActorKind.PERSON:
                self.faded.append(entity)
        self.before = {entity: weight * fade for entity, weight in self.before.items() if weight * fade > FADED}
        if not self.quoted:
            self.speaker = self.speaks
        self.speaks, self.quoted = None, quoted
        self.pair = ()
        self.now.clear()
        self.here.clear()

    def mention(self, entity: Entity, token: Token) -> None:
        """Add the weight of one mention; several in one sentence count as their best."""
        weight, role = weight_of(token)
        if weight > self.now.get(entity, 0.0):
            self.now[entity] = weight
            self.roles[entity] = role
        self.here.append((entity, token))
        if entity.is_someone() and not entity.members:
            if entity in self.sequence:
                self.sequence.remove(entity)
            self.sequence.append(entity)
        if role == "subject" and reports(token):
            self.speaks = entity

    def last_two(self) -> list[Entity]:
        """Return the last two people or bodies that were mentioned, in order."""
        self.pair = self.pair or tuple(self.sequence)
        return list(self.pair)

    def weight(self, entity: Entity) -> float:
        return self.before.get(entity, 0.0) + self.now.get(entity, 0.0)

    def antecedent(self, pronoun: Token) -> Entity | None:
        """Return whom or what *pronoun* means, None where nobody fits."""
        word = pronoun.lower_
        role = weight_of(pronoun)[1]
        barred = self.barred(pronoun)
        wants_someone = acts_somehow(pronoun)
        continued = (wants_someone and reports(pronoun)) or (role == "possessor" and pronoun.head.lemma_ in VIEWS)
        best: tuple[float, Entity] | None = None
        for entity in {**self.before, **self.now}:
            if entity.into is not None or entity in barred or not agrees(word, entity):
                continue
            weight = self.weight(entity)
            if self.roles.get(entity) == role:
                weight += PARALLEL
            if entity.gender is not None:
                weight += GENDER
            if wants_someone and (entity.is_someone() or entity.owner is not None):
                weight += AGENT
            if continued and entity is (self.speaks or self.speaker):
                weight += AGENT
            if best is None or weight > best[0]:
                best = (weight, entity)
        if best is None and word in MASCULINE | FEMININE:
            return next((e for e in reversed(self.faded) if e.into is None and agrees(word, e)), None)
        return best[1] if best else None

    def barred(self, pronoun: Token) -> set[Entity]:
        """Return those whom the pronoun cannot mean for where they stand in its own sentence."""
        if pronoun.lower_ in REFLEXIVE:
            return set()
        possessive = pronoun.dep_ == "poss"
        clause = pronoun.head if not possessive else None
        if clause is not None and clause.dep_ in {"prep", "agent"}:
            clause = clause.head
        speaker = quoting_subject(pronoun)
        barred: set[Entity] = set()
        for entity, token in self.here:
            if (
                (speaker is not None and token.i == speaker.i)
                or (possessive and token.i == pronoun.head.i)
                or (clause is not None and token.dep_ != "poss" and argument_of(token, clause))
            ):
                barred.add(entity)
        return barred


def argument_of(token: Token, verb: Token) -> bool:
    head = token.head
    if head.dep_ in {"prep", "agent", "dative"} and head.pos_ == "ADP":
        head = head.head
    return head.i == verb.i


def weight_of(token: Token) -> tuple[float, str]:
    """Return the salience that a mention's place in its sentence gives, and its grammatical role."""
    dep = token.dep_
    while dep in {"conj", "appos"} and token.head.i != token.i:
        token = token.head
        dep = token.dep_
    if dep in {"nsubj", "nsubjpass"}:
        main = token.head.dep_ in {"ROOT", "conj", "parataxis"}
        return RECENCY + SUBJECT + HEAD + (NON_ADVERBIAL if main else EMBEDDED), "subject"
    if dep in {"dobj", "dative", "oprd"}:
        return RECENCY + OBJECT + HEAD + NON_ADVERBIAL, "object"
    if dep == "attr":
        return RECENCY + EXISTENTIAL + HEAD, "attribute"
    if dep == "poss":
        return RECENCY + NON_ADVERBIAL, "possessor"
    if dep == "pobj":
        prep = token.head
        if prep.dep_ == "agent":
            return RECENCY + SUBJECT + NON_ADVERBIAL, "agent"
        if prep.head.pos_ in {"VERB", "AUX"}:
            return RECENCY + OBLIQUE + HEAD, "oblique"
        return RECENCY, "embedded"
    return RECENCY, "other"


def agrees(word: str, entity: Entity) -> bool:
    """Say whether a pronoun's number, gender and animacy fit."""
    if word in MASCULINE or word in FEMININE:
        gender = "m" if word in MASCULINE else "f"
        return entity.kind is ActorKind.PERSON and not entity.plural and entity.gender in {None, gender}
    if word in NEUTER:
        return entity.kind is not ActorKind.PERSON and not entity.plural and entity.kind is not ActorKind.GROUP
    if entity.plural or entity.kind is ActorKind.GROUP:
        return True
    if entity.kind is ActorKind.STATE and (entity.best or "").endswith("s"):
        return entity.named  # "the Islands … their"
    return entity.kind is ActorKind.ORGANISATION and word in PLURAL and entity.acts


def acts_somehow(pronoun: Token) -> bool:
    """Say whether the pronoun does or has what only someone can."""
    head = pronoun.head
    if pronoun.dep_ == "nsubj":
        return head.lemma_.lower() in AGENCY
    return pronoun.dep_ == "poss" and head.lemma_.lower() in AGENCY_NOUNS


def reports(token: Token) -> bool:
    """Say whether *token* is the subject of a main verb of agency: "she" of "“…,” she added"."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_.lower() not in AGENCY - {"do"}:
        return False
    return verb.dep_ in {"ROOT", "parataxis"} or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")


def quoting_subject(pronoun: Token) -> Token | None:
    """Return the subject of the verb that quotes the words around *pronoun*, if an opening mark stands between."""
    doc, verb = pronoun.doc, pronoun
    while verb.head.i != verb.i:
        verb = verb.head
        for child in verb.children:
            if child.dep_ == "nsubj" and child.i != pronoun.i and verb.lemma_.lower() in AGENCY:
                low, high = sorted((child.i, pronoun.i))
                between = [token.text for token in doc[low:high] if token.text in {"“", '"', "”"}]
                if len(between) % 2:
                    return child
    return None


def is_pleonastic(it: Token) -> bool:
    """Say whether `it` stands for a clause or for nothing: "it is likely that", "it is feared", "it seems"."""
    if it.dep_ == "expl":
        return True
    if it.dep_ not in {"nsubj", "nsubjpass"} or it.lower_ != "it":
        return False
    verb = it.head
    if verb.lemma_ in SEEMING and any(child.dep_ in {"ccomp", "advcl", "xcomp"} for child in verb.children):
        return not any(child.dep_ == "dobj" for child in verb.children)
    complements = {"ccomp", "csubj", "advcl"} if verb.lemma_ != "be" else {"ccomp", "csubj", "xcomp", "advcl", "acl"}
    if it.dep_ == "nsubjpass":
        return any(child.dep_ == "ccomp" for child in verb.children)
    if verb.lemma_ == "be" or any(child.lemma_ == "be" and child.dep_ == "cop" for child in verb.children):
        named = [child for child in verb.children if child.dep_ in {"acomp", "attr", "prep"}]
        return any(
            child.dep_ in complements and child.i > verb.i and is_content(child) for child in verb.children
        ) or any(
            child.dep_ in {"ccomp", "xcomp", "acl", "csubj"} and is_content(child)
            for n in named
            for child in n.children
        )
    return False


def is_content(clause: Token) -> bool:
    """Say whether a clause is a `that` or `to` clause."""
    return any(
        child.lower_ in {"that", "to", "for", "whether"} and child.dep_ in {"mark", "aux"} for child in clause.children
    )
