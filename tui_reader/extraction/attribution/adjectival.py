"""Adjectives of thinking and feeling with a clause: "is confident that X", "I am afraid X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import asserts, hedged, holder_of, negated
from tui_reader.extraction.attribution.extent import after_that, complement
from tui_reader.extraction.attribution.found import Attribution, place, spread
from tui_reader.extraction.attribution.inserted import told_plainly
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.grammar import is_finite, subject


def adjectival(word: Token) -> Iterator[Attribution]:
    """Yield what the adjective (or participle) *word* introduces."""
    if (told := told_plainly(word)) is not None:
        yield told
        return
    sense = lexicon().adjectives.get(word.lower_)
    if sense is None:
        return
    content = _content(word)
    span = None
    if content is not None and content.i > word.i and any(t.text == ":" for t in word.doc[word.i : content.i]):
        return
    if content is not None and content.i > word.i and is_finite(content):
        span = complement(content, word)
    elif content is None:
        span = after_that(word)
    if span is None or len(span) < 2:
        return
    verb = word.head if word.dep_ in {"acomp", "attr", "oprd"} or word.head.lemma_ == "make" else word
    if not asserts(verb, sense):
        return
    source = subject(word) if verb is word else holder_of(verb, sense)
    if not isinstance(source, Token) or source.lower_ in {"it", "that", "this", "there", "what"}:
        return
    yield Attribution(spread(span), place(word), source, word, negated=negated(verb), hedged=hedged(word, content))


def _content(word: Token) -> Token | None:
    heads = (word, word.head) if word.head.lemma_ == "make" else (word,)  # "made (it) clear that"
    return next((child for head in heads for child in head.rights if child != word and _is_content(child)), None)


def _is_content(clause_head: Token) -> bool:
    mark = next((c.lower_ for c in clause_head.children if c.dep_ == "mark"), None)
    return mark == "that" if clause_head.dep_ == "advcl" else clause_head.dep_ == "ccomp" and mark in {None, "that"}
