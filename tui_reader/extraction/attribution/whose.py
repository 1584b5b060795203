"""Whose a cue is where its grammatical subject is not yet the answer."""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction.grammar import own_subject
from tui_reader.extraction.lexicon import words as words_of

DOCUMENTS = words_of("actors/documents")
CONJUNCTIONS = frozenset({"after", "before", "until", "since", "as"})  # and prepositions


def nearest_subject(verb: Token, found: Token) -> Token:
    """Return the phrase next to *verb* where the parser gives it two subjects, or has an addressee for the first.

    "why the small words matter, and why some colleagues fear that"; "for the Mayor, a Mrs. Day says that".
    """
    beside = [c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ not in {"what", "who", "that"}]
    if len(beside) > 1 and found in beside and any(t.text == "," for t in verb.doc[found.i : beside[-1].i]):
        found = beside[-1]
    for named in found.rights:
        if named.dep_ != "appos" or named.right_edge.i + 1 != verb.i or named.doc[named.left_edge.i - 1].text != ",":
            continue
        return named
    return found


def behind_preposition(verb: Token) -> Token | None:
    """Return the subject that the parser took for the object of a conjunction: "after a clerk, Ann Day, said that"."""
    doc = verb.doc
    if own_subject(verb) is not None or verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.i < 5:
        return None
    if doc[verb.i - 1].text != ",":
        return None
    for token in reversed(doc[max(verb.sent.start, verb.i - 16) : verb.i - 1]):
        if token.dep_ == "prep" and token.lower_ in CONJUNCTIONS:
            named = next((c for c in token.rights if c.dep_ == "pobj"), None)
            if (
                named is None
                or named.right_edge.i >= verb.i
                or not any(t.text == "," for t in doc[named.i : verb.i - 1])
            ):
                return None
            beside = doc[verb.i - 2]
            return beside if beside.pos_ == "PROPN" else named
        if token.pos_ in {"VERB", "AUX"}:
            return None
    return None


def document_before(found: Token, verb: Token) -> Token:
    """Return the text of which a relative clause tells, not where it stands: "a paper in the Annals which claims"."""
    prep = found.head
    if verb.dep_ == "relcl" and verb.head == found and found.dep_ == "pobj" and prep.lower_ in {"in", "from"}:
        if prep.head.lemma_.lower() in DOCUMENTS:
            return prep.head
        other = next((c for c in prep.head.rights if c.dep_ == "dobj" and c.i < prep.i), None)
        if other is not None and other.lemma_.lower() in DOCUMENTS:
            return other
    return found


def singled_out(verb: Token) -> Token | None:
    """Return who is meant by "It was Holm who said that"."""
    be = verb.head
    it = own_subject(be)
    if be.lemma_ != "be" or it is None or it.lower_ != "it":
        return None
    return next((c for c in be.rights if c.dep_ == "attr" and c.i < verb.i), None)


def part_of(found: Token) -> Token | None:
    """Return those of whom "none of the ministers" tells that they think not."""
    if found.lower_ not in {"none", "neither"}:
        return None
    of = next((c for c in found.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None


def medium(verb: Token) -> Token | None:
    """Return the paper, book or text of "it was reported in the Herald that"."""
    it = own_subject(verb)
    if it is None or it.lower_ != "it":
        return None
    for prep in verb.rights:
        if prep.dep_ == "prep" and prep.lower_ == "in":
            noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if noun is not None and (noun.lemma_.lower() in DOCUMENTS or noun.ent_type_ in {"ORG", "WORK_OF_ART"}):
                return noun
    return None


def denies(word: Token, noun: Token, sense: str) -> bool:
    """Whether "no" or "neither" leaves nobody to hold anything; "neither A nor B believes" tells of both."""
    if word.dep_ not in {"det", "preconj"}:
        return False
    return word.lower_ == "no" or sense not in {"think", "feel"}
