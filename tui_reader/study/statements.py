"""Cards as statements whose holder is left out: what a reader pairs with its holder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui_reader.decks.agreement import third_person
from tui_reader.decks.choices import SINGULAR, inside
from tui_reader.decks.framing import unled
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.wording import (
    content_words,
    first_word,
    is_clause,
    is_plural,
    starts_with_verb,
    upper_first,
    words,
)
from tui_reader.model import Actor, ActorKind, Card, Extraction, Question, Span

WRITER = ""  # who holds what no actor is named for
LENGTH = 150  # characters of a statement at most: six of them are seen at once
WORDS, TELLING = 3, 2  # words of a statement at least, and among them content words
SAME = 0.6  # share of the words from which two items say the same
GAP = "… "
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
WHO = re.compile(r"\b(?:whose\s[^,]*?\bis it that|in whose voice is it said that|who)\s(?P<said>.+)\?$", re.DOTALL)
SAID = re.compile(r"(?:say|says|said)(?::|\sthat|(?!\s(?:\S+\s){1,4}that\s))\s(?=\S)")
TOPIC = re.compile(r"\b(?:stand on|do with|say of|describe)\s(?P<topic>.+)\?$", re.DOTALL)
ASKED = re.compile(  # “what has Ana Brisk promised to do?”, but not “what does Ana Brisk say of tolls?”
    r"\bwhat\s(?P<auxiliary>do|does|has|have|had|would|will|did)\s(?P<deed>(?![^?]*\bsay of\b)[^?]+)\?$", re.DOTALL
)
ABOUT = re.compile(r"(?P<verb>(?:[^\W\d_]+ly\s)?[^\W\d_]+) about (?P<topic>.+)$", re.DOTALL)
OF_IT = re.compile(r"That (?:it|they) ")
AND_THAT = re.compile(r",? and that\s.*$", re.DOTALL)  # a second thing said, whose first has lost its `that`
OF_TOPIC = re.compile(r"(?:It|They)\s(?=\S)")
FOLLOWS = re.compile(r"\bwhat\s(?:\w+\s)?(?:follows?|happens?|holds?)\s(?P<terms>[^\W\d_].+)\?$", re.DOTALL)
TIED = re.compile(r"(?P<front>[a-z][^“”]*), ____\.|____ (?P<back>[a-z].+)\.", re.DOTALL)
PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", re.IGNORECASE)
THING = re.compile(r"\b(?:they|them|their|theirs|themselves|it|its|itself)\b", re.IGNORECASE)
SUBORDINATE = re.compile(
    r"\s(?:that|if|unless|until|once|when|on condition|provided|because|how|why|what|where|who|whether)\s"
)
ADVERBS = re.compile(r"(?:[^\W\d_]+ly\s|also\s|still\s)*", re.IGNORECASE)
UNFINISHED = re.compile(r"(?:to|not|never|be|been|being)\b")
FIRST = re.compile(r"\b(?:I|we|me|us|my|our|mine|ours|myself|ourselves)\b")
EMPTY = re.compile(
    r"\bit(?:\s+(?:is|was|will be|would be|may be)\s+(?:not\s+)?[^\W\d_]+\s+(?:to|that|for|whether)|\s+seems)\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"(?<!^)\b[A-Z][^\W\d_]")
NOUN = re.compile(r"\b(?:the|an?|this|these|those|some|all|no|two|three)\s+[^\W\d_]+|[^\W\d_]{3,}s\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A card in few words, without who holds it: an actor by id, or the writer.

    `rivals` are other actors of whom the text says the same, so that they are no wrong answers to it.
    """

    card: Card
    text: str
    holder: str
    rivals: frozenset[str] = frozenset()


def statements_of(cards: Iterable[Card], extraction: Extraction) -> Iterator[Statement]:
    """Yield the statements of one text's cards, in their order; a card that makes none is passed over.

    None is made of a card that would name its holder, or that has a pronoun which tells who it is.
    """
    actors = {actor.id: actor for actor in extraction.actors}
    held = _held(extraction)
    for card in cards:
        holder = _holder(card, held, actors)
        if holder is None:
            continue
        names = actors[holder].every_name if holder in actors else ()
        text = _text(card, names)
        if not says_enough(text) or len(text) > LENGTH or any(inside(name, text) for name in names):
            continue
        if telling(text, _people(extraction, holder)) or (holder in actors and not _agrees(text, actors[holder].name)):
            continue
        yield Statement(card, text, holder, _rivals(card, text, holder, held))


