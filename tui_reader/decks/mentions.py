"""Where a text mentions whom, found by place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from tui_reader.decks.span_index import SpanIndex
from tui_reader.model import Actor, ActorKind, Span


class Mentions:
    """The mentions of the actors of one text, each with the id of the actor."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        kept = tuple(actors)
        self._actors = {span: actor.id for actor in kept for span in actor.mentions}
        self._index = SpanIndex(self._actors, lambda span: span)
        self.people = frozenset(actor.id for actor in kept if actor.kind is ActorKind.PERSON)

    @cached_property
    def ends(self) -> dict[int, str]:
        """Whose mention ends at an offset."""
        return {span.end: actor for span, actor in self._actors.items()}

    @cached_property
    def _starts(self) -> dict[int, list[tuple[Span, str]]]:
        table: dict[int, list[tuple[Span, str]]] = {}
        for span, actor in self._actors.items():
            table.setdefault(span.start, []).append((span, actor))
        return table

    def over(self, span: Span) -> list[tuple[Span, str]]:
        """Return all mentions that share a character with *span*, in the order of the text."""
        return [(mention, self._actors[mention]) for mention in self._index.over(span)]

    def at(self, start: int, end: int) -> list[tuple[Span, str]]:
        """Return all mentions that start at *start* and end by *end*."""
        return [(span, actor) for span, actor in self._starts.get(start, ()) if span.end <= end]

    def longest(self, start: int, end: int) -> tuple[Span, str] | None:
        """Return the longest mention that starts at *start* and ends by *end*."""
        return max(self.at(start, end), key=lambda pair: len(pair[0]), default=None)

    def names_person(self, span: Span) -> bool:
        """Whether a person is mentioned within *span*."""
        return any(actor in self.people for _, actor in self.over(span))
