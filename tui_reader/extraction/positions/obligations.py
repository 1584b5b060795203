"""What somebody says ought to be done: modals of obligation, "it is necessary to", "X needs to", imperatives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.commitments import STATES
from tui_reader.extraction.positions.features import circumstances
from tui_reader.extraction.positions.predicate import WILLING, is_negative_phrase, issue_of, negates
from tui_reader.extraction.positions.voices import Voice, Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

SEMI_MODAL = frozenset({"have", "need"})
NO_APPEAL = word_set("no_appeal")
OWED = word_set("owed")
GIVEN = word_set("given")
HINGING = word_set("hinging")
REPORTING = word_set("reporting")
MOVING = frozenset({"come", "go", "try"})
INVITED = frozenset({"let", "do"})


@cache
def obliging(kind: str) -> frozenset[str]:
    """Return the words of one kind, `modal`, `adjective`, `noun` or `verb`, that say what ought to be done."""
    return frozenset(w for name, words in lexicon.rows("stance_obligations") if name == kind for w in words.split())


def obligations(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the demand that the holder of the sentence makes by *token*."""
    if token.pos_ not in {"VERB", "AUX"}:
        return
    said = voices.said(token)
    cue = _modal(token) or _semi_modal(token) or _impersonal(token)
    kind = "obligation"
    if cue is None:
        if said.voice is Voice.NARRATION or not is_imperative(token):
            return
        if token.lemma_ in MOVING and any(is_imperative(c) for c in token.children if c.dep_ == "conj"):
            return  # "Come and tell us": what is asked for is the telling
        threat = next((c for c in token.children if c.dep_ == "conj" and _threatens(c, token)), None)
        if threat is not None:
            words = grammar.trim(token.doc[token.left_edge.i : threat.right_edge.i + 1])
            yield Candidate(said.holder, Stance.WARNS, words, token, _object(token), ("harm", said.voice.value))
            return
        cue, kind = token, "imperative"
    state = voices.predicate(token)
    features = [kind, *(f for f in circumstances(state, voices) if f not in {"infinitive", "not asserted", "negated"})]
    head = state.top if kind == "obligation" else token
    target = next((c for c in token.children if c.dep_ in {"xcomp", "ccomp", "advcl"}), token)
    barred = any(c.dep_ == "neg" for c in token.children) or any(
        is_negative_phrase(c) for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}
    )
    stance = Stance.OPPOSES if cue.pos_ == "AUX" and barred else Stance.DEMANDS
    issue = _object(target) or issue_of(target) or grammar.subject(token)
    yield Candidate(said.holder, stance, clause_words(head), token, issue, tuple(features))


def _is_let(verb: Token) -> bool:
    """Say whether *verb*, under "let", is something to be done: "let us vote", not "let me explain", "let us see"."""
    subject = grammar.own_subject(verb)
    if subject is None or subject.dep_ == "expl" or subject.lower_ in {"me", "it", "there"}:
        return False
    return subject.lower_ not in {"us", "'s", "’s"} or verb.lemma_ not in STATES


def _threatens(verb: Token, order: Token) -> bool:
    """Say whether *verb* tells what ill will come of *order*: "Sign it and you will answer for it"."""
    subject = grammar.own_subject(verb)
    if subject is None:
        return False
    if order.lemma_ in word_set("unasked"):
        return True  # "Refuse, and we shall see you in court"
    if subject.lower_ in grammar.FIRST_PERSON:
        return False
    if subject.lower_ == "you":
        return True
    will = any(c.dep_ == "aux" and c.lower_ in WILLING for c in verb.children)
    return will and order.lemma_ in word_set("unasked") | lexicon.words("stance_threats")


def _object(verb: Token) -> Token | None:
    return next(
        (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "attr"} and c.pos_ in {"NOUN", "PROPN"}), None
    )


def _modal(verb: Token) -> Token | None:
    modal = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in obliging("modal")), None)
    better = next((c for c in verb.children if c.lower_ == "better" and c.i < verb.i), None)
    if better is not None and better.nbor(-1).lower_ in {"had", "'d", "’d"} and verb.tag_ == "VB":
        return better.nbor(-1)
    if verb.dep_ != "relcl" and any(c.tag_ == "WP" and c.i < verb.i for c in verb.children):
        return None  # "who should pay"
    if any(c.tag_ == "WRB" for c in verb.children if c.i < verb.i) or any(
        g.tag_ == "WRB" for c in verb.children if c.i < verb.i for g in c.children
    ):
        return None  # "how generous that system ought to be"
    if modal is None and verb.lemma_ == "ought":
        return verb
    if modal is not None and modal.lower_ == "need" and any(c.dep_ == "neg" for c in verb.children):
        return None  # "it need not be"
    if modal is None or (verb.lemma_ in REPORTING and grammar.is_passive(verb)):
        return None
    if modal.lower_ == "shall":
        passive = grammar.is_passive(verb)
        return modal if passive else None
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" and c.i > modal.i for c in verb.children)
    conditional = modal.lower_ == "should" and modal.i == verb.left_edge.i and verb.dep_ == "advcl"
    if conditional or (perfect and modal.lower_ == "must"):
        return None
    return modal


