"""A form on which the words of one card are changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.app.editing import card_changes, card_fields
from tui_reader.app.screens.form import FormField, FormScreen
from tui_reader.model import Card


class EditCardScreen(FormScreen[dict[str, str]]):
    """Comes back with the parts that are other than before, or with None."""

    heading = "Change the words of this card"

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card

    def lines(self) -> Sequence[FormField]:
        return [FormField(field.name, field.label, field.value.replace("\n", " ")) for field in card_fields(self.card)]

    def result(self, given: Mapping[str, str]) -> dict[str, str]:
        shown = {line.name: line.value for line in self.lines()}
        return card_changes(self.card, {name: words for name, words in given.items() if words != shown[name]})
