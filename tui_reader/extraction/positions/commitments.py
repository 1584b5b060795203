"""What somebody says that they will or will not do: promises, refusals and threats without a verb of promising."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.evaluations import dated
from tui_reader.extraction.positions.features import ANYBODY, circumstances, held_by
from tui_reader.extraction.positions.predicate import (
    WILLING,
    Predicate,
    doer_of,
    governors,
    is_negative_phrase,
    issue_of,
)
from tui_reader.extraction.positions.voices import Said, Voice, Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

STATES = word_set("states")
DEALINGS = word_set("dealings")
HOSTILE = word_set("hostile")
RELIEVING = word_set("relieving")
YIELDING = word_set("yielding")
GETTING = frozenset({"get", "receive"})
ABILITY = frozenset({"able", "unable", "powerless"})
ABLE = frozenset({"can", "ca", "could"})
INTENDING = word_set("intending")


def is_refusal(verb: Token) -> bool:
    """Say whether *verb* denies that there will be dealings: "there can be no talks", "no talks can begin"."""
    return any(
        c.dep_ in {"attr", "nsubj", "nsubjpass", "dobj"} and c.lower_ in DEALINGS and is_negative_phrase(c)
        for c in verb.children
    )


def is_threat(verb: Token) -> bool:
    """Say whether the act that *verb* names is one that people threaten with: "strike", "seek an injunction"."""
    if verb.lemma_ in lexicon.words("stance_threats"):
        relieved = verb.lemma_ in RELIEVING and any(
            c.lower_ in word_set("burdens") for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}
        )
        return not relieved  # "cut the fee", "suspend the action"
    if verb.lemma_ in YIELDING:
        return False  # "agree to arbitration"
    return any(t.lower_ in HOSTILE for c in verb.rights if c.dep_ in {"dobj", "prep"} for t in (c, *c.children))


def commitments(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the offer, refusal or threat in "we will …", "the Sides will limit …" (in a joint text)."""
    if token.pos_ in {"VERB", "AUX"} and is_refusal(token):
        yield from _refusal(token, voices)
        return
    rather = any(c.lower_ == "rather" for c in token.children)
    phrasal = any(c.dep_ == "prt" or (token.lemma_ == "come" and c.lower_ == "to") for c in token.children)
    intends = token.dep_ == "xcomp" and token.head.lemma_ in INTENDING and grammar.is_finite(token.head)
    if token.pos_ != "VERB" or (
        token.lemma_ in STATES and not rather and not phrasal and not (intends and token.lemma_ in {"stay", "remain"})
    ):
        return
    state = voices.predicate(token)
    if not (state.modals & WILLING or intends or (state.negated and state.modals & {"can", "ca", "could"})):
        return
    if any(
        c.dep_ == "aux" and c.lemma_ == "have" for c in token.children
    ):  # "would have signed": it did not come about
        return
    said = voices.said(token)
    if grammar.is_passive(token):
        if (
            grammar.agent(token) is None
            and (not dated(token) or _is_assured(token, voices))
            and (said.voice is Voice.ATTRIBUTED or (said.voice is Voice.FIRST_PERSON and state.negated))
            and state.modals & WILLING
        ):
            yield from _undertaken(token, state, voices)
        return
    doer = doer_of(state)
    if doer is not None and doer.lower_ in grammar.FIRST_PERSON and _is_procedure(token):
        return
    if doer is None or doer.lower_ == "you" or doer.lower_ in ANYBODY or not voices.is_actor(doer):
        return
    if doer.pos_ == "NOUN" and is_negative_phrase(doer):
        return  # "no government will be able to bring it back"
    if doer.tag_ == "WP" and token.dep_ != "relcl":
        return  # "who will chair the board"
    able = any(
        t.lower_ in ABILITY for t in token.ancestors if t.i < token.i and t.dep_ == "acomp" and token in t.subtree
    )
    if (state.modals & ABLE or able) and not _is_own(doer, said, voices):
        return  # what another cannot do is no refusal of theirs
    if state.modals & ABLE and token.lemma_ in word_set("beyond"):
        return  # "we cannot reach the site"
    if any(c.dep_ == "xcomp" for c in token.children) and token.lemma_ in governors():
        return  # "would not hesitate to act": the act is what is promised
    features = ["intention" if intends else "commitment", *(f for f in circumstances(state, voices) if f != "possible")]
    holder = held_by(doer, voices)
    given = token.lemma_ in GETTING and any(c.dep_ == "dobj" for c in token.children)
    if given and said.voice is Voice.ATTRIBUTED and not state.negated:
        holder = said.holder  # "said that customers would get their permits back"
    if doer.lower_ in grammar.FIRST_PERSON or (holder is not None and holder == said.holder):
        holder = said.holder if doer.lower_ in grammar.FIRST_PERSON else holder
    elif said.voice is Voice.NARRATION:
        if voices.joint:
            features.append("communique")
    elif not intends and not _is_spoken_for(doer, voices):
        features.append("other party")
    if token.dep_ == "relcl":
        features.append("restrictive")
    if said.voice is Voice.NARRATION and _under_plan(token):
        features.append("scheme")
    if said.voice is Voice.NARRATION and state.negated and state.modals & {"will", "wo", "would"}:
        features.append("resolved")  # told of somebody, "would not" is a refusal
    if rather and state.modals & {"would", "'d", "’d"}:
        stance = Stance.REFUSES if state.negated else Stance.SUPPORTS
        features.append("resolved")
    elif state.negated:
        stance = Stance.ACCEPTS if token.lemma_ in word_set("averse") else Stance.REFUSES
    elif is_threat(token):
        stance = Stance.WARNS
    else:
        stance = Stance.OFFERS
    issue = issue_of(next((c for c in token.children if c.dep_ in {"dobj", "xcomp", "prep"}), None))
    yield Candidate(holder, stance, clause_words(state.top), token, issue, tuple(features))


