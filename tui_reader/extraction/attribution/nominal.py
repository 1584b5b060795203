"""Nouns with a clause as their content: "the claim that X", "her view is that X", "it is my view that X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import asserts, hedged, holder_of
from tui_reader.extraction.attribution.extent import complement, is_whole, shorn
from tui_reader.extraction.attribution.found import Attribution, Holder, NoOne, place, spread
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.grammar import agent, is_negated, own_subject, subject, trim
from tui_reader.extraction.lexicon import sets

NAMING = frozenset({"of", "by", "from", "among", "amongst", "in", "within", "across", "inside"})
COPULAS = frozenset({"be", "remain"})
TERMS = sets("attribution_sets")["terms"] - {"ground", "basis", "assumption"}


def nominal(noun: Token) -> Iterator[Attribution]:
    """Yield what *noun* introduces."""
    words = lexicon()
    lemma = noun.lemma_.lower()
    if lemma in words.noun_infinitives or lemma in words.needs:
        yield from _with_infinitive(noun, lemma)
    if lemma == "mention":
        yield from _without_mention(noun)
    if lemma not in words.nouns:
        if noun.dep_ == "ROOT" and lemma in words.verbs["that"]:
            yield from _mistagged(noun)
        return
    if lemma in TERMS and noun.dep_ == "pobj" and noun.head.lower_ == "on" and _is_term(noun):
        return
    content = _content(noun)
    if content is None:
        yield from _postponed(noun, lemma)
        return
    if (doer := own_subject(noun)) is not None and lemma in words.verbs["that"] and content.i > noun.i > doer.i:
        yield Attribution(spread(complement(content, noun)), place(noun), doer, noun)  # a verb taken for a noun
        return
    if _belongs_to_verb(noun):
        return
    source = _holder(noun, lemma, content)
    if source is None:
        return
    verb = _light_verb(noun)
    span = complement(content, verb if verb is not None else noun if noun.head.lemma_ not in COPULAS else None)
    if len(span) < 2:
        return
    at = verb if verb is not None and not _is_anothers(source, verb) else noun
    yield Attribution(
        spread(span), place(at), source, at, negated=lemma in {"denial", "doubt"}, hedged=hedged(noun, content)
    )


def _mistagged(noun: Token) -> Iterator[Attribution]:
    """Yield what a verb attributes that was taken for a noun: "Members opposite cry that X"."""
    doer = own_subject(noun)
    content = next((c for c in noun.rights if c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.lefts)), None)
    if doer is not None and content is not None and doer.i < noun.i:
        yield Attribution(spread(complement(content, noun)), place(noun), doer, noun)


def _is_term(noun: Token) -> bool:
    """Whether "on the understanding" names a term of a bargain: nothing but "the" and an adjective stands before it."""
    return not any(child.dep_ == "poss" for child in noun.lefts) and noun.nbor(1).lower_ == "that"


def _content(noun: Token) -> Token | None:
    """Return the head of the clause that *noun* has as its content."""
    for child in noun.rights:
        if child.dep_ in {"acl", "ccomp", "relcl", "appos"} and is_whole(child):
            return child
    head = noun.head
    if noun.dep_ == "pobj" and head.head.pos_ == "VERB" and head.head.lemma_.lower() not in lexicon().verbs["that"]:
        hung = (c for c in head.head.rights if c.dep_ == "ccomp" and c.left_edge.i == noun.i + 1)
        content = next(hung, None)  # "opposes the plan, on the ground that", hung on the verb
        if content is not None and is_whole(content):
            return content
    if head.pos_ not in {"VERB", "AUX"}:
        return None
    emerges = head.lemma_ in COPULAS or head.lemma_ in lexicon().emergence
    if (noun.dep_ in {"nsubj", "attr"} and emerges) or noun.dep_ in {"dobj", "pobj"}:
        for child in head.rights:
            if child.dep_ in {"ccomp", "advcl", "csubj"} and child.i > noun.i and is_whole(child):
                return child
    return None


def _postponed(noun: Token, lemma: str) -> Iterator[Attribution]:
    """Yield "the view, put forward by X, that Y", also where the parse breaks at the commas."""
    doc, sent = noun.doc, noun.sent
    if lemma in lexicon().named_only or noun.i + 4 >= sent.end or doc[noun.i + 1].text != ",":
        return
    that = next((t for t in doc[noun.i + 2 : min(noun.i + 18, sent.end)] if t.lower_ == "that"), None)
    if that is None or doc[that.i - 1].text != "," or doc[noun.i + 2].tag_ not in {"VBN", "RB", "VBD"}:
        return
    between = doc[noun.i + 2 : that.i - 1]
    by = next((t for t in between if t.lower_ == "by"), None)
    source = next((t for t in by.rights if t.dep_ == "pobj"), None) if by is not None else None
    uttered = any(t.lemma_.lower() in lexicon().uttering for t in between)
    content = shorn(doc[that.i + 1 : sent.end])
    if source is not None and uttered and any(t.pos_ in {"VERB", "AUX"} for t in content):
        yield Attribution(spread(content), place(noun), source, noun)


def _holder(noun: Token, lemma: str, content: Token) -> Holder | None:
    words = lexicon()
    if any(child.dep_ == "det" and child.lower_ in {"no", "any", "neither"} for child in noun.lefts):
        sure = lemma in {"doubt", "question", "secret"} and noun.head.lemma_ in {"leave", "have", "make", "entertain"}
        return holder_of(noun.head, "say") if sure and noun.dep_ == "dobj" else None
    named = possessor(noun)
    if named is not None:
        return named
    verb = _light_verb(noun)
    if verb is not None:
        if is_negated(verb) or not asserts(verb, "say"):
            return None
        return holder_of(verb, "say")
    if noun.dep_ == "pobj" and noun.head.lower_ in {"of", "under"} and noun.head.head.lemma_ in COPULAS:
        return subject(noun.head.head)  # "is of the view that"
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"in", "with", "on", "under", "for"}
        and noun.head.head.pos_ == "VERB"
    ):
        return holder_of(noun.head.head, "say")
    if noun.dep_ == "nsubj" and noun.head.lemma_ in COPULAS and any(c.lower_ in {"the", "this"} for c in noun.lefts):
        return NoOne.PREVIOUS
    if lemma in {"report", "sense"} and any(child.dep_ == "expl" for child in noun.head.lefts):
        return NoOne.UNSPECIFIED  # "there were reports that"
    if lemma in words.named_only and not (lemma == "report" and noun.tag_ == "NNS"):
        return None
    return NoOne.UNSPECIFIED


def _belongs_to_verb(noun: Token) -> bool:
    """Whether the clause completes the verb and not the noun: "said in a statement that X"."""
    if noun.dep_ != "pobj" or noun.head.lower_ in {"of", "about", "against", "for", "over", "with", "on"}:
        return False
    verb = noun.head.head
    return (
        verb.pos_ == "VERB"
        and verb.lemma_.lower() in lexicon().verbs["quote"]
        and not any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in verb.rights)
    )


def possessor(noun: Token) -> Token | None:
    """Return whose *noun* it is: a genitive, or the noun phrase after "of", "by", "among" …"""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.lefts:  # "the whips’ count", where the parser takes the apostrophe for a quotation mark
        if child.tag_ in {"NNS", "NNPS"} and child.nbor().text in {"’", "'"} and not child.whitespace_:
            return child
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in NAMING:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and (inner.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT"}):
                return inner
        if child.dep_ in {"acl", "relcl"} and child.tag_ == "VBN" and child.lemma_.lower() in lexicon().uttering:
            by = agent(child)  # "the view, held by many, that"
            if by is not None:
                return by
    return None


def _is_anothers(source: Holder, verb: Token) -> bool:
    """Whether the content is not its subject's own: "repeated the union's demand that"."""
    return (
        isinstance(source, Token)
        and source.dep_ in {"poss", "pobj"}
        and source.pos_ != "PRON"
        and source not in {subject(verb), agent(verb)}
    )


