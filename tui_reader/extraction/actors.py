"""Who can say or hold something: one actor for all the names that a text uses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from tui_reader.extraction.grammar import noun_phrase
from tui_reader.model import Actor, ActorKind, Span

PERSONAL = frozenset({"he", "she", "him", "her", "himself", "herself", "they", "them", "it", "its", "their", "his"})
SPEAKING = frozenset({"i", "me", "we", "us", "my", "our", "myself", "ourselves"})


@dataclass
class ActorTable:
    """The actors of one document, found by name, by mention and by pronoun."""

    by_key: dict[str, Actor] = field(default_factory=dict)
    last: str | None = None

    def values(self) -> tuple[Actor, ...]:
        return tuple({actor.id: actor for actor in self.by_key.values()}.values())

    def holder(self, head: Token) -> str | None:
        """Return the id of the actor that the noun phrase headed by *head* means; makes one if it is new.

        A pronoun is resolved; `I`, `we` and `my government` belong to the section's author. None stands for the
        document's writer.
        """
        found = self.resolve(head)
        if found is not None or head.lower_ in SPEAKING | PERSONAL:
            return found
        self.last = self.add(noun_phrase(head).text, head.doc._.offset + head.idx, len(head.text))
        return self.last

    def resolve(self, head: Token) -> str | None:
        """Return the id of the actor that *head* means, None where nobody known is meant; never makes one."""
        if head.lower_ in SPEAKING:
            return head.doc._.reading.section_author_id(head.doc._.offset + head.idx) if head.doc._.reading else None
        if head.lower_ in PERSONAL:
            return self.last
        name = noun_phrase(head)
        for key in (name.text, head.text):
            actor = self.by_key.get(normal(key))
            if actor is not None:
                self.last = actor.id
                return actor.id
        return None

    def speaker(self, label: str) -> str:
        """Return the id of the speaker labelled *label* in a transcript."""
        return self.add(label)

    def author(self, name: str) -> str:
        """Return the id of the section author called *name*."""
        return self.add(name)

    def unspecified(self) -> str:
        """Return the id of the source that nobody names: "it is feared that", "I am told that"."""
        return self.add("unspecified")

    def add(self, name: str, start: int = -1, length: int = 0) -> str:
        key = normal(name)
        actor = self.by_key.get(key) or self.by_key.get(key.rpartition(" ")[2])
        if actor is None:
            actor = Actor(f"a{len(self.values()) + 1}", name, ActorKind.GROUP)
        names = actor.names if name in actor.names else (*actor.names, name)
        mentions = (*actor.mentions, Span(start, start + length)) if start >= 0 else actor.mentions
        actor = replace(actor, names=names, mentions=mentions)
        for known in names:
            self.by_key[normal(known)] = actor
            if known[:1].isupper():
                self.by_key[normal(known).rpartition(" ")[2]] = actor
        return actor.id


def normal(name: str) -> str:
    """Return *name* as it is compared: without case, article and curly marks."""
    name = name.replace("’", "'").casefold().strip()
    for article in ("the ", "a ", "an "):
        name = name.removeprefix(article)
    return name


@Language.component("reader_actors")
def find_actors(doc: Doc) -> Doc:
    """Learn the names of this part; after all parts have been learnt, mentions can be resolved."""
    return doc
