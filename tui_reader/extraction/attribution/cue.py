"""Judging a cue: whose it is, whether it asserts, how sure and how negated it is."""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction.attribution.found import Holder, NoOne
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.attribution.whose import (
    behind_preposition,
    denies,
    document_before,
    medium,
    nearest_subject,
    part_of,
    singled_out,
)
from tui_reader.extraction.grammar import agent, is_finite, is_negated, is_passive, own_subject, subject
from tui_reader.extraction.lexicon import sets

SETS = sets("attribution_sets")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUPPOSING = SETS["supposing"]
UNREAL = frozenset({"without", "against", "of", "for", "from", "than", "instead"})
ADDRESSING = SETS["addressing"]
NEGATIVE_OPENINGS = frozenset({"nor", "neither", "never", "nowhere"})
CONDITIONAL = frozenset({"if", "unless", "whether", "lest"})


def holder_of(verb: Token, sense: str) -> Holder | None:
    """Return whose words or thoughts *verb* introduces; None where it introduces nobody's."""
    words = lexicon()
    if is_passive(verb) and verb.lemma_ in {"persuade", "convince"}:
        return subject(verb)
    if is_passive(verb):
        by = agent(verb)
        if by is not None:
            return by
        if verb.dep_ == "ccomp" and verb.head.lemma_ == "let":
            return subject(verb.head)  # "has let it be known that"
        if sense == "show":
            return None
        where = medium(verb)
        if where is not None:
            return where
        return None if _is_writers_passive(verb) else NoOne.UNSPECIFIED
    if (
        verb.tag_ == "VBN"
        and (verb.dep_ == "advcl" or (verb.dep_ == "acl" and verb.lemma_.lower() in ADDRESSING))
        and not any(child.dep_ == "aux" for child in verb.children)
    ):
        return None  # "asked whether he would resign, …"
    if verb.lemma_ in {"persuade", "convince"}:
        return next((c for c in verb.rights if c.dep_ in {"dobj", "dative"}), None)
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "have" and verb.tag_ == "VB":
        return subject(verb.head)  # "would have us believe that"
    found = behind_preposition(verb) or subject(misplaced(verb) or verb)
    if found is None:
        return None
    found = nearest_subject(verb, found)
    if found.lower_ == "who" and (one := singled_out(verb)) is not None:
        return one
    if found.lower_ == "who" or any(child.dep_ == "neg" or child.lower_ == "not" for child in found.lefts):
        return None  # a question; "not everyone"
    partitive = part_of(found)
    if partitive is not None and sense in {"think", "feel"}:
        return partitive
    if found.lower_ in words.nobody or found.dep_ in {"csubj", "csubjpass", "expl"}:
        return None
    if any(child.lower_ in {"no", "neither"} and denies(child, found, sense) for child in found.children):
        return None
    if found.lower_ == "there" or (found.lower_ == "one" and found.n_rights == 0 and found.n_lefts == 0):
        return None
    if found.lower_ in {"this", "that", "which", "what", "these", "those"} and found.n_rights == 0:
        return None
    found = document_before(found, verb)
    if verb.lemma_.lower() in words.showing and found.lemma_.lower() in words.evidence:
        return None
    if found.lower_ == "you" and any(child.tag_ == "MD" for child in verb.lefts):
        return None  # "you could argue that"
    if found.lower_ in {"he", "she"} and any(child.dep_ == "relcl" for child in found.rights):
        return None  # "he who says that": whoever does
    if verb.head.lemma_ == "let" and verb.dep_ in {"ccomp", "xcomp"} and found.lower_ in {"us", "me"}:
        return None  # "let us suppose that"
    if found.lower_ == "you" and sense != "say" and verb.tag_ != "VBD":
        return None
    if found.pos_ in {"VERB", "AUX", "ADV", "ADP", "PUNCT"}:
        return None
    return found


def misplaced(verb: Token) -> Token | None:
    """Return the cue with which *verb* is coordinated where the parser hung it on that cue's content.

    "ordered his troops to withdraw and urged the rebels to follow": a finite cue without a subject of its own, joined
    to an infinitive, or to a clause of something else than saying in the tense of the cue above.
    """
    content = verb.head
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":
        return _above_participle(verb)
    if verb.dep_ != "conj" or content.dep_ not in {"xcomp", "ccomp"} or own_subject(verb) is not None:
        return None
    above = content.head
    cues = lexicon().cues
    if verb.lemma_.lower() not in cues or above.lemma_.lower() not in cues or above.i > content.i:
        return None
    if any(child.dep_ in {"aux", "auxpass"} and child.lower_ == "to" for child in verb.children):
        return None
    tense = verb.tag_ if verb.tag_ in FINITE else next((c.tag_ for c in verb.children if c.tag_ in FINITE), None)
    if tense is None:
        return None
    if content.tag_ in {"VB", "VBG"} and not is_finite(content):
        return above
    has_content = any(child.dep_ in {"ccomp", "xcomp", "dobj", "prep", "advcl"} for child in verb.rights)
    parallel = verb.tag_ == above.tag_ or tense == "MD"
    return above if has_content and parallel and content.lemma_.lower() not in cues else None


