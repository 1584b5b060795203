"""Answers that were written and are not rated yet: kept until they are, so that nothing typed is lost."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from tui_reader.store.durable import decode_json, encode_json, replace_file


@dataclass(frozen=True, slots=True)
class Unrated:
    """What was typed for a card when it had been answered *reviews* times; `checked` says that its grade was shown."""

    card: str
    reviews: int
    given: str
    checked: bool = False
    overruled: bool = False
    confidence: float | None = None


class UnratedAnswers:
    """One file a card in *folder*, so that two copies of the program keep theirs side by side."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, answer: Unrated) -> None:
        """Keep an answer durably; raises NotSaved."""
        if self.of(answer.card) != answer:
            replace_file(self._path(answer.card), encode_json(asdict(answer)))

    def of(self, card: str) -> Unrated | None:
        """Return what is kept of a card; a file that cannot be read counts as none."""
        try:
            row = decode_json(self._path(card).read_bytes())
            return Unrated(**{field.name: row[field.name] for field in fields(Unrated)})
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def drop(self, card: str) -> None:
        """Forget what was written of a card."""
        with suppress(OSError):
            self._path(card).unlink(missing_ok=True)

    def _path(self, card: str) -> Path:
        return self._folder / f"answer-{re.sub(r'[^A-Za-z0-9-]+', '-', card)}.json"
