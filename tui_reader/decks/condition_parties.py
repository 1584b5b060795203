"""Cards from conditions on who must act, who says so, and how strong the tie is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui_reader.decks.candidate import Candidate
from tui_reader.decks.condition_draft import Drafted
from tui_reader.decks.conjuncts import clauses
from tui_reader.decks.framing import PROMPT_WORDS, within
from tui_reader.decks.hollow import ANY, is_hollow
from tui_reader.decks.own_parts import asked_of_all, betrays
from tui_reader.decks.pieces import clip, shorter
from tui_reader.decks.reference import PRONOUNS, THIRD
from tui_reader.decks.tense import Tense, tense
from tui_reader.decks.triggers import predicate, ties
from tui_reader.decks.wording import count, first_word, is_clause, starts_with_verb, words
from tui_reader.model import ConditionKind, Question, item_span

SAID_WORDS = 22  # of what somebody is asked for
END_WORDS = 9  # of either end of a long condition of which the tie is asked
TOLD_APART = frozenset({"only if", "only when", "even if"})  # “until” often says what “unless” does
UNASKED = frozenset({ConditionKind.EXCEPTIVE, ConditionKind.CONCESSIVE})
STEM = 5  # letters that a name and its adjective share
KINDS = 2  # of ties that a text must have for one to be told from another
NEGATIVE = re.compile(
    r"^(?:no|nothing|nobody|none|neither|never)\b|\b(?:not|cannot|never|no)\b|n[’']t\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Parties(Drafted):
    """One condition and the cards on its obligor, its holder and its tie."""

    def _obligor(self) -> Iterator[Candidate]:
        name = self.context.name(self.condition.obligor)
        other = self.consequent
        done = tense(other.text) is Tense.PAST and is_clause(other.text)
        if (
            name is None
            or re.match(r"an?\s", name)
            or self.trigger == "only"
            or done
            or self._acts_unnamed()
            or not self._acts()
        ):
            return
        counter = self.trigger.endswith("had") or tense(self.antecedent.text) is Tense.PLUPERFECT
        if counter or re.search(r"\bwould(?: not|n[’']t)? have\b", other.text):
            return  # what did not come about depends on nobody
        text = min(clauses(self.context.inline(other)), key=count)
        if not is_clause(other.text):
            if is_hollow(other.text) or ANY.match(other.text):
                return
            if predicate(self.trigger) is None or self.trigger.endswith("subject to"):
                return
            rest = f"whose action does {text} depend on?"
        elif self.condition.kind in UNASKED or NEGATIVE.search(text) or is_hollow(text) or first_word(text) in PRONOUNS:
            return  # that something fails to come about, or comes about all the same, is nobody's action
        else:
            rest = f"on whose action does it depend whether {re.sub(r'^whether ', '', text)}?"
        yield self._card(
            Question.OBLIGOR,
            self._lead(rest),
            name,
            self.condition.antecedent,
            (other,),
            0.7,
            self.context.names(self.condition.obligor),
        )

    def _acts(self) -> bool:
        """Whether the antecedent, or an order, tells the obligor's own deed; “the Zendrian navy” is Zendria."""
        span, obligor = self.condition.antecedent, self.condition.obligor
        named = any(who == obligor for _, who in self.context.mentions.over(span))
        stems = {name[:STEM] for name in self.context.names(obligor) if len(name) > STEM}
        return self.trigger == "and" or named or any(word[:STEM] in stems for word in words(self.context.text(span)))

    def _acts_unnamed(self) -> bool:
        """Whether the text does not say who acts: the antecedent's subject is a pronoun that stayed open."""
        first = re.match(r"[^\W\d_]+", self.context.text(self.condition.antecedent))
        if first is None or first.group().casefold() not in THIRD:
            return False
        mention = self.context.mentions.longest(self.condition.antecedent.start, self.condition.antecedent.end)
        return mention is None or mention[1] != self.condition.obligor

    def _stater(self) -> Iterator[Candidate]:
        """Yield who states the tie, where no claim asks that already."""
        name = self.context.name(self.holder)
        whole = item_span(self.condition)
        if name is None or any(
            claim.holder == self.holder and claim.span.overlap(whole) >= 0.6 * len(whole)
            for claim in self.context.claims.over(whole)
        ):
            return
        stated = self.context.phrase(whole)
        if self.trigger in {"and", "only"} or predicate(self.trigger) or not is_clause(stated.text):
            return
        said = shorter(self.context.inline(stated), SAID_WORDS)
        if betrays(self.context, whole.start, self.holder):
            prompt = asked_of_all(self.context, f"who says that {said}?", stated, self.holder)
        else:
            prompt = within(self.context, whole.start, f"who says that {said}?", named=False)
        if prompt is None:
            return
        yield self._card(Question.STATER, prompt, name, whole, (stated,), 0.6, self.context.names(self.holder))

    def _force(self) -> Iterator[Candidate]:
        """Yield the tie itself as a gap: *if* and *only if* are told from each other."""
        tied = ties()[self.condition.kind]
        one, other = self.antecedent, self.consequent
        if (
            self.trigger not in TOLD_APART
            or len({one.kind for one in self.context.extraction.conditions}) < KINDS
            or starts_with_verb(other.text)
            or not is_clause(other.text)
            or self.bare_verb(other)
        ):
            return
        ends = self.context.inline(one), self.context.inline(other)
        prompt = self._lead(f"{self._tied(*ends)}.")
        cut = tuple(clip(end, END_WORDS) for end in ends)
        if count(prompt) > PROMPT_WORDS and all(is_clause(end) for end in cut):
            prompt = self._lead(f"{self._tied(*cut)}.".replace("….", "…"), brief=True)
        weight = 0.5 if self.condition.kind is ConditionKind.SUFFICIENT else 0.75
        yield self._card(Question.FORCE, prompt, self.trigger, self.condition.trigger, (one, other), weight, tied)

    def _tied(self, antecedent: str, consequent: str) -> str:
        """Return both ends with a gap for what ties them, in the order of the text."""
        if self.condition.trigger.start < self.condition.consequent.start:
            return f"____ {antecedent}, {consequent}"
        return f"{consequent} ____ {antecedent}"
