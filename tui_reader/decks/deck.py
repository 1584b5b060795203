"""Cards as they leave the house: each with the words of its source, so that a deck is of use without the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from tui_reader.decks.wording import quote, tidy
from tui_reader.model import Card, Choice, Document, Extraction, Option, Span


@dataclass(frozen=True, slots=True)
class About:
    """The document that cards were made from; `source` is its URL or file name, never a path of this machine."""

    id: str
    title: str
    source: str = ""
    date: str = ""
    author: str = ""

    @property
    def citation(self) -> str:
        """One line that names the document."""
        return ", ".join(part for part in (quote(self.title), self.author, self.date, self.source) if part)


@dataclass(frozen=True, slots=True)
class Entry:
    """A card, the words that its answer stands in and the sentence around them.

    `actors` are the names of those whom the card is about, `section` the heading under which its source stands,
    `options` the answers it is asked with as a choice.
    """

    card: Card
    quote: str
    passage: str
    section: str = ""
    actors: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()

    @property
    def lit(self) -> Span | None:
        """Where the quoted words stand in the passage; of several places the one the card's span means."""
        at, places = self.passage.find(self.quote) if self.quote else -1, []
        while at >= 0:
            places.append(at)
            at = self.passage.find(self.quote, at + 1)
        wanted = self.card.span.start - self.card.sentence.start
        start = min(places, key=lambda place: abs(place - wanted), default=None)
        return None if start is None else Span(start, start + len(self.quote))


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of one document, or a reader's own selection of the cards of several."""

    name: str
    documents: tuple[About, ...]
    entries: tuple[Entry, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        return tuple(entry.card for entry in self.entries)

    def about(self, card: Card) -> About:
        """Return the document that *card* comes from."""
        return next((one for one in self.documents if one.id == card.document), About(card.document, self.name))

    @classmethod
    def joined(cls, name: str, decks: Iterable[Deck]) -> Deck:
        """Return one deck of all cards of *decks*, each card once."""
        documents: dict[str, About] = {}
        entries: dict[str, Entry] = {}
        for deck in decks:
            documents.update((one.id, one) for one in deck.documents if one.id not in documents)
            entries.update((entry.card.id, entry) for entry in deck.entries if entry.card.id not in entries)
        return cls(name, tuple(documents.values()), tuple(entries.values()))


def build_deck(
    document: Document,
    extraction: Extraction,
    cards: Iterable[Card],
    *,
    name: str | None = None,
    choices: Iterable[Choice] = (),
) -> Deck:
    """Return *cards* of *document* as a deck; its name is the document's title unless another is given."""
    about = About(
        id=document.id,
        title=tidy(document.title) or "Untitled",
        source=shareable(document.source.location),
        date=document.date or "",
        author=document.author or "",
    )
    options = {choice.card.id: choice.options for choice in choices}
    names = {actor.id: actor.name for actor in extraction.actors}
    entries = []
    for card in cards:
        section = document.section_at(card.span.start)
        entries.append(
            Entry(
                card=card,
                quote=_line(card.span.of(document.text)),
                passage=_line(card.sentence.of(document.text)),
                section=tidy(section.title or "") if section else "",
                actors=tuple(names[actor] for actor in card.actors if actor in names),
                options=options.get(card.id, ()),
            )
        )
    return Deck(name or about.title, (about,), tuple(entries))


def shareable(location: str) -> str:
    """Return *location* as others may see it: a URL whole, of a path its last name, nothing for a pipe."""
    if re.match(r"[a-z][a-z0-9+.-]+://", location, re.IGNORECASE):
        return location
    return "" if location in {"-", "clipboard", ""} else PurePosixPath(location.replace("\\", "/")).name


def _line(text: str) -> str:
    return " ".join(text.split())
