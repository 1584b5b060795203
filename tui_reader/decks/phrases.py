"""Words of the source as they may stand in a prompt: names for pronouns, places for `there`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui_reader.decks import first_person, reference, referents
from tui_reader.decks.agreement import agree
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.reference import DEMONSTRATIVES, FIRST, POSSESSIVE, PRONOUNS, SECOND, THIRD
from tui_reader.decks.wording import AUXILIARIES, LOWERED, WORD, possessive, stems, tidy, upper_first, words
from tui_reader.model import ActorKind, Reference, ReferenceKind, Span

if TYPE_CHECKING:
    from tui_reader.decks.context import Context

FEWEST = 2  # words before an adjunct that is left out
DEEP = 2  # antecedents of antecedents that are looked up
REACH = 300  # characters back to the place that `there` means
BODIES = wordset("institutions") | {"country", "nation", "side", "state", "people", "authorities", "company", "team"}
WRITERS = "the writers"
WRITER = frozenset({"i", "me", "my", "myself"})
SOME = re.compile(r"(?:an?|some)\s")
UNNAMED = frozenset({"us", "our", "ours", "ourselves", "myself"})  # whose these are, an author's name does not say


@dataclass(frozen=True)
class Phrase:
    """Words of the source: `text` with names for pronouns, `verbatim` as they stand, `loose` what stayed open."""

    text: str
    span: Span
    verbatim: str
    loose: tuple[str, ...] = ()


def phrase(context: Context, span: Span, named: tuple[str, ...]) -> Phrase:
    """Return the words of *span*; `named` are the ids of the actors whom the prompt has named before them."""
    return _Rewriting(context, span, set(named)).done()


@dataclass
class _Rewriting:
    """One pass over a stretch of the source; `at` is how far it has been taken over into `out`."""

    context: Context
    span: Span
    known: set[str]
    depth: int = 0  # how many antecedents of antecedents lead here
    out: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    at: int = 0

    def done(self) -> Phrase:
        source, span = self.context.document.text, self.span
        self.at = span.start
        for match in WORD.finditer(source, span.start, span.end):
            if match.start() >= self.at:
                self._word(match)
        self.out.append(source[self.at : span.end])
        return Phrase(tidy("".join(self.out)), span, tidy(source[span.start : span.end]), tuple(self.loose))

    def _put(self, start: int, end: int, words: str) -> None:
        self.out.append(self.context.document.text[self.at : start] + words)
        self.at = end

    def _before(self, match: re.Match[str]) -> str:
        return self.context.document.text[self.span.start : match.start()]

    def _after(self, end: int) -> str:
        return self.context.document.text[end : self.span.end]

    def _stands_for_all(self, mention: tuple[Span, str], base: str) -> bool:
        """Whether a mention of several words is the actor ("my government"), not what is the actor's ("its offer")."""
        found = words(self.context.text(mention[0]))
        actor = self.context.actors.get(mention[1])
        named = actor is not None and bool(set(words(actor.name)) & {word for word in found if word[0].isupper()})
        return len(found) > 1 and (base not in POSSESSIVE | {"her"} or named or found[-1].casefold() in BODIES)

    def _in_quotes(self, match: re.Match[str]) -> bool:
        before = self._paragraph_before(match)
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _inverted(self, match: re.Match[str]) -> bool:
        """Whether the verb stands before the pronoun: “Nor will I close it”."""
        before = words(self._paragraph_before(match)[-REACH:])
        return bool(before) and before[-1].casefold() in AUXILIARIES

    def _paragraph_before(self, match: re.Match[str]) -> str:
        block = self.context.block(match.start())
        return self.context.document.text[block.body.start if block else 0 : match.start()]

    def _word(self, match: re.Match[str]) -> None:
        word = match.group().casefold()
        base = re.sub(r"[’'](?:s|d|ll|re|ve|m)$", "", word)
        mention = self.context.mentions.longest(match.start(), self.span.end)
        pointed = self.context.reference(match.start()) if base not in PRONOUNS else None
        if pointed is not None and self._pointing(match, pointed):
            return
        definite = self.context.definite(match.start())
        if definite is not None:
            self._definite(match, definite)
        elif mention is not None and word not in PRONOUNS | DEMONSTRATIVES:
            self._described(mention)
        elif base == "there" and not reference.is_existential(self._after(match.end())):
            self._there(match)
        elif base in PRONOUNS and not self._digs(match):
            self._pronoun(match, base, mention)
        elif reference.is_loose(word, self._before(match), self._after(match.end())):
            if word in DEMONSTRATIVES and reference.was_introduced(
                self._paragraph_before(match), self._after(match.end())
            ):
                self._put(match.start(), match.end(), "the")
            elif not self._cut(match):
                self.loose.append(match.group())

    def _digs(self, match: re.Match[str]) -> bool:
        """Whether `mine` is a noun before another: “mine clearance”."""
        noun = re.match(r"\s+([a-z]+)", self._after(match.end()))
        return match.group().casefold() == "mine" and noun is not None and noun[1] not in AUXILIARIES | LOWERED

    def _cut(self, match: re.Match[str]) -> bool:
        """Leave out "on this basis" and its like, which a sentence can do without; return whether it was one."""
        end = reference.adjunct_end(self._after(match.end()))
        start = match.start() - reference.preposition(self._before(match))
        if match.group().casefold() not in DEMONSTRATIVES or not end or start == match.start() or start < self.at:
            return False
        if len(words(self.context.document.text[self.span.start : start])) < FEWEST:
            return False
        self.out.append(self.context.document.text[self.at : start].rstrip())
        self.at = match.end() + end
        return True

    def _described(self, mention: tuple[Span, str]) -> None:
        """Give the name of an actor who is mentioned by a mere description ("the minister") for the first time."""
        span, actor = mention
        if actor not in self.known and re.fullmatch(r"[Tt]he(?: [a-z]+){1,3}", self.context.text(span)):
            name = self.context.name(actor)
            if name and name[0].isupper():
                self._put(span.start, span.end, name)
        self.known.update(other for _, other in self.context.mentions.at(span.start, self.span.end))

    def _there(self, match: re.Match[str]) -> None:
        place = reference.last_place(self._paragraph_before(match)[-REACH:])
        if place is None:
            self.loose.append(match.group())
        elif place.casefold() not in self._before(match).casefold():
            self._put(match.start(), match.end(), place)

    def _pronoun(self, match: re.Match[str], base: str, mention: tuple[Span, str] | None) -> None:
        context = self.context
        found = context.reference(match.start()) if base in THIRD | SECOND else None
        if found is not None and (mention is None or not self._stands_for_all(mention, base)):
            self._referring(match, base, found)
            return
        author = first_person.speaker(context, match.start(), self._in_quotes(match)) if base in FIRST else None
        actor = mention[1] if mention else author
        alone = mention is None or not self._stands_for_all(mention, base)
        if actor in self.known and base in THIRD and alone:
            return
        name = context.name(actor)
        if name is None and actor is None and not self._in_quotes(match):
            speaks = base in WRITER or (base == "we" and context.says_only_we(match.start()))
            name = context.writer(match.start()) if speaks else None
        if base == "we" and mention is None and self._is_person(actor):
            name = None  # somebody says it for a body that the text may not name
        if name is not None and mention is not None and SOME.match(name):
            name = None  # “his group” is not a group
        if name is None or (mention is None and base in UNNAMED):
            if not reference.has_referent(base, self._before(match), self._after(match.start() + len(base))):
                self.loose.append(match.group())
            return
        end = match.start() + len(base)
        if mention and not alone:
            end = max(end, mention[0].end)
        owned = alone and self._is_owner(base, end)
        known = actor in self.known and alone
        again = first_person.again(self.context, self.known, actor, base, owned=owned) if known else None
        if again:
            self._put(match.start(), end, again)
        else:
            self._put_in(match, end, name, owned=owned)
        if base in {"i", "we"} and not self._inverted(match):
            verb, taken = agree(self._after(end), context.plural(actor) or name == WRITERS)
            self._put(end, end + taken, verb)
        if actor:
            self.known.add(actor)

    def _is_person(self, actor: str | None) -> bool:
        found = self.context.actors.get(actor or "")
        return found is not None and found.kind is ActorKind.PERSON

    def _referring(self, match: re.Match[str], base: str, found: Reference) -> None:
        """Put in what a pronoun stands for, unless it stands before the pronoun already."""
        antecedent = found.antecedent
        if found.kind in {ReferenceKind.EXPLETIVE, ReferenceKind.GENERIC} or base.endswith(("self", "selves")):
            return
        if base == "her" and reference.is_made_to(self._before(match)):
            self.loose.append(match.group())  # "makes her fill in a form", where what follows her looks like hers
            return
        name = self.context.name(found.actor)
        if name and SOME.match(name):
            self.loose.append(match.group())  # “he” is nobody who is only called “a new chair”
            return
        if found.kind is not ReferenceKind.NOUN or (antecedent is None and name is None):
            self.loose.append(match.group())
            return
        end = match.start() + len(base)
        owned = self._is_owner(base, end)
        key = found.actor if name and found.actor else self._called(antecedent)
        if base in THIRD and (key in self.known or (antecedent is not None and self.span.contains(antecedent))):
            self.known.add(key)
            return
        if name is None and antecedent is not None:
            name = referents.thing(self.context, self._inner, antecedent, owned=owned)
        if name is None:
            self.loose.append(match.group())
            return
        self._put_in(match, end, name, owned=owned)
        if base == "you" and not self._inverted(match):
            verb, taken = agree(self._after(end), self.context.plural(found.actor))
            self._put(end, end + taken, verb)
        self.known.add(key)

    def _called(self, antecedent: Span | None) -> str:
        return self.context.text(antecedent).casefold() if antecedent is not None else ""

    def _pointing(self, match: re.Match[str], found: Reference) -> bool:
        """Put in what "that vote", "one" or "do so" stands for; return whether that settles the words."""
        antecedent, end = found.antecedent, found.span.end
        if found.kind is ReferenceKind.GENERIC:
            return True
        said = found.words if found.kind is ReferenceKind.CLAUSE else ""
        if antecedent is None or (found.kind is ReferenceKind.CLAUSE and not said) or end > self.span.end:
            return False
        if self.span.contains(antecedent) and antecedent.start < match.start():
            self._put(match.start(), end, self.context.text(found.span))
            return True
        text: str | None
        if found.kind is ReferenceKind.PREDICATE:
            text = referents.deed(self._inner, found.words, antecedent)
        elif said:
            text = referents.content(self._inner, said, antecedent)
        elif found.words:
            text = found.words
        else:
            text = referents.thing(self.context, self._inner, antecedent, owned=False)
        if text is None:
            return False
        self._put(match.start(), end, f"[{text}]" if self._quotes_before(match) else text)
        return True

    def _inner(self, antecedent: Span) -> Phrase | None:
        """Return the words of an antecedent, None where too many stand for one another."""
        if self.depth > DEEP:
            return None
        return _Rewriting(self.context, antecedent, set(self.known), self.depth + 1).done()

    def _definite(self, match: re.Match[str], found: Reference) -> None:
        """Put in the words by which a noun with a mere `the` was brought in, unless they stand before it already."""
        antecedent, end = found.antecedent, found.span.end
        if end > self.span.end:
            return
        noun = self.context.text(found.span)
        if antecedent is None and not found.words:
            self.loose.append(noun)
            return
        key = found.words or self._called(antecedent)
        if key in self.known or (antecedent is not None and self.span.contains(antecedent) and not found.words):
            return
        owned = self.context.document.text[end : end + 2] in {"’s", "'s", "’ "}
        text = found.words or (antecedent and referents.thing(self.context, self._inner, antecedent, owned=owned))
        if not text:
            self.loose.append(noun)
            return
        self.known.add(key)
        if self._quotes_before(match):
            return  # somebody's few words stay as they are
        said = stems(self.context.text(self.context.sentence(found.span))) | stems("".join(self.out))
        if stems(text) <= said or (owned and re.search(r"[’']s\b", text)):
            return  # its own sentence says it, or too many would own
        if match.group()[0].isupper():
            text = upper_first(text)
        self._put(match.start(), end, f"[{text}]" if self._quotes_before(match) else text)

    def _quotes_before(self, match: re.Match[str]) -> bool:
        return self._before(match).count("“") > self._before(match).count("”")

    def _is_owner(self, base: str, end: int) -> bool:
        return base in POSSESSIVE or (base == "her" and reference.owns(self._after(end)))

    def _put_in(self, match: re.Match[str], end: int, name: str, *, owned: bool) -> None:
        """Put *name* in for a pronoun, in square brackets where the words are quoted."""
        name = possessive(name) if owned else name
        if match.group()[0].isupper() and not self._before(match).strip(" “"):
            name = upper_first(name)
        self._put(match.start(), end, f"[{name}]" if self._quotes_before(match) else name)
