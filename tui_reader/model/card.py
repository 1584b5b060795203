"""What a reader is asked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model.span import Span


class CardKind(StrEnum):
    CONDITION = "condition"
    POSITION = "position"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"
    UNMENTIONED = "unmentioned"


class Question(StrEnum):
    """What is asked of an item; with the item it makes a card's identity."""

    CONSEQUENCE = "consequence"  # what follows if …
    ANTECEDENT = "antecedent"  # what must hold for …
    OBLIGOR = "obligor"  # who must act
    STATER = "stater"  # who says that … hangs on …
    FORCE = "force"  # sufficient or necessary
    CHAIN = "chain"  # the order of a chain of conditions
    STANCE = "stance"  # where does X stand on Y
    HOLDER = "holder"  # who holds that …
    CONTRAST = "contrast"  # on which issue do A and B differ
    SPEAKER = "speaker"  # who said …
    VOICE = "voice"  # the writer's own voice or somebody's
    CONTENT = "content"  # what did X say of …
    CLOZE = "cloze"  # words left out of a quotation or condition
    ALTERED = "altered"  # which words of the source were changed
    UNMENTIONED = "unmentioned"  # which of these was not among the demands


@dataclass(frozen=True, slots=True)
class Card:
    """A prompt and its answer, made from exactly one item, and the span of the source that it leads back to.

    `span` is the answer in the source, `sentence` what is shown around it once it is revealed. `accepted` has other
    right answers, `actors` the ids of those it is about, `part` tells apart cards that ask one question of one item
    (the conjuncts of an antecedent).
    """

    id: str
    document: str
    item: str
    kind: CardKind
    question: Question
    prompt: str
    answer: str
    span: Span
    sentence: Span
    accepted: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    part: str = ""
    weight: float = 1.0


def card_id(document: str, item: str, question: Question, part: str = "") -> str:
    """Return a card's identity: what it asks about, never its wording."""
    key = f"{document}\0{item}\0{question}\0{part}"
    return hashlib.blake2b(key.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice question; `note` says whose or what a wrong one really is, `span` where."""

    text: str
    right: bool
    span: Span | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A card asked with its options, in the order in which they are shown."""

    card: Card
    prompt: str
    options: tuple[Option, ...]

    @property
    def right(self) -> int:
        """The index of the right option."""
        return next(index for index, option in enumerate(self.options) if option.right)
