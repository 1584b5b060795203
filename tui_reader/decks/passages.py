"""A stretch of the text shown as it stands, with names for what its pronouns mean where that stands elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from tui_reader.decks import reference
from tui_reader.decks.context import Context
from tui_reader.decks.gaps import GAP, SPOKEN
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.reference import DEMONSTRATIVES, PLURAL, POSSESSIVE, THIRD
from tui_reader.decks.wording import WORD, content_words, first_word, is_plural, stems, tidy, upper_first, words
from tui_reader.model import ActorKind, Reference, ReferenceKind, Span

PERSONAL = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
JOINTS = f"{alternatives('clause_starts')}|{alternatives('subordinators')}"
BOUNDARY = re.compile(rf"[;:–—]\s+|,\s+(?=(?:{JOINTS})\s)")
JOINED = re.compile(r"^(?:and|but|or|so)\s+(?=\S)", re.IGNORECASE)
HELPED = re.compile(rf"\s+[a-z]+\s+(?:{alternatives('auxiliaries')}|{alternatives('modals')})\b")
LEANING = frozenset({"so", "one", "former", "latter", "then", "both", "neither", "each"})
SEQUEL = re.compile(rf"^(?:{alternatives('sequels')}),\s+(?=\S)", re.IGNORECASE)
NOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\(Q\d+\))")  # the number of a note, paragraph or question
GAP_FIRST = re.compile(rf"\W*{GAP}")
PLACED = re.compile(r"\b(?:at|in|on|to|from|into|near)\s+\w|\w[\w,]* [A-Z]")  # before a `there`
TOLD = 3  # content words of a sentence that says what comes next is about
LEAST = 2  # content words of a sentence that can say what a pronoun means


@dataclass(frozen=True)
class Passage:
    """A sentence or clause, `shown`, and the `lead` before it, None where it needs none."""

    context: Context
    shown: Span
    lead: Span | None = None
    cut: bool = False  # whether a further clause of the sentence is left out
    tied: bool = False  # whether it is of two clauses, the second of which goes on with what the first names
    named: set[str] = field(default_factory=set, compare=False)  # whose names were put in so far
    hidden: list[Span] = field(default_factory=list, compare=False)  # the gap that is read

    @cached_property
    def text(self) -> tuple[str, tuple[str, ...]]:
        """The words as a prompt has them, and those of them that stay open."""
        return self._read(None)

    def gapped(self, gap: Span) -> tuple[str, tuple[str, ...]]:
        """Return the same with a gap in the place of *gap*."""
        return self._read(gap)

    def _tells_of(self, found: Reference) -> bool:
        """Whether the passage has the words by which a definite noun was brought in, or the sentence before for it."""
        brought = found.antecedent
        if brought is None and not found.words:
            lead = self.lead
            return lead is not None and (
                lead.contains(found.span) or len(content_words(self.context.text(lead))) >= TOLD
            )
        return brought is not None and any(part.contains(brought) for part in (self.lead, self.shown) if part)

    def settles(self, gap: Span) -> bool:
        """Whether the passage says, without the words of *gap*, what the open ones among these mean."""
        self.gapped(gap)
        for match in self._words(gap):
            word = match.group().casefold()
            definite = self.context.definite(match.start())
            if definite is not None and not self._tells_of(definite):
                return False
            if word in SPOKEN or not (word in THIRD or self._points(word, match, gap.start)):
                continue
            meant = self._is_told(match) or (self._meant(match) or None) in self.named or self._may_mean(word)
            sure = self.tied or word in POSSESSIVE or (match.start() > gap.start and word != "it")
            if not meant and not (sure and (self._is_named_before(word, match) or self._follows(word, match))):
                return False
        return True

    def _words(self, span: Span) -> list[re.Match[str]]:
        return list(WORD.finditer(self.context.document.text, span.start, span.end))

    def _read(self, gap: Span | None) -> tuple[str, tuple[str, ...]]:
        pieces: list[str] = []
        loose: list[str] = []
        self.named.clear()
        self.hidden[:] = [gap] if gap else []
        if self.lead is not None:
            lead = tidy(NOTE.sub("", self._part(self.lead, loose, helped=False)))
            lead = upper_first(SEQUEL.sub("", JOINED.sub("", lead)))
            pieces.append(lead if lead.endswith(("?", "!", ".”", "…")) else f"{lead}.")
        if gap is None:
            shown = self._part(self.shown, loose, helped=self.lead is not None)
        else:
            before = self._part(Span(self.shown.start, gap.start), loose, helped=self.lead is not None)
            after = self._part(Span(gap.end, self.shown.end), loose, helped=True)
            shown = f"{before}{GAP}{after}"
        shown = tidy(NOTE.sub("", shown))
        if self.context.begins_sentence(self.shown.start):
            shown = SEQUEL.sub("", shown)
            shown = JOINED.sub("", shown)
            shown = shown if GAP_FIRST.match(shown) else upper_first(shown)
        else:
            shown = JOINED.sub("", shown)
            shown = shown if pieces or GAP_FIRST.match(shown) else upper_first(shown)
        return " ".join([*pieces, f"{shown} …" if self.cut else shown]), tuple(loose)

    def _part(self, span: Span, loose: list[str], *, helped: bool) -> str:
        """Return the words of *span*; what stays open is added to *loose* unless the lead can mean it (`helped`)."""
        source, at = self.context.document.text, span.start
        out: list[str] = []
        for match in self._words(span):
            word = match.group().casefold()
            if match.start() < at or word in SPOKEN:
                continue
            definite = self.context.definite(match.start())
            if definite is not None:
                at = self._definite(definite, span, out, at, loose)
                continue
            if word not in THIRD and not self._points(word, match, span.start):
                continue
            sure = self.lead is not None or self.tied or word in POSSESSIVE
            if sure and self._is_named_before(word, match):
                continue
            if self._is_told(match) or (self._meant(match) or None) in self.named or (helped and self._may_mean(word)):
                continue
            put = self._named(match, word, span)
            if put is None:
                loose.append(match.group())
                continue
            end, name = put
            name = f"[{name}]" if self.context.speaks(match.start()) else name
            self.named.add(self._meant(match))
            out.append(source[at : match.start()] + name)
            at = end
        out.append(source[at : span.end])
        return "".join(out)

    def _definite(self, found: Reference, span: Span, out: list[str], at: int, loose: list[str]) -> int:
        """Put in how a definite noun was brought in, unless lead or sentence says it; return how far that goes."""
        brought = found.antecedent
        if found.span.end > span.end or self._tells_of(found):
            return at
        key = found.words or (self.context.text(brought) if brought else "")
        if key in self.named:
            return at
        phrase = self.context.phrase(found.span)
        if phrase.loose:
            loose.append(phrase.verbatim)
            return at
        if phrase.text != phrase.verbatim and not stems(phrase.text) <= stems("".join(out)) | stems(
            " ".join(self.named)
        ):
            self.named.add(key)
            out.append(self.context.document.text[at : found.span.start])
            out.append(f"[{phrase.text}]" if self.context.speaks(found.span.start) else phrase.text)
            return found.span.end
        return at

    def _opens_with(self, word: str) -> bool:
        """Whether the sentence begins with *word*, which then goes on with the topic of the one before."""
        return first_word(self.context.text(self.shown)) == word

    def _is_named_before(self, word: str, match: re.Match[str]) -> bool:
        """Whether the sentence itself says, before a pronoun, what it means: for want of a better guess."""
        part = self.lead if self.lead and self.lead.contains(Span(match.start(), match.end())) else self.shown
        source = self.context.document.text
        before = source[part.start : match.start()]
        for gap in self.hidden:
            if gap.end <= match.start():
                before = source[part.start : gap.start] + source[gap.end : match.start()]
        return word in THIRD and reference.has_referent(word, before, source[match.end() : part.end])

    def _follows(self, word: str, match: re.Match[str]) -> bool:
        """Whether a pronoun opens the main clause behind its condition, the subject of which it goes on with."""
        before = self.context.document.text[self.shown.start : match.start()]
        return word in {"it", "they"} and before.rstrip().endswith(",") and len(content_words(before)) >= LEAST

    def _points(self, word: str, match: re.Match[str], start: int) -> bool:
        part = self.lead if self.lead and self.lead.contains(Span(match.start(), match.end())) else self.shown
        before = self.context.document.text[min(start, part.start) : match.start()]
        after = self.context.document.text[match.end() : part.end]
        noun = re.match(r"\s+([^\W\d_]+)", after)
        if (
            word == "this"
            and noun
            and noun[1].casefold() in wordset("own_things")
            and self.context.speaks(match.start())
        ):
            return False  # the place or subject of whoever speaks
        pointed = self.context.reference(match.start())
        if word in DEMONSTRATIVES and pointed is not None and pointed.span.end > match.end():
            return True  # “we regard that answer as …”
        if word == "that" and HELPED.match(after) and before.rstrip()[-1:] in {"", ",", ":", ";", "“"}:
            return True  # “, that test could be met”
        if word == "there":
            return not (reference.is_existential(after) or PLACED.search(before))
        return (word in DEMONSTRATIVES or word in LEANING) and reference.is_loose(word, before, after)

    def _is_told(self, match: re.Match[str]) -> bool:
        """Whether what a word means stands in the passage itself."""
        found = self.context.reference(match.start())
        if found is None:
            mention = self.context.mentions.longest(match.start(), match.end())
            return mention is not None and self._names(mention[1], match.start())
        if found.antecedent is None:
            return found.kind in {ReferenceKind.EXPLETIVE, ReferenceKind.GENERIC}
        return any(part.overlap(found.antecedent) for part in (self.lead, self.shown) if part) or (
            found.actor is not None and self._names(found.actor, match.start())
        )

    def _meant(self, match: re.Match[str]) -> str:
        """Return the key of what a pronoun means, the same for all that mean it; "" where that is open."""
        found = self.context.reference(match.start())
        mention = self.context.mentions.longest(match.start(), match.end())
        actor = (found.actor if found else None) or (mention[1] if mention else None)
        return actor or (str(found.antecedent) if found and found.antecedent else "")

    def _names(self, actor: str, before: int) -> bool:
        """Whether a name of *actor* stands in the passage before that offset."""
        start = min(part.start for part in (self.lead, self.shown) if part)
        return any(
            who == actor and start <= span.start and self.context.text(span).casefold() not in THIRD
            for span, who in self.context.mentions.over(Span(start, before))
        )

    def _may_mean(self, word: str) -> bool:
        """Whether the lead has what an open word can mean, and only one where it is a person."""
        if self.lead is None:
            return False
        text = self.context.text(self.lead)
        actors = {
            actor
            for span, actor in self.context.mentions.over(self.lead)
            if self.lead.contains(span) and self.context.text(span).casefold() not in THIRD
        }
        if word in PERSONAL:
            return sum(self.context.actors[one].kind is ActorKind.PERSON for one in actors) == 1
        if word in PLURAL:
            several = sum(is_plural(one) for one in words(text))
            return several == 1 or (several > 1 and self._opens_with(word))
        if word == "there":
            return PLACED.search(text) is not None
        return len(content_words(text)) >= LEAST

    def _named(self, match: re.Match[str], word: str, span: Span) -> tuple[int, str] | None:
        """Return a name for a pronoun and where it ends, None where the text does not say whom it means."""
        end = match.end()
        if word in POSSESSIVE | {"her"}:
            following = WORD.search(self.context.document.text, end, span.end)
            end = following.end() if following else end
        phrase = self.context.phrase(Span(match.start(), end))
        if phrase.loose or phrase.text.casefold() == phrase.verbatim.casefold():
            return None
        return end, phrase.text
