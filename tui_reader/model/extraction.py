"""What the extraction finds in a document: actors, claims, conditions, positions, quotations, the unmentioned."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model.span import Span


class ActorKind(StrEnum):
    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"


class Mode(StrEnum):
    """How a claim is put into the text."""

    NARRATION = "narration"  # in the writer's own voice
    INDIRECT = "indirect"
    DIRECT = "direct"
    MIXED = "mixed"


class ConditionKind(StrEnum):
    SUFFICIENT = "sufficient"
    NECESSARY = "necessary"
    EXCEPTIVE = "exceptive"
    CONCESSIVE = "concessive"


class Stance(StrEnum):
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    DEMANDS = "demands"
    OFFERS = "offers"
    REFUSES = "refuses"
    ACCEPTS = "accepts"
    DENIES = "denies"
    WARNS = "warns"
    DOUBTS = "doubts"
    CHARACTERISES = "characterises"


class Check(StrEnum):
    """How a quotation compares with the text it quotes."""

    EXACT = "exact"
    ALTERED = "altered"
    UNMATCHED = "unmatched"


class ReferenceKind(StrEnum):
    """What sort of thing a pronoun or pointing word stands for."""

    NOUN = "noun"  # a noun phrase
    CLAUSE = "clause"  # what a clause or sentence says
    PREDICATE = "predicate"  # a verb phrase: "do so"
    EXPLETIVE = "expletive"  # nothing: "it is clear that"
    GENERIC = "generic"  # people at large: "one never knows"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who can say or hold something; `names` has every name the text uses, `name` the best of them.

    `members` are the ids of those whom a collective name ("the two Sides") stands for.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def every_name(self) -> tuple[str, ...]:
        """The best of the names first, then all; the best may come twice."""
        return self.name, *self.names


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition and whose it is; `holder` None stands for the document's writer.

    `via` has the ids of those who report it, outermost first.
    """

    id: str
    span: Span
    mode: Mode
    holder: str | None = None
    via: tuple[str, ...] = ()
    cue: Span | None = None
    hedged: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Two situations of which the text says that one hangs on the other.

    `obligor` is who must act for the antecedent to hold; `holder` is who states the tie, None the document's writer.
    """

    id: str
    kind: ConditionKind
    trigger: Span
    antecedent: Span
    consequent: Span
    holder: str | None = None
    obligor: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """What a position is about: a noun phrase shared by all positions on it, and where it stands in the text."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A holder's stance on an issue, and the words that show it; `via` is who reports it."""

    id: str
    holder: str | None
    issue: Issue
    stance: Stance
    evidence: Span
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch and how it compares with its source.

    `source` lies in the text named by `source_document`, None for the same document.
    """

    span: Span
    speaker: str | None
    check: Check = Check.UNMATCHED
    source: Span | None = None
    source_document: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or pointing phrase ("its", "that arrangement") and the words of the text that it stands for.

    `antecedent` is None for what stands for nothing; `actor` is whom it means, where that is an actor. `confidence`
    is 0.5 where another antecedent is as likely, 1 where no other can be. `words` are what to put in its place where
    that is not the antecedent as it stands: "disown her" for "do so".
    """

    span: Span
    kind: ReferenceKind
    antecedent: Span | None = None
    actor: str | None = None
    confidence: float = 1.0
    words: str = ""


def _bare(name: str) -> str:
    words = name.casefold().replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document."""

    document: str
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    conditions: tuple[Condition, ...] = ()
    positions: tuple[Position, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    unmentioned: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    references: tuple[Reference, ...] = ()
    definites: tuple[Reference, ...] = ()

    def actor(self, actor_id: str | None) -> Actor | None:
        return next((actor for actor in self.actors if actor.id == actor_id), None)

    def actor_named(self, name: str | None) -> Actor | None:
        """Return the actor one of whose names is *name*, whatever its letter case and article."""
        if name is None:
            return None
        wanted = _bare(name)
        return next((a for a in self.actors if any(_bare(known) == wanted for known in a.every_name)), None)

    def sentence_at(self, offset: int) -> Span | None:
        return next((sentence for sentence in self.sentences if sentence.covers(offset)), None)


Item = Claim | Condition | Position


def item_span(item: Item) -> Span:
    """Return the stretch of text that shows an item: all of a condition, a claim's content, a position's evidence."""
    match item:
        case Claim():
            return item.span
        case Condition():
            parts = (item.trigger, item.antecedent, item.consequent)
            return Span(min(part.start for part in parts), max(part.end for part in parts))
        case Position():
            return item.evidence


def item_id(kind: str, text: str, span: Span, detail: str = "") -> str:
    """Return an id from what the item says and which occurrence of those words it is, never from its offset.

    So an insertion elsewhere in the text leaves it alone.
    """
    words = span.of(text)
    nth = text.count(words, 0, span.start) if words else 0
    digest = hashlib.blake2b(f"{kind}\0{words}\0{nth}\0{detail}".encode("utf-8", "surrogatepass"), digest_size=5)
    return f"{kind[0]}{digest.hexdigest()}"
