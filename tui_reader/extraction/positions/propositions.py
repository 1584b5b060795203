"""Clauses that their sentence judges or denies: "it is … that", "denies that"."""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.predicate import negates
from tui_reader.extraction.positions.wordsets import word_set

PREDICATES = frozenset({"acomp", "attr", "oprd"})
CLAUSES = frozenset({"ccomp", "csubj", "xcomp", "advcl"})
CLAIMING = word_set("claiming")
DENYING = word_set("denying")


def proposition(verb: Token) -> tuple[Token, Token] | None:
    """Return the predicate of "it is … that / to" and the head of the clause, None where *verb* is no such copula."""
    if verb.lemma_ != "be":
        return None
    subject = grammar.own_subject(verb)
    if subject is None or subject.lower_ != "it":
        return None
    word = next((c for c in verb.children if c.dep_ in PREDICATES and c.i > verb.i), None)
    if word is None:
        return None
    for place in (word, verb):
        for clause in place.rights:
            if clause.dep_ not in CLAUSES or clause.i < word.i or clause.pos_ not in {"VERB", "AUX"}:
                continue
            if any(c.lower_ in {"that", "to"} and c.i < clause.i for c in clause.children):
                return word, clause
    return None


def is_disowned(token: Token) -> bool:
    """Say whether *token* stands in a clause that its sentence denies: "it is not true that …", "denies that …"."""
    for above in (token, *token.ancestors):
        if above.dep_ not in CLAUSES | {"acl"}:
            continue
        verb = above.head if above.head.pos_ in {"VERB", "AUX"} else above.head.head
        judged = proposition(verb)
        if judged is not None and judged[1] == above:
            word = judged[0].lower_
            if word in word_set("false") or (word in word_set("true") and negates(verb)):
                return True
        if above.dep_ == "ccomp" and above.head.lemma_ in CLAIMING and negates(above.head):
            return True
        if above.head.lemma_ in DENYING and above.dep_ == "ccomp" and not negates(above.head):
            return True
    return False
