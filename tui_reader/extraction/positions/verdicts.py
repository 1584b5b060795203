"""Verdicts on a whole proposition: "it is not true that …", "nor is it the case that …", "it is right that …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.features import circumstances
from tui_reader.extraction.positions.predicate import issue_of, negates
from tui_reader.extraction.positions.propositions import proposition
from tui_reader.extraction.positions.voices import Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance


def verdicts(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the denial or approval of the clause that *token*, a copula after "it", judges."""
    judged = proposition(token)
    if judged is None:
        return
    word, clause = judged
    negated = negates(token)
    finite = grammar.own_subject(clause) is not None
    stance: Stance | None = None
    if word.lower_ in word_set("true") and negated and finite:
        stance = Stance.DENIES
    elif word.lower_ in word_set("false") and finite:
        stance = Stance.ACCEPTS if negated else Stance.DENIES
    elif word.lower_ in word_set("approving"):
        stance = Stance.OPPOSES if negated else Stance.SUPPORTS
    elif word.lower_ in word_set("opposing") and not finite and not negated:
        stance = Stance.OPPOSES
    if stance is None:
        return
    state = voices.predicate(token)
    features = ("verdict", *(f for f in circumstances(state, voices) if f not in {"negated", "possible"}))
    yield Candidate(voices.said(token).holder, stance, clause_words(state.top), token, issue_of(clause), features)