def says_enough(text: str) -> bool:
    """Whether *text* has words enough to be somebody's and not anybody's: not “… has looked”."""
    return len(words(text)) >= WORDS and len(content_words(text)) >= TELLING


def telling(text: str, people: Iterable[str] = ()) -> bool:
    """Whether *text* has, outside quotation marks, a pronoun that nothing before it stands for.

    Such a one means the holder, and tells whether that is a man, a woman or several. `people` are the names of others,
    for whom *he* and *she* may stand.
    """
    said = EMPTY.sub("", QUOTED.sub("", text))
    if said.startswith(GAP):
        said = said.removeprefix(GAP).partition(" ")[2]  # of a deed, what is behind its verb
    return (
        FIRST.search(said) is not None
        or any(not any(inside(name, said[: found.start()]) for name in people) for found in PERSON.finditer(said))
        or any(
            not (NAMED.search(said[: found.start()]) or NOUN.search(said[: found.start()]))
            for found in THING.finditer(said)
        )
    )


def _people(extraction: Extraction, holder: str) -> list[str]:
    others = [one for one in extraction.actors if one.kind is ActorKind.PERSON and one.id != holder]
    return [name for one in others for name in one.every_name]


def _agrees(text: str, name: str) -> bool:
    """Whether the verb of a deed is of the holder's number, so that grammar neither jars nor tells."""
    first = (words(text) or [""])[0].casefold()
    return not text.startswith(GAP) or SINGULAR.get(first, not is_plural(name)) is not is_plural(name)


def _text(card: Card, names: Iterable[str]) -> str:
    """Return the card as a statement, empty where it does not make one, as one with a gap."""
    if "____" in card.prompt:
        return _completed(card, names)
    match card.question:
        case Question.HOLDER | Question.SPEAKER | Question.VOICE:
            asked = WHO.search(card.prompt)
            if asked is None:
                return ""
            said = SAID.sub("", asked["said"], count=1) if SAID.match(asked["said"]) else asked["said"]
            whole = said != asked["said"] or not re.match(r"who\s", asked.group())
            return upper_first(AND_THAT.sub("", said)) if whole else GAP + said
        case Question.STANCE:
            if asked := ASKED.search(card.prompt):
                return _deed(asked["auxiliary"], asked["deed"], card.answer, names)
            topic = TOPIC.search(card.prompt)
            return _stance(card.answer, topic["topic"] if topic else "")
        case Question.CONSEQUENCE:
            terms = FOLLOWS.search(card.prompt)
            return _without(f"{card.answer.rstrip('.')} {terms['terms']}", names) if terms else ""
        case _:
            return ""


def _completed(card: Card, names: Iterable[str]) -> str:
    """Return what hangs on something with what it hangs on, of “until the road is clear, ____.”; else nothing."""
    tied = TIED.fullmatch(unled(card.prompt)) if card.question is Question.CONSEQUENCE and not card.part else None
    if tied is None or first_word(tied["front"] or tied["back"]) not in wordset("subordinators") | {"only"}:
        return ""
    return _without(f"{card.answer.rstrip('.')} {tied['front'] or tied['back']}", names)


def _stance(answer: str, topic: str) -> str:
    """Return what is held: of the topic where the answer begins with a pronoun for it, else as a deed or a clause."""
    answer = answer.rstrip(".")
    if answer.startswith("“") and answer.endswith("”") and topic:
        return upper_first(f"{topic}: {answer}")
    if OF_TOPIC.match(answer) and not EMPTY.match(answer):
        return upper_first(OF_TOPIC.sub(lambda _: f"{topic} ", answer, count=1)) if topic else ""
    if is_clause(SUBORDINATE.split(answer)[0]):
        return answer
    if _is_deed(answer):
        return GAP + (answer if answer.startswith("“") else answer[:1].lower() + answer[1:])
    return upper_first(f"{topic}: {answer}") if answer.startswith("“") and topic else ""


