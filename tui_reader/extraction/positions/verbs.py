"""Verbs that state a stance, by the frame they stand in: "rejects the plan", "urged X to act", "described X as Y"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.commitments import is_threat
from tui_reader.extraction.positions.evaluations import by_form, judging
from tui_reader.extraction.positions.features import circumstances, held_by, holds
from tui_reader.extraction.positions.frames import Frame, framed
from tui_reader.extraction.positions.obligations import is_imperative
from tui_reader.extraction.positions.predicate import OBLIGING, WILLING, Predicate, doer_of, subject_of
from tui_reader.extraction.positions.voices import Voice, Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

WISHING = frozenset({"like", "love"})  # a stance only with "would"
UNNAMED = word_set("unnamed")
PAIRING = frozenset({"both", "neither", "each"})
QUOTES = frozenset('“”"')


def verbs(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the stance that the verb *token* states, one a holder."""
    found = framed(token) if token.pos_ in {"VERB", "AUX"} else None
    if found is not None:
        yield from _state(token, *found, voices)


def _state(verb: Token, frame: Frame, issue: Token | None, voices: Voices) -> Iterator[Candidate]:
    state = voices.predicate(verb)
    stance = (
        _turned_down(verb, state) or _done_to(verb, frame, state) or (frame.negated if state.negated else frame.stance)
    )
    if verb.lemma_ == "vote" and frame.frame == "to":
        inner = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and framed(c) is not None), None)
        if inner is not None:
            return  # "voted to reject": the inner verb says how
    if verb.lemma_ == "seek" and is_threat(verb):
        return  # "seek an injunction"
    if verb.dep_ == "relcl" and any(c.dep_ == "dobj" and c.lower_ in {"me", "us"} for c in verb.children):
        return  # "who asked me not to print his name" tells how the writer learnt it
    if verb.lemma_ in WISHING and not state.modals & {"would", "'d", "’d"}:
        return
    if is_imperative(verb) and stance is not Stance.DEMANDS:
        return  # "Commit to a date": what is asked for
    if _stays_unnamed(verb):
        return  # "who asked not to be named"
    if stance is None or state.modals & OBLIGING - {"shall"}:
        return
    if frame.stance is Stance.DEMANDS and not state.negated and state.modals & {"may", "might"}:
        return  # "the owner may ask whatever he likes"
    if verb.lemma_ == "expect" and frame.stance is Stance.DEMANDS and not state.negated:
        asked = next((c for c in verb.subtree if c.dep_ in {"nsubj", "dobj"} and c.i > verb.i), None)
        if asked is None or not voices.is_actor(asked):
            return  # "expects the repeal to pass" foretells
    doer = _doer_of_adjunct(verb) or doer_of(state)
    if doer is not None and not frame.weak and not voices.is_actor(doer):
        doer = _speaker_above(verb, voices) or doer
    said = voices.said(verb)
    features = ["weak verb" if frame.weak else "stance verb", *circumstances(state, voices)]
    if frame.weak and verb.lemma_ in word_set("of_things") and _is_of_thing(verb, voices):
        features[0] = "stance verb"  # "questions the wisdom of a ban", unlike "questioned the crew"
    if _is_tally(verb) or (verb.lemma_ == "decide" and doer is not None and _deliberates(doer)):
        features[0] = "vote"
    if said.voice is Voice.NARRATION and frame.weak and state.modals & WILLING:
        features.append("willed")
    if frame.weak and frame.stance is Stance.CHARACTERISES and _judges(verb):
        features[0] = "stance verb"
    if frame.stance is Stance.CHARACTERISES and any(t.text in QUOTES for t in verb.subtree if t.i > verb.i):
        features.append("quoted")
    if doer is None:
        impersonal = any(c.dep_ in {"nsubjpass", "expl", "nsubj"} and c.lower_ == "it" for c in verb.children)
        if not (impersonal if grammar.is_passive(verb) else verb.dep_ == "ROOT"):
            return
        features.append("no agent")
        yield Candidate(said.holder, stance, clause_words(state.top), verb, issue, tuple(features))
        return
    features += holds(doer, voices, minded=not frame.weak)
    if "unfamiliar agent" in features and doer.tag_ == "NN" and verb.lemma_ in word_set("moving"):
        features.append("moving thing")  # "the label stops short of retraction"
    words = clause_words(state.top)
    be = _cleft(verb)
    if be is not None:
        issue = next((c for c in be.children if c.dep_ == "attr"), issue)
        words = grammar.trim(verb.doc[min(verb.left_edge.i, be.left_edge.i) : clause_words(be).end])
    for who in holders(doer):
        yield Candidate(held_by(who, voices), stance, words, verb, issue, tuple(features))


