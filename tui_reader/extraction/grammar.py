"""Clauses, their subjects and their edges, over spaCy's English dependency labels (ClearNLP style).

All functions are pure: they look at one parse and change nothing. Spans leave out the punctuation at their edges.

    clause(head)          the words of a clause without its mark, conjunction and edge punctuation
    noun_phrase(head)     a noun phrase without relative clauses, appositions and conjuncts
    trim(words)           drop punctuation and spaces at both edges (an opened quotation mark that closes inside stays)
    subject(verb)         through conjuncts, open complements, relative and reduced clauses; the grammatical subject
    subjects(verb)        the subject with its conjuncts
    agent(verb)           who does it in a passive: the `by` phrase
    doer(verb)            the agent of a passive, the subject of an active
    is_passive, is_finite, is_negated, conjuncts, governor
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.extraction import lexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
FIRST_PERSON = frozenset({"i", "we"})  # as a subject
OBJECTS = frozenset({"dobj", "dative", "obj", "iobj"})
CLAUSES = frozenset(
    {"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass", "pcomp", "conj", "ROOT", "parataxis"}
)
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
OBJECT_CONTROL = lexicon.words("object_control")
MEASURES = lexicon.words("measures")
QUOTES = frozenset("\"'“”‘’«»")
OPENING = frozenset("“‘«([")
CLOSING = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]", '"': '"', "'": "'"}
EDGE_DEPS = frozenset({"mark", "cc", "punct", "preconj"})


def trim(words: Words) -> Words:
    """Return *words* without spaces and punctuation at the edges; a bracket or quotation that is whole inside stays."""
    doc, start, end = words.doc, words.start, words.end
    while start < end:
        first, last = doc[start], doc[end - 1]
        if end - start > 1 and CLOSING.get(first.text) == last.text and not _splits(doc, start, end):
            start, end = start + 1, end - 1
        elif last.is_space or (_is_edge(last) and not _pairs_inside(doc, start, end - 1, closing=True)):
            end -= 1
        elif first.is_space or (_is_edge(first) and not _pairs_inside(doc, start, end, closing=False)):
            start += 1
        else:
            break
    return doc[start:end]


def _splits(doc: Doc, start: int, end: int) -> bool:
    """Say whether the marks at both edges belong to two pairs: "“one” and “two”"."""
    return any(doc[i].text in {doc[start].text, doc[end - 1].text} for i in range(start + 1, end - 1))


def _is_edge(token: Token) -> bool:
    return (token.is_punct or token.text in QUOTES) and token.text not in {"%", "’s", "'s"}


def _pairs_inside(doc: Doc, start: int, end: int, *, closing: bool) -> bool:
    """Say whether the mark at the edge has its partner inside the stretch."""
    if closing:
        partner = next((o for o, c in CLOSING.items() if c == doc[end].text), None)
        return partner is not None and any(doc[i].text == partner for i in range(start, end))
    partner = CLOSING.get(doc[start].text)
    return partner is not None and any(doc[i].text == partner for i in range(start + 1, end))


def clause(head: Token, *, without: Collection[Token] = (), keep_mark: bool = False) -> Words:
    """Return the stretch of the clause headed by *head*: its subtree, whole, without mark and edge punctuation.

    A dependent in *without* that stands at an edge is cut off with all of its subtree; one inside stays, since a span
    has no holes.
    """
    doc = head.doc
    cut = {token.i for dependent in without for token in dependent.subtree}
    kept = [token.i for token in head.subtree if token.i not in cut]
    if not kept:
        return doc[head.i : head.i + 1]
    start, end = _run_around(head, kept[0], kept[-1] + 1, cut)
    while start < end - 1:
        first = doc[start]
        own = first.head == head or first.dep_ == "punct"
        if (own and first.dep_ in EDGE_DEPS and not (keep_mark and first.dep_ == "mark")) or first.is_space:
            start += 1
        else:
            break
    return trim(doc[start:end])


def _run_around(head: Token, start: int, end: int, cut: Collection[int]) -> tuple[int, int]:
    """Shrink `[start, end)` past what was cut at its edges; *head* stays inside."""
    while start < head.i and start in cut:
        start += 1
    while end - 1 > head.i and (end - 1) in cut:
        end -= 1
    return start, end


def noun_phrase(head: Token, *, prepositions: bool = True) -> Words:
    """Return the noun phrase of *head* without relative clauses, appositions, conjuncts and edge punctuation.

    With `prepositions=False` what follows the head is left out too: "officials" of "officials in both capitals".
    """
    doc = head.doc
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "case" or (child.dep_ in {"flat", "compound", "nummod"} and child.i == end):
            end = child.right_edge.i + 1 if child.dep_ != "case" else end
        elif child.dep_ == "prep" and prepositions and child.i >= end:
            end = _prepositional_end(child)
        elif child.dep_ in {"amod", "advmod"} and child.i == end and prepositions:
            end = child.right_edge.i + 1
        elif child.i >= end:
            break
    start = head.i
    for child in head.lefts:
        if child.dep_ not in {"punct", "cc", "preconj", "mark"} and child.dep_ not in CLAUSES:
            start = child.left_edge.i
            break
    return trim(doc[start:end])


def _prepositional_end(prep: Token) -> int:
    """Return the end of a prepositional phrase without what is not part of a plain noun phrase."""
    end = prep.i + 1
    for child in prep.rights:
        if child.dep_ in {"pobj", "pcomp", "prep"}:
            inner = noun_phrase(child) if child.dep_ == "pobj" else None
            end = max(end, inner.end if inner is not None else child.right_edge.i + 1)
            end = max(
                [end, *(noun_phrase(c).end for c in child.conjuncts if c.i > child.i and c in set(child.subtree))]
            )
    return end


def conjuncts(head: Token) -> tuple[Token, ...]:
    """Return *head* and what is coordinated with it, in order of the text."""
    return tuple(sorted((head, *head.conjuncts), key=lambda token: token.i))


def own_subject(verb: Token) -> Token | None:
    """Return the subject that hangs on *verb* itself."""
    found = next((child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "expl"), None)
    if found is not None and found.tag_ == "VB" and found.dep_ == "nsubj" and found.i == found.sent.start:
        # "Cap the rent and the landlords will leave": a command taken for the first of two subjects
        return next((child for child in found.rights if child.dep_ == "conj" and child.pos_ == "NOUN"), found)
    return found


def subject(verb: Token) -> Token | None:
    """Return the head of the grammatical subject of *verb*, found where English leaves it out.

    Looked for on the verb, on the verb it is coordinated with, on the governor of an open complement (its object for
    verbs such as "ask"), on the noun that a relative or reduced clause modifies, and on the governor of a
    subjectless adverbial clause. None when the parse has none ("Begin with the water").
    """
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        found = own_subject(verb)
        if found is not None:
            return _antecedent(found, verb)
        match verb.dep_:
            case "conj" | "aux" | "auxpass" | "dep":
                verb = verb.head
            case "xcomp" | "ccomp" if verb.head.pos_ in {"VERB", "AUX", "ADJ"}:
                governor_object = next((c for c in verb.head.children if c.dep_ in OBJECTS and c.i < verb.i), None)
                if governor_object is not None and verb.head.lemma_ in OBJECT_CONTROL:
                    return governor_object
                verb = verb.head
            case "acl" | "relcl":
                if verb.tag_ in {"VBG", "VBN"} or verb.dep_ == "relcl":
                    return verb.head
                verb = _verb_above(verb) or verb
            case "pcomp" if verb.head.lower_ == "as" and (quoted := _object(verb.head.head)) is not None:
                return quoted
            case "advcl" | "pcomp":
                verb = _verb_above(verb) or verb
            case _:
                return None
    return None


def _object(verb: Token) -> Token | None:
    """Return the object of *verb*, or the subject of a passive: who is "quoted as saying"."""
    if is_passive(verb):
        return own_subject(verb)
    return next((child for child in verb.rights if child.dep_ == "dobj"), None)


def _verb_above(token: Token) -> Token | None:
    return next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)


def _antecedent(found: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else the token itself."""
    if found.lower_ in RELATIVES and found.tag_ in {"WP", "WDT", "IN", "WP$", "DT"}:
        clause_head = verb
        while clause_head.dep_ in {"conj", "xcomp", "ccomp"} and clause_head.head.i != clause_head.i:
            clause_head = clause_head.head
        if clause_head.dep_ in {"relcl", "acl"}:
            return clause_head.head
    return found


