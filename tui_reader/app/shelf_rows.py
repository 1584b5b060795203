"""What the library screen lists; knows no Textual."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from tui_reader.store.shelf import Shelved
from tui_reader.study.counting import percent

Order = Literal["opened", "title", "date", "due"]
ORDERS: tuple[Order, ...] = ("opened", "title", "date", "due")
ORDER_TITLES: dict[Order, str] = {
    "opened": "last opened",
    "title": "title",
    "date": "date",
    "due": "cards due",
}


def arranged(texts: Iterable[Shelved], order: Order, words: str = "") -> list[Shelved]:
    """Return the texts that have all of *words* in title, author, source or tags, in *order*."""
    wanted = words.casefold().split()
    kept = [text for text in texts if all(word in _words(text) for word in wanted)]
    match order:
        case "opened":
            return sorted(kept, key=lambda text: text.opened or text.added, reverse=True)
        case "title":
            return sorted(kept, key=lambda text: text.title.casefold())
        case "date":
            return sorted(kept, key=lambda text: text.date or "", reverse=True)
        case "due":
            return sorted(kept, key=lambda text: (-text.due, -text.new))


def bar(share: float, width: int = 10) -> str:
    """Return a share, 0 to 1, as a bar of *width* cells; anything done at all shows."""
    full = min(width, max(int(share > 0), round(share * width)))
    return "━" * full + "─" * (width - full)


def tally(text: Shelved, known: float | None) -> str:
    """Return how a text stands: what is due, what was never asked, how well it is known, 0 to 1."""
    if not text.extracted:
        return "not read yet"
    if not text.cards:
        return "no cards"
    parts = [waiting(text), f"{text.unseen} unseen" if text.unseen else ""]
    parts.append(f"{percent(known)} known")
    parts.append(f"goal {date.fromisoformat(text.goal):%d %b}" if text.goal else "")
    return " · ".join(part for part in parts if part)


def waiting(*texts: Shelved) -> str:
    """Return what asks for work now: cards that are due and passages to read again; empty where nothing does."""
    due, passages = sum(text.due for text in texts), sum(text.passages for text in texts)
    return " · ".join(([f"{due} due"] if due else []) + ([f"{passages} to reread"] if passages else []))


def _words(text: Shelved) -> str:
    return " ".join([text.title, text.author or "", text.source, *text.tags]).casefold()


def last_opened(texts: Iterable[Shelved]) -> Shelved | None:
    """Return the text that was read last, None if none ever was."""
    read = [text for text in texts if text.opened is not None]
    return max(read, key=lambda text: text.opened or text.added, default=None)
