"""Cards that leave out one end of a condition in the direction of the text: what must hold, and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from tui_reader.decks.candidate import Candidate
from tui_reader.decks.condition_ends import INVERTED
from tui_reader.decks.condition_parties import Parties
from tui_reader.decks.conjuncts import Part, beginnings, clauses, parts_of
from tui_reader.decks.framing import PROMPT_WORDS
from tui_reader.decks.gaps import GAP
from tui_reader.decks.hollow import ANY, points_back
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.pieces import clip
from tui_reader.decks.tense import Tense, tense
from tui_reader.decks.triggers import Tie, subordinate
from tui_reader.decks.wording import AUXILIARIES, count, lower_first, starts_with_verb, words
from tui_reader.model import Condition, ConditionKind, Question, Span, item_span

MOST = 3  # cards of both ends
REST_WORDS = 9  # words of the end that is shown, where there is no room for it
SUBJECT_WORDS = 6
SHARED = 0.8  # share of a consequent that hangs on two conditions
PASTS = (Tense.PAST, Tense.PLUPERFECT)
ASIDE = re.compile(r",\s(?:which|who|whose)\s[^,;]+,(?=\s)")  # only tells more of what is named
SETTING = re.compile(
    r"(?P<setting>(?:Under|In|On|At|By|For|From|Since)(?:(?! that )[^,;:.“”()]){3,35}?)"
    r"(?:,\s(?:which|who)\s[^,;]+)?,?\s"
)
WILL = re.compile(r"\b(?:will|would|shall|won[’']t)\b")
QUALIFIED = re.compile(r"\b(?:subject to|except|provided|unless)\b")  # behind which nothing more can be hung
SET_OFF = re.compile(r", (?:and|or|but) .*…|… (?:assuming|supposing|provid)")  # what a comma comes before
RELATED = re.compile(r"[,;“”]|\b(?:that|which|who|whom|whose|if|when|where|what)\b")


@dataclass(frozen=True)
class Gapped(Parties):
    """One condition and the cards on its two ends."""

    def _subordinate(self, tie: Tie) -> Iterator[Candidate]:
        one, other = self.antecedent, self.consequent
        if ANY.match(one.text):
            return  # a failure of what?
        whole = not starts_with_verb(other.text) and not self.bare_verb(other)
        needed = list(self._needed(parts_of(self.context, one))) if whole else []
        following = list(self._following(tie, parts_of(self.context, other))) if whole else []
        yield from following[: max(0, MOST - len(needed))] if following else self._follows(tie, whole=whole)
        yield from needed[:MOST] if needed else self._needs() if whole else ()

    def _force(self) -> Iterator[Candidate]:
        return super()._force() if self._sibling is None else iter(())

    def _obligor(self) -> Iterator[Candidate]:
        return super()._obligor() if self._sibling is None else iter(())  # it depends on more

    def _follows(self, tie: Tie, *, whole: bool) -> Iterator[Candidate]:
        """Yield what hangs on the antecedent, asked for whole."""
        one, other = self.antecedent, self.consequent
        if re.match(r"(?:not )?to\s", other.text, re.IGNORECASE) or self._deed_done():
            return
        if points_back(one.text):
            return  # right about what?
        concessive = self.condition.kind is ConditionKind.CONCESSIVE
        if self.bare_verb(other) and tie.asks in {"front", "trail"} and not concessive:
            return  # what is called for until then is asked in its passage
        shown = replace(other, text=f"that {lower_first(other.text)}") if self.bare_verb(other) else other
        first, last = self._outer
        allowed = tie.asks == "happens" and not WILL.search(other.text)  # what may be is nothing that happens
        if whole and (first or last or allowed or tie.asks in {"front", "trail"}):
            for text in self._shortened(self.context.inline(one)):
                frame = self._fronted(tie, text, GAP)
                if self._fits(frame):
                    break
            yield self._ask(Question.CONSEQUENCE, f"{frame}.", shown, self._beside(one), 1.0)
            return
        clause = f"{self.trigger} {self.context.inline(one)}"
        if not self._fits(f"what would have followed {clause}?"):
            clause = next(
                (one for one in self._shortened(clause) if self._fits(f"what would have followed {one}?")), clause
            )
        verb = "is called for" if self.bare_verb(other) else self._verb(tie)
        yield self._ask(Question.CONSEQUENCE, f"what {verb} {clause}?", shown, one, 1.0)

    def _needs(self) -> Iterator[Candidate]:
        """Yield what must hold, asked for whole."""
        one, other = self.condition_named, self.consequent
        hinge = self._hinge
        if hinge is None:
            asked = self._in_what_event()
            if asked:
                yield self._ask(Question.ANTECEDENT, asked, one, other, 1.1)
            return
        if re.match(r"that\s", one.text) and re.search(r"\bthat$", hinge):
            hinge = re.sub(r"\s+that$", "", hinge)
        for text in self._consequents():
            frame = f"{self._behind(text, hinge)} {GAP}"
            if self._comes_first and (self._sibling is not None or QUALIFIED.search(text)):
                frame = f"{hinge} {GAP}, {text}"
            if self._fits(frame):
                break
        yield self._ask(Question.ANTECEDENT, f"{frame}.", one, self._beside(other), 1.1)

    def _beside(self, phrase: Phrase) -> Phrase:
        """Return *phrase* with the open words of what stands beside it."""
        outer = self.context.phrase(self._sibling.antecedent).loose if self._sibling else ()
        return replace(phrase, loose=(*phrase.loose, *outer))

    @property
    def _hinge(self) -> str | None:
        """Return the words before the gap of an antecedent; None where its verb stands first and cannot be moved."""
        if self.trigger not in INVERTED:
            return self.trigger
        if self.condition_named.text.casefold().startswith(self.trigger):
            return None
        return "even if" if self.trigger.startswith("even") else "if"

    def _in_what_event(self) -> str | None:
        """Return the question for an antecedent whose verb stands first, None where its own is not surely found."""
        text = self.context.inline(self.consequent)
        found = next((match for match in re.finditer(r"[^\W\d_]+", text) if match.group() in AUXILIARIES), None)
        if self.trigger.startswith("even") or found is None or not 0 < count(text[: found.start()]) <= SUBJECT_WORDS:
            return None
        if RELATED.search(text[: found.start()]):
            return None
        return f"in what event {found.group()} {text[: found.start()].rstrip()}{text[found.end() :]}?"

    def _needed(self, parts: list[Part]) -> Iterator[Candidate]:
        """Yield a gap for each part of the antecedent."""
        hinge = self._hinge
        for number, part in enumerate(parts if hinge and self.trigger not in INVERTED else (), 1):
            frames = [
                f"{self._behind(text, hinge or '')} {shown}"
                for shown in shown_around(part)
                for text in self._consequents()
            ]
            yield from self._part(Question.ANTECEDENT, part, number, frames)

    def _following(self, tie: Tie, parts: list[Part]) -> Iterator[Candidate]:
        """Yield a gap for each part of the consequent."""
        for number, part in enumerate(parts, 1):
            frames = [
                self._fronted(tie, text, shown)
                for shown in shown_around(part)
                for text in self._shortened(self.context.inline(self.antecedent))
            ]
            yield from self._part(Question.CONSEQUENCE, part, number, frames)

    def _part(self, question: Question, part: Part, number: int, frames: list[str]) -> Iterator[Candidate]:
        """Yield the first of *frames* that a prompt has room for and that leaves out one thing at most."""
        for frame in frames:
            for brief in (False, True):
                prompt = self._lead(f"{frame}.".replace("….", "…"), brief=brief)
                cut = prompt.count("…") - self._lead("", brief=brief).count("…")
                if count(prompt) <= PROMPT_WORDS and cut <= 1:
                    first, last = self.antecedent, self.consequent
                    if question is Question.ANTECEDENT:
                        first = self.told(first, last)  # the consequent is shown before it
                    else:
                        last = self.told(last, first)
                    phrases = (first, last)
                    yield self._card(
                        question, prompt, part.answer, part.span, phrases, 1.0 - number / 20, part=str(number)
                    )
                    return

    @cached_property
    def _sibling(self) -> Condition | None:
        """Return another condition on which the same consequent hangs, no mere alternative to this one."""
        mine = self.condition
        for other in self.context.conditions.over(self.context.sentence(item_span(mine))):
            same = other.consequent.overlap(mine.consequent)
            if (
                other.id == mine.id
                or other.holder != mine.holder
                or same < SHARED * min(len(other.consequent), len(mine.consequent))
                or other.antecedent.overlap(mine.antecedent)
                or other.antecedent.overlap(mine.consequent)
                or mine.antecedent.overlap(other.consequent)
                or subordinate(" ".join(self.context.text(other.trigger).casefold().split())) is None
            ):
                continue
            first, last = sorted((mine.antecedent, other.antecedent))
            if not re.search(r"\bor\b", self.context.document.text[first.end : last.start]):
                return other
        return None

    @cached_property
    def _outer(self) -> tuple[str, str]:
        """Return what else the consequent hangs on, as it stands before or behind it."""
        if self._sibling is None:
            return "", ""
        trigger = " ".join(self.context.text(self._sibling.trigger).split())
        tied = (
            f"{trigger[:1].lower()}{trigger[1:]} {self.context.inline(self.context.phrase(self._sibling.antecedent))}"
        )
        first = self._sibling.antecedent.start < self.condition.consequent.start
        return (f"{tied}, ", "") if first else ("", f" {tied}")

    def _fits(self, rest: str) -> bool:
        return count(self._lead(rest)) <= PROMPT_WORDS

    def _consequents(self) -> list[str]:
        """Return the consequent as it may be shown: whole, one of its clauses, its beginning."""
        text = self.context.inline(self.consequent)
        single = [one for one in clauses(text) if one != text]
        outer = "".join(self._outer)
        kept = [
            self.context.inline(replace(self.consequent, text=one)) for one in sorted(single, key=count, reverse=True)
        ]
        bare = ASIDE.sub("", text)
        return [self._with_outer(one) for one in dict.fromkeys((text, bare, *kept))] + (
            [] if outer else [clip(text, REST_WORDS)]
        )

    def _shortened(self, text: str) -> list[str]:
        """Return an antecedent as it may be shown: whole, then ever less of it, with an ellipsis."""
        return list(dict.fromkeys((text, ASIDE.sub("", text), *beginnings(text), clip(text, REST_WORDS))))

    def _behind(self, consequent: str, hinge: str) -> str:
        """Return *consequent* and what ties it to what comes next, with a comma where the text has one or needs one."""
        span, trigger = self.condition.consequent, self.condition.trigger
        between = self.context.document.text[span.end : trigger.start].strip() if span.end <= trigger.start else ""
        comma = between.startswith(",") or self._outer[1] or SET_OFF.search(f"{consequent} … {hinge}")
        but = " but" if re.match(r",?\s*but\b", between) else ""
        return f"{consequent}{',' if comma and not consequent.endswith('…') else ''}{but} {hinge}"

    def _fronted(self, tie: Tie, antecedent: str, consequent: str) -> str:
        """Return both ends tied, the antecedent first unless that would turn the consequent's verb round."""
        tied = f"{self.trigger} {antecedent}"
        shown = self._with_outer(consequent)
        behind = tie.asks == "trail" or (self._sibling is not None and not self._comes_first)
        return f"{self._behind(shown, self.trigger)} {antecedent}" if behind else f"{tied}, {shown}"

    @cached_property
    def _setting(self) -> str:
        """Return the words in which a sentence says where or under what its consequent holds: “under the 2019 Act”."""
        span = self.condition.consequent
        before = self.context.before(span)
        found = SETTING.fullmatch(before)
        if found is None or span.start - len(before) <= self.condition.trigger.start < span.start:
            return ""
        start = span.start - len(before)
        phrase = self.context.phrase(Span(start, start + len(found["setting"])))
        return "" if phrase.loose else f"{phrase.text[:1].lower()}{phrase.text[1:]} "

    def _with_outer(self, consequent: str) -> str:
        first, last = self._outer if self._sibling else (self._setting, "")
        return f"{first}{consequent}{last}"

    @property
    def _comes_first(self) -> bool:
        return self.condition.antecedent.start < self.condition.consequent.start

    def _deed_done(self) -> bool:
        """Whether the consequent is a deed that was done on a condition still open: “accepted it on condition that”."""
        return "condition" in self.trigger and tense(self.consequent.text) is Tense.PAST

    def _verb(self, tie: Tie) -> str:
        """Return `follows` or `happens` in the tense that the consequent has."""
        consequent, base = self.consequent.text, tie.asks.removesuffix("s")
        if tie.asks in {"front", "trail"}:
            base = "follow"
        past = {"follow": "followed", "happen": "happened"}[base]
        if self.trigger == "had":
            return f"would have {past}"
        when = tense(consequent)
        if self.trigger == "were" or when is Tense.CONDITIONAL:
            return f"would {base}"
        if {word.casefold() for word in words(consequent)} & {"will", "shall"} or re.search(r"[’']ll\b", consequent):
            return f"will {base}"
        if when in PASTS and tense(self.antecedent.text) in PASTS:
            return past
        return f"{base}s"


def shown_around(part: Part) -> list[str]:
    """Return the gap of a part with what stands around it: all of it, then ever less."""
    befores = [lower_first(one) for one in part.before]
    return [f"{before} {GAP}{_spaced(after)}".lstrip() for after in part.after for before in befores]


def _spaced(after: str) -> str:
    return after if not after or after[0] in ",;" else f" {after}"
