"""Positions as prompts and answers have them: holder, issue, and the words that state them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.phrases import BODIES, Phrase
from tui_reader.decks.reference import DEMONSTRATIVES, EXPLETIVE, FIRST, POSSESSIVE, PRONOUNS, THIRD
from tui_reader.decks.stance_wording import (
    active,
    fragment,
    of_topic,
    open_quantity,
    plainly,
    righted_negative,
    shortened,
    without_holder,
)
from tui_reader.decks.topic_wording import bare
from tui_reader.decks.topics import POINTERS, Topical
from tui_reader.decks.triggers import predicate, subordinate
from tui_reader.decks.wording import (
    content_words,
    lacks_subject,
    lower_first,
    starts_with_verb,
    upper_first,
    words,
)
from tui_reader.model import ActorKind, Condition, ConditionKind, Mode, Span, Stance

OWN_BODY = re.compile(r"([A-Z][^,;“”]{2,40}?[’'’]s? ([a-z]+)) ")  # “Hugo Lestrade’s government”, of a state
SUBJECTS = frozenset({"it", "they", "he", "she"})
WRITER_NAMES = ["The writer", "the writer", "The writers", "the writers"]
JUDGING = FIRST | {"must", "should", "ought", "mustn’t", "shouldn’t"}
POINTING = re.compile(
    r"\bsuch\b|^(?:\S+ ){1,4}?(?:that|this|these|those) (?:(?P<noun>[^\W\d_]+) )?(?:is|are|was|were|has|have|had)\b",
    re.IGNORECASE,
)
REPORTED = re.compile(rf",\s(?:[^\W\d_]+\s){{1,4}}(?:{alternatives('neutral_cues')}|warns?|warned),")
LONG = 12
HEARER = 4  # words from a cue to its `that`, the cue among them


def stands_of(context: Context) -> list[Stand]:
    """Return the positions of a text, but for what its title says."""
    title = context.document.title_span
    return [
        Stand(context, position)
        for position in context.extraction.positions
        if title is None or not title.overlap(position.evidence)
    ]


@dataclass(frozen=True, eq=False)
class Stand(Topical):
    """One position with what its prompts are put together from."""

    @cached_property
    def is_writers(self) -> bool:
        """Whether the text shows that what no named holder holds is held by its writer.

        The writer says `I` or `we`, judges (`must`, `should`), or calls the text an opinion; and the words begin with
        no pronoun or bare verb, whose subject, somebody else, stands before them.
        """
        evidence = self.position.evidence
        text = self.context.text(evidence)
        first = (words(text) or [""])[0].casefold()
        if self.position.holder is not None or first in THIRD | {"which", "who", "whose"}:
            return False
        if first.endswith("ed") or first in wordset("past_forms"):
            return False  # somebody's deed
        judged = {word.casefold() for word in words(text)} & JUDGING
        return bool(judged) or self.context.is_opinion or self.context.in_first_person(evidence.start)

    @cached_property
    def is_relative(self) -> bool:
        """Whether the words have their object before them, in a `what`: “what Vant described as a breach”."""
        evidence = self.position.evidence
        issue = self.position.issue.span
        before = self.context.before(evidence)
        return before.casefold().endswith("what ") and issue is not None and issue.end < evidence.start

    @cached_property
    def left_out(self) -> tuple[Condition, ...]:
        """The conditions on which alone the words hold, and which they leave out: “it enters into force”, “only if”."""
        span = self.stand.span
        return tuple(
            condition
            for condition in self.context.conditions.over(self.position.evidence)
            if condition.kind is not ConditionKind.CONCESSIVE
            and predicate(self._trigger(condition)) is None
            and condition.consequent.overlap(span) >= 0.6 * min(len(condition.consequent), len(span))
            and condition.antecedent.overlap(span) < 0.5 * len(condition.antecedent)
        )

    def _trigger(self, condition: Condition) -> str:
        return " ".join(self.context.text(condition.trigger).casefold().split())

    @cached_property
    def conditioned(self) -> Phrase | None:
        """The words as an answer with the condition that they leave out, None where it cannot be put to them."""
        if not self.left_out:
            return self.said
        condition = self.left_out[0]
        between = self.context.document.text[condition.trigger.end : condition.antecedent.start]
        if len(self.left_out) > 1 or subordinate(self._trigger(condition)) is None or words(between):
            return None
        clause = self.context.phrase(Span(condition.trigger.start, condition.antecedent.end), self.named)
        open_words = {word.casefold() for word in clause.loose}
        pointing = POINTING.search(clause.text)
        told = pointing is not None and (pointing["noun"] or "").casefold() in words(self.said.text.casefold())
        if open_words & (DEMONSTRATIVES | {"so"}) or (pointing and not told):
            return None
        if open_words and condition.trigger.start < self.said.span.start:
            return None  # what its open words mean would stand behind them
        text = f"{self.said.text} {clause.text[:1].lower()}{clause.text[1:]}"
        return replace(self.said, text=text, loose=(*self.said.loose, *clause.loose))

    @property
    def asks_indirectly(self) -> bool:
        """Whether the words are a question in a sentence, which nobody holds: “findings on who had made it”."""
        evidence = self.position.evidence
        before = self.context.document.text[max(0, evidence.start - 12) : evidence.start]
        if re.match(r"(?:who|which|what|why|whether|how)\b", self.context.text(evidence), re.IGNORECASE) is None:
            return False
        listed = re.search(r"\b(?:why|how|whether|what) [^,;]+,\s(?:and |or )?$", self.context.before(evidence))
        return bool(listed or re.search(r"\b(?:on|about|of|over|into|as to|to|know|say|decide)\s+$", before))

    @cached_property
    def stand(self) -> Phrase:
        """The words that state the position, without "X said that" and without what only hangs on to them."""
        reported = self._reported(self.position.evidence)
        span = Span(reported.start, reported.start + len(shortened(self.context.text(reported), LONG)))
        phrase = self.context.phrase(span)
        first = (words(phrase.text) or [""])[0]
        rest = phrase.text[len(first) :].lstrip()
        if first.casefold() in {"which", "who"}:
            subject = self.name if self._follows_holder(span) else self.issue.text
            return replace(phrase, text=f"{subject} {rest}", loose=(*phrase.loose, *self.issue.loose))
        if self.name and phrase.loose[:1] == (first,) and first.casefold() in SUBJECTS and self._next_is_cue(span):
            return replace(phrase, text=f"{self.name} {rest}", loose=phrase.loose[1:])
        body = re.match(rf"(?:{'|'.join(sorted(POSSESSIVE))})\s+([^\W\d_]+)\s+", phrase.text, re.IGNORECASE)
        if self.name and body and body.group(1).casefold() in BODIES and phrase.loose[:1] == (first,):
            return replace(phrase, text=f"{self.name} {phrase.text[body.end() :]}", loose=phrase.loose[1:])
        if self.name and starts_with_verb(phrase.text) and REPORTED.search(phrase.text):
            return replace(phrase, loose=(*phrase.loose, "…"))  # “would, the wardens warn, empty it”: of something else
        if self.name and self._lacks_subject(span, phrase.text):
            if (self._joined(span) and not self._of_reported(span)) or self._follows_holder(span):
                return replace(phrase, text=f"{self.name} {lower_first(phrase.text)}")
            return replace(phrase, loose=(*phrase.loose, "…"))  # whose predicate it is stands before it
        return phrase

    @cached_property
    def said(self) -> Phrase:
        """The words that state the position as an answer: without the holder, whom its prompt names."""
        stand = self.stand
        text = plainly(stand.text)
        mention = self.context.mentions.longest(stand.span.start, stand.span.end)
        names = [*self.context.names(self.holder), *([self.name] if self.name else WRITER_NAMES)]
        if mention and mention[1] == self.holder:
            names.append(self.context.text(mention[0]))
        first = (words(text) or [""])[0]
        rest = text[len(first) :]
        # left standing, a pronoun is the holder's, whom the prompt names; so it is where the issue comes behind it
        of_holder = self.name is not None and (first not in stand.loose or bool(self.issue_words & content_words(rest)))
        if first.casefold() in SUBJECTS and of_holder and not re.match(EXPLETIVE, rest):
            names.append(first)
            stand = replace(stand, loose=tuple(word for word in stand.loose if word != first))
        spoken = first.casefold() in {"i", "we"} and self.context.author(stand.span.start) == self.holder
        if self.holder is not None and spoken:
            names.append(first)
            stand = replace(stand, loose=tuple(word for word in stand.loose if word != first))
        body = OWN_BODY.match(text)
        if body and body[2].casefold() in BODIES and self._is_state():
            names.append(body[1])
        names += [upper_first(name) for name in names]
        deed = plainly(without_holder(active(righted_negative(text, names), names), names))
        return replace(stand, text=deed if deed != text else self._of_topic(text))

    def _is_state(self) -> bool:
        actor = self.context.actors.get(self.holder or "")
        return actor is not None and actor.kind is ActorKind.STATE

    def _of_topic(self, text: str) -> str:
        person = self.context.mentions.names_person(self.issue.span)
        return text if person else of_topic(text, self.context.inline(self.issue))

    @property
    def shape(self) -> str:
        """What kind of words the answer is: a `deed` of the holder, something of the topic (`it`), or a `clause`."""
        text = plainly(self.stand.text)
        if self.said.text == text:
            return "clause"
        return "it" if self.said.text == self._of_topic(text) else "deed"

    def _follows_holder(self, span: Span) -> bool:
        start = max(0, span.start - 3)
        before = self.context.document.text[start : span.start].rstrip(" ,")
        return self.holder is not None and self.context.mentions.ends.get(start + len(before)) == self.holder

    def _of_reported(self, span: Span) -> bool:
        """Whether the words go on with what the holder speaks of: “it said the ford is safe and open”."""
        return span.start not in self.context.cue_starts and any(
            claim.holder == self.holder
            and claim.mode is not Mode.DIRECT
            and claim.span.start < span.start
            and claim.span.contains(span)
            and self.context.starting(claim.span) != self.holder
            for claim in self.context.claims.over(span)
        )

    def _joined(self, span: Span) -> bool:
        """Whether the words are a further predicate of a subject that stands farther back."""
        before = self.context.document.text[max(0, span.start - 12) : span.start].rstrip()
        return before.endswith((",", ";")) or bool(re.search(r"\b(?:and|but|or|then|also|still)$", before))

    def _next_is_cue(self, span: Span) -> bool:
        """Whether the verb after a pronoun at the start of *span* is a cue, whose subject is the holder."""
        gap = re.match(r"\S+\s+", self.context.text(span))
        return gap is not None and span.start + gap.end() in self.context.cue_starts

    def _lacks_subject(self, span: Span, text: str) -> bool:
        """Whether the words begin with the verb whose subject, the holder, stands before them."""
        first = (words(text) or [""])[0].casefold()
        cued = span.start in self.context.cue_starts and first not in PRONOUNS
        named = self.name is not None and text.startswith(self.name)
        bare_verb = starts_with_verb(text) or (lacks_subject(text) and not self.context.begins_sentence(span.start))
        return (cued and not named) or (bare_verb and not text.casefold().startswith("to "))

    def _reported(self, span: Span) -> Span:
        """Return *span* from after the `that` of a neutral verb of saying near its start."""
        source = self.context.text(span)
        match = re.match(r"((?:\S+\s+){1,9}?)that\s+(?=\S)", source)
        if match is None or not _only_reports([word.casefold() for word in words(match.group(1))]):
            return span
        return Span(span.start + match.end(), span.end)

    @property
    def says_something(self) -> bool:
        """Whether the words are more than a name, a bare verb ("We do not.") and the issue itself."""
        span, evidence = self.position.issue.span, self.position.evidence
        if span is not None and span.dice(evidence) > 0.95:
            return False
        if (
            span is not None
            and evidence.overlap(span)
            and not self.issue_words & content_words(self.context.text(evidence))
        ):
            return False  # the issue is called by words of elsewhere, which a reader could not connect
        if (
            self._lost_topic()
            or not self.is_apt
            or self._acts_in_evidence()
            or bare(self.topic)
            or fragment(self.said.text)
            or open_quantity(self.said.text)
        ):
            return False
        return bool(content_words(self.stand.text) - content_words(self.name or ""))

    def _lost_topic(self) -> bool:
        """Whether shortening has left out the topic: “advised the journal” (to accept the paper)."""
        span, said = self.position.issue.span, self.said.text
        if span is None or not self.position.evidence.contains(span) or self.stand.span.contains(span):
            return False
        return not self.issue_words & content_words(said) and not POINTERS & set(words(said.casefold()))

    @property
    def is_inability(self) -> bool:
        """Whether what looks like a refusal says only that its holder is not able to: “firms cannot find staff”."""
        if self.position.stance not in {Stance.REFUSES, Stance.OPPOSES}:
            return False
        match = re.search(r"\b(?:cannot|can[’']t|could not|couldn[’']t|can not)\s+([^\W\d_]+)", self.stand.text)
        return match is not None and match[1].casefold() not in wordset("willing_verbs")


def _only_reports(lead: list[str]) -> bool:
    """Whether the words before a `that` are a subject and a verb that takes no side, not a noun like "the claim"."""
    cue = next((index for index, word in enumerate(lead) if word in wordset("neutral_cues")), None)
    if (
        not cue
        or len(lead) - cue > HEARER
        or lead[cue - 1] in {"the", "a", "an", "this", "that", "any", "no", "his", "her"}
    ):
        return False
    return not set(lead) & {"not", "never", "nobody", "neither", "nor"}
