"""Adjuncts that name a source: "according to X", "in her view", "by his account", "as X put it"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import hedged, holder_of
from tui_reader.extraction.attribution.extent import shorn
from tui_reader.extraction.attribution.found import Attribution, Holder, NoOne, spread
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.attribution.nominal import possessor
from tui_reader.extraction.grammar import trim

LEADS = {"in": "in", "by": "by", "to": "to", "on": "on", "from": "from"}
BEFORE = frozenset({",", ";", ":", "—", "–", "that", "but", "and", "But", "And", "“"})


def adjunct(word: Token) -> Iterator[Attribution]:
    """Yield the clause to which the adjunct that begins at *word* is joined."""
    found = _according(word) or _view(word) or _as_clause(word) or _under_plan(word)
    if found is None:
        return
    frame, source, host_word = found
    if not len(frame):
        return  # the parse has the source before the preposition
    host = _host(host_word, frame)
    if host is not None and len(host) > 1:
        yield Attribution(spread(host), spread(frame), source, word, hedged=hedged(host_word))


def _according(word: Token) -> tuple[Words, Holder, Token] | None:
    if word.lower_ not in {"according", "per"} or word.i + 2 >= len(word.doc):
        return None
    to = word.doc[word.i + 1] if word.lower_ == "according" else word
    if to.lower_ not in {"to", "per"}:
        return None
    if to is word and (word.dep_ != "prep" or not word.doc[word.i + 1].tag_.startswith(("DT", "NNP", "PRP"))):
        return None  # "per cent", "per head"
    source = next((c for c in to.children if c.dep_ == "pobj"), None)
    if source is None or source.lemma_ in {"plan", "schedule", "rule", "need", "size", "taste", "which", "whom"}:
        return None
    host = _clause_above(word)
    return None if host is None else (word.doc[word.i : source.right_edge.i + 1], source, host)


def _view(word: Token) -> tuple[Words, Holder, Token] | None:
    if word.lower_ not in LEADS or word.dep_ not in {"prep", "agent"}:
        return None
    objects = [c for c in word.children if c.dep_ == "pobj"]  # two, where an apostrophe is taken for a mark
    noun = objects[-1] if objects else None
    if noun is None or noun.lemma_.lower() not in lexicon().views:
        return None
    if len(objects) == 1 and not any(child.dep_ in {"det", "poss"} for child in noun.lefts):
        return None  # "in view of the strains", "on account of the rain"
    source: Holder | None = possessor(noun) if len(objects) == 1 else objects[0]
    if source is None or (noun.lemma_.lower() == "word" and word.lower_ != "in"):
        return None
    if word.lower_ not in (
        {"in", "to"}
        if noun.lemma_.lower()
        not in {
            "account",
            "reckoning",
            "estimate",
            "admission",
            "telling",
            "lights",
            "calculation",
            "estimation",
            "version",
            "count",
            "tally",
            "logic",
        }
        else {"in", "by", "on"}
    ):
        return None
    host = _clause_above(word)
    if host is None or any(c.dep_ in {"acl", "relcl"} for c in noun.children):
        return None
    if not _set_off(word, noun) and not _opens(word, noun, host):
        return None
    return word.doc[word.i : noun.right_edge.i + 1], source, host


def _opens(word: Token, noun: Token, host: Token) -> bool:
    """Whether the adjunct opens the sentence and the subject follows at once: "In her view the ban may last"."""
    following = noun.right_edge.i + 1
    subj = next((c for c in host.lefts if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    first = word.i == word.sent.start or word.doc[word.i - 1].text in {":", ";", "—", "–"}
    return first and subj is not None and subj.left_edge.i == following


def _under_plan(word: Token) -> tuple[Words, Holder, Token] | None:
    """Match "Under a plan floated by X, Y would …"."""
    if word.lower_ != "under" or word.dep_ != "prep":
        return None
    noun = next((c for c in word.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in lexicon().plans:
        return None
    source, host = possessor(noun), _clause_above(word)
    if source is None or host is None or not any(c.tag_ == "MD" for c in host.children) or not _set_off(word, noun):
        return None
    return word.doc[word.i : noun.right_edge.i + 1], source, host


def _set_off(word: Token, noun: Token) -> bool:
    """Whether the adjunct comments on a clause rather than completing a verb: first, last or between commas."""
    doc, start, end = word.doc, word.i, noun.right_edge.i + 1
    before = start == word.sent.start or doc[start - 1].text in BEFORE
    after = end >= word.sent.end or doc[end].is_punct
    return (before and (after or doc[start - 1].lower_ in {"that"})) or (after and before)


def _as_clause(word: Token) -> tuple[Words, Holder, Token] | None:
    """Match "as X put it", ", as X notes,"."""
    if word.lower_ != "as" or word.dep_ not in {"mark", "advmod", "prep"}:
        return None
    verb = word.head
    words = lexicon()
    lemma = verb.lemma_.lower()
    if verb.dep_ not in {"advcl", "relcl"} or verb.i < word.i or verb.head.i == verb.i:
        return None
    put = lemma in {"put", "see", "have", "tell"} and any(
        c.lower_ in {"it"} and c.dep_ == "dobj" for c in verb.children
    )
    says = lemma in words.verbs["quote"] and not any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in verb.children)
    if not (put or says):
        return None
    doc, start, end = word.doc, word.i, verb.right_edge.i + 1
    if not (start == word.sent.start or doc[start - 1].text in {",", "—", "–", "”", "’", '"'}):
        return None
    source = holder_of(verb, "say")
    if source is None or source is NoOne.UNSPECIFIED:
        return None
    host = verb.head if verb.head.pos_ in {"VERB", "AUX"} else _clause_above(verb.head)
    return None if host is None else (doc[start:end], source, host)


def _clause_above(word: Token) -> Token | None:
    """Return the head of the clause to which *word* is joined."""
    for above in word.ancestors:
        if above.dep_ in {"ROOT", "ccomp", "advcl", "conj", "relcl", "parataxis", "pcomp"} and (
            above.pos_ in {"VERB", "AUX"} or above.dep_ == "ROOT"
        ):
            return above
    return None


def _host(clause_head: Token, frame: Words) -> Words | None:
    """Return the clause of *clause_head*; the frame is cut off where it stands first or last."""
    doc = clause_head.doc
    if clause_head.dep_ == "ROOT":
        start, end = clause_head.sent.start, clause_head.sent.end
        if frame.start > start and doc[frame.start - 1].text in {":", ";"} and frame.end < end:
            start = frame.start
    else:
        start, end = clause_head.left_edge.i, clause_head.right_edge.i + 1
        start = min(start, frame.start)
    inside = trim(doc[start:end])
    start, end = inside.start, inside.end
    while start < end and (
        doc[start].is_punct or (doc[start].dep_ in {"cc", "mark"} and doc[start].head == clause_head)
    ):
        start += 1
    if frame.start <= start:
        start = frame.end
    elif frame.end >= end:
        end = frame.start
    if end <= start:
        return None
    return shorn(doc[start:end])
