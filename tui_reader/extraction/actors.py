"""Who can say or hold something: one actor for all the names that a text uses."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.model import Actor, ActorKind


@dataclass
class ActorTable:
    """The actors of one document, found by name, by mention and by pronoun."""

    by_name: dict[str, Actor] = field(default_factory=dict)

    def values(self) -> tuple[Actor, ...]:
        return tuple(dict.fromkeys(self.by_name.values()))

    def holder(self, head: Token) -> str | None:
        """Return the id of the actor that the noun phrase headed by *head* means; makes one if it is new.

        A pronoun is resolved; `I`, `we` and `my government` belong to the section's author. None stands for the
        document's writer.
        """
        words = head.doc[head.left_edge.i : head.i + 1]
        return self.named(words).id

    def named(self, words: Words) -> Actor:
        """Return the actor called *words*, a new one if nobody is."""
        name = words.text
        if name not in self.by_name:
            self.by_name[name] = Actor(f"a{len(self.by_name) + 1}", name, ActorKind.GROUP, (name,))
        return self.by_name[name]


@Language.component("reader_actors")
def find_actors(doc: Doc) -> Doc:
    """Learn the names of this part; after all parts have been learnt, mentions can be resolved."""
    return doc
