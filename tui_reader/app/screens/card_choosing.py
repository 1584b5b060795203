"""Choosing which cards to study: by how they are known, kind, actor and text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from tui_reader.app.rows import clip
from tui_reader.app.screens.choosing import Choice, ChoosingScreen
from tui_reader.app.screens.command_screen import CommandScreen
from tui_reader.store.material import Material, actor_names
from tui_reader.study.facets import facets
from tui_reader.study.selection import LATELY, Selection, select, ways_known

HINT = "enter switches · s studies them · esc leaves"
LETTERS = "adfghlwertuiopzxcvbnm"


def choose_cards(
    screen: CommandScreen,
    materials: list[Material],
    selection: Selection | None,
    chosen: Callable[[Selection | None], None],
) -> None:
    """Let the reader switch parts of a selection on and off, then call *chosen* with it, None for every card."""
    progress, now = screen.reader.library.progress, datetime.now(UTC)
    cards = [card for material in materials for card in material.cards]
    states = {card.id: progress.state(card.id) for card in cards}
    lately = list(progress.reviews(now - LATELY))
    offered = facets(
        cards,
        ways_known(cards, states, now, lately),
        actor_names(materials),
        {one.document.id: one.document.title for one in materials},
    )

    def ask(wanted: Selection, at: int) -> None:
        count = len(select(cards, states, wanted, now, lately))
        whole = wanted == Selection()
        rows = [Choice("begin", "study what is due, then new cards" if whole else f"study these {count} cards", "s")]
        for number, facet in enumerate(offered):
            key = LETTERS[number] if number < len(LETTERS) else ""
            words = f"{'●' if facet.on(wanted) else '○'} {clip(facet.words, 44)}  {facet.count}"
            rows.append(Choice(str(number), words, key, "bold" if facet.on(wanted) else ""))

        def took(row: str | None) -> None:
            if row == "begin":
                chosen(None if whole else wanted)
            elif row is not None:
                ask(offered[int(row)].turned(wanted), int(row) + 1)

        screen.app.push_screen(ChoosingScreen("Which cards: switch on what you want", rows, at, HINT), took)

    ask(selection or Selection(), 0)