def _is_procedure(verb: Token) -> bool:
    """Say whether *verb* tells how a talk goes on: "I'll start with the dam", "we will take your questions"."""
    if verb.lemma_ in word_set("proceeding"):
        return any(c.dep_ == "prep" or c.dep_ == "prt" or c.lower_ in {"back", "there"} for c in verb.rights)
    return verb.lemma_ in {"take", "answer", "have"} and any(
        c.dep_ == "dobj" and c.lemma_ in {"question", "answer", "minute"} for c in verb.rights
    )


def _is_own(doer: Token, said: Said, voices: Voices) -> bool:
    """Say whether *doer* is whoever speaks."""
    return doer.lower_ in grammar.FIRST_PERSON or (said.holder is not None and held_by(doer, voices) == said.holder)


def _is_spoken_for(doer: Token, voices: Voices) -> bool:
    """Say whether who speaks is likely to speak for *doer*: "her government", "his office said he would"."""
    if any(c.dep_ == "poss" and c.lower_ in {"our", "my", "his", "her", "their", "its"} for c in doer.children):
        return True
    return doer.lower_ in {"he", "she", "it", "they"} and voices.opens_claim(doer)


def _under_plan(verb: Token) -> bool:
    """Say whether *verb* tells what a party does by a plan: "Under the deal, Orsk would …"."""
    first = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "under" and c.i < verb.i), None)
    return first is not None and any(c.lower_ in word_set("plans") for c in first.children)


def _is_assured(verb: Token, voices: Voices) -> bool:
    """Say whether somebody was assured or informed that *verb* will come about."""
    return any(t.lemma_ in word_set("assuring") for t in verb.ancestors if t.sent == verb.sent)


def _undertaken(verb: Token, state: Predicate, voices: Voices) -> Iterator[Candidate]:
    """Yield what somebody says will be done, by whom they need not say."""
    features = ("commitment", *(f for f in circumstances(state, voices) if f != "possible"))
    stance = Stance.REFUSES if state.negated else Stance.OFFERS
    issue = grammar.own_subject(verb)
    yield Candidate(voices.said(verb).holder, stance, clause_words(state.top), verb, issue, features)


def _refusal(verb: Token, voices: Voices) -> Iterator[Candidate]:
    state = voices.predicate(verb)
    if state.modals & (WILLING | {"can", "ca", "could"}) and voices.said(verb).voice is not Voice.NARRATION:
        features = ("commitment", *(f for f in circumstances(state, voices) if f != "possible"))
        thing = next(c for c in verb.children if c.lower_ in DEALINGS)
        yield Candidate(voices.said(verb).holder, Stance.REFUSES, clause_words(state.top), verb, thing, features)
