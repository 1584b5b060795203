"""Where the words of one version of a text stand in another."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher

from tui_reader.model import Span

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
LONG = 4000  # tokens of a changed stretch beyond which it is not compared word by word


@dataclass(frozen=True, slots=True)
class TextMap:
    """The stretches that both versions share: (start in the old, start in the new, length), in order."""

    blocks: tuple[tuple[int, int, int], ...]

    @classmethod
    def between(cls, old: str, new: str) -> TextMap:
        """Compare line by line, and word by word where lines differ."""
        if old == new:
            return cls(((0, 0, len(old)),))
        blocks: list[tuple[int, int, int]] = []
        olds, news = old.splitlines(keepends=True), new.splitlines(keepends=True)
        old_at, new_at = _starts(olds), _starts(news)
        for tag, i, j, k, m in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
            if tag == "equal":
                blocks.append((old_at[i], new_at[k], old_at[j] - old_at[i]))
            elif tag == "replace":
                blocks += _words(old[old_at[i] : old_at[j]], new[new_at[k] : new_at[m]], old_at[i], new_at[k])
        return cls(tuple(blocks))

    @property
    def shared(self) -> int:
        """The number of characters that both versions have."""
        return sum(length for _, _, length in self.blocks)

    def span(self, span: Span) -> Span | None:
        """Return where the words of an old span stand now, None if less than half of them are left."""
        first: int | None = None
        last, kept = 0, 0
        index = max(0, bisect_right(self.blocks, (span.start, len(self.blocks) and 1 << 60, 0)) - 1)
        for start, there, length in self.blocks[index:]:
            if start >= span.end:
                break
            low, high = max(start, span.start), min(start + length, span.end)
            if low < high:
                first = there + low - start if first is None else first
                last, kept = there + high - start, kept + high - low
        if first is None or 2 * kept < len(span):
            return None
        return Span(first, last)


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _words(old: str, new: str, old_at: int, new_at: int) -> list[tuple[int, int, int]]:
    olds, news = TOKEN.findall(old), TOKEN.findall(new)
    if len(olds) + len(news) > LONG:
        return []
    old_starts, new_starts = _starts(olds), _starts(news)
    return [
        (old_at + old_starts[i], new_at + new_starts[k], old_starts[i + n] - old_starts[i])
        for i, k, n in SequenceMatcher(None, olds, news, autojunk=False).get_matching_blocks()
        if n and any(token.strip() for token in olds[i : i + n])
    ]
