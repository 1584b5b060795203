"""Judgements of people, acts, texts and motives: "was an internal matter", "which has nothing to do with …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.features import circumstances
from tui_reader.extraction.positions.predicate import is_past, negates, subject_of
from tui_reader.extraction.positions.voices import Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

REACH = 6  # tokens; the words of an idiom stand no farther from its verb
JUDGING_FORM = re.compile(
    r"(un|mis|ill-|over|half-|self-|in(?=.+[ai]ble)|im(?=.+[ai]ble)|ir(?=.+[ai]ble)|dis).{4,}$"
    r"|.{3,}(ful|less|ous|ive|[ai]ble|some|ish|esque|worthy|minded|headed|hearted|handed)$"
)
FIGURES = frozenset({"DATE", "TIME", "PERCENT", "QUANTITY", "MONEY"})
LINKS = word_set("links")
PREDICATES = frozenset({"attr", "acomp", "oprd", "xcomp", "prep"})
AMOUNTS = frozenset({"much", "many", "little", "few"})
RELATION = frozenset({"nothing", "little", "everything", "something", "much"})  # … to do with
OPINIONS = word_set("opinions")
ORDER = ("bad", "good", "status")


@cache
def judging() -> dict[str, str]:
    """Return the class, `good`, `bad` or `status`, of each word that judges."""
    found: dict[str, str] = {}
    for kind, words in lexicon.rows("stance_evaluations"):
        for word in words.split():
            found.setdefault(word, kind)
    return found


@cache
def judging_verbs() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return by verb that judges its subject the class, and the words that must follow ("make", "no sense")."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind, words in lexicon.rows("stance_evaluative_verbs"):
        if kind in ORDER:
            for word in words.split():
                lemma, *parts = word.split("+")
                found.setdefault(lemma, []).append((kind, tuple(parts)))
    return found


def evaluations(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield how the holder of the sentence judges the subject of *token*."""
    if token.pos_ not in {"VERB", "AUX"} or not grammar.is_finite(token):
        return
    if token.dep_ == "csubj":
        return  # "What is clear is …"
    if any(c.dep_ == "mark" and c.lower_ == "than" for c in token.children):
        return  # "less than the ministry pretends"
    if any(c.dep_ == "expl" for c in token.children):
        return  # "there is …" says what there is
    if any(c.dep_ == "advmod" and c.tag_ == "WRB" for c in token.children):
        return  # "why it matters"
    kind = _kind(token)
    if kind is None:
        return
    subject = subject_of(token)
    if subject is None:
        return
    if subject.lower_ in {"this", "these", "that", "those"} and any(c.lower_ in OPINIONS for c in token.children):
        return  # "these are my own thoughts"
    if subject.lower_ == "it" and any(c.dep_ == "attr" and c.lower_ in OPINIONS | {"fact"} for c in token.children):
        return  # "it is my view that …"
    if token.lemma_ in LINKS and voices.is_actor(subject) and subject.lower_ != "it" and _says(token):
        return  # "our lawyers are clear that …" is a way of saying
    state = voices.predicate(token)
    features = [f"evaluation {kind}", *(f for f in circumstances(state, voices) if f not in {"negated", "possible"})]
    if dated(token):
        features.append("dated")
    if is_past(token) and kind == "other":
        features.append("past narrative")
    holder = voices.said(token).holder
    viewer = _viewer(token, subject, voices)
    if viewer is not None:
        holder = voices.reading.actors.holder(viewer)
        features = [*(f for f in features if f not in {"attributed", "first person"}), "attributed"]
    own = subject.lower_ in grammar.FIRST_PERSON
    nothing = any(c.dep_ == "attr" and c.lower_ == "nothing" for c in token.children)
    stance = Stance.DENIES if nothing or (own and state.negated) else Stance.CHARACTERISES
    if token.dep_ == "relcl" and not _set_off(token):
        features.append("restrictive")
    issue = grammar.subject(token)
    yield Candidate(holder, stance, clause_words(token), token, issue, tuple(features))


