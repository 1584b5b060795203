"""What a pronoun's place in its sentence says of its antecedent, worked out once for all candidates."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tui_reader.extraction import lexicon
from tui_reader.extraction.actors.evidence import AGENCY
from tui_reader.extraction.actors.names import singular
from tui_reader.extraction.actors.pronouns import (
    FEMININE,
    MASCULINE,
    NEUTER,
    REFLEXIVE,
    acts_somehow,
    reports,
    weight_of,
)
from tui_reader.extraction.grammar import is_finite, own_subject, subject
from tui_reader.extraction.references.binding import clause_of
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.extraction.references.mentions import HUMAN

WILLED = lexicon.words("willed_verbs")
CLAUSAL = frozenset({"conj", "advcl", "aux", "dep"})


@dataclass(frozen=True, slots=True)
class Place:
    """One pronoun; `sort` is `he`, `it` or `they`."""

    pronoun: Token
    word: str
    sort: str
    role: str
    clause: Token
    sentence: int  # index of its first token
    opens: bool  # it is the first word of its sentence, conjunctions and marks aside
    clause_subject: Token | None  # of a possessive or reflexive
    reporter: Token | None  # the subject of the verb of which its clause is the complement
    subjects: frozenset[int]  # indices of the subjects of the verbs above
    objects: frozenset[int]
    willed: bool  # it does what one does, rather than being or having something
    wants_someone: bool
    reports: bool
    passage: int  # the quotation it stands in, -1 for none
    ahead: Token | None  # the subject of the main clause, where the pronoun stands in a phrase or clause before it
    in_phrase: bool  # it is a phrase


def sort_of(word: str) -> str:
    """Return `he`, `it` or `they`, whichever *word* is a form of; `she` counts as `he`."""
    return "he" if word in MASCULINE | FEMININE else "it" if word in NEUTER else "they"


def place_of(pronoun: Token, passage: int) -> Place:
    word = pronoun.lower_
    subjects, objects = _above(pronoun)
    return Place(
        pronoun,
        word,
        sort_of(word),
        role_of(pronoun),
        clause_of(pronoun),
        pronoun.sent.start,
        _opens(pronoun),
        _clause_subject(pronoun) if pronoun.dep_ == "poss" or word in REFLEXIVE else None,
        _reporter(pronoun),
        subjects,
        objects,
        _is_willed(pronoun),
        _wants_someone(pronoun),
        reports(pronoun),
        passage,
        *_ahead(pronoun),
    )


def _ahead(pronoun: Token) -> tuple[Token | None, bool]:
    """Return the subject of the clause before which *pronoun* stands in a phrase or clause, and whether in a phrase."""
    token, phrase = pronoun, True
    while token.head.i != token.i and token.dep_ not in {"prep", "advcl"}:
        token = token.head
    while token.dep_ in {"prep", "pobj", "pcomp"} and token.head.i < token.i:
        token = token.head
    if token.dep_ not in {"prep", "advcl"} or token.head.pos_ not in {"VERB", "AUX"}:
        return None, False
    phrase = token.dep_ == "prep"
    found = own_subject(token.head)
    if found is None or found.i < pronoun.i or found.pos_ == "PRON":
        return None, False
    return found, phrase


def role_of(pronoun: Token) -> str:
    """Return the grammatical role of *pronoun*; one that opens the subject of a main clause shares the subject's."""
    role = weight_of(pronoun)[1]
    verb = pronoun.head
    if role == "subject" and verb.dep_ in {"ccomp", "xcomp"} and not is_finite(verb):
        return "object"  # "wants it wound up"
    if role == "possessor" and weight_of(pronoun.head)[1] == "subject":
        return "subject"
    return role


def _opens(pronoun: Token) -> bool:
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return all(token.is_punct or token.is_space or token.dep_ in {"cc", "advmod"} for token in before)


def _above(pronoun: Token) -> tuple[frozenset[int], frozenset[int]]:
    """Return the indices of the subjects and objects of the verbs above the pronoun's own clause."""
    own = clause_of(pronoun)
    subjects, objects = set(), set()
    token = own
    while token.head.i != token.i:
        token = token.head
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        for child in token.lefts:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                subjects.add(child.i)
        for child in token.rights:
            if child.dep_ in {"dobj", "dative"} and child.i < pronoun.i:
                objects.add(child.i)
    return frozenset(subjects), frozenset(objects)


def _is_willed(pronoun: Token) -> bool:
    if pronoun.dep_ == "poss":
        return True
    verb = pronoun.head
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return any(c.dep_ == "acomp" and c.lower_ in SETS["personal_adjectives"] for c in verb.rights)
    return lemma in AGENCY or lemma in WILLED


def _wants_someone(pronoun: Token) -> bool:
    """Say whether the pronoun does or has what only somebody can: "its offer", "their lawyer"."""
    if acts_somehow(pronoun):
        return True
    return pronoun.dep_ == "poss" and (
        singular(pronoun.head) in HUMAN or pronoun.head.lemma_.lower() in SETS["human_nouns"]
    )


def _clause_subject(pronoun: Token) -> Token | None:
    verb = next((t for t in pronoun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    if own_subject(verb) is None:  # "has approved it and Ruvia has repealed its law", with Ruvia joined to `it`
        first = next((child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}), None)
        before = first.nbor(-1) if first is not None and first.i > pronoun.sent.start else None
        if before is not None and before.pos_ in {"NOUN", "PROPN"}:
            return before
    return subject(verb)


def _reporter(pronoun: Token) -> Token | None:
    verb = pronoun.head if pronoun.dep_ != "poss" else clause_of(pronoun.head)
    while verb.dep_ in CLAUSAL and verb.head.i != verb.i and verb.dep_ != "ccomp":
        verb = verb.head
    if verb.dep_ != "ccomp":
        return None
    found = own_subject(verb.head)
    return found if found is not None and found.i < pronoun.i else subject(verb.head)
