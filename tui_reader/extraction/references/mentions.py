"""Noun phrases as candidates: number, gender and animacy, and whether a later sentence can speak of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction import lexicon
from tui_reader.extraction.actors import ActorTable
from tui_reader.extraction.actors.coordination import coordinated
from tui_reader.extraction.actors.descriptions import GENDERED, PEOPLE
from tui_reader.extraction.actors.entity import Entity
from tui_reader.extraction.actors.genders import is_first_name
from tui_reader.extraction.actors.names import TITLES, singular
from tui_reader.extraction.actors.pronouns import FEMININE, MASCULINE, weight_of
from tui_reader.extraction.actors.pronouns import PLURAL as PLURAL_PRONOUNS
from tui_reader.extraction.grammar import noun_phrase
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.model import ActorKind

CALENDAR = lexicon.words("actors/calendar")
HUMAN = TITLES | PEOPLE | SETS["persons"]
PERSONS, THINGS = frozenset("mf"), frozenset("n")
ANY = PERSONS | THINGS
SINGULAR, PLURAL = frozenset("s"), frozenset("p")
EITHER = SINGULAR | PLURAL
UNMENTIONED = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod", "nummod", "punct", "intj", "dep"})
UNIT_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON"})
POINTING = frozenset({"this", "that", "these", "those", "such"})


@dataclass(eq=False, slots=True)
class Mention:
    """One noun phrase; `head` is its head, of a coordination the first of `heads`.

    `form` is `name`, `definite`, `indefinite`, `pointed`, `owned`, `bare`, `joined` or `pronoun`; `kind` that of an
    actor, or `thing`.
    """

    head: Token
    heads: tuple[Token, ...]
    numbers: frozenset[str]
    genders: frozenset[str]
    weight: float
    role: str
    form: str
    kind: str
    main: bool  # its clause is a main clause
    bound: bool = False  # "no bank", "every ship": nothing that a later sentence could go back to
    loose: bool = False  # a singular that may be spoken of as several: "the crew … they"
    entity: Entity | None = None
    passage: int = -1  # the quotation it stands in, -1 for none
    beside: Token | None = None  # the head of what it is another name of: "One of them, Ann Day"

    @property
    def is_someone(self) -> bool:
        return self.kind != "thing" or "n" not in self.genders

    @property
    def words(self) -> Words:
        """The phrase, without what only tells more of it."""
        if len(self.heads) == 1:
            return noun_phrase(self.head)
        return self.head.doc[noun_phrase(self.heads[0]).start : noun_phrase(self.heads[-1]).end]


@dataclass(eq=False, slots=True)
class Chain:
    """All mentions of one thing in focus; `before` is the weight from earlier sentences, `now` that of this one."""

    mentions: list[Mention] = field(default_factory=list)
    before: float = 0.0
    now: float = 0.0
    age: int = 0  # sentences since the last mention or pronoun
    spoken: bool = False  # a pronoun has meant it
    opened: bool = False  # it has only pronouns, and what they mean is not known

    pronouns: list[Token] = field(default_factory=list)  # that meant it in this sentence
    certainty: float = 1.0  # that the last pronouns since its last noun phrase meant it
    count: int = 0  # of all mentions and pronouns
    governors: set[tuple[str, str]] = field(default_factory=set)  # verbs with the roles in which it stood by them

    def heads_from(self, sentence: int) -> Iterator[Token]:
        """Yield the heads of all that mentions it from the token *sentence* on."""
        for mention in self.mentions:
            if mention.head.i >= sentence:
                yield from mention.heads
        yield from self.pronouns

    @property
    def last(self) -> Mention:
        return self.mentions[-1]


def mention_of_pronoun(token: Token) -> Mention:
    """Return the mention that a pronoun makes of something unknown."""
    word = token.lower_
    numbers = PLURAL if word in PLURAL_PRONOUNS else SINGULAR
    genders = (
        ANY if word in PLURAL_PRONOUNS else frozenset("m" if word in MASCULINE else "f" if word in FEMININE else "n")
    )
    weight, role = weight_of(token)
    return Mention(token, (token,), numbers, genders, weight, role, "pronoun", "thing", _in_main_clause(token))


def mentions_at(token: Token, actors: ActorTable) -> Iterator[Mention]:
    """Yield the noun phrase headed by *token*, and the coordination that ends with it."""
    if token.pos_ not in NOMINAL or token.dep_ in UNMENTIONED:
        return
    if token.pos_ in {"NUM", "ADJ", "DET"} and token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}:
        return
    if not token.text[0].isalnum():
        return
    entity = entity_at(token, actors)
    if not _is_idle(token, entity):
        yield _simple(token, entity)
    if token.dep_ == "conj" and not any(child.dep_ == "conj" for child in token.rights):
        first = token
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        heads = coordinated(first)
        if heads and heads[-1] == token:
            weight, role = weight_of(first)
            main = _in_main_clause(first)
            yield Mention(first, heads, PLURAL, ANY, weight, role, "joined", "group", main, _is_bound(first))


def _simple(token: Token, entity: Entity | None) -> Mention:
    weight, role = weight_of(token)
    numbers = _numbers(token, entity)
    kind = entity.kind.value if entity is not None and entity.kind is not None else "thing"
    return Mention(
        token,
        (token,),
        numbers,
        _genders(token, entity),
        weight,
        role,
        _form(token),
        kind,
        _in_main_clause(token),
        _is_bound(token),
        numbers == EITHER and token.tag_ not in {"NNS", "NNPS"},
        entity,
        beside=token.head if token.dep_ == "appos" and _renames(token) else None,
    )


def _renames(token: Token) -> bool:
    """Whether of an apposition and its head one is a name and the other a description."""
    return (token.pos_ == "PROPN") is not (token.head.pos_ == "PROPN") or token.head.pos_ in {"NUM", "PRON"}


def _form(token: Token) -> str:
    if token.pos_ == "PROPN":
        return "name"
    for child in token.lefts:
        if child.dep_ == "poss":
            return "owned"
        if child.dep_ == "det":
            word = child.lower_
            return "definite" if word == "the" else "pointed" if word in POINTING else "indefinite"
    return "bare"


def _in_main_clause(token: Token) -> bool:
    while token.dep_ in {"conj", "appos"} and token.head.i != token.i:
        token = token.head
    verb = token.head
    while verb.dep_ in {"conj", "parataxis"} and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ROOT"


def entity_at(token: Token, actors: ActorTable) -> Entity | None:
    """Return whom or what the survey of actors has found at *token*."""
    found = actors.survey.at.get(token.doc._.offset + token.idx)
    return found.canonical() if found is not None else None


def _is_idle(token: Token, entity: Entity | None) -> bool:
    """Whether the words speak of nothing that could be meant again: times, measures, "in turn", predicates."""
    if token.pos_ == "PRON" and token.lower_ not in SETS["generic_people"]:
        return token.lower_ not in SETS["shares"] or not any(child.lower_ == "of" for child in token.rights)
    if len(token.text) < 2 or token.text == "%" or token.lower_ in {"cent", "percent"}:
        return True
    if token.ent_type_ in UNIT_LABELS and token.pos_ != "PROPN" and token.dep_ not in {"nsubj", "nsubjpass"}:
        return token.lemma_ in SETS["units"] or token.pos_ == "NUM"
    if token.lemma_ in SETS["units"] or token.lower_ in CALENDAR:
        return True
    bare = token.n_lefts == 0 and token.tag_ == "NN"
    if token.dep_ == "pobj" and token.lemma_ in SETS["bleached"] and all(c.dep_ == "det" for c in token.children):
        return True
    if token.pos_ == "PROPN" and token.dep_ == "pobj" and token.head.lower_ == "of" and entity is None:
        return token.head.head.pos_ == "PROPN"  # "Court of Auditors"
    if token.dep_ == "dobj" and bare and token.n_rights == 0 and token.head.lemma_ in SETS["light_verbs"]:
        return True
    return token.dep_ == "oprd"


def _is_bound(token: Token) -> bool:
    if token.lower_ in SETS["bound"] or token.lower_ in SETS["generic_people"]:
        return True
    return any(child.dep_ in {"det", "preconj"} and child.lower_ in SETS["bound"] for child in token.lefts)


def _numbers(token: Token, entity: Entity | None) -> frozenset[str]:
    lemma = token.lemma_.lower()
    if token.tag_ in {"NNS", "NNPS"}:
        state = entity is not None and entity.named and entity.kind in {ActorKind.STATE, ActorKind.ORGANISATION}
        return EITHER if state else PLURAL
    if token.pos_ in {"NUM", "ADJ", "DET"} or token.lower_ in SETS["shares"]:
        if any(child.lower_ == "in" for child in token.rights):
            return PLURAL  # "one in nine"
        ordinal = token.ent_type_ == "ORDINAL" or token.lower_ in SETS["ordinals"]
        return SINGULAR if ordinal or token.lower_ in {"one", "each", "another"} else PLURAL
    if token.lower_ in SETS["generic_people"]:
        return PLURAL
    if lemma in SETS["collectives"] or (entity is not None and (entity.plural or entity.kind is ActorKind.GROUP)):
        return EITHER
    if lemma in SETS["partitives"] and any(child.lower_ == "of" for child in token.rights):
        return EITHER
    if entity is not None and entity.kind is ActorKind.ORGANISATION and entity.acts:
        return EITHER
    return SINGULAR


def _is_persons_name(token: Token, entity: Entity | None) -> bool:
    """Whether an office, a first name or a `who` tells a name to be a person's."""
    if entity is not None and entity.roles:
        return True
    if any(child.dep_ == "relcl" and child.left_edge.lower_ == "who" for child in token.rights):
        return True
    first = (entity.best or token.text).split()[0] if entity is not None else token.text
    return is_first_name(first)


def _genders(token: Token, entity: Entity | None) -> frozenset[str]:
    if token.lower_ in SETS["generic_people"]:
        return PERSONS
    kind = entity.kind if entity is not None else None
    lemma = singular(token)
    if kind is None and any(c.dep_ == "relcl" and c.left_edge.lower_ == "who" for c in token.rights):
        return PERSONS
    if kind is ActorKind.PERSON or (kind is None and lemma in HUMAN):
        # of somebody without a name the survey knows a gender only by a pronoun that it took for theirs
        gender = (entity.gender if entity is not None and entity.named else None) or GENDERED.get(lemma)
        if gender is None and token.pos_ == "PROPN" and not _is_persons_name(token, entity):
            return ANY  # a name that nothing tells to be a person's
        return frozenset(gender) if gender else PERSONS
    if kind is None and token.pos_ == "PROPN" and _form(token) == "name" and token.n_lefts == 0:
        return ANY
    if lemma in SETS["vessels"]:
        return THINGS | {"f"}
    return THINGS
