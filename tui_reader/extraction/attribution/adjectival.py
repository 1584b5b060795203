"""Adjectives of thinking and feeling with a clause: "is confident that X", "I am afraid X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import asserts, hedged, holder_of, negated
from tui_reader.extraction.attribution.extent import complement
from tui_reader.extraction.attribution.found import Attribution, place, spread
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.grammar import is_finite, subject


def adjectival(word: Token) -> Iterator[Attribution]:
    """Yield what the adjective (or participle) *word* introduces."""
    sense = lexicon().adjectives.get(word.lower_)
    if sense is None:
        return
    content = _content(word)
    if content is None or content.i < word.i or not is_finite(content):
        return
    verb = word.head if word.dep_ in {"acomp", "attr", "oprd"} else word
    if not asserts(verb, sense):
        return
    source = subject(word) if verb is word else holder_of(verb, sense)
    if not isinstance(source, Token) or source.lower_ in {"it", "that", "this", "there", "what"}:
        return
    span = complement(content, word)
    if len(span) > 1:
        yield Attribution(spread(span), place(word), source, word, negated=negated(verb), hedged=hedged(word, content))


def _content(word: Token) -> Token | None:
    return next((c for c in word.rights if c.dep_ in {"ccomp", "advcl"} and not _has_other_mark(c)), None)


def _has_other_mark(clause_head: Token) -> bool:
    return clause_head.dep_ == "advcl" or any(c.dep_ == "mark" and c.lower_ != "that" for c in clause_head.children)
