"""A predicate as a position needs it: who, in which mood and polarity, said by whom, over which words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon

OBLIGING = frozenset({"must", "should", "ought", "shall"})
WILLING = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"})
CONTRACTED = {"'d": "would", "’d": "would", "'ll": "will", "’ll": "will", "wo": "will", "ca": "can"}
POSSIBLE = frozenset({"may", "might", "could"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither", "little", "few", "scant"})
NEGATIVE_PRONOUNS = frozenset({"nothing", "nobody", "none", "neither", "no-one", "few", "little"})
NEGATIVE_ADVERBS = frozenset({"never", "hardly", "scarcely", "nowhere", "nor", "neither", "barely"})
STRAY = frozenset(
    {"advmod", "npadvmod", "dep", "nmod", "compound", "intj"}
)  # where the parser puts a subject it missed
DATES = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "QUANTITY", "MONEY", "ORDINAL"})
SUPPOSING = frozenset({"assuming", "supposing", "suppose", "imagine"})
INVERTED = frozenset({"had", "were", "should"})
CONDITIONAL_MARKS = frozenset({"if", "unless", "provided", "providing", "once", "assuming", "lest"})
EMPHATIC = lexicon.words("stance_emphasis")


@cache
def governors() -> dict[str, bool]:
    """Return the predicates over an infinitive that assert it; True for those that turn its polarity round."""
    return {word: kind == "reverse" for kind, words in lexicon.rows("stance_governors") for word in words.split()}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, or a copula with what it says, under the predicates that let it through.

    `top` is the finite verb of the clause ("keeps" of "keeps demanding"); `negated` counts the negations on the way;
    `asserted` is False where the clause only mentions the act ("the right to refuse").
    """

    head: Token
    top: Token
    negated: bool
    asserted: bool
    modals: frozenset[str]


def predicate(head: Token) -> Predicate:
    """Return *head* with what governs it."""
    negated = negates(head)
    top, asserted, obliged = head, True, False
    if head.dep_ == "conj" and head.left_edge.i and head.doc[head.left_edge.i - 1].lower_ in {"than", "not"}:
        asserted = False  # "rather than order them home"
    while top.dep_ in {"xcomp", "conj", "acomp"} and top.head.i != top.i and not grammar.is_finite(top):
        above = top.head
        if top.dep_ == "conj":
            if above.pos_ not in {"VERB", "AUX", "ADJ"}:
                break
            if above.tag_ != top.tag_ and grammar.own_subject(top) is not None:
                break
        elif any(c.lower_ == "too" for c in above.children):
            asserted = False  # "too sparse to support the claim"
        elif above.lemma_ in governors():
            obliged |= above.lemma_ in {"ought", "need", "have"}
            negated ^= governors()[above.lemma_]
            negated ^= negates(above)
        elif above.pos_ == "AUX" or above.lemma_ == "be" or top.dep_ == "acomp":
            negated ^= negates(above)
        else:
            asserted = False
            negated ^= negates(above)
        top = above
    if top.dep_ == "advcl" and any(c.tag_ == "TO" for c in top.children):
        if top.head.lemma_ == "vote":
            top = top.head
        else:
            asserted = False  # a purpose
    if not grammar.is_finite(top) and top.dep_ not in {"ROOT", "advcl"}:
        told = top.dep_ == "ccomp" and (top.tag_ == "VBG" or grammar.own_subject(top) is None)
        asserted = asserted and told and not any(c.tag_ == "TO" for c in top.children)
    interrupted = _interrupted(head)
    if interrupted is not None:  # "It will not, whatever happens, lend …"
        top, negated, asserted = interrupted, negates(interrupted) ^ negates(head), True
        return Predicate(head, top, negated, asserted, frozenset({interrupted.lower_}))
    modals = {c.lower_ for t in (head, top) for c in t.children if c.dep_ == "aux" and c.tag_ == "MD"}
    stray = _stray_modal(head)
    modals |= {stray} if stray else set()
    modals |= {CONTRACTED[m] for m in modals if m in CONTRACTED} | ({"ought"} if obliged else set())
    return Predicate(head, top, negated, asserted, frozenset(modals))


def _stray_modal(head: Token) -> str | None:
    """Return the modal right before *head* that the parser hung elsewhere: "we’d hold"."""
    place = head.i - 1
    while place > head.sent.start and head.doc[place].tag_ == "RB":
        place -= 1
    before = head.doc[place]
    known = place < head.i and before.tag_ == "MD" and head.tag_ in {"VB", "VBP"} and before.head != head
    return before.lower_ if known and before.pos_ == "AUX" else None


def _interrupted(head: Token) -> Token | None:
    """Return the modal that the parser took for a verb because an aside stands between it and *head*."""
    above = head.head
    if head.dep_ != "ccomp" or above.tag_ != "MD" or above.i > head.i or head.doc[head.i - 1].text != ",":
        return None
    own = any(c.dep_ in {"aux", "mark"} for c in head.children)
    return None if own or head.tag_ not in {"VB", "VBP"} else above


def negates(head: Token) -> bool:
    """Say whether *head* is negated by itself, its subject or its object ("sees no reason", "nobody accepts")."""
    count = 0
    for child in head.children:
        match child.dep_:
            case "neg":
                count += 1
            case "advmod" if child.lower_ in NEGATIVE_ADVERBS or (
                child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children)
            ):
                count += 1
            case "preconj" | "cc" if child.lower_ == "neither" or (child.lower_ == "nor" and child.i < head.i):
                count += 1
            case "nsubj" | "nsubjpass" | "dobj" | "attr" if is_negative_phrase(child):
                count += 1
            case "prep" if child.lower_ == "under" and any(is_negative_phrase(c) for c in child.children):
                count += 1
    if head.dep_ == "conj" and head.i > 0:
        between = head.doc[max(head.head.i, head.i - 4) : head.i]
        count += any(token.lower_ == "nor" for token in between) and not any(c.lower_ == "nor" for c in head.children)
    return count % 2 == 1