def subjects(verb: Token) -> tuple[Token, ...]:
    """Return the subject of *verb* with its conjuncts: both of "neither A nor B agreed"."""
    found = subject(verb)
    return conjuncts(found) if found is not None else ()


def agent(verb: Token) -> Token | None:
    """Return the head of the `by` phrase of a passive; dates ("by July") and measures ("by six votes") are none."""
    for child in verb.children:
        if child.dep_ == "agent":
            named = (c for c in child.children if c.dep_ == "pobj" and c.ent_type_ not in {"DATE", "TIME"})
            return next((c for c in named if c.lemma_ not in MEASURES), None)
    return None


def is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for child in verb.children) or (
        verb.tag_ == "VBN"
        and verb.dep_ in {"acl", "relcl", "conj"}
        and not any(c.dep_ == "aux" for c in verb.children)
        and (verb.dep_ == "acl" or (verb.dep_ == "conj" and own_subject(verb) is None and is_passive(verb.head)))
    )


def doer(verb: Token) -> Token | None:
    """Return who does what *verb* says: the agent of a passive (None where it has none), else the subject."""
    return agent(verb) if is_passive(verb) else subject(verb)


def is_finite(verb: Token) -> bool:
    """Say whether *verb* heads a finite clause (a tensed verb or auxiliary)."""
    tags = {verb.tag_, *(child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"})}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"})


