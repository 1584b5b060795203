"""Judging a cue: whose it is, whether it asserts, how sure and how negated it is."""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction.attribution.found import Holder, NoOne
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.grammar import agent, is_finite, is_negated, is_passive, own_subject, subject

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUPPOSING = frozenset({"assume", "suppose", "grant", "presume"})
UNREAL = frozenset({"without", "against", "of", "for", "from", "than", "instead"})
ADDRESSING = frozenset({"tell", "ask", "inform", "assure", "advise", "remind", "warn", "notify", "brief", "urge"})
CONDITIONAL = frozenset({"if", "unless", "whether", "lest"})


def holder_of(verb: Token, sense: str) -> Holder | None:
    """Return whose words or thoughts *verb* introduces; None where it introduces nobody's."""
    words = lexicon()
    if is_passive(verb):
        by = agent(verb)
        if by is not None:
            return by
        if sense == "show":
            return None
        return None if _is_writers_passive(verb) else NoOne.UNSPECIFIED
    if (
        verb.tag_ == "VBN"
        and (verb.dep_ == "advcl" or (verb.dep_ == "acl" and verb.lemma_.lower() in ADDRESSING))
        and not any(child.dep_ == "aux" for child in verb.children)
    ):
        return None  # "asked whether he would resign, …"
    found = subject(misplaced(verb) or verb)
    if found is None:
        return None
    if found.lower_ in words.nobody or found.dep_ in {"csubj", "csubjpass", "expl"}:
        return None
    if any(child.dep_ in {"det", "preconj"} and child.lower_ in {"no", "neither"} for child in found.children):
        return None
    if found.lower_ == "there" or (found.lower_ == "one" and found.n_rights == 0 and found.n_lefts == 0):
        return None
    if found.lower_ in {"this", "that", "which", "what", "these", "those"} and found.n_rights == 0:
        return None
    if verb.lemma_.lower() in words.showing and found.lemma_.lower() in words.evidence:
        return None
    if found.lower_ == "you" and sense != "say":
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
    ):
        return False
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
            return governor.pos_ == "ADJ" and governor.lower_ in {"quick", "keen", "careful", "right", "glad", "sorry"}
        case "advcl":
            return sense in {"say", "ask"}
        case "conj":
            return verb.head.tag_ == "VB" and _reports_through(verb.head, sense)
        case _:
            return False


def refused(verb: Token) -> bool:
    """Whether *verb* is the infinitive of a refusal: "refuses to accept that"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in lexicon().refusing


def negated(verb: Token) -> bool:
    governor = verb.head
    return (
        is_negated(verb)
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