def is_negative_phrase(noun: Token) -> bool:
    return (
        noun.lower_ in NEGATIVE_PRONOUNS
        or any(c.lower_ == "not" and c.i < noun.i and c.dep_ in {"neg", "preconj"} for c in noun.children)
        or any(
            c.dep_ in {"det", "preconj", "amod", "neg"}
            and c.lower_ in NEGATIVE_DETERMINERS
            and not any(g.lower_ == "a" for g in noun.children if g.dep_ == "det")
            for c in noun.children
        )
    )


def is_question(head: Token) -> bool:
    """Say whether the sentence of *head* asks."""
    sentence = head.sent
    last = next(
        (t for t in reversed(head.doc[sentence.start : sentence.end]) if not t.is_space and not t.is_quote), None
    )
    return last is not None and last.text == "?"


def is_hypothetical(head: Token) -> bool:
    """Say whether *head* stands in an if-clause, or in something inside one."""
    for token in (head, *head.ancestors):
        if token.dep_ == "ccomp" and token.head.lower_ in SUPPOSING:
            return True
        marks = [c for c in token.children if c.i < token.i and (c.dep_ == "mark" or c.lower_ in CONDITIONAL_MARKS)]
        if any(c.lower_ in CONDITIONAL_MARKS for c in marks) and token.dep_ not in {"xcomp"}:
            return True
        first = token.left_edge
        if (
            token.dep_ != "ROOT"
            and first.lower_ in INVERTED
            and first.head == token
            and first.dep_ in {"aux", "auxpass"}
        ):
            return True
        if marks or token.dep_ in {"ccomp", "relcl"}:
            return False
    return False


def is_named(token: Token) -> bool:
    """Say whether *token* is written as a name within its sentence, whatever the tagger took it for."""
    return token.text[:1].isupper() and token.i > token.sent.start and token.is_alpha


def subject_of(verb: Token) -> Token | None:
    """Return the head of the subject of *verb*, also where the parse has two subjects, or took a name for an adverb."""
    if verb.dep_ == "conj" and grammar.own_subject(verb) is None and grammar.is_finite(verb):
        above = verb.head  # "wants the state to cap imports and has threatened to strike"
        while not grammar.is_finite(above) and above.head != above and above.dep_ != "conj":
            above = above.head
        if above != verb.head and grammar.is_finite(above) and grammar.own_subject(above) is not None:
            return subject_of(above)
    own = [c for c in verb.lefts if c.dep_ in grammar.SUBJECTS and c.dep_ != "expl"]
    if len(own) > 1:
        return own[-1]
    if not own:
        for aux in verb.lefts:
            found = grammar.own_subject(aux) if aux.dep_ in {"aux", "auxpass"} else None
            if found is not None:
                return found
    if not own and verb.dep_ in {"ROOT", "ccomp"}:
        stray = [
            c
            for c in verb.lefts
            if c.dep_ in STRAY and c.ent_type_ not in DATES and (c.pos_ in {"NOUN", "PROPN", "PRON"} or is_named(c))
        ]
        if stray:
            return stray[-1]
    return grammar.subject(verb)


def doer_of(state: Predicate) -> Token | None:
    """Return who does what *state* says, looked for on its head and then on its finite verb."""
    if state.top.tag_ == "MD" and state.top != state.head:
        return subject_of(state.top)
    if grammar.is_passive(state.head):
        return grammar.agent(state.head)
    return subject_of(state.head) or subject_of(state.top)


def is_past(head: Token) -> bool:
    return head.tag_ == "VBD" or any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBD" for c in head.children)


def issue_of(token: Token | None) -> Token | None:
    """Return the noun that *token*, an object or a clause, is about: a clause's object, else its subject."""
    if token is None or token.pos_ not in {"VERB", "AUX"}:
        return token
    asked = any(c.tag_ == "TO" for c in token.children)  # "wants the state to cap imports" is about the imports
    inner = asked or token.dep_ in {"xcomp", "advcl", "pcomp"}
    wanted = ("dobj", "nsubjpass") if inner else ("nsubj", "nsubjpass", "dobj")
    fallback = None
    for dep in (*wanted, "attr", "pobj"):
        for child in token.children:
            if child.dep_ == dep and child.pos_ in {"NOUN", "PROPN"}:
                return child
            if child.dep_ == dep and fallback is None:
                fallback = child
    for prep in token.children:
        if prep.dep_ in {"prep", "agent"}:
            found = next((c for c in prep.children if c.dep_ == "pobj" and c.pos_ in {"NOUN", "PROPN"}), None)
            if found is not None:
                return found
    clause = next((c for c in token.children if c.dep_ in {"xcomp", "ccomp"}), None)
    if clause is not None and clause.i != token.i:
        return issue_of(clause)
    return fallback or token


def asked_of(clause: Token | None) -> Token | None:
    """Return what a demand is about: in "that Orsk withdraw its suit" the suit, not Orsk."""
    if clause is not None and clause.pos_ == "VERB":
        for child in clause.children:
            if child.dep_ == "dobj" and child.pos_ in {"NOUN", "PROPN"}:
                return child
    return issue_of(clause)
