"""Adjectives and prepositions by which a subject has a stance: "is ready to", "sceptical of", "against"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.features import ANYBODY, circumstances, held_by, holds
from tui_reader.extraction.positions.predicate import OBLIGING, issue_of, subject_of
from tui_reader.extraction.positions.verbs import holders
from tui_reader.extraction.positions.voices import Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

LINKS = word_set("copulas")
THINGS_TOO = frozenset({"ready", "open", "bound"})  # said of things as well
COURTEOUS = word_set("courteous")
COMPLEMENTS = frozenset({"xcomp", "prep", "ccomp", "advcl", "pcomp"})
FOR_AND_AGAINST = {"for": Stance.SUPPORTS, "behind": Stance.SUPPORTS, "against": Stance.OPPOSES}


@cache
def adjectives() -> dict[str, tuple[Stance, Stance | None, bool]]:
    """Return by word: the stance, the stance when negated, whether it needs a complement."""
    return {
        word: (Stance(stance), None if negated == "-" else Stance(negated), needs == "y")
        for stance, negated, needs, words in lexicon.rows("stance_adjectives")
        for word in words.split()
    }


def stance_adjectives(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the stance that an adjective after a copula, or one in apposition to a name, gives its subject."""
    entry = adjectives().get(token.lower_)
    if entry is None or token.dep_ not in {"acomp", "xcomp", "oprd", "conj", "ROOT", "acl", "attr", "ccomp", "relcl"}:
        return
    stance, negated, needs = entry
    complement = next((c for c in token.rights if c.dep_ in COMPLEMENTS and c.lower_ not in {"as", "than", "in"}), None)
    if needs and complement is None and token.head.lemma_ in LINKS:
        # the parser hangs the infinitive on the copula at times
        complement = next((c for c in token.head.rights if c.dep_ in COMPLEMENTS and c.i > token.i), None)
    if needs and complement is None:
        return
    if stance is Stance.OFFERS and complement is not None and complement.lower_ == "for" and token.lower_ != "ready":
        return
    if token.pos_ == "VERB" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children):
        return  # "has agreed to" is a verb
    if token.lower_ in COURTEOUS and complement is not None and complement.lemma_ in word_set("announcing"):
        return  # "I am happy to take your questions"
    if token.pos_ == "VERB" and not grammar.is_passive(token) and token.tag_ != "VBN":
        return
    state = voices.predicate(token)
    held = negated if state.negated else stance
    doer = subject_of(state.top) if grammar.own_subject(token) is None else grammar.subject(token)
    if held is None or doer is None or state.modals & OBLIGING - {"shall"}:
        return
    issue = issue_of(_object(complement)) if complement is not None else None
    features = (
        "stance adjective",
        *circumstances(state, voices),
        *holds(doer, voices, minded=token.lower_ not in THINGS_TOO),
    )
    for who in holders(doer):
        yield Candidate(held_by(who, voices), held, clause_words(state.top), token, issue, features)


def for_and_against(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the stance of "is for", "is against", "are behind"."""
    if token.lower_ not in FOR_AND_AGAINST or token.dep_ not in {"prep", "acomp"} or token.head.lemma_ != "be":
        return
    verb = token.head
    doer = grammar.subject(verb)
    thing = next((c for c in token.children if c.dep_ in {"pobj", "pcomp"}), None)
    if doer is None or thing is None or not voices.is_actor(doer) or doer.lower_ in ANYBODY | {"it"}:
        return
    if any(c.dep_ in {"attr", "acomp"} and c.i != token.i for c in verb.children):
        return
    state = voices.predicate(verb)
    stance = FOR_AND_AGAINST[token.lower_]
    if state.negated:
        stance = Stance.OPPOSES if stance is Stance.SUPPORTS else Stance.ACCEPTS
    for who in holders(doer):
        yield Candidate(
            held_by(who, voices),
            stance,
            clause_words(state.top),
            token,
            issue_of(thing),
            ("stance adjective", *circumstances(state, voices)),
        )


def _object(complement: Token) -> Token:
    if complement.dep_ != "prep":
        return complement
    return next((c for c in complement.children if c.dep_ in {"pobj", "pcomp"}), complement)
