"""Noun phrases as candidates: number, gender and animacy, and whether a later sentence can speak of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction.actors import ActorTable
from tui_reader.extraction.actors.coordination import coordinated
from tui_reader.extraction.actors.descriptions import GENDERED, PEOPLE
from tui_reader.extraction.actors.entity import Entity
from tui_reader.extraction.actors.names import TITLES, singular
from tui_reader.extraction.actors.pronouns import FEMININE, MASCULINE, weight_of
from tui_reader.extraction.actors.pronouns import PLURAL as PLURAL_PRONOUNS
from tui_reader.extraction.grammar import noun_phrase
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.model import ActorKind

PERSONS, THINGS = frozenset("mf"), frozenset("n")
ANY = PERSONS | THINGS
SINGULAR, PLURAL = frozenset("s"), frozenset("p")
EITHER = SINGULAR | PLURAL
UNMENTIONED = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod", "nummod", "punct", "intj", "dep", "appos"})
UNIT_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "what"})


@dataclass(eq=False, slots=True)
class Mention:
    """One noun phrase; `head` is its head, of a coordination the first of `heads`."""

    head: Token
    heads: tuple[Token, ...]
    numbers: frozenset[str]
    genders: frozenset[str]
    weight: float
    role: str
    bound: bool  # "no bank", "every ship": nothing that a later sentence could go back to
    loose: bool = False  # a singular that may be spoken of as several: "the crew … they"
    entity: Entity | None = None

    @property
    def words(self) -> Words:
        """The phrase, without what only tells more of it."""
        if len(self.heads) == 1:
            return noun_phrase(self.head)
        return self.head.doc[noun_phrase(self.heads[0]).start : noun_phrase(self.heads[-1]).end]

    def contains(self, token: Token) -> bool:
        return any(head.left_edge.i <= token.i <= head.right_edge.i for head in self.heads)


@dataclass(eq=False, slots=True)
class Chain:
    """All mentions of one thing in focus; `before` is the weight from earlier sentences, `now` that of this one."""

    mentions: list[Mention] = field(default_factory=list)
    before: float = 0.0
    now: float = 0.0
    opened: bool = False  # what its pronouns mean is not known

    @property
    def last(self) -> Mention:
        return self.mentions[-1]


def mention_of_pronoun(token: Token) -> Mention:
    word = token.lower_
    numbers = PLURAL if word in PLURAL_PRONOUNS else SINGULAR
    genders = (
        ANY if word in PLURAL_PRONOUNS else frozenset("m" if word in MASCULINE else "f" if word in FEMININE else "n")
    )
    weight, role = weight_of(token)
    return Mention(token, (token,), numbers, genders, weight, role, bound=False)


def mentions_at(token: Token, actors: ActorTable) -> Iterator[Mention]:
    """Yield the noun phrase headed by *token*, and the coordination that ends with it."""
    if token.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON"} or token.dep_ in UNMENTIONED:
        return
    if token.pos_ in {"NUM", "ADJ", "DET"} and token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}:
        return
    entity = _entity(token, actors)
    if not _is_idle(token):
        weight, role = weight_of(token)
        numbers = _numbers(token, entity)
        loose = numbers == EITHER and token.tag_ not in {"NNS", "NNPS"}
        yield Mention(token, (token,), numbers, _genders(token, entity), weight, role, _is_bound(token), loose, entity)
    if token.dep_ == "conj" and not any(child.dep_ == "conj" for child in token.rights):
        first = token
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        heads = coordinated(first)
        if heads and heads[-1] == token:
            weight, role = weight_of(first)
            yield Mention(first, heads, PLURAL, ANY, weight, role, _is_bound(first))


def _entity(token: Token, actors: ActorTable) -> Entity | None:
    found = actors.survey.at.get(token.doc._.offset + token.idx)
    return found.canonical() if found is not None else None


def _is_idle(token: Token) -> bool:
    """Whether the words speak of nothing that could be meant again: times, measures, "in turn", predicates."""
    if token.pos_ == "PRON" and token.lower_ not in SETS["generic_people"]:
        return True
    if len(token.text) < 2 or token.text == "%" or token.lower_ in {"cent", "percent"}:
        return True
    if token.ent_type_ in UNIT_LABELS and token.pos_ != "PROPN" and token.dep_ not in {"nsubj", "nsubjpass"}:
        return token.lemma_ in SETS["units"] or token.pos_ == "NUM"
    if token.lemma_ in SETS["units"]:
        return True
    bare = token.n_lefts == 0 and token.tag_ == "NN"
    if token.dep_ == "pobj" and bare and token.lemma_ in SETS["bleached"]:
        return True
    if token.dep_ == "dobj" and bare and token.n_rights == 0 and token.head.lemma_ in SETS["light_verbs"]:
        return True
    return token.dep_ in {"attr", "oprd"} and not any(
        c.dep_ == "expl" or c.lower_ in {"this", "that", "these", "those"} for c in token.head.lefts
    )


def _is_bound(token: Token) -> bool:
    if token.lower_ in SETS["bound"] or token.lower_ in SETS["generic_people"]:
        return True
    return any(child.dep_ in {"det", "preconj"} and child.lower_ in SETS["bound"] for child in token.lefts)


def _numbers(token: Token, entity: Entity | None) -> frozenset[str]:
    lemma = token.lemma_.lower()
    if token.tag_ in {"NNS", "NNPS"}:
        state = entity is not None and entity.named and entity.kind in {ActorKind.STATE, ActorKind.ORGANISATION}
        return EITHER if state else PLURAL
    if token.pos_ in {"NUM", "ADJ", "DET"}:
        if any(child.lower_ == "in" for child in token.rights):
            return PLURAL  # "one in nine"
        return SINGULAR if token.lower_ in {"one", "each", "another"} else PLURAL
    if token.lower_ in SETS["generic_people"]:
        return PLURAL
    if lemma in SETS["collectives"] or (entity is not None and (entity.plural or entity.kind is ActorKind.GROUP)):
        return EITHER
    if lemma in SETS["partitives"] and any(child.lower_ == "of" for child in token.rights):
        return EITHER
    if entity is not None and entity.kind is ActorKind.ORGANISATION and entity.acts:
        return EITHER
    return SINGULAR


def _genders(token: Token, entity: Entity | None) -> frozenset[str]:
    if token.lower_ in SETS["generic_people"]:
        return PERSONS
    kind = entity.kind if entity is not None else None
    lemma = singular(token)
    if kind is ActorKind.PERSON or (kind is None and lemma in TITLES | PEOPLE):
        gender = (entity.gender if entity is not None else None) or GENDERED.get(lemma)
        return frozenset(gender) if gender else PERSONS
    if kind is None and token.pos_ == "PROPN" and (entity is None or token.ent_type_ == "PERSON"):
        return ANY
    if lemma in SETS["vessels"]:
        return THINGS | {"f"}
    return THINGS
