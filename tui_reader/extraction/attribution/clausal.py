"""Verbs with a finite complement: "she said (that) X", "it is feared that X", "X, he said"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import ADDRESSING, asserts, hedged, holder_of, is_inverted_condition, negated
from tui_reader.extraction.attribution.extent import after_that, complement, frame_end, is_whole, shorn
from tui_reader.extraction.attribution.found import Attribution, place, spread
from tui_reader.extraction.attribution.inserted import after_colon, said_before, thrown
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.grammar import is_finite, is_passive, own_subject
from tui_reader.extraction.lexicon import sets

SETS = sets("attribution_sets")
ABOUT = frozenset({"of", "about", "against", "for", "over"})
NOT_OBJECTS = frozenset({"today", "yesterday", "tomorrow", "week", "month", "year"})
ADVERBIAL = frozenset({"once", "because", "until", "till", "after", "before", "unless", "while", "since", "lest"})
TERMS = SETS["terms"]
FREE = frozenset({"whatever", "whoever", "whichever", "whomever"})
POINTING = frozenset({"this", "that", "it", "them", "these", "those"})
INTERROGATIVES = frozenset({"what", "who", "whom", "whose", "which", "how", "why", "where", "when"})


def clausal(verb: Token) -> Iterator[Attribution]:
    """Yield what *verb* attributes by a finite complement or as a parenthetical."""
    words = lexicon()
    lemma = verb.lemma_.lower()
    if verb.lower_ == "writing" and verb.dep_ == "pcomp" and verb.head.lower_ == "in":
        return  # "informed us in writing that"
    if lemma == "provide" and own_subject(verb) is None:
        return  # "provided that", "providing that"
    sense = words.frame("that", lemma) or words.frame("quote", lemma)
    asking = words.frame("whether", lemma)
    if sense is None and asking is None:
        return
    if words.frame("quote", lemma) is not None and (thrown_in := thrown(verb)) is not None:
        yield Attribution(spread(thrown_in.content), place(verb), thrown_in.source, verb, hedged=hedged(verb))
        return
    if (told := after_colon(verb, sense) or said_before(verb)) is not None:
        yield told
        return
    contents = [
        child for child in verb.children if child.dep_ == "ccomp" and (child.i > verb.i or not _is_apart(child, verb))
    ]
    if not contents and after_that(verb) is None:
        contents = [displaced for displaced in (_displaced(verb),) if displaced is not None]
    if not contents and (stump := _elliptical(verb)) is not None:
        source = holder_of(verb, sense or "say") if asserts(verb, sense or "say") and not negated(verb) else None
        if source is not None:
            yield Attribution(spread(stump), place(verb), source, verb, hedged=hedged(verb))
        return
    if not contents and (words.frame("quote", lemma) or sense in {"think", "feel"}) and after_that(verb) is None:
        yield from _parenthetical(verb, sense or "say")
        return
    if (not contents or contents[0].i < verb.i) and (words_after := after_that(verb)) is not None:
        source = holder_of(verb, sense or "say") if asserts(verb, sense or "say") and not negated(verb) else None
        if source is not None:
            yield Attribution(spread(words_after), place(verb), source, verb, hedged=hedged(verb))
        return
    for content in contents[:1]:
        mark = next((c.lower_ for c in content.children if c.dep_ == "mark"), None)
        question = (mark in {"whether", "if"} and content.i > verb.i) or _is_interrogative(content, verb)
        if (question and asking is None) or is_inverted_condition(content):
            continue
        if content.left_edge.lower_ in FREE or (content.i == content.left_edge.i and content.tag_ in {"VBZ", "VBD"}):
            continue  # "may ask whatever he likes", "all they ask for is a loom"
        if words.frame("quote", lemma) is None and any(t.text == ":" for t in verb.doc[verb.i : content.i]):
            continue  # "were not convinced: “It’s a lizard,” says Holm"
        if content.i > verb.i and content.left_edge.lower_ in ADVERBIAL and content.left_edge.head == content:
            continue  # "will be considered once inflation has been low"
        apart = verb.dep_ in {"acl", "relcl"} and verb.i and verb.nbor(-1).text == ","
        if question and (verb.dep_ == "advcl" or apart) and own_subject(verb) is None:
            continue  # "asked whether he would resign, …"
        if not question and not is_finite(content) and not _is_mandative(content, mark):
            continue
        if (sense is None and not question) or not asserts(verb, sense or "ask"):
            continue
        source = holder_of(verb, sense or "ask")
        if source is None:
            continue
        no = negated(verb)
        if no and sense in {"say", "show", "ask"} and lemma not in {"accept", "concede", "admit", "acknowledge"}:
            continue
        span = complement(content, verb)
        if question:
            span = shorn(span[1:]) if span[0].lower_ in {"whether", "if"} else span
        if len(span) < 2:
            continue
        yield Attribution(
            spread(span), place(verb), source, verb, negated=no or sense == "deny", hedged=hedged(verb, content)
        )


def _is_interrogative(content: Token, verb: Token) -> bool:
    first = content.left_edge
    return content.i > verb.i and first.lower_ in INTERROGATIVES and first.head == content


def _displaced(verb: Token) -> Token | None:
    """Return a "that" clause which the parser hung on a noun between: "commented on the remarks that …"."""
    words = lexicon()
    addressed = verb.lemma_.lower() in ADDRESSING
    if not (is_finite(verb) or is_passive(verb)) or any(
        c.dep_ in {"dobj", "xcomp", "prt"} and c.lemma_ not in NOT_OBJECTS and not (addressed and c.dep_ == "dobj")
        for c in verb.rights
    ):
        return None
    for child in verb.rights:
        objects = {"dobj", "dative"} if addressed else set()
        if child.dep_ not in {"prep", "npadvmod", "advmod"} | objects or child.lower_ in ABOUT:
            continue
        if any(c.lemma_ in TERMS for c in child.children):
            continue  # "agreed on condition that"
        for token in child.subtree:
            if (
                token.dep_ in {"acl", "relcl", "ccomp"}
                and is_whole(token)
                and not (child.dep_ in objects and token.head.lemma_ in words.nouns)
            ):
                return token
    return None


def _elliptical(verb: Token) -> Words | None:
    """Return a clause that stops at its auxiliary: "told the court that it could"."""
    for child in verb.rights:
        if child.lower_ == "that" and child.tag_ == "IN" and child.dep_ == "dobj" and child.n_rights:
            words = shorn(child.doc[child.i + 1 : child.right_edge.i + 1])
            whole = len(words) > 1 and words[-1].tag_ in {"MD", "VBD", "VBZ", "VBP"}
            return words if whole and words[0].dep_ in {"nsubj", "nsubjpass", "det", "poss"} else None
    return None


def _is_apart(content: Token, verb: Token) -> bool:
    """Whether what the parser took for a content before *verb* is none: "A argued X; B thought Y".

    Nor is the main clause of a condition whose second half has the verb: "X, once A acts and B confirms this".
    """
    if any(token.text in {";", ":", "."} for token in content.doc[content.i : verb.i]):
        return True
    told = verb.lemma_.lower() in ADDRESSING
    if not told and any(c.dep_ == "dobj" and c.lower_ in POINTING and c.i > verb.i for c in verb.rights):
        return True
    return any(c.dep_ == "advcl" and content.i < c.i < verb.i and _is_joined(c, verb) for c in verb.lefts)


def _is_joined(clause: Token, verb: Token) -> bool:
    """Whether a subordinate clause with a mark goes on with "and" into the clause of *verb*."""
    subj = own_subject(verb)
    before = verb if subj is None else subj.left_edge
    marked = any(c.dep_ == "mark" for c in clause.children)
    return marked and before.i > clause.i and before.nbor(-1).tag_ == "CC"


def _is_mandative(content: Token, mark: str | None) -> bool:
    """Whether *content* is a bare subjunctive: "demanded that the company reopen the talks"."""
    return mark == "that" and (own_subject(content) is not None or content.pos_ not in {"VERB", "AUX"})


def _parenthetical(verb: Token, sense: str) -> Iterator[Attribution]:
    """Yield the sentence into which *verb* is thrown: "The toll, he added, is high"."""
    if verb.dep_ != "parataxis" or not is_finite(verb) or verb.head.i == verb.i:
        return
    source = holder_of(verb, sense)
    if source is None:
        return
    host = verb.head
    span = shorn(host.doc[host.left_edge.i : host.right_edge.i + 1])
    if verb.left_edge.i <= span.start < host.i and host.dep_ != "ROOT":
        span = shorn(verb.sent)  # the host was taken for the part behind the cue
    if verb.i > host.i and frame_end(verb) >= span.end:
        span = shorn(host.doc[span.start : verb.left_edge.i])
    if len(span) > 1:
        yield Attribution(spread(span), place(verb), source, verb, hedged=hedged(verb, host))
