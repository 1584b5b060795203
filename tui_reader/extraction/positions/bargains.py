"""What is asked for what is given, outside if-clauses: "in return for a pledge", "only with our consent", "until …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.features import ANYBODY, circumstances, held_by
from tui_reader.extraction.positions.frames import framed
from tui_reader.extraction.positions.predicate import WILLING, doer_of, issue_of
from tui_reader.extraction.positions.voices import Voice, Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

TRADES = frozenset({"exchange", "return"})
PERMISSION = word_set("permission")
GIVING = frozenset({Stance.OFFERS, Stance.ACCEPTS, Stance.SUPPORTS})
BARRING = frozenset({"until", "till", "unless", "before"})
LEFT_OUT = frozenset({"hypothetical", "question", "not asserted"})  # what counts against a bargain


def bargains(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the demand in "would halve the fee in return for a pledge"; the offer where the verb itself demands."""
    if token.lower_ not in TRADES or token.head.lower_ != "in":
        return
    given = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "for"), None)
    asked = next((c for c in given.children if c.dep_ in {"pobj", "pcomp"}), None) if given is not None else None
    verb = grammar.governor(token)
    if asked is None or verb is None or any(c.lower_ in {"this", "that", "these", "those"} for c in asked.children):
        return  # "in exchange for that courtesy" was said before
    state = voices.predicate(verb)
    frames = [found[0].stance for found in (framed(verb), framed(state.top)) if found is not None]
    doer = doer_of(state)
    if doer is None or doer.lower_ in ANYBODY or not voices.is_actor(doer):
        return
    if not (state.modals & WILLING or any(stance in GIVING or stance is Stance.DEMANDS for stance in frames)):
        return
    stance = Stance.OFFERS if Stance.DEMANDS in frames else Stance.DEMANDS
    words = grammar.trim(token.doc[asked.left_edge.i : asked.right_edge.i + 1])
    features = ("condition demand", *(f for f in circumstances(state, voices) if f in LEFT_OUT))
    yield Candidate(held_by(doer, voices), stance, words, token, issue_of(asked), features)


def consents(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the demand in "he would attend only at the invitation of both parties"."""
    leave = _leave_of(token)
    verb = grammar.governor(token)
    if leave is None or verb is None:
        return
    state = voices.predicate(verb)
    doer = doer_of(state)
    if doer is None or not voices.is_actor(doer) or not state.modals & (WILLING | {"can", "could"}):
        return
    features = ("condition demand", *(f for f in circumstances(state, voices) if f in LEFT_OUT))
    words = grammar.trim(token.doc[token.i : token.head.right_edge.i + 1])
    yield Candidate(held_by(doer, voices), Stance.DEMANDS, words, token, leave, features)


def provisos(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the demand in "we recommend approval, subject to written confirmation"."""
    said = voices.said(token)
    prep = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "to"), None)
    asked = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    if token.lower_ != "subject" or asked is None or said.voice is Voice.NARRATION:
        return
    if asked.lower_ in PERMISSION or token.head.lemma_ in {
        "be",
        "become",
        "remain",
    }:
        return  # "subject to your approval", "was subject to their advice"
    words = grammar.trim(token.doc[token.i : asked.right_edge.i + 1])
    yield Candidate(said.holder, Stance.DEMANDS, words, token, asked, ("condition demand",))


def embargoes(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the demand in "withdrawal is out of the question until an audit has been published"."""
    mark = next((c for c in token.children if c.dep_ == "mark" and c.lower_ in BARRING), None)
    if mark is None or token.dep_ != "advcl" or voices.supposed[token.i]:
        return
    refused = token.head
    out = any(t.lower_ == "question" and t.doc[t.i - 3 : t.i].text.lower() == "out of the" for t in refused.subtree)
    if refused.lemma_ != "be" or not out or voices.predicate(refused).negated:
        return
    words = grammar.clause(token, without=[mark])
    words = grammar.trim(token.doc[max(words.start, mark.i + 1) : words.end])
    features = ("condition demand",)
    yield Candidate(voices.said(refused).holder, Stance.DEMANDS, words, token, issue_of(token), features)


def without_terms(words: Words, cue: Token) -> Words:
    """Return *words* up to the terms that end them: "only at the invitation of …", "in return for …"."""
    for token in words:
        if token.i <= cue.i or token.right_edge.i >= words.end + 1:
            continue
        first = None
        if _leave_of(token) is not None and token.head.right_edge.i + 1 >= words.end:
            first = token.i
        elif token.lower_ in TRADES and token.head.lower_ == "in" and token.right_edge.i + 1 >= words.end:
            first = token.head.i
        elif token.lower_ == "subject" and token.right_edge.i + 1 >= words.end and _sets_terms(token):
            first = token.i
        elif token.dep_ == "mark" and token.lower_ in {"until", "till", "unless"} and token.head.dep_ == "advcl":
            first = token.i if token.head.right_edge.i + 1 >= words.end else None
        if first is not None and first > max(cue.i, words.start):
            return grammar.trim(words.doc[words.start : first])
    return words


def _sets_terms(subject: Token) -> bool:
    """Say whether *subject* begins ", subject to …"."""
    comma = subject.i > 0 and subject.nbor(-1).text == ","
    return comma and any(c.dep_ == "prep" and c.lower_ == "to" for c in subject.children)


def _leave_of(only: Token) -> Token | None:
    """Return whose leave "only with the consent of …" names, where *only* is that "only"."""
    if only.lower_ != "only" or only.head.dep_ != "prep" or only.i > only.head.i:
        return None
    return next((c for c in only.head.children if c.dep_ == "pobj" and c.lower_ in word_set("leave")), None)
