"""Points of a list under a cue: "The union says: • the offer is too low; • talks must resume"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from tui_reader.extraction.attribution.cue import asserts, holder_of, negated
from tui_reader.extraction.attribution.found import Attribution, Holder, place
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.attribution.nominal import possessor
from tui_reader.extraction.grammar import own_subject, subject
from tui_reader.extraction.lexicon import sets
from tui_reader.model import Block, BlockKind, Span

SETS = sets("attribution_sets")
OWNING = SETS["owning"]
POINTS = frozenset({"following", "point", "thing", "that"})
ENDS = (";", ",", ".", " and", " or")


def listed(doc: Doc, text: str, blocks: Sequence[Block]) -> Iterator[Attribution]:
    """Yield one attribution for each point, with a verb in it, of the lists that a cue leads in."""
    lead: tuple[Token, Holder] | None = None
    under = False
    for block in blocks:
        if block.kind is BlockKind.ITEM and under:
            if lead is not None:
                point = _bare(text, block.body)
                words = doc.char_span(point.start - doc._.offset, point.end - doc._.offset, alignment_mode="contract")
                if words is not None and any(token.pos_ in {"VERB", "AUX"} for token in words):
                    yield Attribution(point, place(lead[0]), lead[1], lead[0])
            continue
        under = block.kind is BlockKind.PARAGRAPH and block.body.of(text).rstrip().endswith(":")
        lead = _lead(doc, block.body) if under else None


def _bare(text: str, body: Span) -> Span:
    words = body.of(text).rstrip()
    while words.endswith(ENDS):
        words = words[:-1] if words[-1] in ";,." else words.rpartition(" ")[0]
        words = words.rstrip()
    return Span(body.start, body.start + len(words))


def _lead(doc: Doc, body: Span) -> tuple[Token, Holder] | None:
    """Return the cue, and whose it is, of the sentence that ends in a colon; None where its content is complete."""
    words = doc.char_span(body.start - doc._.offset, body.end - doc._.offset, alignment_mode="contract")
    if words is None or not len(words):
        return None
    sentence = doc[words.end - 1].sent
    for token in reversed(doc[max(sentence.start, words.start) : words.end]):
        found = None
        if token.lower_ == "according":
            found = _according(token)
        elif token.pos_ in {"VERB", "AUX"}:
            found = _verb(token)
        elif token.pos_ == "NOUN":
            found = _noun(token)
        if found is not None:
            return found
    return None


def _verb(verb: Token) -> tuple[Token, Holder] | None:
    words = lexicon()
    lemma = verb.lemma_.lower()
    sense = next((s for f in ("that", "quote", "to", "for-to") if (s := words.frame(f, lemma)) is not None), None)
    if sense is None or not asserts(verb, sense) or negated(verb):
        return None
    if any(child.dep_ == "ccomp" and own_subject(child) is not None for child in verb.rights):
        return None
    if any(child.dep_ == "dobj" and child.lemma_ not in POINTS for child in verb.rights):
        return None
    source = holder_of(verb, sense)
    if source is None or (sense == "think" and isinstance(source, Token) and source.lower_ in {"we", "i"}):
        return None  # "Here is what we know:"
    return verb, source


def _noun(noun: Token) -> tuple[Token, Holder] | None:
    """Match "its demands are:", "The union has three demands:", "Among its complaints:"."""
    if noun.lemma_.lower() not in lexicon().nouns or noun.tag_ != "NNS":
        return None
    whose = possessor(noun)
    if whose is not None:
        return noun, whose
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in OWNING:
        source = subject(verb)
        return None if source is None else (noun, source)
    return None


def _according(word: Token) -> tuple[Token, Holder] | None:
    to = next((child for child in word.rights if child.lower_ == "to"), None)
    source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    return None if source is None else (word, source)
