"""The texts of the library: what is known of each without opening it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from tui_reader.errors import StoreError
from tui_reader.model import Phase
from tui_reader.store.durable import Json
from tui_reader.store.journal import Journal
from tui_reader.store.progress import Progress
from tui_reader.store.states import is_away, is_due, moment, read_state, utc_text
from tui_reader.study.rereading import asks_reading

Order = Literal["opened", "added", "title", "author", "date", "due", "progress"]
ORDERS: tuple[Order, ...] = ("opened", "added", "title", "author", "date", "due", "progress")


@dataclass(frozen=True, slots=True)
class Shelved:
    """One text as the library lists it.

    `cards` counts those that are not rejected; of these `due` were answered and ask for an answer now, `new` were never
    answered and may be asked now, `unseen` are these and those put off until tomorrow, `learnt` have left the learning
    steps, `away` are suspended or buried. `passages` are to be read again because a card of theirs has slipped. `goal`
    is the day, in ISO 8601, by which the text must be known. `removed` is when it went into the trash. `previous` is
    the text that this one is a new version of.
    """

    id: str
    title: str
    author: str | None
    date: str | None
    source: str
    format: str
    added: datetime
    opened: datetime | None
    tags: tuple[str, ...] = ()
    characters: int = 0
    extracted: bool = False
    cards: int = 0
    due: int = 0
    new: int = 0
    unseen: int = 0
    learnt: int = 0
    away: int = 0
    passages: int = 0
    goal: str | None = None
    removed: datetime | None = None
    previous: str | None = None
    superseded: str | None = None


class Shelf:
    """The table of documents."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def __contains__(self, document: object) -> bool:
        return document in self._rows

    def ids(self) -> tuple[str, ...]:
        return tuple(self._rows)

    def row(self, document: str) -> Mapping[str, Any]:
        """Return what is kept of a text; raises StoreError if the library does not have it."""
        try:
            return self._rows[document]
        except KeyError:
            raise StoreError(f"the library has no text {document}") from None

    def shelved(
        self,
        document: str,
        cards: Mapping[str, str],
        progress: Progress,
        now: datetime,
        brought: Mapping[str, str] | None = None,
        read: Mapping[str, int] | None = None,
        goal: str | None = None,
    ) -> Shelved:
        """Return the text with its counts over *cards*, those that are not rejected, with the item of each.

        Those of *brought* are due if they were not answered since the moment given there; *read* is how many lapses
        cards had when their passage was read again.
        """
        rows, read = progress.rows(), read or {}
        slipped = [card for card in cards if rows.get(card, {}).get("lapses", 0) > read.get(card, 0)]
        owed = {cards[card] for card in slipped if asks_reading(read_state(rows[card]), read.get(card, 0))}
        row = self.row(document)
        return Shelved(
            id=document,
            title=row.get("title", document),
            author=row.get("author"),
            date=row.get("date"),
            source=row.get("source", ""),
            format=row.get("format", "text"),
            added=moment(row.get("added")) or datetime.fromtimestamp(0, UTC),
            opened=moment(row.get("opened")),
            tags=tuple(row.get("tags", ())),
            characters=row.get("characters", 0),
            extracted=bool(row.get("extracted")),
            removed=moment(row.get("removed")),
            previous=row.get("previous"),
            superseded=row.get("superseded"),
            passages=len(owed),
            goal=goal,
            **_counts(cards, rows, utc_text(now), brought or {}),
        )

    def apply(self, event: Mapping[str, Any], at: int, nth: int) -> None:
        match event:
            case {"document": str(document), "set": dict(fields)}:
                row = self._rows.setdefault(document, {})
                row.update(fields)
                for name in [name for name, value in row.items() if value is None]:
                    del row[name]
            case {"document": str(document), "erased": True}:
                self._rows.pop(document, None)

    def forget(self) -> None:
        """Nothing is cached."""

    @property
    def _rows(self) -> dict[str, Json]:
        return self._journal.rows("documents")


def arrange(
    texts: Iterable[Shelved], words: str = "", tag: str | None = None, order: Order = "opened", reverse: bool = False
) -> list[Shelved]:
    """Return the texts whose title, author, source or tags have all of *words*, in *order*.

    Moments and counts come largest first, names from A to Z; *reverse* turns that round.
    """
    wanted = words.casefold().split()
    kept = [text for text in texts if (tag is None or tag in text.tags) and _matches(text, wanted)]
    kept.sort(key=lambda text: text.title.casefold())
    match order:
        case "title":
            pass
        case "author":
            kept.sort(key=lambda text: (text.author is None, (text.author or "").casefold()))
        case "date":
            kept.sort(key=lambda text: text.date or "", reverse=True)
        case "added":
            kept.sort(key=lambda text: text.added, reverse=True)
        case "opened":
            kept.sort(key=lambda text: text.opened or text.added, reverse=True)
        case "due":
            kept.sort(key=lambda text: (text.due, text.new), reverse=True)
        case "progress":
            kept.sort(key=lambda text: text.learnt / text.cards if text.cards else 0.0, reverse=True)
    return kept[::-1] if reverse else kept


def _matches(text: Shelved, wanted: list[str]) -> bool:
    hay = " ".join((text.title, text.author or "", text.source, text.date or "", *text.tags)).casefold()
    return all(word in hay for word in wanted)


def _counts(cards: Iterable[str], states: Mapping[str, Json], now: str, brought: Mapping[str, str]) -> dict[str, int]:
    counts = dict.fromkeys(("cards", "due", "new", "unseen", "learnt", "away"), 0)
    for card in cards:
        counts["cards"] += 1
        row = states.get(card)
        if row is None:
            counts["new"] += 1
            counts["unseen"] += 1
            continue
        counts["away"] += is_away(row, now)
        counts["new"] += row.get("phase", "new") == Phase.NEW and not is_away(row, now)
        counts["unseen"] += row.get("phase", "new") == Phase.NEW and read_state(row).unseen
        counts["learnt"] += row.get("phase") == Phase.REVIEW
        early = card in brought and row.get("last_review", "~") <= brought[card] and not is_away(row, now)
        counts["due"] += early or is_due(row, now)
    return counts
