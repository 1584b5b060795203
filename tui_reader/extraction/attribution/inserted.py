"""Cues thrown into a sentence, and cues before a colon, by the order of words where the parse breaks.

"It would also, the wardens warn, empty the register"; "On one point they agree: nobody can say what happened".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import asserts, holder_of, negated
from tui_reader.extraction.attribution.extent import shorn
from tui_reader.extraction.attribution.found import Attribution, Holder, place, spread
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.attribution.nominal import possessor

NOMINAL_TAGS = frozenset({"DT", "PRP", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PDT", "JJS"})
HEAD_TAGS = frozenset({"PRP", "NN", "NNS", "NNP", "NNPS", "CD", "DT"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
ADJUNCT_TAGS = frozenset({"IN", "NNP", "NN", "NNS", "RB", "CD", "DT", "PRP", "JJ", "PRP$", "TO", "RP"})
PLAIN = frozenset(
    {"clear", "plain", "simple", "stark", "blunt", "adamant", "emphatic", "unequivocal", "categorical", "firm", "curt"}
)
LONGEST_SUBJECT = 8  # words
LONGEST_ADJUNCT = 7  # words between the cue and the comma behind it: "said on Friday"
QUOTES = frozenset('“”"‘«»')
JOINING = frozenset({"and", "but", "or", "so"})
SUBORDINATING = frozenset({"because", "that", "since", "when", "if", "although", "though", "while", "and", "but", "as"})


@dataclass(frozen=True)
class Inserted:
    content: Words
    source: Holder


def thrown(verb: Token) -> Inserted | None:
    """Return the sentence that goes on behind ", X says," and whose it is; None where *verb* is not thrown in so."""
    if verb.tag_ not in FINITE_TAGS:
        return None
    doc, sent = verb.doc, verb.sent
    first = _subject_start(verb)
    if first is None or doc[first - 1].text != "," or first - 1 <= sent.start:
        return None
    last = verb.i + 1
    while last < sent.end and doc[last].tag_ in ADJUNCT_TAGS and last - verb.i <= LONGEST_ADJUNCT:
        last += 1
    if last >= sent.end - 1 or doc[last].text != "," or doc[last + 1].tag_ in FINITE_TAGS - {"VBP"}:
        return None
    start, end = _clause_start(verb, first - 1), sent.end
    if doc[first - 2].text in QUOTES and (doc[start].text in QUOTES or doc[start].head.i >= verb.i):
        return None
    if doc[last + 1].text in QUOTES and doc[first - 2].is_punct:
        return None
    if doc[first - 2].lower_ in SUBORDINATING:
        start = last + 1
    later = next((t.i for t in doc[last:end] if t.text == ";"), end)
    content = shorn(doc[start:later])
    if len(content) < 3 or any(t.lower_ in {"who", "which", "whom"} for t in doc[first : verb.i]):
        return None
    if not any(t.pos_ in {"VERB", "AUX"} for t in (*doc[start : first - 1], *doc[last:later])):
        return None
    source = next((t for t in reversed(doc[first : verb.i]) if t.tag_ in HEAD_TAGS), None)
    return None if source is None else Inserted(content, source)


def _subject_start(verb: Token) -> int | None:
    """Return where the noun phrase that ends before *verb* begins, None where no subject touches it."""
    first = verb.i
    while first > verb.sent.start and verb.doc[first - 1].tag_ in NOMINAL_TAGS and verb.i - first < LONGEST_SUBJECT:
        first -= 1
    if first == verb.i or verb.doc[verb.i - 1].tag_ not in HEAD_TAGS:
        return None
    return first


def _clause_start(verb: Token, comma: int) -> int:
    """Return where the clause begins that the comma interrupts."""
    doc, start = verb.doc, verb.sent.start
    finite = False
    for i in range(comma - 1, start, -1):
        token = doc[i]
        finite = finite or token.tag_ in FINITE_TAGS or token.tag_ == "MD"
        if token.text in {";", ":"}:
            return i + 1
        if token.lower_ in JOINING and doc[i - 1].text == "," and not finite:
            return i + 1
    return start


def said_before(verb: Token) -> Attribution | None:
    """Return the sentence before ", or so X claims"."""
    doc, sent = verb.doc, verb.sent
    first = _subject_start(verb)
    if verb.tag_ not in FINITE_TAGS or first is None or first - 3 <= sent.start or doc[first - 1].lower_ != "so":
        return None
    if doc[first - 2].lower_ != "or" or not all(t.is_punct for t in doc[verb.i + 1 : sent.end]):
        return None
    source = next((t for t in reversed(doc[first : verb.i]) if t.tag_ in HEAD_TAGS), None)
    content = shorn(doc[sent.start : first - 2])
    return None if source is None or len(content) < 2 else Attribution(spread(content), place(verb), source, verb)


def told_plainly(adjective: Token) -> Attribution | None:
    """Return what stands behind "Her message was clear:" and "The minister was blunt:"."""
    doc, sent = adjective.doc, adjective.sent
    colon, be = adjective.i + 1, adjective.head
    if adjective.lower_ not in PLAIN or colon >= sent.end - 3 or doc[colon].text != ":" or be.lemma_ != "be":
        return None
    content = shorn(doc[colon + 1 : sent.end])
    subj = next((c for c in be.lefts if c.dep_ == "nsubj"), None)
    if subj is None or doc[colon + 1].text in QUOTES or not any(t.pos_ in {"VERB", "AUX"} for t in content):
        return None
    if subj.lemma_.lower() in lexicon().nouns:
        source: Holder | None = possessor(subj)
        at = subj
    else:
        source, at = (subj if subj.pos_ in {"PROPN", "PRON"} or subj.tag_ == "NN" else None), adjective
    if source is None or (isinstance(source, Token) and source.lower_ in {"it", "this", "that", "there"}):
        return None
    if at is adjective and adjective.lower_ in {"clear", "plain", "simple", "stark"}:
        return None  # "the rule is simple:"
    return Attribution(spread(content), place(at), source, at)


def after_colon(verb: Token, sense: str | None) -> Attribution | None:
    """Return what stands behind "The two agree:" to the end of the sentence; a quotation is left to its marks."""
    doc, sent = verb.doc, verb.sent
    colon = verb.i + 1
    if sense not in {"say", "think", "feel", "deny"} or colon >= sent.end - 3 or doc[colon].text != ":":
        return None
    content = shorn(doc[colon + 1 : sent.end])
    if doc[colon + 1].text in QUOTES or not any(t.pos_ in {"VERB", "AUX"} for t in content):
        return None
    source = holder_of(verb, sense)
    if source is None or negated(verb) or not asserts(verb, sense):
        return None
    return Attribution(spread(content), place(verb), source, verb)