def _cleft(verb: Token) -> Token | None:
    """Return the "is" of "What we reject is …" and "All the weavers ask for is …" around *verb*."""
    if verb.dep_ == "csubj":
        return verb.head if verb.head.lemma_ == "be" else None
    all_of_it = verb.head if verb.dep_ in {"relcl", "acl"} else None
    if all_of_it is None or all_of_it.lower_ not in {"all", "thing"} or all_of_it.dep_ != "nsubj":
        return None
    return all_of_it.head if all_of_it.head.lemma_ == "be" and all_of_it.head.i > verb.i else None


def _turned_down(verb: Token, state: Predicate) -> Stance | None:
    """Return what turning something down means by what it is: an appeal is refused, a suggestion denied."""
    if verb.lemma_ not in word_set("turning_down") or state.negated:
        return None
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    things += [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "aside" for g in c.children]
    if any(c.lower_ in word_set("appeals") for c in things):
        return Stance.REFUSES
    return Stance.DENIES if any(c.lower_ in word_set("statements") for c in things) else None


def _done_to(verb: Token, frame: Frame, state: Predicate) -> Stance | None:
    """Return the demand in "wanted to be consulted": what somebody wants done to them is up to others."""
    if frame.frame != "to" or frame.stance is not Stance.SUPPORTS or state.negated:
        return None
    inner = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    return Stance.DEMANDS if inner is not None and grammar.is_passive(inner) else None


def _is_tally(verb: Token) -> bool:
    """Say whether *verb* tells how a vote went: "decided by five votes to two to …"."""
    return any(t.lower_ in {"vote", "votes"} and t.head.lower_ == "by" and t.head.head == verb for t in verb.subtree)


def _judges(verb: Token) -> bool:
    """Say whether *verb* has an adjective that judges its object: "finds the mechanism implausible"."""
    words = [
        t
        for t in verb.subtree
        if t.i > verb.i and t.pos_ == "ADJ" and t.dep_ in {"oprd", "acomp", "ccomp", "xcomp", "amod"}
    ]
    return any(judging().get(t.lower_) in {"good", "bad"} or by_form(t.lower_) for t in words)


def _deliberates(doer: Token) -> bool:
    """Say whether *doer* is a body whose decisions are votes."""
    return bool({doer.lower_, doer.lemma_.lower()} & word_set("deliberative"))


def _stays_unnamed(verb: Token) -> bool:
    """Say whether *verb* asks that its subject be not named, as sources do."""
    return any(
        c.dep_ in {"xcomp", "ccomp"}
        and c.lemma_ in UNNAMED
        and (grammar.is_passive(c) or any(g.dep_ == "neg" for g in c.children))
        for c in verb.children
    )


def _doer_of_adjunct(verb: Token) -> Token | None:
    """Return the subject of the whole sentence for ", describing …", which the parser hangs on the clause before it."""
    first = verb.left_edge
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or first.i == 0 or verb.doc[first.i - 1].text != ",":
        return None
    above = verb.head
    if above.dep_ not in {"ccomp", "acl", "relcl"} or grammar.own_subject(verb) is not None:
        return None
    while above.dep_ in {"ccomp", "acl", "relcl", "xcomp"} or above.pos_ not in {"VERB", "AUX"}:
        if above.head == above:
            break
        above = above.head
    return grammar.own_subject(above) if above.pos_ in {"VERB", "AUX"} else None


def _speaker_above(verb: Token, voices: Voices) -> Token | None:
    """Return who says the clause that *verb* was taken into: "he said the offer was fair and urged her to sign"."""
    top = verb
    while top.dep_ in {"conj", "acomp", "attr"} and grammar.own_subject(top) is None:
        top = top.head
    if top is verb or top.dep_ != "ccomp" or top.head.pos_ != "VERB":
        return None
    speaker = subject_of(top.head)
    return speaker if speaker is not None and voices.is_actor(speaker) else None


def _pair_before(both: Token) -> Token | None:
    """Return the first of the coordinated subjects, in the same sentence or the one before, that *both* stands for."""
    previous = both.sent.start - 1
    first = both.doc[previous].sent.start if previous >= 0 else both.sent.start
    for token in reversed(both.doc[first : both.i]):
        if token.dep_ in grammar.SUBJECTS and len(grammar.conjuncts(token)) > 1:
            return token
    return None


def _is_of_thing(verb: Token, voices: Voices) -> bool:
    """Say whether the object of *verb* is no somebody."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return thing is not None and thing.pos_ == "NOUN" and not voices.is_actor(thing)


def holders(doer: Token) -> tuple[Token, ...]:
    """Return the heads of those who hold a stance: each of "neither A nor B", "A and B", or a later "both"."""
    if doer.lower_ in PAIRING and doer.pos_ in {"DET", "PRON"} and not any(c.dep_ == "prep" for c in doer.children):
        doer = _pair_before(doer) or doer
    return tuple(
        t for t in grammar.conjuncts(doer) if t.pos_ in {"NOUN", "PROPN", "PRON", "DET"} and t.i >= doer.i
    ) or (doer,)
