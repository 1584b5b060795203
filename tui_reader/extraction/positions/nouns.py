"""Nouns that name a stance: "has no interest in", "voiced doubt about", "the union's refusal to", "is in favour of"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.positions.candidate import NEGATED, Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.features import circumstances, held_by, holds
from tui_reader.extraction.positions.predicate import OBLIGING, asked_of, doer_of, is_negative_phrase, issue_of
from tui_reader.extraction.positions.verbs import holders
from tui_reader.extraction.positions.voices import Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

ABOUT = word_set("about")
GROUNDS = word_set("grounds")
COMPLETED = word_set("completed")  # no stance without what it is about
SHARED = word_set("shared_views")
ADVICE = word_set("advice")
MOTIVES = word_set("motives")
NEEDS = word_set("needs")
COPULAR = frozenset({"in", "under", "on"})
COMING = word_set("coming")


@cache
def nouns() -> dict[str, tuple[Stance, Stance | None]]:
    """Return by noun the stance it names and what the want of it means."""
    return {
        word.removeprefix("~"): (Stance(stance), None if negated == "-" else Stance(negated))
        for stance, negated, words in lexicon.rows("stance_nouns")
        for word in words.split()
    }


@cache
def lent() -> frozenset[str]:
    """Return the nouns, marked `~`, that show a stance only under a verb ("stressed the need to")."""
    return frozenset(w[1:] for *_, words in lexicon.rows("stance_nouns") for w in words.split() if w.startswith("~"))


@cache
def light_verbs() -> dict[str, bool]:
    """Return the verbs that lend a noun's stance to their subject; True for those that take it away."""
    found: dict[str, bool] = {}
    for kind, verbs in lexicon.rows("stance_light_verbs"):
        found.update(dict.fromkeys(verbs.split(), kind == "reverse"))
    return found


def stance_nouns(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the stance that the noun *token* gives to the subject of its verb, or else to its possessor."""
    entry = nouns().get(token.lower_) if token.pos_ in {"NOUN", "PROPN"} else None
    if entry is None:
        return
    found = (
        list(_enjoyed(token, entry, voices))
        or list(_under_verb(token, entry, voices))
        or list(_equated(token, entry, voices))
        or list(_come_from(token, entry, voices))
    )
    if not found and token.lower_ not in lent():
        found = list(_possessed(token, entry, voices))
    yield from found


def _enjoyed(noun: Token, entry: tuple[Stance, Stance | None], voices: Voices) -> Iterator[Candidate]:
    """Yield what another gives to the subject: "she has the president's full confidence", "enjoys our support"."""
    verb = noun.head
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if noun.dep_ != "dobj" or verb.lemma_ not in word_set("enjoying") or owner is None:
        return
    who = grammar.subject(verb)
    state = voices.predicate(verb)
    stance = entry[1] if state.negated ^ (verb.lemma_ == "lose") else entry[0]
    if who is None or stance is None or held_by(who, voices) == held_by(owner, voices):
        return
    features = ("light verb", *circumstances(state, voices), *holds(owner, voices))
    yield Candidate(held_by(owner, voices), stance, clause_words(state.top), noun, issue_of(who), features)


def _terms(noun: Token) -> bool:
    """Say whether *noun*, after "as", is a term that somebody sets: "raised X as a precondition"."""
    above = noun.head.head
    verb = above if above.pos_ == "VERB" else above.head
    return nouns()[noun.lower_][0] in {Stance.DEMANDS, Stance.OFFERS} and (
        verb.lemma_ in light_verbs() or verb.lemma_ in {"set", "impose", "name", "cite", "treat", "attach"}
    )


def complement_of(noun: Token) -> Token | None:
    """Return the head of what *noun* is about: "doubt about X", "refusal to X", "demand that X"."""
    places = [noun, noun.head] if noun.dep_ in {"dobj", "attr", "pobj"} else [noun]
    for place in places:
        for child in place.rights:
            if child.i <= noun.i:
                continue
            if child.dep_ in {"acl", "relcl", "ccomp", "xcomp", "advcl"} and (
                any(c.tag_ == "TO" or c.lower_ == "that" for c in child.children) and child.pos_ in {"VERB", "AUX"}
            ):
                return child
            if child.dep_ == "prep" and child.lower_ in ABOUT:
                inner = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
                if inner is not None:
                    return inner
    return None


def _under_verb(noun: Token, entry: tuple[Stance, Stance | None], voices: Voices) -> Iterator[Candidate]:
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    verb, reverse = top.head, False
    copula = False
    thing: Token | None = None
    if (top.dep_ == "dobj" and verb.lemma_ in light_verbs()) or (
        top.dep_ == "nsubjpass" and verb.lemma_ in light_verbs() and grammar.agent(verb) is not None
    ):
        reverse = light_verbs()[verb.lemma_]
    elif top.dep_ == "pobj" and verb.lower_ == "as" and _terms(top):
        verb = verb.head if verb.head.pos_ == "VERB" else verb.head.head
        thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    elif top.dep_ == "pobj" and verb.lower_ in COPULAR and verb.head.lemma_ == "be":
        verb, copula = verb.head, True
    else:
        return
    if noun.lower_ in SHARED and verb.lemma_ not in {"share", "echo"}:
        return
    if noun.lower_ in GROUNDS - NEEDS and verb.lemma_ not in {"see", "have", "find"}:
        return
    if noun.lower_ in MOTIVES and verb.lemma_ == "have":
        subject = grammar.own_subject(verb)
        if subject is None or subject.lower_ not in grammar.FIRST_PERSON:
            return  # "herders have no reason to report" tells of them
    if verb.lemma_ in {"have", "make"} and noun.lower_ in NEEDS:
        return
    if verb.lemma_ == "have" and noun.lower_ in {"call", "claim", "agreement", "recognition", "promise"}:
        return
    complement = thing or complement_of(noun) or (noun if noun.lower_ in SHARED else None)
    state = voices.predicate(verb)
    doer = doer_of(state)
    if doer is None or (complement is None and verb.lemma_ in COMPLETED):
        return
    if state.modals & OBLIGING - {"shall"}:
        return
    if copula and is_negative_phrase(noun):
        reverse = not reverse
    averse = complement is not None and noun.lower_ in GROUNDS and complement.lemma_ in word_set("averse")
    stance: Stance | None = entry[1] if state.negated ^ reverse ^ averse else entry[0]
    if stance is None:
        return
    features = ("light verb", *circumstances(state, voices), *holds(doer, voices))
    for who in holders(doer):
        yield Candidate(
            held_by(who, voices), stance, clause_words(state.top), noun, _about(complement, stance), features
        )


def _about(complement: Token | None, stance: Stance) -> Token | None:
    return asked_of(complement) if stance is Stance.DEMANDS else issue_of(complement)


def _equated(noun: Token, entry: tuple[Stance, Stance | None], voices: Voices) -> Iterator[Candidate]:
    """Yield "our demand is that …", "my recommendation is to …"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return
    content = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "advcl"} and c.i > verb.i), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if noun.lower_ in SHARED:
        return  # "my opinion is that …" lets the clause speak
    named = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
    if content is None and noun.lower_ in ADVICE:
        content = named  # "our recommendation is Option B"
    if content is None or owner is None or voices.predicate(verb).negated:
        return
    features = ("light verb", *circumstances(voices.predicate(verb), voices))
    yield Candidate(held_by(owner, voices), entry[0], clause_words(verb), noun, issue_of(content), features)


