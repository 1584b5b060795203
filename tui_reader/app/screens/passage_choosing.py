"""The passages to read again, as a list that leads to each."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.app.rows import clip
from tui_reader.app.screens.choosing import Choice, ChoosingScreen
from tui_reader.app.screens.command_screen import CommandScreen
from tui_reader.errors import StoreError
from tui_reader.store.material import material_of, passages_of


def choose_passage(screen: CommandScreen, documents: Sequence[str]) -> None:
    """Let the reader choose a passage that a slipped card was made from; it is shown and counts as read."""
    library = screen.reader.library
    materials = {document: material_of(library, document) for document in documents}
    owed = [passage for material in materials.values() for passage in passages_of(library, material)]
    if not owed:
        screen.notify("No passage is to be read again; one is when a card slips.", markup=False)
        return
    rows = []
    for number, passage in enumerate(owed):
        words = " ".join(passage.span.of(materials[passage.document].document.text).split())
        rows.append(Choice(str(number), clip(f"{passage.why}: {words}", 116)))

    def chosen(row: str | None) -> None:
        if row is None:
            return
        passage = owed[int(row)]
        try:
            library.rereading.mark(card.id for card in passage.cards)
        except StoreError as error:
            screen.notify(str(error), severity="error", markup=False)
            return
        app = screen.reader
        while len(app.screen_stack) > 2:  # what lies over the text or the library is left
            app.pop_screen()
        app.show(passage.document, passage.span)

    screen.app.push_screen(ChoosingScreen("To be read again, because a card slipped", rows), chosen)
