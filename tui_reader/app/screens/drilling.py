"""Whom a reader takes for whom, from anywhere in the app: a pair is chosen and drilled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_reader.app.screens.choosing import Choice, ChoosingScreen
from tui_reader.study.counting import times

if TYPE_CHECKING:
    from textual.app import App

    from tui_reader.store import Library
    from tui_reader.store.confusing import Confused
    from tui_reader.study.drill import Pair

NOBODY = "You have taken nobody for another yet."


def confused_in(library: Library, documents: Sequence[str]) -> list[Confused]:
    """Return the confused pairs of these texts, the most frequent first; a long log takes a second, in a worker."""
    from tui_reader.store.confusing import confused_pairs
    from tui_reader.store.material import material_of

    return confused_pairs(library, [material_of(library, document) for document in documents])


def choose_pair(app: App[int], found: Sequence[Confused], drill: Callable[[Pair], object]) -> None:
    """Let the reader choose one of the pairs *found*, and *drill* it."""
    rows = [
        Choice(str(number), f"{one.pair.one.name} or {one.pair.other.name}: confused {times(one.times)}")
        for number, one in enumerate(found)
    ]

    def chosen(row: str | None) -> None:
        if row is not None:
            drill(found[int(row)].pair)

    app.push_screen(ChoosingScreen("Whom you take for whom: drill a pair", rows), chosen)
