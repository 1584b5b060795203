"""Definite noun phrases that were brought in with more words: "the guarantee" for "a guarantee from the Treasury".

A noun with a mere `the` takes up the noun phrase with that head which said more of it (Vieira & Poesio, "An
Empirically Based System for Processing Definite Descriptions", CL 26:4, 2000, sec. 4.1); where two that differ are near
one another, it is open.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.extraction.actors.survey import unread_tokens
from tui_reader.extraction.grammar import noun_phrase, trim
from tui_reader.extraction.reading import Reading, document_span, reading_of
from tui_reader.extraction.references.done import Deed, deeds_of, last_deed, near_deeds
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.extraction.references.mentions import POINTING, entity_at
from tui_reader.extraction.references.pointing import GENERAL
from tui_reader.model import ActorKind, Document, Reference, ReferenceKind, SectionKind

ADDED = 5  # words that tell more of a noun, at most
NEAR = 4  # sentences within which another of the kind leaves it open which is meant
RECENT = 6  # sentences within which a general noun takes up another
FAR = 60  # sentences after which a reader has forgotten
SURE, LIKELY = 0.9, 0.8  # where one was brought in, where the nearer of several is meant
TELLING = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
RESTRICTING = frozenset({"prep", "acl", "relcl", "appos", "ccomp", "npadvmod"})
TAKING_UP = frozenset({"the", "this", "that", "these", "those"})
PLURALS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Brought:
    """A noun phrase that says more than its noun: its words, the stems of what it adds, and its sentence's number."""

    words: Words
    added: frozenset[str]
    sentence: int
    text: str = ""  # to be put in where it is not the words as they stand


@dataclass(slots=True)
class Memory:
    """What the text so far has brought in, by noun and whether it is of several; `deeds` by the noun for each."""

    title: frozenset[str]
    brought: dict[tuple[str, bool], list[Brought]] = field(default_factory=lambda: defaultdict(list))
    deeds: dict[str, list[Deed]] = field(default_factory=lambda: defaultdict(list))
    sentences: int = 0


@Language.component("reader_definites")
def find_definites(doc: Doc) -> Doc:
    """Add what the definite noun phrases of this part were brought in as to the reading."""
    reading = reading_of(doc)
    title = frozenset(word.strip(".,:;?!").lower() for word in reading.document.title.split())
    memory, skipped = Memory(title), unread_tokens(doc, reading.document)
    for sentence in doc.sents:
        memory.sentences += 1
        for token in sentence:
            if token.i in skipped:
                continue
            is_noun = token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.lower_ in SETS["instruments"])
            if is_noun and token.dep_ not in {"compound", "nmod", "npadvmod"}:
                _noun(token, memory, reading)
            elif token.pos_ == "VERB":
                for noun, deed in deeds_of(token, memory.sentences):
                    memory.deeds[noun].append(deed)
    return doc


