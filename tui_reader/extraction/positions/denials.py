"""What somebody says that they have not done: "my government has never …", "we did not …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.commitments import STATES
from tui_reader.extraction.positions.features import circumstances, held_by
from tui_reader.extraction.positions.predicate import doer_of, is_past, issue_of
from tui_reader.extraction.positions.voices import Voice, Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

OWNERS = frozenset({"my", "our"})
MENTAL = STATES | word_set("mental")


def denials(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the denial of an act that the holder of the sentence, or those they speak for, did not do."""
    if token.pos_ != "VERB" or token.lemma_ in MENTAL:
        return
    if _incapable(token, voices):
        yield from _contradicted(token, voices)
        return
    if _contested(token):
        yield from _contradicted(token, voices)
        return
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    if not (perfect or is_past(token)):
        return
    state = voices.predicate(token)
    said = voices.said(token)
    if not state.negated or state.modals or said.voice is Voice.NARRATION:
        return
    doer = doer_of(state)
    if doer is None:
        return
    owned = any(c.dep_ == "poss" and c.lower_ in OWNERS for c in doer.children)
    own = doer.lower_ in grammar.FIRST_PERSON
    holder = held_by(doer, voices)
    if not (own or owned or (holder is not None and holder == said.holder)):
        return
    features = ("denial", *circumstances(state, voices))
    issue = issue_of(next((c for c in token.children if c.dep_ in {"dobj", "xcomp", "ccomp"}), None))
    yield Candidate(said.holder if own else holder, Stance.DENIES, clause_words(state.top), token, issue, features)


def _contested(verb: Token) -> bool:
    """Say whether *verb* says in the present that something is not so: "sanctions are not being drafted"."""
    own = grammar.own_subject(verb)
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"})}
    return (
        own is not None
        and own.lower_ not in grammar.FIRST_PERSON | {"you", "who", "which", "that"}
        and verb.dep_ in {"ROOT", "ccomp", "conj"}
        and any(c.dep_ == "neg" for c in verb.children)
        and ("VBD" not in tags or (verb.tag_ == "VBD" and any(c.lower_ == "never" for c in verb.children)))
        and "MD" not in tags
        and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    )


def _incapable(verb: Token, voices: Voices) -> bool:
    """Say whether *verb* says what another, or a thing, cannot do: "a clinic of that size cannot run a night shift"."""
    if verb.tag_ == "MD":
        return False  # "it cannot"
    able = any(c.dep_ == "aux" and c.lower_ in {"can", "ca", "could"} for c in verb.children)
    doer = grammar.own_subject(verb)
    if not able or doer is None or doer.lower_ in grammar.FIRST_PERSON | {"you", "who", "which", "that"}:
        return False
    holder = held_by(doer, voices) if voices.is_actor(doer) else None
    return voices.predicate(verb).negated and (holder is None or holder != voices.said(verb).holder)


def _contradicted(verb: Token, voices: Voices) -> Iterator[Candidate]:
    said, state = voices.said(verb), voices.predicate(verb)
    if said.voice is Voice.NARRATION:
        return
    features = ("contradiction", *circumstances(state, voices))
    yield Candidate(said.holder, Stance.DENIES, clause_words(state.top), verb, grammar.own_subject(verb), features)
