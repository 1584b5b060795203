"""The two ends of a condition as prompts and answers have them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from tui_reader.decks.context import Context
from tui_reader.decks.framing import owner
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.reference import OWN
from tui_reader.decks.tense import Tense, in_present, tense, uninverted
from tui_reader.decks.triggers import predicate
from tui_reader.decks.wording import (
    AUXILIARIES,
    balanced,
    content_words,
    finished,
    first_word,
    is_denied,
    is_inverted,
    is_subjunctive,
    last_word,
    lower_first,
    starts_with_verb,
    words,
)
from tui_reader.model import ActorKind, Condition, Span

HERS, HIS = frozenset({"she", "her", "hers"}), frozenset({"he", "his", "him"})
SUBJECTS = frozenset({"he", "she", "it", "they"})
PROMISE = re.compile(
    r"\b(?:agree|promise|offer|undert[ao]ke?|undertook|pledge|threaten|vow|commit|prepare|propose|volunteer|swor|swear)"
    r"[a-z]*(?:\s+itself|\s+themselves)?\s*$|\b(?:ready|willing|happy|open)\s*$",
    re.IGNORECASE,
)
# A promise that somebody is asked to give is not given: “we will ask them to pledge to”.
ASKED_FOR = re.compile(rf"\b(?:{alternatives('asking_stems')})[a-z]*\b[^.;]{{1,40}}\bto\s+[a-z]+\s*$", re.IGNORECASE)
QUALIFYING = re.compile(
    rf"\s(?:{alternatives('topic_prepositions')}) (?:(?:every|each|any|all|the|a|an) )?[\w’-]+(?: [\w’-]+)?(?=[.;,])"
)
SUCH_ONE = re.compile(r"\w+ as an? [a-z]+ one\b")  # “appreciate the speech as a positive one”
ORDER = re.compile(
    r"(?:then\s+|so\s+|please\s+|do not\s+|don[’']t\s+)*(?:let|do)\s+(?:it|so|that|them|him|her|me|us)\b", re.IGNORECASE
)
INVERTED = wordset("inverted") | {f"even {word}" for word in wordset("inverted")}
MANDATE = re.compile(rf"\b(?:{alternatives('mandates')})\s+that\s+$", re.IGNORECASE)


def righted(trigger: str, clause: str) -> str:
    """Return a clause whose verb was put before it as one that can be an answer: “the plan had been funded”."""
    return uninverted(trigger.split()[-1], clause) or f"{trigger} {clause}"


@dataclass(frozen=True)
class Ends:
    """One condition and its ends as they may stand in a prompt or as its answer."""

    context: Context
    condition: Condition

    @cached_property
    def trigger(self) -> str:
        found = " ".join(self.context.text(self.condition.trigger).casefold().split())
        led = self.context.document.text[: self.condition.trigger.start][-5:].split()[-1:]
        return f"not {found}" if led == ["not"] and found in {"before", "until", "till"} else found

    @cached_property
    def holder(self) -> str | None:
        return owner(self.context, self.condition.holder, self.condition.antecedent.start)

    @cached_property
    def named(self) -> tuple[str, ...]:
        return (self.holder,) if self.holder and self.context.name(self.holder) else ()

    @cached_property
    def speaks(self) -> bool:
        """Whether these are the holder's own words, in which `he` is somebody else."""
        start = self.condition.antecedent.start
        return self.holder is not None and self.holder in (self.context.author(start), self.context.quoted(start))

    @property
    def turned_round(self) -> bool:
        """Whether an end has lost the negative that stands before it: “Nor do we oppose it, whatever …”."""
        ends = (self.condition.antecedent, self.condition.consequent)
        return any(
            self.context.negated_from_before(span)
            or is_denied(self.context.before(span))
            or (is_inverted(self.context.text(span)) and self.trigger not in INVERTED)
            for span in ends
        )

    def bare_verb(self, phrase: Phrase) -> bool:
        """Whether the verb of *phrase* is a subjunctive, which needs a `that`: “we recommend that he grant it”."""
        if is_subjunctive(phrase.text):
            return True
        mandate = MANDATE.search(self.context.before(phrase.span))
        main = re.split(r",|\b(?:what|that|which|who|whether|if)\b", phrase.text)[0]
        return mandate is not None and not any(word.casefold() in AUXILIARIES for word in words(main))

    @property
    def orders(self) -> bool:
        """Whether what follows is a mere order or says nothing by itself: “if you would rather wait, let it”."""
        text = self.context.text(self.condition.consequent)
        if not balanced(text):
            return True  # words of a quotation that was cut in two
        return ORDER.match(text) is not None or not content_words(text)

    @cached_property
    def antecedent(self) -> Phrase:
        span = self.condition.antecedent
        if predicate(self.trigger) and (tail := QUALIFYING.match(self.context.document.text, span.end)):
            span = Span(span.start, tail.end())  # when or where it is required
        phrase = self.context.phrase(span, self.named)
        return self._owned(replace(phrase, text=finished(phrase.text)))

    def _owned(self, phrase: Phrase) -> Phrase:
        """Return *phrase* with the holder's name for a pronoun that can only be the holder's: “X said he would …”."""
        actor = self.context.actors.get(self.holder or "")
        name = self.context.name(self.holder)
        first = (words(phrase.text) or [""])[0]
        if actor is None or name is None or not phrase.loose or self.speaks:
            return phrase
        if last_word(actor.name) in wordset("writings") or first_word(actor.name) in wordset("writings"):
            return phrase  # of what a law says, `it` is seldom the law
        own = OWN[actor.kind]
        if first == phrase.loose[0] and first.casefold() in own & SUBJECTS:
            rest = phrase.text[len(first) :]
            return replace(
                phrase, text=f"{name}{rest}", loose=tuple(w for w in phrase.loose if w.casefold() not in own)
            )
        if actor.kind is ActorKind.PERSON:
            sign = self.context.third_person(actor.id)
            own = own & (HERS if sign == "she" else HIS) if sign else own
            return replace(phrase, loose=tuple(word for word in phrase.loose if word.casefold() not in own))
        return phrase

    @property
    def pronoun(self) -> str | None:
        """Return the pronoun of the holder, None where the text does not tell it."""
        actor = self.context.actors.get(self.holder or "")
        if actor is None or actor.kind is ActorKind.PERSON:
            return self.context.third_person(actor.id) if actor else None
        found = words(actor.name)
        person = (
            len(found) > 1
            and all(word[0].isupper() for word in found)
            and not set(words(actor.name.casefold())) & (wordset("institutions") | wordset("determiners"))
        )
        if actor.kind is ActorKind.ORGANISATION and person:
            return None  # it may be somebody
        found = words(actor.name)
        bodies = wordset("institutions") | wordset("determiners")
        person = len(found) > 1 and all(word[0].isupper() and word.casefold() not in bodies for word in found)
        if actor.kind is ActorKind.ORGANISATION and person:
            return None  # it may be somebody
        return "they" if self.context.plural(actor.id) else "it"

    @cached_property
    def condition_named(self) -> Phrase:
        """The antecedent as an answer: with the verb that was put before it, or the `that` which its mood needs."""
        phrase = self._owned(self.context.phrase(self.condition.antecedent))
        if self.trigger in INVERTED:
            text = righted(self.trigger, lower_first(phrase.text))
            open_ended = tense(self.consequent.text) is Tense.CONDITIONAL
            return replace(phrase, text=text if open_ended else in_present(text))
        if is_subjunctive(phrase.text):
            return replace(phrase, text=f"that {lower_first(phrase.text)}")
        return phrase

    @cached_property
    def consequent(self) -> Phrase:
        """The consequent with the subject that it shares with the clause before it."""
        phrase = self.context.phrase(self.condition.consequent, self.named)
        phrase = self._owned(replace(phrase, text=finished(phrase.text)))
        if SUCH_ONE.search(phrase.text):
            phrase = replace(phrase, loose=tuple(word for word in phrase.loose if word.casefold() != "one"))
        name = self.context.name(self.holder)
        if self._did(phrase):
            phrase = self._owned(self.context.phrase(self.condition.consequent))
            return replace(phrase, text=finished(phrase.text))
        if phrase.text.casefold().startswith("to "):
            before = self.context.document.text[max(0, phrase.span.start - 60) : phrase.span.start]
            promised = name and PROMISE.search(before) and not ASKED_FOR.search(before)
            return replace(phrase, text=f"{name} would {phrase.text[3:]}") if promised else phrase
        if not starts_with_verb(phrase.text) or phrase.text.casefold().startswith("not to "):
            return phrase
        subject = self._acting() or self._subject() or (name if self.holder == self.condition.holder else None)
        return replace(phrase, text=f"{subject} {lower_first(phrase.text)}") if subject else phrase

    def _did(self, phrase: Phrase) -> bool:
        """Whether the consequent tells what its holder did, which is not what the holder says."""
        first = first_word(self.context.text(self.condition.consequent))
        return not self.speaks and first in SUBJECTS and tense(phrase.text) is Tense.PAST and bool(self.named)

    def _acting(self) -> str | None:
        """Return whose position the predicate is, where that is somebody else than who states the condition."""
        span = self.condition.consequent
        found = (one for one in self.context.positions.over(span) if one.evidence.start == span.start)
        return next((self.context.name(one.holder) for one in found if one.holder != self.holder), None)

    def _subject(self) -> str | None:
        """Return who a predicate without a subject is about: whoever the claim around it begins with."""
        around = [
            claim.span
            for claim in self.context.claims.over(self.condition.consequent)
            if claim.span.contains(self.condition.consequent) and claim.span.start < self.condition.consequent.start
        ]
        for span in sorted(around, key=len):
            actor = self.context.starting(span)
            if actor:
                return self.context.name(actor)
        return None

    def answer(self, phrase: Phrase) -> Phrase:
        """Return *phrase* with a name for each pronoun: an answer is read without the prompt's names in mind."""
        plain, full = (
            self._owned(replace(one, text=finished(one.text)))
            for one in (self.context.phrase(phrase.span, self.named), self.context.phrase(phrase.span))
        )
        return (
            replace(full, text=phrase.text.replace(plain.text, full.text))
            if phrase.text.endswith(plain.text)
            else phrase
        )
