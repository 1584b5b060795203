"""Which noun phrases of its own sentence a pronoun cannot mean for where they stand.

Chomsky's principles B and i-within-i, as the syntactic filter of Lappin & Leass (1994, sec. 2.1.1) has them.
"""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction.actors.pronouns import REFLEXIVE
from tui_reader.extraction.grammar import is_finite, subject
from tui_reader.extraction.references.lexicon import SETS

CONTENT = frozenset({"acl", "ccomp", "pcomp"})


def clause_of(token: Token) -> Token:
    """Return the verb, or the noun with a possessor, of which *token* is an argument or adjunct."""
    head = token.head
    while head.dep_ in {"prep", "agent", "dative", "pcomp"} and head.pos_ in {"ADP", "SCONJ"} and head.head.i != head.i:
        head = head.head
    return head


def governor(token: Token) -> str:
    """Return the lemma of the verb or noun of which *token* is an argument."""
    return clause_of(token).lemma_.lower()


def is_barred(pronoun: Token, head: Token) -> bool:
    """Say whether what *head*, of the same sentence, heads or is cannot be what *pronoun* means."""
    if _holds(head, pronoun):
        return True
    if pronoun.lower_ in REFLEXIVE or pronoun.dep_ == "poss":
        return False
    clause = clause_of(pronoun)
    subjective = pronoun.dep_ in {"nsubj", "nsubjpass"}
    if subjective and head.i < pronoun.i and head.dep_ == "pobj":
        return False  # "as for the Guild, it"
    if pronoun.dep_ == "pobj" and pronoun.head.lower_ in SETS["comitative"]:
        return False  # "taking an offer with him"
    if head.dep_ != "poss" and clause_of(head) == clause:
        return True
    if subjective:
        if clause.dep_ == "ccomp" and clause.head.lemma_ == "be" and _is_subject(clause.head, head):
            return True  # "my opinion is that it is wrong"
        if is_finite(clause) or clause.dep_ not in {"ccomp", "xcomp"}:
            return False
        return _is_subject(clause.head, head)  # "the Treasury wants it wound up"
    if clause.pos_ in {"VERB", "AUX"}:
        return _is_subject(clause, head)
    verb = clause_of(clause)
    return (
        pronoun.head.lower_ == "of"
        and verb.pos_ in {"VERB", "AUX"}
        and clause.dep_ in {"dobj", "attr", "pobj"}
        and _is_subject(verb, head)
    )


def _is_subject(verb: Token, head: Token) -> bool:
    """Whether *head*, or what it is joined to, is the subject of *verb*."""
    found = subject(verb)
    return found is not None and (found == head or (head.dep_ == "conj" and head in found.conjuncts))


def _holds(head: Token, pronoun: Token) -> bool:
    """Whether *pronoun* stands inside the phrase of *head*, other than in a relative clause of it."""
    token = pronoun
    while token.i != head.i:
        if token.head.i == token.i:
            return False
        if token.dep_ == "relcl" and token.head.i == head.i:
            return any(c.dep_ == "mark" and c.lower_ == "that" for c in token.lefts)  # "the claim that it did"
        if token.dep_ in {"conj", "appos"} and token.head.i == head.i:
            return False
        if token.dep_ == "acl" and token.head.i == head.i and token.tag_ in {"VBG", "VBN"}:
            return False
        token = token.head
    return True