def _noun(noun: Token, memory: Memory, reading: Reading) -> None:
    lemma = noun.lemma_.lower()
    inner = noun.i != noun.sent.start
    article = next((child for child in noun.lefts if child.dep_ == "det"), None)
    points = article is not None and article.lower_ == "that" and lemma in SETS["pointed"]
    idle = lemma in SETS["units"] | SETS["idle_nouns"] and not points
    named = noun.text[0].isupper() and inner and lemma not in SETS["instruments"]
    if not noun.text.isalpha() or named or idle:
        return
    if article is not None and article.lower_ in TAKING_UP and _is_bare(noun):
        entity = entity_at(noun, reading.actors)
        body = lemma in SETS["owned_bodies"]
        known = (
            entity is not None
            and lemma not in SETS["instruments"]
            and (entity.named or not (body or entity.kind in {None, ActorKind.GROUP}))
        )
        titled = memory.title & (GENERAL.get(lemma, frozenset()) | {lemma})
        said = noun.dep_ == "nsubj" and any(
            child.dep_ == "ccomp" for child in noun.head.rights if noun.head.lemma_ == "be"
        )
        season = lemma == "fall" and noun.head.lower_ in {"in", "by", "this", "until"}
        if not (known or titled or said or season) and article.i == noun.i - 1 and noun.i + 1 < len(noun.doc):
            _take_up(noun, article.i, memory, reading)
        return
    bare = noun.dep_ in {"nsubj", "nsubjpass"} and lemma in SETS["processes"] and noun.n_lefts == 0
    if bare and _is_bare(noun) and lemma not in memory.title:
        _take_up(noun, noun.i, memory, reading)
        return
    if article is not None and article.lower_ in SETS["bound"] | {"any", "another", "what", "which", "such"}:
        return
    words = _telling(noun)
    if words is not None and not any(t.lower_ in POINTING | SETS["shares"] or t.lower_ == "both" for t in words):
        added = frozenset(
            t.lemma_.lower() for t in words if t.i != noun.i and t.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
        )
        memory.brought[lemma, noun.tag_ in PLURALS].append(Brought(words, added, memory.sentences))
    elif words is None and (clause := _clause(noun)) is not None:
        added = frozenset(t.lemma_.lower() for t in clause if t.pos_ in {"NOUN", "PROPN", "VERB"})
        whole = noun.doc[noun_phrase(noun, prepositions=False).start : clause.end]
        text = f"the {noun.text} {clause.text}"
        memory.brought[lemma, noun.tag_ in PLURALS].append(Brought(whole, added, memory.sentences, text))


def _take_up(noun: Token, start: int, memory: Memory, reading: Reading) -> None:
    """Add what a noun, with its article from *start*, takes up; open where it must and that is not known."""
    lemma = noun.lemma_.lower()
    brought = memory.brought[lemma, noun.tag_ in PLURALS]
    found, words = _meant(brought, memory.sentences), ""
    antecedent = found.words if found else None
    rivals = near_deeds(memory.deeds[lemma], memory.sentences)
    if found is not None:
        words = found.text or _without_owner(found.words)
    elif lemma in SETS["itself_nouns"] and (own := _statement(reading.document)):
        words = own
    elif not brought and (kind := _kind(noun, memory)):
        antecedent = kind.words
    elif not brought and (deed := last_deed(memory.deeds[lemma], memory.sentences)):
        antecedent, words = deed.words, deed.text
    elif lemma in SETS["processes"] or (lemma in SETS["relational"] and rivals):
        pass  # of one of several things that were named before
    elif not brought and _points(noun, start):
        pass  # it points, and nobody knows at what
    elif not brought and (lemma not in SETS["taking_up"] or noun.tag_ in PLURALS):
        return
    sure = SURE if len({one.added for one in brought}) == 1 else LIKELY
    span = document_span(noun.doc[start : noun.i + 1])
    place = document_span(antecedent) if antecedent is not None else None
    reading.definites.append(Reference(span, ReferenceKind.NOUN, place, None, sure, words))


def _kind(noun: Token, memory: Memory) -> Brought | None:
    """Return what *noun* is the general name of, where one thing of its kind was brought in of late."""
    lemma, plural = noun.lemma_.lower(), noun.tag_ in PLURALS
    if lemma not in SETS["kinds"]:
        return None
    brought = [one for other in GENERAL.get(lemma, ()) for one in memory.brought[other, plural]]
    near = [one for one in brought if memory.sentences - one.sentence <= RECENT]
    alike = len({one.words.root.lemma_ for one in near}) == 1
    return near[0] if alike and _meant(near, near[-1].sentence) is not None else None


def _points(noun: Token, start: int) -> bool:
    """Whether a `that` before *noun* points, and does not bring in a clause: “reaffirmed that navigation is open”."""
    if noun.doc[start].lower_ not in {"that", "those"}:
        return False
    before = noun.doc[start - 1] if start > noun.sent.start else None
    if before is None or before.pos_ not in {"VERB", "NOUN", "AUX"}:
        return True
    return not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in noun.doc[noun.i + 1 : noun.sent.end])


