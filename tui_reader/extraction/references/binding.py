"""Which noun phrases of its own sentence a pronoun cannot mean for where they stand.

Chomsky's principles B and i-within-i, as the syntactic filter of Lappin & Leass (1994, sec. 2.1.1) has them.
"""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction.actors.pronouns import REFLEXIVE
from tui_reader.extraction.grammar import is_finite, subject
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.extraction.references.mentions import Mention

CONTENT = frozenset({"acl", "ccomp", "pcomp"})


def clause_of(token: Token) -> Token:
    """Return the verb, or the noun with a possessor, of which *token* is an argument or adjunct."""
    head = token.head
    while head.dep_ in {"prep", "agent", "dative", "pcomp"} and head.pos_ in {"ADP", "SCONJ"} and head.head.i != head.i:
        head = head.head
    return head


def is_barred(pronoun: Token, mention: Mention) -> bool:
    """Say whether *mention*, of the same sentence, cannot be what *pronoun* means."""
    if mention.head.sent.start != pronoun.sent.start:
        return False
    if any(_holds(head, pronoun) for head in mention.heads):
        return True
    if pronoun.lower_ in REFLEXIVE or pronoun.dep_ == "poss":
        return False
    clause = clause_of(pronoun)
    if pronoun.dep_ == "pobj" and pronoun.head.lower_ in SETS["comitative"]:
        return False  # "taking an offer with him"
    if any(head.dep_ != "poss" and clause_of(head) == clause for head in mention.heads):
        return True
    if pronoun.dep_ in {"nsubj", "nsubjpass"}:
        if is_finite(clause) or clause.dep_ not in {"ccomp", "xcomp"}:
            return False
        found = subject(clause.head)  # "the Treasury wants it wound up"
        return found is not None and found in mention.heads
    if clause.pos_ not in {"VERB", "AUX"}:  # "a toll on it", where the toll is what somebody pays
        verb = clause_of(clause)
        found = subject(verb) if verb.pos_ in {"VERB", "AUX"} and clause.dep_ in {"dobj", "attr", "pobj"} else None
        return found is not None and found in mention.heads and pronoun.head.lower_ == "of"
    found = subject(clause)
    return found is not None and found in mention.heads


def _holds(head: Token, pronoun: Token) -> bool:
    """Whether *pronoun* stands inside the phrase of *head*, other than in a relative clause of it."""
    token = pronoun
    while token.i != head.i:
        if token.head.i == token.i:
            return False
        if token.dep_ == "relcl" and token.head.i == head.i:
            return False
        if token.dep_ in {"conj", "appos"} and token.head.i == head.i:
            return False
        if token.dep_ == "acl" and token.head.i == head.i and token.tag_ in {"VBG", "VBN"}:
            return False
        token = token.head
    return True