def _semi_modal(verb: Token) -> Token | None:
    """Return "have to", "need to", "needs reform", "is to be"."""
    duty = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in OWED), None)
    if verb.lemma_ in {"have", "owe", "bear"} and duty is not None and not negates(verb):
        return verb if grammar.is_finite(verb) else None
    if verb.lemma_ == "let" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in {"alone", "go", "slip"}:
        return None
    if verb.lemma_ == "let" and any(c.dep_ == "ccomp" and _is_let(c) for c in verb.children):
        return verb if verb.tag_ == "VB" and grammar.own_subject(verb) is None else None
    inner = next((c for c in verb.children if c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children)), None)
    if (
        verb.lemma_ == "owe"
        and verb.tag_ == "VBN"
        and verb.dep_ != "relcl"
        and grammar.is_passive(verb)
        and not negates(verb)
    ):
        return verb
    if verb.lemma_ == "need" and verb.tag_ == "VBN" and grammar.is_passive(verb) and not negates(verb):
        return verb
    if any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children):  # "will have to" foretells
        return None
    if verb.lemma_ in SEMI_MODAL and inner is not None and grammar.is_finite(verb):
        past = verb.tag_ in {"VBD", "VBN"}  # "had to reverse itself" tells what came about
        yet = any(c.lower_ == "yet" for c in verb.children)  # "has yet to speak"
        return None if past or yet else verb
    if verb.lemma_ in {"need", "require"} and any(c.dep_ == "dobj" for c in verb.children):
        return verb if grammar.is_finite(verb) and not grammar.is_passive(verb) else None
    return None


def _impersonal(verb: Token) -> Token | None:
    """Return the word of "it is necessary to", "it is time to", "X is a precondition for Y", "our duty is to"."""
    if verb.lemma_ not in {"be", "remain", "become", "seem"}:
        return None
    for child in verb.children:
        required = child.dep_ == "attr" and child.lower_ in obliging("requirement")
        if required and any(c.dep_ == "prep" and c.lower_ in {"for", "of", "to"} for c in child.children):
            return child
    inner = next(
        (
            c
            for c in verb.subtree
            if c.dep_ in {"xcomp", "ccomp", "advcl", "acl", "relcl"}
            and c.i > verb.i
            and c.pos_ in {"VERB", "AUX"}
            and (_overdue(verb) or any(g.tag_ == "TO" or g.lower_ == "that" for g in c.children))
        ),
        None,
    )
    if inner is None:
        return None
    subject = grammar.own_subject(verb)
    expletive = any(c.dep_ == "expl" for c in verb.children) or (
        subject is not None and subject.lower_ in {"it", "there"}
    )
    for child in verb.children:
        if child.dep_ == "acomp" and child.lower_ in obliging("adjective") and expletive:
            return child
        if child.dep_ == "attr" and child.lower_ in obliging("noun") and expletive and child.i < inner.i:
            return child
        if child.dep_ == "nsubj" and child.lower_ in obliging("noun") - {"time"} and inner.dep_ in {"xcomp", "ccomp"}:
            return child
    return None


def _overdue(verb: Token) -> bool:
    """Say whether *verb* says that it is (high) time, after which no "that" need stand: "it is time they left"."""
    return any(c.dep_ == "attr" and c.lower_ == "time" for c in verb.children)


def terms(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the demand in "its offer hinges on X", "our support is contingent on X"."""
    if token.lemma_ not in HINGING and token.lower_ not in HINGING:
        return
    verb = token.head if token.dep_ == "acomp" else token
    # the tagger takes "hinges" for a noun at times, and its subject for the first half of a compound
    given = grammar.own_subject(verb) or next((c for c in verb.lefts if c.dep_ == "compound"), None)
    asked = next((c for p in token.rights if p.dep_ == "prep" for c in p.children if c.dep_ in {"pobj", "pcomp"}), None)
    owners = [c for place in (given, verb) if place is not None for c in place.children if c.dep_ == "poss"]
    owner = owners[0] if owners else None
    if given is None or asked is None or owner is None or given.lower_ not in GIVEN:
        return
    holder = voices.reading.actors.holder(owner)
    yield Candidate(holder, Stance.DEMANDS, clause_words(verb), token, issue_of(asked), ("condition demand",))


def _is_request(verb: Token) -> bool:
    """Say whether *verb* bids its hearer to ask something of another: "Ask parliament to amend the Act"."""
    return verb.lower_ == "ask" and any(
        c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in verb.rights
    )


def is_imperative(verb: Token) -> bool:
    """Say whether *verb* gives an order: a bare root without a subject ("Withdraw them", "Do not sign")."""
    quoted = verb.dep_ == "advcl" and verb.i > 0 and verb.nbor(-1).is_quote
    quoted |= verb.dep_ == "advcl" and verb.tag_ == "VB" and verb.i == verb.sent.start  # "Commit now, whether or not …"
    if (
        not verb.is_alpha
        or verb.tag_ not in {"VB", "VBP"}
        or not (verb.dep_ in {"ROOT", "conj", "ccomp"} or quoted)
        or (verb.lower_ in NO_APPEAL and not _is_request(verb))
    ):
        return False
    if verb.dep_ == "conj" and not is_imperative(verb.head):
        return False
    if any(c.dep_ in grammar.SUBJECTS or (c.dep_ == "aux" and c.lower_ not in INVITED) for c in verb.children):
        return False
    if verb.dep_ == "conj":
        return True
    first = min([verb.i, *(c.i for c in verb.lefts if c.dep_ in {"advmod", "aux", "neg", "intj", "cc"})])
    before = next((t for t in reversed(verb.doc[verb.sent.start : first]) if not t.is_space), None)
    return before is None or before.is_punct or before.is_quote