def _meant(brought: list[Brought], sentence: int) -> Brought | None:
    """Return which of those that were brought in is meant, None where that is open."""
    recent = [one for one in brought if sentence - one.sentence <= FAR]
    if not recent:
        return None
    last = recent[-1]
    others = [one for one in recent if not one.added & last.added]
    if any(last.sentence - one.sentence <= NEAR for one in others):
        return None
    return next(one for one in recent if one.added & last.added)


def _without_owner(words: Words) -> str:
    """Return "the eastern pivot" for "its eastern pivot", empty where no pronoun owns it."""
    owned = words[0].tag_ == "PRP$" and len(words) > 1
    return f"the {words[1:].text}" if owned else ""


def _is_bare(noun: Token) -> bool:
    """Whether nothing but an article tells which is meant."""
    if any(child.dep_ in TELLING and child.lower_ not in SETS["untelling"] for child in noun.lefts):
        return False
    if any(child.dep_ in RESTRICTING for child in noun.rights):
        return False
    after = noun.doc[noun.i + 1 : noun.i + 2].text
    return after not in {"of", "that", "who", "which", "-", "to"}


def _is_told(noun: Token) -> bool:
    """Whether what it is comes next: “the answer is that …”."""
    verb = noun.head
    return noun.dep_ == "nsubj" and verb.lemma_ == "be" and any(child.dep_ == "ccomp" for child in verb.rights)


def _clause(noun: Token) -> Words | None:
    """Return a short relative clause without pronouns that alone tells which is meant: “that Parliament put off”."""
    found = next((child for child in noun.rights if child.dep_ == "relcl"), None)
    if found is None or found.left_edge.i != noun.i + 1 or any(child.dep_ in TELLING for child in noun.lefts):
        return None
    words = noun.doc[found.left_edge.i : found.right_edge.i + 1]
    named = all(t.tag_ in {"WDT", "WP"} or t.pos_ != "PRON" for t in words)
    return words if len(words) <= ADDED + 1 and named and not any(t.is_punct for t in words) else None


def _statement(document: Document) -> str:
    """Return what the one statement that a text quotes in full is called by its author, empty where there is none."""
    found = [section for section in document.sections if section.kind is SectionKind.STATEMENT and section.author]
    return f"{found[0].author}’s statement" if len(found) == 1 and len(document.sections) > 1 else ""


def _telling(noun: Token) -> Words | None:
    """Return the noun phrase as far as it tells which is meant in few words, None where it adds nothing."""
    plain = noun_phrase(noun, prepositions=False)
    before = [child for child in noun.lefts if child.dep_ in TELLING and child.lower_ not in SETS["untelling"]]
    named = [
        child for child in before if child.dep_ != "nummod" and not (child.dep_ == "poss" and child.pos_ == "PRON")
    ]
    if named and len(plain) <= ADDED + 2:
        return plain
    if named:
        return None
    full = noun_phrase(noun)
    behind = next(
        (child for child in noun.rights if child.dep_ == "prep" and child.lower_ in SETS["telling_prepositions"]), None
    )
    if behind is None or behind.i != noun.i + 1:
        return None
    objects = [child for child in behind.rights if child.dep_ == "pobj" and child.pos_ != "PRON"]
    if not objects or (objects[0].n_rights and any(child.dep_ == "conj" for child in objects[0].rights)):
        return None  # “ministers from Ruvia and the Islands” are not those from Ruvia
    inner = noun_phrase(objects[0], prepositions=False)
    words = trim(noun.doc[full.start : inner.end])
    return words if len(words) - (noun.i - full.start) - 1 <= ADDED + 1 and objects[0].ent_type_ != "DATE" else None