def _light_verb(noun: Token) -> Token | None:
    """Return the verb by which a subject utters *noun*: "voiced concern", "held out the prospect"."""
    words = lexicon()
    head = noun.head
    if noun.dep_ == "dobj" and head.lemma_ in words.light_verbs:
        return head
    if noun.dep_ == "pobj" and head.head.pos_ == "VERB" and head.head.lemma_ in words.light_verbs:
        return head.head if head.lower_ in {"out", "to", "at", "forward", "up", "with"} else None
    if noun.dep_ == "dobj" and head.lower_ == "open" and head.head.lemma_ in {"leave", "keep", "hold"}:
        return head.head  # "left open the possibility that"
    return None


def _without_mention(noun: Token) -> Iterator[Attribution]:
    """Yield what "makes no mention of X" says that its subject leaves out."""
    verb = noun.head
    no = any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children) or is_negated(verb)
    of = next((child for child in noun.rights if child.lower_ == "of"), None)
    of = of or next((child for child in verb.rights if child.lower_ == "of"), None)
    if noun.dep_ != "dobj" or verb.lemma_ != "make" or not no or of is None:
        return
    who = subject(verb)
    named = next((child for child in who.children if child.dep_ == "poss"), who) if who is not None else None
    end, rest = of.right_edge.i + 1, noun.doc[of.right_edge.i + 1 : noun.sent.end]
    if not any(token.pos_ in {"VERB", "AUX"} for token in rest):
        end = noun.sent.end  # the rest of a list
    span = trim(noun.doc[of.i + 1 : end])
    if named is not None and len(span) and asserts(verb, "say"):
        yield Attribution(spread(span), place(noun), named, noun, negated=True)


def _with_infinitive(noun: Token, lemma: str) -> Iterator[Attribution]:
    words = lexicon()
    content = next(
        (
            c
            for c in noun.rights
            if c.dep_ in {"acl", "relcl", "xcomp"} and any(a.dep_ == "aux" and a.lower_ == "to" for a in c.children)
        ),
        None,
    )
    if content is None:
        return
    verb = noun.head if noun.dep_ == "dobj" else None
    if lemma in words.needs and verb is not None and words.frame("need", verb.lemma_.lower()):
        source = holder_of(verb, "say")
        if source is not None and asserts(verb, "say") and not is_negated(verb):
            span = trim(noun.doc[noun.left_edge.i : content.right_edge.i + 1])
            yield Attribution(spread(span), place(verb), source, verb)
        return
    if lemma not in words.noun_infinitives:
        return
    named: Holder | None = next((c for c in noun.children if c.dep_ == "poss"), None)
    light = _light_verb(noun)
    if named is None and light is not None and asserts(light, "say") and not is_negated(light):
        named = holder_of(light, "say")
    if named is None:
        return
    at = light if light is not None else noun
    yield Attribution(spread(complement(content, noun)), place(at), named, at)