def _above_participle(verb: Token) -> Token | None:
    """Return the cue that *verb* goes on from, where the parser hung it on that cue's content.

    "rejected the suggestion that households would suffer, describing it as panic": who rejected describes.
    """
    content = verb.head
    if content.dep_ not in {"ccomp", "acl"} or verb.left_edge.i == 0 or verb.left_edge.nbor(-1).text != ",":
        return None
    if verb.lemma_.lower() not in lexicon().participles or own_subject(verb) is not None:
        return None
    above = content.head
    if above.pos_ == "NOUN" and above.lemma_.lower() in lexicon().nouns:
        above = above.head
    return above if above.lemma_.lower() in lexicon().cues and above.i < content.i else None


def _is_writers_passive(verb: Token) -> bool:
    """Whether an agentless passive is the writer's own call on the reader: "it should be noted that"."""
    return any(
        child.dep_ == "aux" and child.lower_ in {"should", "must", "can", "cannot", "may", "could"}
        for child in verb.children
    ) or any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def asserts(verb: Token, sense: str) -> bool:
    """Whether the sentence says that *verb* happens: not in a condition, a question or an order."""
    head = verb
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    if any(child.dep_ == "mark" and child.lower_ in CONDITIONAL for child in head.children):
        return False
    if any(
        child.dep_ == "aux"
        and child.lower_ in {"do", "does", "did"}
        and child.i < verb.i
        and (subj := next((c for c in verb.children if c.dep_ == "nsubj"), None)) is not None
        and child.i < subj.i
        for child in verb.children
    ) and not opens_negatively(verb):
        return False
    if is_inverted_condition(verb):
        return False
    if sense in {"say", "ask", "deny"} and any(c.dep_ == "preconj" and c.lower_ == "neither" for c in head.children):
        return False  # "would neither confirm nor deny that"
    if verb.tag_ == "VBG" and (verb.lemma_ in SUPPOSING or (verb.dep_ == "pcomp" and verb.head.lower_ in UNREAL)):
        return False
    if verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return _reports_through(verb, sense)
    return True


def _reports_through(verb: Token, sense: str) -> bool:
    words = lexicon()
    match verb.dep_:
        case "xcomp":
            governor = verb.head
            if governor.lemma_ in words.through or governor.lemma_ in words.refusing:
                return True
            if is_passive(governor) and (governor.lemma_ in words.rumoured or governor.lemma_ in {"hear", "see"}):
                return True  # "was heard to say that"
            above = governor.head.head if governor.dep_ == "relcl" else governor  # "ask those who attend to pledge"
            if governor.dep_ == "relcl" and words.frame("object-to", above.lemma_.lower()):
                return sense in {"say", "ask", "deny"} and governor.head.dep_ in {"dobj", "dative"}
            if words.frame("object-to", governor.lemma_.lower()) and _has_object_before(governor, verb):
                return sense in {"say", "ask", "deny"} and not is_negated(governor)  # "ask them to pledge that"
            return governor.pos_ == "ADJ" and governor.lower_ in {"quick", "keen", "careful", "right", "glad", "sorry"}
        case "ccomp" if own_subject(verb) is not None:
            return sense in {"say", "ask", "deny"} and verb.head.lemma_ in {"want", "like", "wish", "need", "expect"}
        case "advcl":
            return sense in {"say", "ask"}
        case "conj":
            return verb.head.tag_ == "VB" and _reports_through(verb.head, sense)
        case _:
            return False


def _has_object_before(governor: Token, verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "dative"} and governor.i < child.i < verb.i for child in governor.rights)


def refused(verb: Token) -> bool:
    """Whether *verb* is the infinitive of a refusal: "refuses to accept that"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in lexicon().refusing


def is_inverted_condition(verb: Token) -> bool:
    """Whether *verb* heads "Should X …", "Were X to …" or "Had X …", which supposes and does not tell."""
    subj = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subj is None or verb.sent[-1].text == "?":
        return False
    return any(
        c.dep_ in {"aux", "auxpass"} and c.lower_ in {"should", "were", "had"} and c.i < subj.i for c in verb.lefts
    )


def opens_negatively(verb: Token) -> bool:
    """Whether a negative word stands first and turns subject and auxiliary round: "Nor do we accept that"."""
    first = verb.left_edge
    while first.i < verb.i and (first.is_punct or first.lower_ in {"and", "but", "yet", "so"}):
        first = first.nbor()
    following = first.nbor().lower_ if first.i + 1 < len(first.doc) else ""
    return first.lower_ in NEGATIVE_OPENINGS or (
        first.lower_ in {"not", "at", "in", "on", "under"} and following in {"once", "for", "no"}
    )


def negated(verb: Token) -> bool:
    governor = verb.head
    return (
        is_negated(verb)
        or opens_negatively(verb)
        or refused(verb)
        or (verb.dep_ == "xcomp" and governor.pos_ in {"VERB", "AUX"} and is_negated(governor))
    )


def hedged(verb: Token, content_head: Token | None = None) -> bool:
    """Whether cue or content is marked as unsure: "reportedly said", "suggested that", "said it may"."""
    words = lexicon()
    if verb.lemma_ in words.hedge_verbs:
        return True
    for head in (verb, content_head):
        if head is None:
            continue
        for child in head.children:
            if child.dep_ == "advmod" and child.lower_ in words.hedge_adverbs:
                return True
            if child.dep_ == "aux" and child.lower_ in words.hedge_modals:
                return True
    return False
