"""The places that a reader jumped from, back and forward again."""

from __future__ import annotations

MOST = 100


class Jumps:
    """A list of offsets with a place in it, like that of an editor: a new jump drops what lay forward."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._at = 0  # index into the places; at their end while no jump has been gone back on

    def leave(self, offset: int) -> None:
        """Remember *offset*, from which the reader jumps."""
        del self._places[self._at :]
        if not self._places or self._places[-1] != offset:
            self._places.append(offset)
        del self._places[:-MOST]
        self._at = len(self._places)

    def back(self, offset: int, count: int = 1) -> int | None:
        """Return the place *count* jumps ago, None if there is none; *offset* is where the reader is now."""
        if self._at == 0:
            return None
        if self._at == len(self._places):
            self._places.append(offset)
        self._at = max(0, self._at - count)
        return self._places[self._at]

    def forward(self, count: int = 1) -> int | None:
        """Return the place *count* jumps forward again, None if nothing lies forward."""
        last = len(self._places) - 1
        if self._at >= last:
            return None
        self._at = min(last, self._at + count)
        return self._places[self._at]
