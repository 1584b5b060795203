"""The words of a noun phrase, and where they stand."""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction.grammar import noun_phrase
from tui_reader.model import Span

FOCUSING = frozenset({"only", "even", "just", "not", "perhaps", "especially", "merely"})
POSSESSIVE = frozenset({"my", "our", "your", "his", "her", "its", "their"})
LONGEST = 12  # words of a name that tells by a clause who is meant


def phrase_of(token: Token) -> str:
    """Return the noun phrase of *token* as the text has it, on one line."""
    return " ".join(noun_phrase(token).text.split())


def described(token: Token) -> str:
    """Return the noun phrase of an actor, without an "as" that belongs to the verb: "hailed by ministers as …"."""
    words = noun_phrase(token)
    while len(words) > 1 and words[0].lower_ in FOCUSING:
        words = words[1:]
    comma = next((t for t in words if t.text == "," and t.nbor().lower_ in {"who", "which", "whom", "whose"}), None)
    if comma is not None:
        return words.doc[words.start : comma.i].text
    as_ = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ == "as" and c.i < words.end), None)
    return words.text if as_ is None else words.doc[words.start : as_.i].text


def owned(token: Token, owner: str) -> str:
    """Return a description with its *owner* named, "builders’ federation" of "Their federation"; "" if it has none."""
    pronoun = next((child for child in token.lefts if child.dep_ == "poss" and child.pos_ == "PRON"), None)
    if pronoun is None or pronoun.i != token.left_edge.i or not owner or owner.split()[0].lower() in POSSESSIVE:
        return ""
    rest = described(token)[len(pronoun.text) :].strip()
    return f"{owner}{'’' if owner.endswith('s') else '’s'} {rest}" if rest else ""


def defined(token: Token) -> str | None:
    """Return the noun phrase of an actor with the relative clause that tells which: "officials who have seen it"."""
    words = noun_phrase(token)
    clause = next((c for c in token.rights if c.dep_ == "relcl" and c.left_edge.i == words.end), None)
    if clause is None or clause.right_edge.i - words.start > LONGEST or clause.left_edge.lower_ not in {"who", "that"}:
        return None
    return words.doc[words.start : clause.right_edge.i + 1].text


def mention_of(token: Token) -> Span:
    offset: int = token.doc._.offset
    return Span(
        offset + token.left_edge.idx if token.n_lefts else offset + token.idx, offset + token.idx + len(token.text)
    )
