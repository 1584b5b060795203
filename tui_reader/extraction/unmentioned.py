"""What a text says was not mentioned, not discussed or not asked for.

Three constructions: a negated verb of mentioning or asking ("does not ask for D", "no longer seeks D", "was not
discussed") or one that means leaving out ("omits D"); a noun of mention that is made by nobody ("made no mention of A,
B or C", "without mention of", "there was no word on"); silence ("is silent on"). Of a list every member is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.lexicon import sets
from tui_reader.extraction.reading import document_span, reading_of
from tui_reader.model import BlockKind

SETS = sets("attribution_sets")
NOUNS = SETS["mentions"]
ABOUT = frozenset({"of", "to", "on", "about", "for", "concerning", "regarding"})
TOPICS = SETS["topics"]
SILENT = frozenset({"silent", "mute"})
FROM_TEXT = frozenset({"subj"})
VAGUE = frozenset({"anything", "something", "nothing", "everything", "it", "that", "this", "them", "which"})


@Language.component("reader_unmentioned")
def find_unmentioned(doc: Doc) -> Doc:
    """Add the unmentioned of this part to the reading, each thing once."""
    reading = reading_of(doc)
    for head in heads(doc):
        block = reading.document.block_at(doc._.offset + head.idx)
        if block is not None and block.kind is BlockKind.HEADING:
            continue
        for member in members(named(head)):
            span = document_span(grammar.trim(grammar.noun_phrase(member)))
            if len(span) and not any(span.overlap(known) for known in reading.unmentioned):
                reading.unmentioned.append(span)
    return doc


def heads(doc: Doc) -> Iterator[Token]:
    """Yield the heads of the phrases that name what is missing."""
    rules: dict[str, list[tuple[str, str]]] = {}
    for lemma, polarity, relation in lexicon.rows("omissions"):
        rules.setdefault(lemma, []).append((polarity, relation))
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_ in rules:
            for polarity, relation in rules[token.lemma_]:
                if (polarity == "negated") is grammar.is_negated(token) and _is_speech(token, relation):
                    yield from _in_relation(token, relation)
        elif (token.pos_ == "NOUN" and token.lemma_ in NOUNS and _is_denied(token)) or token.lower_ in SILENT:
            yield from _after(token, ABOUT)
        elif token.lower_ == "nothing" and token.head.lemma_ in {"say", "hear"}:
            if _is_speech(token.head, "obj"):
                yield from _after(token, ABOUT) or _after(token.head, ABOUT)
        elif token.lower_ == "without" and token.dep_ in {"prep", "mark"}:
            for child in token.children:
                if child.lemma_ in {"mention", "discuss"} and child.tag_ == "VBG":
                    yield from (held for held in child.children if held.dep_ == "dobj")


def named(head: Token) -> Token:
    """Return what "the question of X" or "any reference to X" is about, else *head* itself."""
    if head.lemma_ in NOUNS:
        return next(iter(_after(head, ABOUT)), head)
    if head.lemma_ not in TOPICS:
        return head
    held = [grandchild for child in head.children if child.lower_ == "of" for grandchild in child.children]
    return next((token for token in held if token.dep_ == "pobj"), head)


def members(head: Token) -> Iterator[Token]:
    """Yield the members of a list, the head first; catch-alls at its end are none.

    The parser hangs later members of a list on a noun before it as appositions.
    """
    above = head.head.head if head.dep_ == "pobj" else head
    later = [child for child in above.children if child.dep_ == "appos" and child.i > head.i]
    for first in (head, *later):
        for member in grammar.conjuncts(first):
            if member.lower_ not in VAGUE:
                yield member


def _is_speech(verb: Token, relation: str) -> bool:
    """Say whether the clause tells what was left unsaid: no plan, refusal or command, nothing in the first person."""
    if relation in FROM_TEXT:
        return grammar.is_passive(verb)
    if any(child.tag_ == "MD" for child in verb.children):
        return False
    subject = grammar.subject(verb)
    return subject is not None and subject.lower_ not in {"i", "we", "you", "who", "nobody"}


def _in_relation(verb: Token, relation: str) -> Iterable[Token]:
    if relation == "obj":
        return [child for child in verb.children if child.dep_ == "dobj"]
    if relation == "subj":
        return [child for child in verb.children if child.dep_ == "nsubjpass"]
    return _after(verb, {relation})


def _after(word: Token, prepositions: Iterable[str]) -> list[Token]:
    wanted = set(prepositions)
    held = [
        grandchild
        for child in word.children
        if child.lower_ in wanted and child.dep_ in {"prep", "agent", "dative"}
        for grandchild in child.children
        if grandchild.dep_ == "pobj"
    ]
    if not held and word.pos_ == "NOUN" and word.head.pos_ == "VERB":
        held = [
            grandchild
            for child in word.head.children
            if child.lower_ in wanted and child.dep_ == "prep" and child.i > word.i
            for grandchild in child.children
            if grandchild.dep_ == "pobj"
        ]
    return held


def _is_denied(noun: Token) -> bool:
    """Say whether there is none of *noun*: "no mention", "without mention", "not a word"."""
    return any(child.lower_ in {"no", "not", "neither"} for child in noun.children) or (
        noun.dep_ == "pobj" and noun.head.lower_ == "without"
    )
