"""What somebody grants to the other side: "admittedly, …", "it is true that …", "there is no denying that …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.features import circumstances
from tui_reader.extraction.positions.predicate import is_negative_phrase, issue_of, negates
from tui_reader.extraction.positions.voices import Voice, Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

GRANTING = tuple(sorted(word_set("granting")))
TRUE = word_set("granted")
DENYING = word_set("gainsaying")


def concessions(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield what the holder of the sentence grants."""
    if not grammar.is_finite(token) or voices.said(token).voice is Voice.NARRATION or not _grants(token):
        return
    state = voices.predicate(token)
    features = ("concession", *(f for f in circumstances(state, voices) if f not in {"possible", "negated"}))
    issue = issue_of(token)
    yield Candidate(voices.said(token).holder, Stance.ACCEPTS, clause_words(token), token, issue, features)


def _grants(verb: Token) -> bool:
    that = any(c.dep_ in {"ccomp", "csubj"} for c in verb.children)
    if verb.lemma_ == "be" and that and any(c.dep_ == "acomp" and c.lower_ in TRUE for c in verb.children):
        return not negates(verb)
    if verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children):
        return any(c.lower_ in DENYING and is_negative_phrase(c) for c in verb.children)
    first = next((t.i for t in verb.sent if not (t.is_punct or t.is_quote or t.is_space)), verb.i)
    opening = verb.doc[first : min(first + 4, verb.i)].text.lower()
    return verb.dep_ in {"ROOT", "ccomp"} and any(
        opening == words or opening.startswith((words + " ", words + ",")) for words in GRANTING
    )
