"""A holder's stance on an issue, and the span that shows it: one construction of English a module.

Each construction looks at one token and yields candidates; a candidate counts when the weights of its features, which
stand in `lexicons/stance_weights.tsv`, add up to the threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.extraction.grammar import noun_phrase, trim
from tui_reader.extraction.positions.adjectives import for_and_against, stance_adjectives
from tui_reader.extraction.positions.assertions import assertions
from tui_reader.extraction.positions.bargains import bargains, consents, embargoes, provisos, without_terms
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.commitments import commitments
from tui_reader.extraction.positions.concessions import concessions
from tui_reader.extraction.positions.conditional import conditional
from tui_reader.extraction.positions.denials import denials
from tui_reader.extraction.positions.evaluations import evaluations
from tui_reader.extraction.positions.idioms import idioms
from tui_reader.extraction.positions.nouns import stance_nouns
from tui_reader.extraction.positions.obligations import obligations, terms
from tui_reader.extraction.positions.outlook import dangers, failings, harms, prospects, sole_means
from tui_reader.extraction.positions.selection import select
from tui_reader.extraction.positions.verbs import verbs
from tui_reader.extraction.positions.verdicts import verdicts
from tui_reader.extraction.positions.voices import Voices
from tui_reader.extraction.reading import document_span, reading_of
from tui_reader.model import Issue, Position, item_id

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
ELLIPSIS = "it"  # takes the issue before it
PEOPLE = frozenset({"he", "she", "they", "them", "him", "her"})
PERSONAL = frozenset({"i", "we", "you", "he", "she", "who"})
OBJECTS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})
CONTRACTIONS = {"’s": "be", "’re": "be", "’m": "be", "’ve": "have", "’d": "would", "’ll": "will", "n’t": "not"}
Construction = Callable[[Token, Voices], Iterator[Candidate]]

VERBAL: tuple[Construction, ...] = (
    verbs,
    idioms,
    embargoes,
    obligations,
    terms,
    commitments,
    concessions,
    denials,
    verdicts,
    evaluations,
    prospects,
    harms,
    dangers,
    failings,
    sole_means,
)
# by part of speech of the cue, as the tagger sees it
CONSTRUCTIONS: dict[str, tuple[Construction, ...]] = {
    "VERB": (*VERBAL, stance_adjectives),
    "AUX": VERBAL,
    "ADJ": (stance_adjectives, terms, provisos),
    "ADV": (stance_adjectives, consents),
    "NOUN": (stance_nouns, terms, bargains, provisos),
    "PROPN": (stance_nouns,),
    "ADP": (for_and_against, stance_adjectives),
}


def candidates(doc: Doc, voices: Voices) -> list[Candidate]:
    """Return what may be a position in *doc*, whatever it weighs."""
    found = list(_worded(doc, voices))
    return [*found, *conditional(doc, voices, found), *assertions(doc, voices)]


def _worded(doc: Doc, voices: Voices) -> Iterator[Candidate]:
    """Yield the candidates that single words give."""
    for token in doc:
        if token.i not in voices.headings:
            for construction in CONSTRUCTIONS.get(token.pos_, ()):
                for candidate in construction(token, voices):
                    words = without_terms(voices.without_conditions(candidate.words, candidate.cue), candidate.cue)
                    yield candidate if words == candidate.words else replace(candidate, words=words)


def issue_words(found: Candidate, voices: Voices) -> Words:
    """Return the noun phrase for what *found* is about: its issue, else what its clause names after the cue.

    An elliptical clause ("the union declined") gives the cue alone.
    """
    token = given = found.issue
    somebody = given is not None and given.lower_ in PEOPLE and voices.reading.actors.resolve(given) is not None
    if given is not None and (given.pos_ not in NOMINAL or given.lower_ in PERSONAL or somebody):
        token = next((t for t in given.subtree if t.pos_ in {"NOUN", "PROPN"} and t.i > given.i), None)
    if token is not None and token.i < found.words.start and token.dep_ in {"nsubj", "nsubjpass"}:
        own = next((t for t in found.words if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ == "NOUN"), None)
        token = own or token  # a noun that the parser took for the subject: "Absent such a step, no fee …"
    if token is None:
        inside = [t for t in found.words if t.pos_ in {"NOUN", "PROPN"} and t.dep_ in OBJECTS]
        token = next((t for t in inside if t.i > found.cue.i), None)
    if token is not None:
        return noun_phrase(token)
    if given is not None and somebody:
        return noun_phrase(given)
    rest = trim(found.words.doc[found.cue.i + 1 : found.words.end])
    named = next((t for t in rest if t.pos_ in {"NOUN", "PROPN"}), None)
    if named is not None and named.dep_ not in {"npadvmod", "advmod"}:
        return noun_phrase(named)
    return found.words.doc[found.cue.i : found.cue.i + 1]


def _expand(doc: Doc) -> None:
    """Give contractions with a typographic apostrophe the lemmas that those with a straight one have."""
    for token in doc:
        if token.pos_ in {"AUX", "VERB", "PART"} and token.lower_ in CONTRACTIONS:
            perfect = token.lower_ == "’s" and token.dep_ == "aux" and token.head.tag_ == "VBN"
            token.lemma_ = "have" if perfect else CONTRACTIONS[token.lower_]


@Language.component("reader_positions")
def find_positions(doc: Doc) -> Doc:
    """Add the positions of this part to the reading."""
    _expand(doc)
    voices = Voices(doc)
    reading = reading_of(doc)
    for found in select(candidates(doc, voices)):
        evidence = document_span(found.words)
        words = issue_words(found, voices)
        elliptical = len(words) == 1 and words[0] == found.cue
        issue = Issue(ELLIPSIS if elliptical else words.text, document_span(words))
        name = item_id("position", reading.document.text, evidence, f"{found.holder}|{found.stance.value}")
        via = voices.reporter(found.cue, found.holder)
        reading.positions.append(Position(name, found.holder, issue, found.stance, evidence, via))
    return doc