def lemmas(verb: Token) -> frozenset[str]:
    """Return the lemma of *verb*, alone and with its particle: "cut", "cut off"."""
    lemma = verb.lemma_
    return frozenset({lemma, *(f"{lemma} {child.lower_}" for child in verb.rights if child.dep_ == "prt")})


def is_negated(verb: Token) -> bool:
    """Say whether *verb* itself is negated ("does not", "never", "no longer", "nobody" as its subject)."""
    for child in verb.children:
        if child.dep_ == "neg":
            return True
        if child.dep_ == "advmod" and child.lower_ in {"never", "hardly", "scarcely", "longer", "nowhere"}:
            return True
        if child.dep_ in {"nsubj", "nsubjpass"} and (
            child.lower_ in {"nobody", "none", "nothing", "neither"}
            or any(c.dep_ in {"det", "preconj"} and c.lower_ in {"no", "neither"} for c in child.children)
        ):
            return True
    return False


def is_infinitive(verb: Token) -> bool:
    """Say whether *verb* has a `to` before it."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def governor(token: Token) -> Token | None:
    """Return the nearest verb above *token*, None at the top."""
    return _verb_above(token)


def quotation_behind(verb: Token) -> tuple[int, int] | None:
    """Return where a quotation with its marks stands behind the object of *verb*: "called the deal “a ruse”"."""
    obj = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if obj is None:
        return None
    doc, end = verb.doc, verb.sent.end
    mark = next((i for i in range(obj.i + 1, min(obj.i + 6, end)) if doc[i].text in {"“", '"', "‘"}), None)
    if mark is None or any(doc[i].is_punct or doc[i].pos_ in {"VERB", "AUX"} for i in range(obj.i + 1, mark)):
        return None
    close = next((i for i in range(mark + 2, end) if doc[i].text in {"”", '"', "’"}), None)
    return (mark, close + 1) if close is not None else None
