"""Clauses whose cue stands in the subject, or whose subject is "it".

"What they fear is that X" (a pseudo-cleft), "it worries them that X", "it occurred to her that X", "he put it to them
that X", "rumour has it that X" (Quirk et al. 1985, 18.27-18.36).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import asserts, hedged, holder_of, negated
from tui_reader.extraction.attribution.extent import complement, is_whole
from tui_reader.extraction.attribution.found import Attribution, Holder, NoOne, place, spread
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.grammar import own_subject
from tui_reader.extraction.lexicon import sets

SETS = sets("attribution_sets")
SUMMING = SETS["summing"]  # "the one thing she insists on is that"
HEARSAY = SETS["hearsay"]
EXPERIENCING = frozenset({"occur", "seem", "appear"})  # "it seems to him that"
SUMMED = frozenset({"put", "have", "take"})  # "put it to them that", "has it that", "takes it that"


def cleft(verb: Token) -> Iterator[Attribution]:
    """Yield what the cue *verb* introduces from the subject of "is", or behind "it"."""
    found = _pseudo_cleft(verb) or _behind_it(verb) or _with_it(verb)
    if found is None:
        return
    content, source = found
    if asserts(verb, "say") and not negated(verb):
        yield Attribution(
            spread(complement(content, content.head)), place(verb), source, verb, hedged=hedged(verb, content)
        )


def _pseudo_cleft(verb: Token) -> tuple[Token, Holder] | None:
    if verb.dep_ == "csubj":
        be = verb.head
    elif verb.dep_ == "relcl" and verb.head.dep_ == "nsubj" and verb.head.lemma_.lower() in SUMMING:
        be = verb.head.head
    else:
        return None
    content = _that_clause(be)
    if be.lemma_ != "be" or content is None:
        return None
    words, lemma = lexicon(), verb.lemma_.lower()
    subject = own_subject(verb)
    if subject is not None and subject.lower_ != "what":
        cue = words.frame("that", lemma) or words.frame("quote", lemma) or words.frame("for-to", lemma)
        source = holder_of(verb, cue) if cue is not None else None
        return None if source is None else (content, source)
    if lemma not in words.moving:
        return None
    moved = next((c for c in verb.rights if c.dep_ in {"dobj", "pobj"}), None)
    moved = moved or next((c for c in be.lefts if c.dep_ == "nsubj" and c.i > verb.i), None)
    return None if moved is None else (content, moved)


def _behind_it(verb: Token) -> tuple[Token, Holder] | None:
    """Match "it worries the nurses that X" and "it occurred to her that X"."""
    it, lemma = own_subject(verb), verb.lemma_.lower()
    if it is None or it.lower_ != "it" or (lemma not in lexicon().moving and lemma not in EXPERIENCING):
        return None
    if lemma in EXPERIENCING:
        to = next((c for c in verb.rights if c.dep_ in {"prep", "dative"} and c.lower_ == "to"), None)
        moved = next((c for c in to.rights if c.dep_ == "pobj"), None) if to is not None else None
    else:
        moved = next((c for c in verb.rights if c.dep_ in {"dobj", "dative"}), None)
    if moved is None:
        return None
    content = _that_clause(verb) or next((c for c in moved.rights if c.dep_ in {"relcl", "acl"} and is_whole(c)), None)
    return None if content is None else (content, moved)


def _with_it(verb: Token) -> tuple[Token, Holder] | None:
    """Match "put it to them that X", "takes it that X", "rumour has it that X"."""
    content = _that_clause(verb)
    if verb.lemma_.lower() not in SUMMED or content is None:
        return None
    between = [c for c in verb.rights if c.i < content.i]
    to_them = verb.lemma_ == "put" and any(c.dep_ == "prep" and c.lower_ == "to" for c in between)
    if not to_them and not any(c.dep_ == "dobj" and c.lower_ == "it" for c in between):
        return None
    source = holder_of(verb, "say")
    if isinstance(source, Token) and source.lemma_.lower() in HEARSAY:
        return content, NoOne.UNSPECIFIED
    return None if source is None else (content, source)


def _that_clause(verb: Token) -> Token | None:
    return next(
        (
            c
            for c in verb.rights
            if c.dep_ == "ccomp" and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
        ),
        None,
    )