def dated(verb: Token) -> bool:
    """Say whether *verb* is told with a date or a figure, as facts are."""
    for child in verb.children:
        counted = not any(c.lower_ in {"a", "an", "every", "each"} for c in child.children)  # "wasted a year"
        if child.i > verb.i and child.ent_type_ in FIGURES and child.dep_ != "dobj" and counted:
            return True
        if (
            child.dep_ == "prep"
            and (child.i > verb.i or is_past(verb))
            and any(c.ent_type_ in FIGURES for c in child.children)
        ):
            return True
    return False


def _viewer(verb: Token, subject: Token, voices: Voices) -> Token | None:
    """Return whose judgement "for the union, the offer is an insult" is."""
    if verb.lemma_ not in LINKS:
        return None
    for child in verb.lefts:
        if child.dep_ == "prep" and child.lower_ in {"for", "to"} and child.i < subject.i:
            who = next((c for c in child.children if c.dep_ == "pobj"), None)
            if who is not None and voices.is_actor(who) and child.doc[child.right_edge.i + 1].text == ",":
                return who
    return None


def _singled_out(said: Token) -> bool:
    """Say whether *said* is described as the only one of its kind: "the one promise that every government has kept"."""
    words = {c.lower_ for c in said.children}
    superlative = any(c.tag_ == "JJS" for c in said.children)
    return "the" in words and (superlative or bool(words & {"one", "only", "last", "very"}))


def _says(verb: Token) -> bool:
    """Say whether a copula and its adjective govern what somebody is sure of."""
    return any(c.dep_ == "ccomp" for c in verb.children) or any(
        c.dep_ == "acomp" and any(g.dep_ == "ccomp" for g in c.children) for c in verb.children
    )


def _contrasted(said: Token) -> bool:
    """Say whether *said* is set against something: "X, not Y", "X rather than Y"."""
    for token in said.subtree:
        if token.i > said.i and token.lower_ == "not" and token.doc[token.i - 1].text == ",":
            return True
        if token.i > said.i and token.lower_ == "than" and token.doc[token.i - 1].lower_ == "rather":
            return True
    return False


def _misses(said: Token) -> bool:
    """Say whether *said* is denied by degrees: "far from complete", "anything but safe"."""
    before = [t.lower_ for t in said.doc[max(said.i - 2, 0) : said.i]]
    return before in (["far", "from"], ["anything", "but"])


def _classes(verb: Token) -> bool:
    """Say whether *verb* says what "it" or "that" is with a bare noun, as judgements do: "that is hardship"."""
    subject = grammar.own_subject(verb)
    return (
        subject is not None
        and subject.lower_ in {"it", "this", "that"}
        and any(c.dep_ == "attr" and c.tag_ in {"NN", "VBG"} and not any(c.children) for c in verb.children)
    )


def _is_name_calling(verb: Token) -> bool:
    """Say whether *verb* is all that is said of "it" or "that": "It is haggling"."""
    subject = grammar.own_subject(verb)
    alone = all(c.dep_ in {"nsubj", "aux", "punct", "neg", "advmod"} for c in verb.children)
    return alone and subject is not None and subject.lower_ in {"it", "that", "this"}


def _is_kind(said: Token) -> bool:
    """Say whether *said* names a kind of thing: "a policy"."""
    return any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in said.children)


def _set_off(verb: Token) -> bool:
    """Say whether the relative clause of *verb* adds something ("…, who is") or tells which one is meant."""
    own = grammar.own_subject(verb)
    first = verb.left_edge
    before = verb.doc[first.i - 1].text if first.i else ""
    return before in {",", "—", "–", "("} or (own is not None and own.lower_ == "which")


def by_form(word: str) -> bool:
    """Say whether an adjective judges by the way it is made: "thoughtless", "overcautious", "unreadable"."""
    return judging().get(word) != "fact" and bool(JUDGING_FORM.match(word))


