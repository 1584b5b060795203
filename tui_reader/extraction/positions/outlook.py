"""What somebody expects: doubts of a prospect, and harm foreseen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.evaluations import judging
from tui_reader.extraction.positions.features import circumstances, held_by
from tui_reader.extraction.positions.predicate import WILLING, is_negative_phrase, issue_of
from tui_reader.extraction.positions.voices import Voice, Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

PROSPECTS = word_set("prospects")
GROUNDS = word_set("grounds")
DOUBTFUL = word_set("doubtful")
SURE = word_set("sure")
BRINGING = word_set("bringing")
DANGERS = word_set("dangers")
SEEMING = frozenset({"seem", "appear", "look"})
FORESEEING = word_set("foreseeing")


@cache
def harmful() -> frozenset[str]:
    """Return the verbs whose happening is a harm, whatever follows them."""
    return frozenset(w for w in _harms() if "+" not in w)


@cache
def _harms() -> tuple[str, ...]:
    return tuple(w for kind, words in lexicon.rows("stance_evaluative_verbs") if kind == "harm" for w in words.split())


@cache
def _harmful_phrases() -> dict[str, list[tuple[str, ...]]]:
    """Return by lemma the words that must follow it, `*` for any object ("close+*", "run+short")."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for lemma, *words in (w.split("+") for w in _harms() if "+" in w):
        found.setdefault(lemma, []).append(tuple(words))
    return found


def is_harm(verb: Token) -> bool:
    """Say whether what *verb* tells would be a harm: to its object, to its passive subject, or to its subject."""
    if grammar.is_passive(verb):
        return not grammar.lemmas(verb).isdisjoint(word_set("suffering") | harmful())
    if verb.lemma_ in harmful():
        return True
    following = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 4] if t.sent == verb.sent]
    for words in _harmful_phrases().get(verb.lemma_, ()):
        if words == ("*",):
            if any(c.dep_ == "dobj" for c in verb.children):
                return True
        elif all(word in following for word in words):
            return True
    if verb.lemma_ == "find":  # "will find their grain taxed"
        return any(c.tag_ in {"VBN", "VBD"} and c.dep_ in {"ccomp", "oprd"} and c.i > verb.i for c in verb.children)
    return False


@cache
def helpful() -> frozenset[str]:
    """Return the verbs whose happening is a good."""
    return frozenset(
        w for kind, words in lexicon.rows("stance_evaluative_verbs") if kind == "help" for w in words.split()
    )


