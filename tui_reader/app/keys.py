"""Keys into commands: counts (`12j`), sequences (`g g`) and arguments (`m a`); knows no Textual."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui_reader.app.commands import Command, in_place


@dataclass(frozen=True, slots=True)
class Press:
    """What a key came to: a command to run, more keys to wait for, or nothing.

    `pending` is what has been typed so far, `waits` says that time alone would run `command`.
    """

    command: Command | None = None
    count: int | None = None
    argument: str | None = None
    pending: str = ""
    waits: bool = False

    @property
    def used(self) -> bool:
        """Whether the key meant something here."""
        return self.command is not None or bool(self.pending)


class KeyReader:
    """Reads keys one by one against the commands of the place that the reader is in."""

    def __init__(self, table: Iterable[Command]) -> None:
        self.table = tuple(table)
        self._keys: list[str] = []
        self._digits = ""
        self._awaiting: Command | None = None
        self._place = ""

    @property
    def pending(self) -> str:
        """What has been typed of a command that is not complete, as the status line shows it."""
        return self._digits + " ".join(self._keys)

    def clear(self) -> None:
        self._keys, self._digits, self._awaiting = [], "", None

    def feed(self, key: str, place: str) -> Press:
        """Take one key, a character or a named key, in *place*."""
        if place != self._place:
            self.clear()
            self._place = place
        if self._awaiting is not None:
            command, self._awaiting = self._awaiting, None
            self.clear()
            return Press(command, argument=key) if len(key) == 1 else Press()
        if key == "escape" and self.pending:
            self.clear()
            return Press(pending=" ")
        found, longer = self._look(key)
        counts = any(command.count for command in in_place(self.table, place))
        if not self._keys and counts and key.isdecimal() and (key != "0" or self._digits):
            alone = found if not self._digits else None
            self._digits += key
            return Press(alone, pending=self.pending, waits=True) if alone else Press(pending=self.pending)
        if longer:
            self._keys.append(key)
            return Press(found, self._count(found), pending=self.pending, waits=found is not None)
        if found is None:
            had = bool(self.pending)
            self.clear()
            return Press(pending=" ") if had else Press()
        if found.takes:
            self._keys.append(key)
            self._awaiting = found
            return Press(pending=self.pending)
        press = Press(found, self._count(found))
        self.clear()
        return press

    def _count(self, command: Command | None) -> int | None:
        return int(self._digits[:6]) if self._digits and command is not None and command.count else None

    def _look(self, key: str) -> tuple[Command | None, bool]:
        """Return the innermost command whose keys are those typed and *key*, and whether longer sequences begin so."""
        typed = [*self._keys, key]
        found: Command | None = None
        longer = False
        for command in in_place(self.table, self._place):
            for sequence in command.keys:
                words = sequence.split()
                if words == typed:
                    found = found or command
                elif words[: len(typed)] == typed:
                    longer = True
        return found, longer