def _come_from(noun: Token, entry: tuple[Stance, Stance | None], voices: Voices) -> Iterator[Candidate]:
    """Yield "an offer of grain came from X", "praise for the truce came above all from X"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in COMING:
        return
    source = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "from"), None)
    owner = next((c for c in source.children if c.dep_ == "pobj"), None) if source is not None else None
    if owner is None or not voices.is_actor(owner):
        return
    stance = NEGATED[entry[0]] if is_negative_phrase(noun) else entry[0]
    if stance is None:
        return
    complement = complement_of(noun)
    state = voices.predicate(verb)
    features = ["stance noun", *circumstances(state, voices)]
    issue = issue_of(complement) if complement is not None else issue_of(noun)
    yield Candidate(held_by(owner, voices), stance, clause_words(state.top), verb, issue, tuple(features))


def _possessed(noun: Token, entry: tuple[Stance, Stance | None], voices: Voices) -> Iterator[Candidate]:
    """Yield "X's refusal to …", "opposition to … by X", "the refusal of X to …"."""
    complement = complement_of(noun)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        by = next(
            (c for c in noun.children if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "from", "among"}), None
        )
        owner = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if owner is None or complement is None or not voices.is_actor(owner):
        return
    stance = NEGATED[entry[0]] if is_negative_phrase(noun) else entry[0]
    if stance is None:
        return
    words = grammar.noun_phrase(noun)
    words = noun.doc[words.start : max(words.end, complement.right_edge.i + 1)]
    state = voices.predicate(noun)
    features = ["stance noun", *(f for f in circumstances(state, voices) if f in {"question", "hypothetical"})]
    yield Candidate(held_by(owner, voices), stance, grammar.trim(words), noun, issue_of(complement), tuple(features))


__all__ = ["complement_of", "light_verbs", "nouns", "stance_nouns"]
