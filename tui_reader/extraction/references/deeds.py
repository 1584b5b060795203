"""The verb phrase that "do so" stands for: "had he wished to disown her, he would have done so".

Only one of the same sentence, which stands before it in a coordinate or adverbial clause (Hardt, "An empirical approach
to VP ellipsis", CL 23:4, 1997, finds the nearest verb phrase outside its own clause right in most cases).
"""

from __future__ import annotations

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction.grammar import noun_phrase
from tui_reader.extraction.lexicon import mapping
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.extraction.references.pointing import Found
from tui_reader.model import ReferenceKind

DO = frozenset({"do", "does", "did", "done", "doing"})
KEPT = frozenset({"dobj", "prt", "prep", "dative", "acomp", "attr", "oprd", "xcomp", "ccomp", "pcomp"})
PARTICIPLES = mapping("references/participles")
SURE = 0.85


def deed(so: Token) -> Found | None:
    """Return the verb phrase that "do so" takes up, with its verb in the form of `do`."""
    if so.lower_ != "so" or so.i == 0 or so.doc[so.i - 1].lower_ not in DO:
        return None
    do = so.doc[so.i - 1]
    verb = _verb_before(do)
    words = _verb_phrase(verb, do) if verb is not None else None
    if verb is None or words is None:
        return None
    return Found(so.doc[do.i : so.i + 1], ReferenceKind.PREDICATE, words, SURE, text=_in_form_of(do, verb, words))


def _verb_before(do: Token) -> Token | None:
    """Return the verb whose deed is meant, in a clause that stands before that of *do*."""
    below, reported = do, False
    while True:
        ahead = next((c for c in below.lefts if c.dep_ == "advcl" and c.pos_ == "VERB" and c.i < do.i), None)
        if ahead is not None:
            return _innermost(ahead)
        above = below.head
        if above.i == below.i:
            return None
        if below.dep_ in {"conj", "advcl"} and above.pos_ == "VERB" and above.i < do.i:
            return None if reported and below.dep_ == "advcl" else _innermost(above)
        reported |= below.dep_ == "ccomp"
        below = above


def _innermost(verb: Token) -> Token:
    """Return the deed within "wished to disown her"."""
    while verb.lemma_ in SETS["leading_verbs"] or verb.tag_ == "VBN":
        inner = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"}), None)
        if inner is None:
            break
        verb = inner
    return verb


def _verb_phrase(verb: Token, do: Token) -> Words | None:
    """Return *verb* with its objects and complements, None where *do* stands within it."""
    end = verb.i
    for child in verb.rights:
        if child.dep_ not in KEPT or child.left_edge.i <= do.i <= child.right_edge.i or child.i > do.i:
            break
        end = noun_phrase(child).end - 1 if child.dep_ == "dobj" else child.right_edge.i
    return verb.doc[verb.i : end + 1] if end < do.i else None


def _in_form_of(do: Token, verb: Token, words: Words) -> str:
    """Return the verb phrase with its verb in the form of *do*, empty where that is not known."""
    rest = words.doc[verb.i + 1 : words.end].text
    if do.tag_ == verb.tag_ and do.tag_ != "VBD":
        first = verb.text
    elif do.lower_ == "do":
        first = verb.lemma_
    elif do.lower_ == "done":
        first = participle(verb.lemma_)
    else:
        return ""
    return f"{first} {rest}".strip()


def participle(lemma: str) -> str:
    """Return the past participle of a verb."""
    if lemma in PARTICIPLES:
        return PARTICIPLES[lemma]
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ied"
    return f"{lemma}ed"
