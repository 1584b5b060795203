"""Idioms of stance, a verb with the words that follow it: "is out of the question", "takes the opposite view"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.features import circumstances, held_by, holds
from tui_reader.extraction.positions.predicate import OBLIGING, WILLING, Predicate, issue_of, subject_of
from tui_reader.extraction.positions.verbs import holders
from tui_reader.extraction.positions.voices import Voice, Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

GAP = 3  # tokens that may stand between a word of an idiom and the next
NEGATIVE = frozenset({"no", "not", "nothing", "none", "little", "never", "n't"})
COUNTED = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis"})
SAYING = frozenset({"say", "answer"})
ALONE = frozenset({""})
STOPS = frozenset(".;:!?—–")


@dataclass(frozen=True, slots=True)
class Idiom:
    """A row of `lexicons/stance_idioms.tsv`; each of `words` has its alternatives."""

    stance: Stance | None
    negated: Stance | None
    whose: str
    modals: frozenset[str]
    subject: str | None
    words: tuple[frozenset[str], ...]

    @property
    def first(self) -> frozenset[str]:
        """The words of which one must stand near the verb, the empty one where the verb is all."""
        return self.words[0] if self.words else ALONE


@cache
def table() -> dict[str, tuple[Idiom, ...]]:
    """Return the idioms of each verb lemma, the longest first."""
    found: dict[str, list[Idiom]] = {}
    for stance, negated, whose, modals, idioms in lexicon.rows("stance_idioms"):
        for text in idioms.split():
            subject, _, rest = text.rpartition("<")
            lemma, *words = rest.split("+")
            row = Idiom(
                None if stance == "-" else Stance(stance),
                None if negated == "-" else Stance(negated),
                whose,
                frozenset() if modals == "-" else frozenset(modals.split(",")),
                subject or None,
                tuple(frozenset(word.split("/")) for word in words),
            )
            found.setdefault(lemma, []).append(row)
    return {lemma: tuple(sorted(rows, key=lambda row: -len(row.words))) for lemma, rows in found.items()}


def idioms(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the stance that the idiom of *token* states."""
    if token.dep_ in {"aux", "auxpass"}:
        return
    rows = table().get(token.lemma_.lower())
    if rows is None:
        return
    end = token.sent.end
    near = {""}
    for after in token.doc[token.i + 1 : min(token.i + 2 + GAP, end)]:
        near.update((after.lower_, after.lemma_))
    for row in rows:
        matched = None if near.isdisjoint(row.first) else _match(token, row, end)
        if matched is not None:
            yield from _state(token, row, matched, voices)
            return


def _match(verb: Token, row: Idiom, end: int) -> list[Token] | None:
    """Return the tokens of the words of *row* after *verb*, None where they do not all stand there."""
    if row.subject is not None:
        subject = subject_of(verb)
        if subject is None or subject.lower_ != row.subject:
            return None
    doc, place, found = verb.doc, verb.i, []
    for alternatives in row.words:
        for token in doc[place + 1 : min(place + 2 + GAP, end)]:
            if token.text in STOPS:
                return None
            if (token.lower_ in alternatives or token.lemma_ in alternatives) and not _is_deeper(token, verb):
                found.append(token)
                place = token.i
                break
        else:
            return None
    return found


def _is_deeper(word: Token, verb: Token) -> bool:
    """Say whether *word* stands in a clause of its own under *verb*: the "no" of "said no ship would sail"."""
    if verb not in word.ancestors:
        return verb.lemma_ in SAYING  # the parser hangs the words of other idioms elsewhere at times
    for above in (word, *word.ancestors):
        if above == verb:
            return False
        subject = any(c.dep_ in grammar.SUBJECTS or c.dep_ == "expl" for c in above.children)
        if above.dep_ in CLAUSES and above.head.i >= verb.i and subject and word.lower_ not in grammar.FIRST_PERSON:
            return True
    return False


def _state(verb: Token, row: Idiom, matched: list[Token], voices: Voices) -> Iterator[Candidate]:
    state = voices.predicate(verb)
    inherent = sum(1 for t in matched if t.lower_ in NEGATIVE and _counts(t, verb))
    turned = (state.negated ^ bool(inherent % 2)) ^ _doubly(verb, matched)
    stance = row.negated if turned else row.stance
    if stance is None or state.modals & OBLIGING - {"shall"} or (row.modals and not row.modals & state.modals):
        return
    taken = {"negated", "possible"} if row.whose == "speaker" or row.modals or inherent else set()
    features = [f for f in circumstances(state, voices) if f not in taken]
    said = voices.said(verb)
    issue = _issue(verb, row, matched)
    if row.whose == "speaker":
        features = ["idiom", *features]
        if state.modals & WILLING and stance in {Stance.SUPPORTS, Stance.OPPOSES}:
            features.append("possible")  # "there will be no reason to" looks ahead
        yield Candidate(said.holder, stance, clause_words(state.top), verb, issue, tuple(features))
        return
    doer = _holder(verb, state)
    if doer is None or (row.whose == "self" and not _speaks(doer, voices)):
        return
    features = ["stance idiom", *features, *holds(doer, voices)]
    for who in holders(doer):
        yield Candidate(held_by(who, voices), stance, clause_words(state.top), verb, issue, tuple(features))


def _doubly(verb: Token, matched: list[Token]) -> bool:
    """Say whether what the idiom governs, or a noun of its own, is negated: "no reason not to act", "in no danger"."""
    last = matched[-1] if matched else verb
    inner = last.head if last.tag_ == "TO" else None
    if last.lower_ in {"for", "to"} and last.dep_ == "mark":
        inner = last.head
    not_to = inner is not None and inner != verb and any(c.dep_ == "neg" and c.i > verb.i for c in inner.children)
    not_to ^= inner is not None and inner != verb and inner.lemma_ in word_set("averse")
    noun = any(c.lower_ == "no" and c not in matched for t in matched if t.dep_ == "pobj" for c in t.children)
    return not_to ^ noun


def _holder(verb: Token, state: Predicate) -> Token | None:
    """Return who holds the stance; the subject of a passive ("would not be drawn") unless it names its agent."""
    if grammar.is_passive(verb):
        return grammar.agent(verb) or grammar.own_subject(verb)
    return subject_of(verb) or subject_of(state.top)


def _speaks(doer: Token, voices: Voices) -> bool:
    """Say whether *doer* is whoever speaks: "I", "we", or the source of an indirect statement."""
    if doer.lower_ in grammar.FIRST_PERSON:
        return True
    said = voices.said(doer)
    return said.voice is Voice.ATTRIBUTED and held_by(doer, voices) == said.holder


def _counts(word: Token, verb: Token) -> bool:
    """Say whether the negative *word* makes `predicate.negates` hold of *verb*."""
    if word.head == verb:
        return word.dep_ == "neg" or word.dep_ in COUNTED or word.lower_ == "never"
    return word.head.head == verb and word.head.dep_ in COUNTED


def _issue(verb: Token, row: Idiom, matched: list[Token]) -> Token | None:
    subject = subject_of(verb)
    if row.whose == "speaker" and subject is not None and subject.lower_ not in {"it", "there", row.subject}:
        return subject
    last = matched[-1] if matched else verb
    inner = next((c for c in last.children if c.dep_ in {"pobj", "pcomp"}), None)
    if inner is None and last.tag_ == "TO":
        inner = last.head
    if inner is None:
        inner = next((c for c in verb.children if c.dep_ == "dobj" and c not in matched), None)
    return issue_of(inner) if inner is not None else None
