"""Infinitives under verbs that direct, commit or expect: "urged them to leave", "promised to leave"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import asserts, hedged, holder_of, negated
from tui_reader.extraction.attribution.extent import complement
from tui_reader.extraction.attribution.found import Attribution, place, spread
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.grammar import agent, is_infinitive, is_negated, is_passive, own_subject, trim


def infinitival(verb: Token) -> Iterator[Attribution]:
    """Yield what *verb* attributes by an infinitive."""
    words = lexicon()
    lemma = verb.lemma_.lower()
    frames = [frame for frame in ("object-to", "to", "for-to", "expect-to") if words.frame(frame, lemma)]
    if lemma in words.rumoured and is_passive(verb):
        yield from _rumoured(verb)
    if not frames:
        return
    found = _infinitive(verb)
    if found is None:
        return
    content, party = found
    if any(child.dep_ == "mark" and child.lower_ == "that" for child in content.children):
        return
    if party is None and "to" not in frames and not ({"object-to", "expect-to"} & set(frames) and is_passive(verb)):
        return
    if party is not None and not {"object-to", "for-to", "expect-to"} & set(frames):
        return
    sense = words.frame(frames[0], lemma) or "say"
    if is_passive(verb) and party is None and agent(verb) is None:
        return  # "the crew was told to leave": by nobody that the text names
    if not asserts(verb, sense):
        return
    source = holder_of(verb, sense)
    if source is None:
        return
    if is_negated(verb) and sense != "think":
        return
    span = complement(content, verb)
    span = span[1:] if span[0].lower_ == "for" and len(span) > 1 else span
    start = min(span.start, party.left_edge.i) if party is not None else span.start
    span = trim(verb.doc[start : span.end])
    yield Attribution(spread(span), place(verb), source, verb, negated=negated(verb), hedged=hedged(verb))


def _rumoured(verb: Token) -> Iterator[Attribution]:
    """Yield the sentence of a passive that reports what its subject does: "The boat is said to have sunk"."""
    content = next((child for child in verb.rights if child.dep_ == "xcomp" and is_infinitive(child)), None)
    of_whom = own_subject(verb)
    if content is None or of_whom is None or not asserts(verb, "say") or is_negated(verb):
        return
    source = holder_of(verb, "say")
    if source is not None:
        span = trim(verb.doc[of_whom.left_edge.i : complement(content, verb).end])
        yield Attribution(spread(span), place(verb), source, verb, hedged=True)


def _infinitive(verb: Token) -> tuple[Token, Token | None] | None:
    """Return the infinitive under *verb* and the noun phrase that is to do it, None if *verb* has no infinitive."""
    for child in verb.rights:
        if child.dep_ not in {"xcomp", "ccomp", "advcl"} or not is_infinitive(child):
            continue
        party = own_subject(child)
        if party is None:
            party = next((c for c in verb.rights if c.dep_ in {"dobj", "dative"} and c.i < child.i), None)
        if party is None:
            party = next((c for c in child.lefts if c.lower_ in {"both", "all", "each", "everyone"}), None)
        if party is None:
            prep = next(
                (
                    c
                    for c in verb.rights
                    if c.dep_ == "prep" and c.lower_ in {"on", "to", "for", "upon", "with"} and c.i < child.i
                ),
                None,
            )
            party = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
        return child, party
    for prep in verb.rights:  # "appeal to every worker there to refuse": hung on the noun
        if prep.dep_ != "prep" or prep.lower_ not in {"on", "upon", "to"}:
            continue
        party = next((c for c in prep.rights if c.dep_ == "pobj"), None)
        content = (
            next((c for c in party.rights if c.dep_ in {"relcl", "acl"} and is_infinitive(c)), None) if party else None
        )
        if party is not None and content is not None and content.tag_ == "VB":
            return content, party
    for party in verb.rights:  # "ask those who attend to pledge": hung on the relative clause
        clause = next((c for c in party.rights if c.dep_ == "relcl"), None)
        if party.dep_ not in {"dobj", "dative"} or clause is None or clause.lemma_ in lexicon().wanting:
            continue
        content = next((c for c in clause.rights if c.dep_ == "xcomp" and is_infinitive(c)), None)
        if content is not None:
            return content, party
    return None
