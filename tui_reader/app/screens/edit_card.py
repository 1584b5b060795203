"""A form on which the words of one card are changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.app.screens.form import FormField, FormScreen
from tui_reader.errors import StoreError
from tui_reader.model import Card


class EditCardScreen(FormScreen[dict[str, str]]):
    """Comes back with the parts that are other than before, or with None."""

    heading = "Change the words of this card"

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card

    def lines(self) -> Sequence[FormField]:
        return [
            FormField("prompt", "Question", self.card.prompt.replace("\n", " ")),
            FormField("answer", "Answer", self.card.answer.replace("\n", " ")),
        ]

    def result(self, given: Mapping[str, str]) -> dict[str, str]:
        if not all(words.strip() for words in given.values()):
            raise StoreError("a card needs a question and an answer")
        before = {line.name: line.value for line in self.lines()}
        return {name: words.strip() for name, words in given.items() if words != before[name]}
