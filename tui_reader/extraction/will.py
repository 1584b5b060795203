"""What verbs tell of the will of their subjects."""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon

WILLING = lexicon.words("willing_adjectives")
WILLED = lexicon.words("willed_verbs")
UNWILLED = lexicon.words("unwilled_verbs")
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll"})


def acts(verb: Token) -> bool:
    """Say whether the subject of *verb* acts, or says that it will."""
    if verb.lemma_ == "be" or verb.pos_ == "AUX":
        return any(child.lower_ in WILLING for child in verb.children)
    if verb.pos_ == "ADJ" or verb.lower_ in WILLING:
        return verb.lower_ in WILLING
    return verb.lemma_ not in UNWILLED


def commits(verb: Token) -> bool:
    """Say whether a main verb tells what its subject commits itself to, or will not do."""
    if any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children):
        return False  # "would have been free to": it did not come about
    ruled_out = verb.lemma_ == "rule" and any(child.lower_ == "out" for child in verb.rights)
    if verb.lemma_ in WILLED or verb.lower_ in WILLING or ruled_out:
        return True
    if verb.lemma_ == "be":
        return any(child.lower_ in WILLING or _is_open_to(child) for child in verb.children)
    modal = any(child.dep_ == "aux" and child.lower_ in FUTURE for child in verb.children)
    return modal and grammar.is_negated(verb)


def _is_open_to(adjective: Token) -> bool:
    """Say whether *adjective* is the "open" of "is open to a truce"."""
    return adjective.lower_ == "open" and any(child.lower_ == "to" for child in adjective.rights)
