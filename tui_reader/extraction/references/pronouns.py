"""Third-person pronouns: candidates that agree and are not barred, ranked by salience and by what they do.

The ranking is that of Lappin & Leass (1994); a pronoun is resolved only where the best is well ahead of the second, as
in CogNIAC (Baldwin 1997). Preferences added to salience: parallel role (Lappin & Leass, table 1), the same verb and
role (Dagan & Itai, "Automatic processing of large corpora for the resolution of anaphora references", COLING 1990), the
subject of the clause for a possessive (Kameyama 1996's subject-possessive tie), the subject of a verb of saying for the
subject of what is said, and somebody who acts for what only someone does or has.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tui_reader.extraction import lexicon
from tui_reader.extraction.actors.descriptions import PEOPLE
from tui_reader.extraction.actors.evidence import AGENCY
from tui_reader.extraction.actors.names import TITLES, singular
from tui_reader.extraction.actors.pronouns import (
    FEMININE,
    MASCULINE,
    NEUTER,
    REFLEXIVE,
    acts_somehow,
    reports,
    weight_of,
)
from tui_reader.extraction.actors.pronouns import PLURAL as PLURAL_PRONOUNS
from tui_reader.extraction.grammar import subject
from tui_reader.extraction.references.binding import clause_of, is_barred
from tui_reader.extraction.references.focus import Focus
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.extraction.references.mentions import Chain, Mention

WILLED = lexicon.words("willed_verbs")
PARALLEL, SAME_VERB, POSSESSOR, REPORTED, SPEAKER, AGENT = 50.0, 80.0, 240.0, 120.0, 90.0, 120.0
LOOSE_NUMBER, BOUND, UNKNOWN_GENDER = 0.6, 0.6, 0.7
STRAY = 15.0  # the weight of whatever else might be meant


@dataclass(frozen=True, slots=True)
class Choice:
    """The best antecedent, and how far ahead of the second it is: 0.5 for a tie, 1 where there is no second."""

    chain: Chain
    mention: Mention
    confidence: float


def choose(pronoun: Token, focus: Focus) -> Choice | None:
    """Return what *pronoun* means, None where nothing agrees."""
    word = pronoun.lower_
    ranked: list[tuple[float, Chain, Mention]] = []
    for chain in focus.before(pronoun):
        mention = _agreeing(word, chain, pronoun)
        if mention is None:
            continue
        weight = _weight(pronoun, word, chain, mention)
        if weight > 0:
            ranked.append((weight, chain, mention))
    if not ranked:
        return None
    ranked.sort(key=lambda one: -one[0])
    best = ranked[0]
    # a coordination and its members stand in one place: they are told apart by number, not by weight
    second = next((one[0] for one in ranked[1:] if not _overlap(one[2], best[2])), 0.0)
    return Choice(best[1], best[2], best[0] / (best[0] + max(second, STRAY)))


def _overlap(one: Mention, other: Mention) -> bool:
    """Whether two mentions are one thing: a coordination and its member, or a name beside a description."""
    if {head.i for head in one.heads} & {head.i for head in other.heads}:
        return True
    first, second = sorted((one, other), key=lambda mention: mention.head.i)
    between = first.head.doc[first.heads[-1].i + 1 : second.heads[0].left_edge.i]
    return [token.text for token in between] == [","] and first.genders & second.genders <= {"m", "f"}


def _agreeing(word: str, chain: Chain, pronoun: Token) -> Mention | None:
    """Return the latest mention of *chain* if the pronoun agrees with it and nothing bars it."""
    here = pronoun.sent.start
    if any(m.head.i >= here and is_barred(pronoun, m) for m in chain.mentions):
        return None
    for mention in reversed(chain.mentions):
        if mention.head.i >= pronoun.i:
            continue
        if mention.bound and mention.head.i < here:
            return None
        return mention if _agrees(word, mention) else None
    return None


def _agrees(word: str, mention: Mention) -> bool:
    if word in MASCULINE:
        return "s" in mention.numbers and "m" in mention.genders
    if word in FEMININE:
        return "s" in mention.numbers and "f" in mention.genders
    if word in NEUTER:
        return "s" in mention.numbers and "n" in mention.genders
    return "p" in mention.numbers


def _weight(pronoun: Token, word: str, chain: Chain, mention: Mention) -> float:
    weight = chain.before + chain.now
    role = role_of(pronoun)
    here = mention.head.i >= pronoun.sent.start
    if mention.role == role:
        weight += PARALLEL
    clause = clause_of(pronoun)
    if role == mention.role and clause.pos_ == "VERB" and clause.lemma_ == clause_of(mention.head).lemma_:
        weight += SAME_VERB
    if here and (pronoun.dep_ == "poss" or word in REFLEXIVE):
        found = _clause_subject(pronoun)
        if found is not None and found in mention.heads:
            weight += POSSESSOR * (4 if word in REFLEXIVE else 1)
    if here and role == "subject" and (word not in NEUTER or acts_of_will(pronoun)):
        reporter = _reporter(pronoun)
        if reporter is not None and reporter in mention.heads:
            weight += REPORTED
    if reports(pronoun) and mention.role == "subject" and clause_of(mention.head).lemma_.lower() in AGENCY:
        weight += SPEAKER
    if wants_someone(pronoun) and _is_someone(mention):
        weight += AGENT
    if word in PLURAL_PRONOUNS and mention.loose:
        weight *= LOOSE_NUMBER
    if mention.bound:
        weight *= BOUND
    if word in MASCULINE | FEMININE and mention.genders != frozenset("m" if word in MASCULINE else "f"):
        weight *= UNKNOWN_GENDER
    return weight


def role_of(pronoun: Token) -> str:
    """Return the grammatical role of *pronoun*; one that opens the subject of a main clause shares the subject's."""
    role = weight_of(pronoun)[1]
    if role == "possessor" and weight_of(pronoun.head)[1] == "subject":
        return "subject"
    return role


def wants_someone(pronoun: Token) -> bool:
    """Say whether the pronoun does or has what only somebody can: "its offer", "their lawyer"."""
    if acts_somehow(pronoun):
        return True
    return pronoun.dep_ == "poss" and (
        singular(pronoun.head) in TITLES | PEOPLE or pronoun.head.lemma_.lower() in SETS["human_nouns"]
    )


def acts_of_will(pronoun: Token) -> bool:
    """Say whether the pronoun is the subject of what one does rather than of what something is or has."""
    verb = pronoun.head
    if pronoun.dep_ == "poss":
        return True
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return any(c.dep_ == "acomp" and c.lower_ in SETS["personal_adjectives"] for c in verb.rights)
    return lemma in AGENCY or lemma in WILLED


def _is_someone(mention: Mention) -> bool:
    return (mention.entity is not None and mention.entity.kind is not None) or not mention.genders & {"n"}


def _clause_subject(pronoun: Token) -> Token | None:
    """Return the subject of the clause in which a possessive or reflexive stands."""
    verb = next((t for t in pronoun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    return subject(verb) if verb is not None else None


def _reporter(pronoun: Token) -> Token | None:
    """Return the subject of the verb of whose complement *pronoun* is the subject."""
    verb = pronoun.head
    while verb.dep_ in {"conj", "advcl", "aux"} and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ != "ccomp":
        return None
    return subject(verb.head)
