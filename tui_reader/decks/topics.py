"""What a position is about, as its prompt calls it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from tui_reader.decks.context import Context
from tui_reader.decks.framing import owner
from tui_reader.decks.lexicon import alternatives
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.reference import DEMONSTRATIVES, PRONOUNS, THIRD
from tui_reader.decks.topic_wording import named_topic, reach
from tui_reader.decks.wording import content_words, count, is_clause, tidy, words
from tui_reader.model import Position, Span, Stance

ARTICLE = re.compile(r"\b(?:the|an?|any|every)\s+$", re.IGNORECASE)
NOMINAL = re.compile(r"the [a-z]+ (?:that|to)\b")  # “the suggestion that …”
SHORT = 3  # words of an issue that is called in full where the text goes on with it
POINTERS = THIRD | DEMONSTRATIVES | {"so", "there", "one", "both", "which", "who", "whose"}
REASON = re.compile(
    r"\b(?:because|although|whereas)\b|\b(?:as long as|if|unless|until|once|when)\b[^,]*$", re.IGNORECASE
)
ASIDE = re.compile(r"\b(?:as|like|than|within)\s+(?:(?:the|an?|any)\s+)?$", re.IGNORECASE)
IS = re.compile(
    r"\b(?:is|are|was|were|be|am)\s+(?:not\s+)?(?:(?:on|in|at|of|under)\s+)?(?:(?:the|an?|no)\s+)?$", re.IGNORECASE
)
EXISTS = re.compile(r"\bthere\s+(?:[^\W\d_]+\s+){1,3}(?:(?:no|an?|any)\s+)?$", re.IGNORECASE)
MANDATED = re.compile(rf"\b(?:{alternatives('mandates')})\s+that\b", re.IGNORECASE)
LISTED = re.compile(r",\s[a-z]+(?:,|\s(?:and|or)\s)")  # the first of several things
OBJECT = re.compile(r"\s+(?:the|an?|its|their|any|every|all)\s", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Topical:
    """One position, its holder and its issue."""

    context: Context
    position: Position

    @cached_property
    def holder(self) -> str | None:
        return owner(self.context, self.position.holder, self.position.evidence.start)

    @cached_property
    def name(self) -> str | None:
        return self.context.name(self.holder)

    @cached_property
    def named(self) -> tuple[str, ...]:
        return (self.holder,) if self.holder and self.name else ()

    @cached_property
    def issue(self) -> Phrase:
        span = self.position.issue.span
        if span is not None and content_words(self.position.issue.text) & content_words(self.context.text(span)):
            article = ARTICLE.search(self.context.document.text[max(0, span.start - 8) : span.start])
            start = span.start - (len(article.group()) if article else 0)
            end = span.end
            evidence = self.position.evidence
            if evidence.contains(span) and count(self.context.text(span)) <= SHORT:
                end = evidence.start + reach(
                    self.context.text(evidence), span.start - evidence.start, span.end - evidence.start
                )
            return self.context.phrase(Span(start, end), self.named)
        text = tidy(self.position.issue.text)
        if re.search(rf"\bthe {re.escape(text)}\b", self.context.document.text):
            text = f"the {text}"
        loose = tuple(word for word in words(text)[:1] if word.casefold() in PRONOUNS | DEMONSTRATIVES)
        return Phrase(text, self.position.evidence, text, loose)

    @cached_property
    def issue_words(self) -> set[str]:
        return content_words(self.issue.text)

    def shares_issue(self, other: Topical) -> bool:
        """Whether both are about one thing, by the words of their issues."""
        one, two = self.issue_words, other.issue_words
        shared = len(one & two)
        return shared > 0 and shared >= 0.5 * max(len(one), len(two))

    @property
    def topic(self) -> str:
        text = named_topic(re.sub(r"^no\s+(?=\S)", "any ", self.context.inline(self.issue)))
        return f"the claim that {text}" if is_clause(text) and not NOMINAL.match(text) else text

    def _acts_in_evidence(self) -> bool:
        """Whether the issue ends in the verb of what it is let do: “let the thing drift”."""
        span, evidence = self.position.issue.span, self.position.evidence
        if span is None or not evidence.contains(span) or count(self.context.text(span)) < 2:
            return False
        before = words(self.context.document.text[evidence.start : span.start])[-2:]
        after = self.context.document.text[span.end : evidence.end + 1].lstrip(" ”’")
        led = [word for word in before if word.casefold() not in {"the", "a", "an"}][-1:]
        return (
            bool(led) and led[0].casefold() in {"let", "lets", "letting"} and after[:1] in {"", ".", ",", ";", ":", "!"}
        )

    @cached_property
    def is_apt(self) -> bool:
        """Whether the words are about their issue, so that naming it asks for them.

        They are not where it is named elsewhere and nothing in them stands for it, where it only gives a reason or a
        time, where it is what something is said to be (“is no enemy of power stations”), and where its end is the verb
        of what is demanded (“that the Board commission a survey”).
        """
        span, evidence = self.position.issue.span, self.position.evidence
        text = self.context.text(evidence)
        if span is None or not evidence.contains(span):
            return bool(self.issue_words & content_words(text)) or bool(POINTERS & {w.casefold() for w in words(text)})
        before, after = text[: span.start - evidence.start], text[span.end - evidence.start :]
        if LISTED.match(after) or (
            re.search(r"\bthat\s+(?:any|no)\s+$", before) and self.position.stance is Stance.DENIES
        ):
            return False
        if REASON.search(before) or ASIDE.search(before) or (MANDATED.search(before) and OBJECT.match(after)):
            return False
        if EXISTS.search(before) and re.match(r"\s+(?:that|to|of)\b|\W*$", after):
            return False
        return not (IS.search(before) and self._is_of_holder(before))

    def _is_of_holder(self, before: str) -> bool:
        """Whether the words up to their issue have the holder as their subject."""
        names = {word for name in self.context.names(self.holder) for word in content_words(name)}
        return content_words(before) <= names