def prospects(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the doubt in "there is little prospect that", "it is unlikely that", "I do not know if", "has yet to"."""
    stance, issue = _doubt(token)
    if stance is None:
        return
    cue = "prospect" if stance is Stance.DOUBTS else "grounds"
    state = voices.predicate(token)
    said = voices.said(token)
    features = [cue, *(f for f in circumstances(state, voices) if f not in {"negated", "possible"})]
    yield Candidate(said.holder, stance, clause_words(token), token, issue, tuple(features))


def _doubt(token: Token) -> tuple[Stance | None, Token | None]:
    if token.pos_ not in {"VERB", "AUX"} or not grammar.is_finite(token):
        return None, None
    there = any(c.dep_ == "expl" or (c.dep_ in {"nsubj", "advmod"} and c.lower_ == "there") for c in token.children)
    if there:
        for noun in token.subtree:
            if noun.pos_ == "NOUN" and noun.i > token.i and noun.i < token.i + 9 and is_negative_phrase(noun):
                if noun.lower_ in PROSPECTS:
                    return Stance.DOUBTS, _inside(noun)
                if noun.lower_ in {"doubt", "question", "obstacle", "objection", "harm"}:
                    return Stance.SUPPORTS, _inside(noun)
                if noun.lower_ in GROUNDS:
                    inner = next((c for c in noun.subtree if c.pos_ in {"VERB", "AUX"} and c.i > noun.i), None)
                    if inner is not None and grammar.own_subject(inner) is not None:
                        return None, None
                    twice = inner is not None and any(c.dep_ == "neg" for c in inner.children)
                    return (Stance.SUPPORTS if twice else Stance.OPPOSES), _inside(noun)
                return None, None
        return None, None
    if token.lemma_ in {"be", "seem", "appear", "remain", "look"}:
        word = next((c for c in token.children if c.dep_ in {"acomp", "oprd"}), None)
        negated = any(c.dep_ == "neg" for c in token.children)
        if word is not None and (word.lower_ in DOUBTFUL or (word.lower_ in SURE and negated)):
            subject = grammar.own_subject(token)
            personal = subject is not None and subject.lower_ in {"i", "we", "they", "he", "she"}
            if (word.lower_ in DOUBTFUL and negated) or (personal and word.lower_ not in {"unlikely"}):
                return None, None
            return Stance.DOUBTS, issue_of(token) if subject is not None and subject.lower_ != "it" else _inside(word)
        far = next((c for c in token.children if c.lower_ == "far"), None)
        if far is not None and any(t.lower_ in SURE for t in token.subtree if far.i < t.i < far.i + 3):
            return Stance.DOUBTS, _inside(far.head)
        if negated and token.lemma_ in SEEMING:
            return Stance.DOUBTS, issue_of(token)
        if token.lemma_ == "remain" and any(
            c.dep_ == "xcomp" and c.lower_ in {"seen", "proved", "proven"} for c in token.children
        ):
            return Stance.DOUBTS, _inside(token)
    if token.lemma_ in {"know", "see", "say"} and any(c.dep_ == "neg" for c in token.children):
        inner = next(
            (
                c
                for c in token.children
                if c.dep_ == "ccomp" and any(g.lower_ in {"if", "whether", "how", "why"} for g in c.children)
            ),
            None,
        )
        subject = grammar.own_subject(token)
        if inner is not None and subject is not None and subject.lower_ in grammar.FIRST_PERSON:
            return Stance.DOUBTS, issue_of(inner)
    return None, None


def _inside(token: Token) -> Token:
    inner = next((c for c in token.subtree if c.pos_ in {"VERB", "AUX"} and c.i > token.i), None)
    return (
        issue_of(inner) or token if inner is not None else next((c for c in token.subtree if c.dep_ == "pobj"), token)
    )


def dangers(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the warning in "there is a serious risk that costs will rise"."""
    if token.lemma_ != "be" or not any(c.dep_ == "expl" for c in token.children):
        return
    danger = next((c for c in token.children if c.dep_ == "attr" and c.lemma_ in DANGERS), None)
    if danger is None or is_negative_phrase(danger):
        return
    features = ("prospect", *(f for f in circumstances(voices.predicate(token), voices) if f != "possible"))
    yield Candidate(voices.said(token).holder, Stance.WARNS, clause_words(token), token, _inside(danger), features)


def failings(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the doubt in "a levy will not mend the deficit", "pamphlets cannot replace nurses"."""
    if token.pos_ != "VERB" or voices.said(token).voice is Voice.NARRATION or token.lemma_ not in helpful():
        return
    state = voices.predicate(token)
    doer = grammar.own_subject(token)
    if not state.negated or not state.modals & FORESEEING or doer is None or voices.is_actor(doer):
        return
    features = ("harm", *(f for f in circumstances(state, voices) if f not in {"possible", "negated"}))
    yield Candidate(voices.said(token).holder, Stance.DOUBTS, clause_words(state.top), token, doer, features)


def harms(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the warning in "would cost lives", "could provoke an incident", "there will be chaos", "risks a war"."""
    if token.pos_ not in {"VERB", "AUX"} or voices.said(token).voice is Voice.NARRATION:
        return
    state = voices.predicate(token)
    risk = token.lemma_ == "risk" and grammar.is_finite(token)
    burdening = WILLING if voices.said(token).voice is Voice.ATTRIBUTED else frozenset({"will"})
    burden = (
        token.lemma_ == "have"
        and state.modals & burdening
        and any(_is_infinitive(c) and not grammar.is_passive(c) for c in token.children if c.dep_ == "xcomp")
    )
    foreseen = bool(state.modals & FORESEEING) and not state.negated
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    if any(c.lower_ == "without" and c.dep_ == "prep" for c in token.children) and state.negated and not perfect:
        if token.lemma_ in word_set("beyond"):
            return  # "cannot reach the site without an escort" tells of what is so
        yield Candidate(
            voices.said(token).holder,
            Stance.WARNS,
            _with_adjunct(token),
            token,
            grammar.own_subject(token),
            ("harm", *(f for f in circumstances(state, voices) if f not in {"possible", "negated"})),
        )
        return
    if not (risk or foreseen):
        return
    things = [
        c
        for c in token.children
        if (c.dep_ in {"attr", "dobj", "xcomp", "nsubj"} and (c.i > token.i or token.lemma_ not in {"be", "have"}))
        or (c.dep_ == "acomp" and (token.lemma_ in word_set("worsening") or c.lower_ in word_set("ills")))
    ]
    bad = (
        is_harm(token)
        or burden
        or any(judging().get(t.lower_) == "bad" or t.lower_ in word_set("ills") for t in things)
    )
    bad = bad or any(c.dep_ in grammar.SUBJECTS and c.lower_ in word_set("dear") for c in token.children)
    eased = token.lemma_ in helpful() | {"end", "pass"} and any(
        c.dep_ in grammar.SUBJECTS and judging().get(c.lower_) == "bad" for c in token.children
    )
    bad = bad and not eased  # "the standoff may ease"
    doer = grammar.subject(token)
    given = token.lemma_ in BRINGING and any(
        c.dep_ == "dobj" and judging().get(c.lower_) == "good" for c in token.children
    )
    good = (
        (token.lemma_ in helpful() or given)
        and bool(state.modals & WILLING)
        and any(c.dep_ == "dobj" for c in token.children)
    )
    if good and doer is not None and held_by(doer, voices) == voices.said(token).holder:
        good = False  # what somebody will do themselves is an offer
    if not (risk or bad or good):
        return
    willed = any(c.dep_ == "dobj" for c in token.children) and not grammar.is_passive(token)
    if doer is not None and (
        doer.lower_ in grammar.FIRST_PERSON
        or (
            token.pos_ == "VERB"
            and willed
            and not burden
            and voices.is_actor(doer)
            and doer.lower_ not in {"it", "you"}
        )
    ):
        return
    stance = Stance.WARNS if risk or bad else Stance.SUPPORTS
    features = ("harm", *(f for f in circumstances(state, voices) if f != "possible"))
    yield Candidate(voices.said(token).holder, stance, clause_words(state.top), token, doer, features)


def _is_infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _with_adjunct(verb: Token) -> Words:
    """Return the clause of *verb* with the "without X" before it."""
    words = clause_words(verb)
    first = min(c.left_edge.i for c in verb.children if c.lower_ == "without")
    return grammar.trim(verb.doc[min(first, words.start) : words.end])


def sole_means(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the support in "only a chain of weirs can save the valley", "the only way to … is"."""
    if token.pos_ not in {"VERB", "AUX"} or voices.said(token).voice is Voice.NARRATION:
        return
    subject = grammar.own_subject(token)
    if subject is None or not any(t.lower_ == "only" for t in (subject.left_edge, *subject.children)):
        return
    state = voices.predicate(token)
    able = bool(state.modals & {"can", "could", "will", "would"})
    way = token.lemma_ == "be" and subject.lower_ in {"way", "answer", "solution", "remedy", "course", "hope", "cure"}
    if state.negated or not (way or (able and token.lemma_ in helpful() | BRINGING and not voices.is_actor(subject))):
        return
    features = ("grounds", *(f for f in circumstances(state, voices) if f != "possible"))
    yield Candidate(voices.said(token).holder, Stance.SUPPORTS, clause_words(token), token, subject, features)