def _kind(verb: Token) -> str | None:
    if verb.tag_ == "VBG" and verb.dep_ == "ROOT" and _is_name_calling(verb):
        return "status"  # "It is haggling", which the parser takes for a progressive
    if verb.lemma_ in {"mean", "prove"} and any(c.dep_ == "xcomp" and c.pos_ == "VERB" for c in verb.children):
        return None  # "means to end"
    if verb.lemma_ in LINKS:
        if any(g.lower_ == "too" for c in verb.children if c.dep_ in {"acomp", "attr"} for g in c.children):
            return "bad"
        words = {
            t.lower_
            for c in verb.children
            if c.dep_ in PREDICATES and c.i > verb.i and (c.pos_ != "VERB" or c.tag_ in {"VBN", "VBG"})
            if c.lower_ != "over" or c.dep_ != "prep"
            for t in (
                c,
                *c.children,
                *(g for k in c.children if k.dep_ in {"prep", "pobj", "conj"} for g in k.children),
            )
            if t.tag_ != "VB"
        }
        subject = subject_of(verb)
        if subject is None or subject.lower_ not in word_set("closable"):
            words -= {"open", "closed"}  # "it remains closed" tells of a door, "the matter is closed" judges
        found = {judging()[word] for word in words if word in judging()}
        if any(c.pos_ == "ADJ" and by_form(c.lower_) for c in verb.children if c.dep_ == "acomp"):
            found.add("status")
        if found == {"fact"}:
            return None
        for kind in ORDER:
            if kind in found:
                return kind
        if grammar.own_subject(verb) is not None and any(
            c.dep_ == "attr" and any(g.lower_ == "no" and g.dep_ == "det" for g in c.children) for c in verb.children
        ):
            return "status"  # "saplings are no substitute"
        if any(c.dep_ == "attr" and (c.lower_ == "nothing" or _singled_out(c)) for c in verb.children):
            return "status"  # "is nothing of the sort", "is the one promise that …"
        if any(c.dep_ in {"attr", "acomp"} and (_contrasted(c) or _misses(c)) for c in verb.children):
            return "status"  # "they are professionals, not temps", "is far from complete"
        if any(c.lower_ == "far" and any(g.lower_ == "from" for g in c.children) for c in verb.children):
            return "status"
        ours = subject is not None and subject.lower_ in grammar.FIRST_PERSON  # "we are not a court"
        if negates(verb) and not ours and any(c.dep_ == "attr" and _is_kind(c) for c in verb.children):
            return "status"  # "patience is not a policy"
        if _classes(verb):
            return "status"  # "it is haggling"
        return "other" if any(c.dep_ in {"attr", "acomp"} for c in verb.children) else None
    if grammar.is_passive(verb):
        if is_past(verb) and not any(c.lemma_ == "have" for c in verb.children):  # "the file was closed when …"
            return None
        participle = judging().get(verb.lower_)
        return participle if participle in ORDER else None
    if verb.lemma_ == "have" and any(
        c.dep_ == "dobj"
        and (
            judging().get(c.lower_) in {"good", "bad"}
            or (c.lower_ in RELATION and any(g.lemma_ == "do" for g in verb.subtree))
        )
        for c in verb.children
    ):
        return "status"
    if any(
        c.dep_ == "advcl"
        and any(g.lower_ == "as" for g in c.children)
        and any(g.lower_ in {"if", "though"} for g in c.children)
        for c in verb.children
    ):
        return "bad"
    for kind, parts in judging_verbs().get(verb.lemma_, ()):
        near = verb.doc[verb.i + 1 : verb.i + 1 + REACH] if parts else ()
        following = [t.lower_ for t in near if t.sent == verb.sent]
        if all(part in following for part in parts):
            return kind
    if any(
        t.lower_ == "too" and t.head.lower_ not in AMOUNTS and t.head.tag_ in {"RB", "JJ"} and t.i > verb.i
        for c in verb.rights
        if c.dep_ not in {"ccomp", "advcl", "conj", "parataxis"}
        for t in (*c.children, *(g for k in c.children for g in k.children))
    ):
        return "status"  # "was allowed to go on for too long"
    return None