def _deed(auxiliary: str, deed: str, answer: str, names: Iterable[str]) -> str:
    """Return what the holder does as a deed; empty where the verb's form is not known or the answer cannot follow it.

    `deed` is what stands behind the auxiliary in a question: the holder's name and the verb, with a `do` at its end
    where the answer is a verb.
    """
    name = next((one for one in sorted(names, key=len, reverse=True) if deed.startswith(f"{one} ")), None)
    first = (words(answer) or [""])[0].casefold()
    if name is None or auxiliary == "did":
        return ""
    verb = deed[len(name) + 1 :]
    if verb == "do" or verb.endswith(" do"):
        verb, follows = verb.removesuffix("do").rstrip(), True
    else:
        follows = first in wordset("function_words") or answer.startswith("“")
    if not follows:
        return ""
    if (of_topic := ABOUT.match(verb)) and (said := OF_IT.match(answer)):  # “that it was”, of what the question names
        verb, answer = of_topic["verb"], f"That {of_topic['topic']} {answer[said.end() :]}"
    if auxiliary in {"do", "does"} and not verb.startswith("not "):
        verb = _for_one(verb) if auxiliary == "does" and verb else verb
    else:
        verb = f"{auxiliary} {verb}".rstrip()
    object_ = answer if answer.startswith("“") else answer[:1].lower() + answer[1:]
    return f"{GAP}{verb} {object_.rstrip('.')}" if verb else ""


def _for_one(verb: str) -> str:
    """Return a verb, adverbs before it, as it stands behind one person’s name: “clearly deny” → “clearly denies”."""
    adverbs = ADVERBS.match(verb)
    start = adverbs.end() if adverbs else 0
    base, *rest = verb[start:].split(" ")
    return verb[:start] + " ".join([third_person(base), *rest])


def _is_deed(text: str) -> bool:
    """Whether *text* begins with a verb, its subject left out; adverbs may come first."""
    rest = ADVERBS.sub("", text.lstrip("“"), count=1) if not starts_with_verb(text) else text
    first = (words(rest[:40]) or [""])[0].casefold()
    function = wordset("function_words")
    if starts_with_verb(rest):
        return UNFINISHED.match(first) is None
    if first in function:
        return False
    object_ = re.match(r"“?\S+\s+(?P<next>[“A-Z]|\w+)", rest)
    verb = object_ is not None and (object_["next"] in function or not object_["next"].islower())
    return first.endswith("ed") or first in wordset("past_forms") or (first.endswith("s") and verb)  # no plural noun


def _without(text: str, names: Iterable[str]) -> str:
    """Return *text* with a gap for the holder's name at its beginning."""
    for name in sorted(names, key=len, reverse=True):
        if re.match(rf"{re.escape(name)}\s[^\W\d_]", text, re.IGNORECASE):
            return GAP + text[len(name) + 1 :]
    return text


@dataclass(frozen=True, slots=True)
class _Held:
    """Who holds an item, the place that shows it, and who reports it."""

    holder: str
    span: Span
    via: tuple[str, ...] = ()
    spoken: bool = False


def _held(extraction: Extraction) -> dict[str, _Held]:
    found = {one.id: _Held(one.holder or WRITER, one.span, one.via, True) for one in extraction.claims}
    found |= {one.id: _Held(one.holder or WRITER, one.evidence) for one in extraction.positions}
    for condition in extraction.conditions:
        ends = condition.antecedent, condition.consequent
        span = Span(min(one.start for one in ends), max(one.end for one in ends))
        found[condition.id] = _Held(condition.holder or WRITER, span)
    return found


def _holder(card: Card, held: dict[str, _Held], actors: dict[str, Actor]) -> str | None:
    """Return who holds what the card asks: whom it answers with, else whose its item is; None where nobody is known."""
    if card.question in {Question.HOLDER, Question.SPEAKER, Question.VOICE}:
        named = [actor.id for actor in actors.values() if any(same(name, card.answer) for name in actor.every_name)]
        return named[0] if len(named) == 1 else None
    item = held.get(card.item)
    if item is None:
        return None
    if item.holder == WRITER and card.question is Question.STANCE:
        author = card.actors[0] if card.actors else WRITER  # of the section
        return author if author in actors or author == WRITER else None
    return item.holder if item.holder in actors else None


def same(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals."""
    return one.casefold() == other.casefold()


def _rivals(card: Card, text: str, holder: str, held: dict[str, _Held]) -> frozenset[str]:
    """Return who else holds or says it: of what somebody does, only who does the same."""
    own = held.get(card.item)
    place = own.span if own is not None else card.span
    deed = text.startswith(GAP)
    found: set[str] = set() if own is None or deed else set(own.via)
    for name, other in held.items():
        if name == card.item or (deed and other.spoken):
            continue
        heard = other.spoken and other.span.overlap(place) > SAME * len(place)
        if heard or place.dice(other.span) > SAME:
            found |= {other.holder, *other.via}
    return frozenset(found - {holder})
