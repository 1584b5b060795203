"""A position with the prompts by which it can be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from tui_reader.decks.deeds import deeds
from tui_reader.decks.framing import according_to, place, within
from tui_reader.decks.hearsay import as_heard, heard_of
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.own_pronouns import owned_again, possessive_pronoun, subject_pronoun
from tui_reader.decks.phrases import WRITERS
from tui_reader.decks.sides import side_asked
from tui_reader.decks.stance_questions import DEFINITE, EVERYTHING, Asking, askings, closed, mandated
from tui_reader.decks.stance_wording import fragment, open_quantity, plainly, with_pronoun
from tui_reader.decks.stands import LONG, Stand
from tui_reader.decks.verdicts import duties, is_idiom, verdict_on
from tui_reader.decks.wording import AUXILIARIES, content_words, count, is_plural, possessive, upper_first, words
from tui_reader.model import ActorKind, Stance

SIDED = frozenset({Stance.SUPPORTS, Stance.OPPOSES, Stance.ACCEPTS, Stance.REFUSES})
BINDING = re.compile(
    r"\b(?:must|should|ought|may not|shall|(?:is|are) not being"
    r"|would be [^\W\d_]+(?:able|ible|ous|ful|ive|less|ent|ant))\b"
)
VERDICT = re.compile(r"(?:described|denounced|dismissed|regarded|branded|hailed|characteri[sz]ed) (?P<verdict>as .+)$")
GOES_ON = re.compile(r",?\s+(?:that|to)\s|\s+of\s|, (?:he|she|they|it) (?:says?|said|adds?|added),")
SUPPOSED = re.compile(
    r"(?:^|[;:“]\s*|\bthat,?\s+)(?:(?:but|and|yet|so)\s)?"
    r"(?:if|unless|until|once|should|were|had|provided|failing|even then|otherwise|then)\b"
    r"[^.;:]*,\s*$",
    re.IGNORECASE,
)
ANSWERED = re.compile(r"how \S+ .* answer(?:ed)? ")
SINGULAR = {"do": "does", "have": "has", "are": "is"}
TELLING = 2  # content words of what is said of a topic


@dataclass(frozen=True, eq=False)
class QuestionedStand(Stand):
    """One position and its ways of being asked."""

    @cached_property
    def ways(self) -> tuple[tuple[str, Asking], ...]:
        """The prompts by which the position can be asked, the best first."""
        answer = self.conditioned
        if answer is None or (self.left_out and count(answer.text) > LONG):
            return ()  # a long one is asked by the cards of its condition
        if self.is_condition():
            return ()  # the condition asks for it, and in its own grammar
        if not self.is_relative and (fragment(self.said.text) or open_quantity(self.said.text)):
            return ()
        if GOES_ON.match(self.context.document.text[self.said.span.end : self.said.span.end + 30]):
            return ()  # its end is cut off
        if not self.left_out and SUPPOSED.search(self.context.before(self.position.evidence)):
            return ()  # it is said for a case that stands before it
        start = self.position.evidence.start
        who = self.name or self.context.writer(start)
        many = who == WRITERS or (self.name is not None and self.context.plural(self.holder))
        where = place(self.context, start)
        again = subject_pronoun(self.context, self.holder) if where.startswith(possessive(who)) else None
        subject = again or who
        text = owned_again(self.context, answer.text, self.holder, who)
        plural = many or again == "they" or (not self._is_person() and self.name is not None and is_plural(self.name))
        if self.holder is None or self._is_person():
            text = re.sub(r"^[Ss]hall\b", "will", text)
        ours = self.name is not None and re.match(r"We\b|we\b", self.stand.verbatim) is not None
        if (self._is_person() or ours) and not plural:
            text = re.sub(r"^(?:[Dd]o|[Hh]ave|[Aa]re)\b", lambda verb: SINGULAR[verb.group().casefold()], text)
        found = [
            replace(one, answer=closed(mandated(one, self.said.verbatim)))
            for one in self._askings(text, subject, plural)
            if not self._owned_by_others(one.question)
        ]
        found = [replace(one, answer=self._with_subject(one)) for one in found]
        how = heard_of(self.context, self.position.evidence, self.holder) if self.name else None
        if how:
            told = ((one, as_heard(one.question, subject, how, self._pronoun())) for one in found)
            found = [replace(one, question=question) for one, question in told if question]
        untold = self.holder if where.startswith(possessive(who)) and again is None else None
        named = self.name is not None and again is None
        via = self._via()
        return tuple(
            (
                according_to(self.context, via, start, one.question)
                if via
                else within(self.context, start, one.question, named=named, untold=untold),
                one,
            )
            for one in found
        )

    def _owned_by_others(self, question: str) -> bool:
        """Whether a possessive in the question is not its holder's, and nothing there says whose: “its present use”."""
        found = {word.casefold() for word in words(question)} & {"its", "his", "her"}
        found = {word for word in found if not re.search(rf"[^\W\d_][’']s? .*\b{word}\b", question)}
        return bool(found) and possessive_pronoun(self.context, self.holder) not in found

    def _via(self) -> str | None:
        """Return who says that the holder stands there, where it is somebody the prompt does not name as its source."""
        via, start = self.position.via, self.position.evidence.start
        if re.match(r"(?:I|[Ww]e)\b", self.context.text(self.position.evidence)):
            return None
        known = {None, self.holder, self.context.author(start)}
        return via if via not in known and self.context.name(via) else None

    def _askings(self, text: str, subject: str, plural: bool) -> Iterator[Asking]:
        verb = "do" if plural else "does"
        described = VERDICT.search(self.stand.verbatim) if self.is_relative else None
        if described:
            yield Asking(f"how did {subject} describe {self.topic}?", f"As {text.removeprefix('As ')}")
            return
        if self.shape == "deed":
            text = text[:1].lower() + text[1:]
            asked = [*askings(text, subject, plural)]
            yield from asked or self._sided(text, subject, verb)
            return
        reporting = self._reporting() if not self.left_out else None
        if reporting:
            yield from askings(reporting, subject, plural)
        yield from duties(plainly(self.stand.text), subject, verb)
        several = is_plural(self.topic) and len(words(self.topic)) == 1
        if not self.says_something or not (several or DEFINITE.match(self.topic)):
            return
        own = re.match(rf"{re.escape(self.topic)}\s", text, re.IGNORECASE)
        if not own and not (self.shape == "it" and re.match(r"(?:it|they)\s", text, re.IGNORECASE)):
            return
        verdict = verdict_on(text, self.topic)
        if is_idiom(text, self.topic) or text[len(self.topic) :].startswith((" & ", " and ")):
            return
        if verdict:
            yield Asking(f"how {verb} {subject} describe {self.topic}?", verdict, 0.9)
        elif len(content_words(text) - self.issue_words) >= (1 if BINDING.search(text) else TELLING):
            yield Asking(f"what {verb} {subject} say of {self.topic}?", self._again(text), 0.9)

    def _again(self, text: str) -> str:
        """Return *text* with a pronoun for the topic that it begins with, where nothing else could be meant by it."""
        rest = text[len(self.topic) :]
        plain = re.sub(r"“[^”]*”", "", rest)
        if not text.casefold().startswith(self.topic.casefold()) or re.search(r"\b(?:it|they|he|she|them)\b", plain):
            return text
        span = self.issue.span
        who = next(
            (actor for mention, actor in self.context.mentions.over(span) if mention.overlap(span) >= 0.5 * len(span)),
            None,
        )
        if who is not None and not re.match(r"[’']|,| and\b| &", rest):
            return f"{upper_first(subject_pronoun(self.context, who) or self.topic)}{rest}"
        kin = words(self.topic.casefold())[-1]
        if kin in wordset("men") | wordset("women"):
            return f"{'He' if kin in wordset('men') else 'She'}{rest}"
        first, *more = [word.casefold() for word in words(rest)]
        finite = AUXILIARIES | wordset("past_forms")
        failed = first.endswith("ed") and not any(word in finite or word.endswith("ed") for word in more)
        fits = (
            rest.startswith(" “")
            or failed
            or "“" in rest
            or re.match(r"(?:its|their|his|her) ", self.topic) is not None
        )
        return f"{'They' if is_plural(self.topic) else 'It'}{rest}" if fits else text

    def _sided(self, text: str, subject: str, verb: str) -> Iterator[Asking]:
        """Yield where the holder stands on what its verb, which is not in the table, has as its object."""
        if self.position.stance not in SIDED or not self.says_something or not DEFINITE.match(self.topic):
            return
        passive = plainly(self.stand.text).casefold().startswith(f"{self.topic.casefold()} ")
        plural = verb == "do"
        if passive:  # of “the toll was declined by Vant”
            yield from self._side(re.match(r"(\S+) (it|them)\b(.*)$", text), subject, plural)
        found = re.match(
            rf"[^,;“]{{3,30}}? {re.escape(self.topic)}(?P<rest>$|[,;] .*| (?:in|by|at|with|after|for) .*)", text
        )
        if found is None or next(deeds(text, plural), None) is not None:
            return
        told = with_pronoun(text, self.topic)
        if told != text:
            yield from self._side(re.match(r"(.+?) (it|them)\b(.*)$", told), subject, plural)

    def _side(self, told: re.Match[str] | None, subject: str, plural: bool) -> Iterator[Asking]:
        """Yield what is asked by a verb, the pronoun for the topic behind it, and what follows."""
        asked = told and side_asked(upper_first(told[1]), subject, self.topic, told[2], plural)
        if told and asked and not EVERYTHING.search(asked[0]):
            yield Asking(asked[0], f"{asked[1]}{told[3]}", 0.8)

    def _with_subject(self, asking: Asking) -> str:
        """Return the answer to how something was answered as a sentence: “It declined it”."""
        subject = subject_pronoun(self.context, self.holder)
        if subject is None or ANSWERED.match(asking.question) is None:
            return asking.answer
        return f"{upper_first(subject)} {asking.answer[:1].lower()}{asking.answer[1:]}"

    def _pronoun(self) -> str:
        return subject_pronoun(self.context, self.holder) or "they"

    def _is_person(self) -> bool:
        actor = self.context.actors.get(self.holder or "")
        return actor is not None and actor.kind is ActorKind.PERSON

    def _reporting(self) -> str | None:
        """Return the verb of the holder by which the words are brought in, with them: “warns that the mole sinks”."""
        span = self.stand.span
        for claim in self.context.claims.over(span):
            cue = claim.cue
            if cue is None or claim.holder != self.position.holder or not cue.end <= span.start:
                continue
            between = self.context.document.text[cue.end : span.start]
            if re.fullmatch(r"(?:\s+that)?\s+", between):
                return f"{self.context.text(cue)} that {self.context.inline(self.stand)}"
        return None

    def is_condition(self) -> bool:
        evidence = self.position.evidence
        demands = self.position.stance is Stance.DEMANDS
        return any(
            (demands and one.antecedent.dice(evidence) > 0.7) or one.antecedent.contains(evidence)
            for one in self.context.conditions.over(evidence)
        )
