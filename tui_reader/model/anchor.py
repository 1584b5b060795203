"""A place in a text that is found again after the text has changed."""

from __future__ import annotations

from dataclasses import dataclass

from tui_reader.model.span import Span

CONTEXT = 32  # characters kept on each side


@dataclass(frozen=True, slots=True)
class Anchor:
    """An offset, the exact words that stood there and a little of what stood before and after.

    The selectors are those of the W3C Web Annotation Data Model: TextPositionSelector and TextQuoteSelector.
    """

    offset: int
    quote: str
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, text: str, span: Span) -> Anchor:
        return cls(
            offset=span.start,
            quote=span.of(text),
            before=text[max(0, span.start - CONTEXT) : span.start],
            after=text[span.end : span.end + CONTEXT],
        )

    def find(self, text: str) -> Span | None:
        """Return where the quoted words stand in *text* now, or None if they are gone.

        Of several places the one whose surroundings agree best is taken, then the one nearest to the old offset.
        An anchor of no words (a caret) is found by its surroundings.
        """
        if not self.quote:
            return self._find_caret(text)
        best: tuple[int, int] | None = None
        found: Span | None = None
        at = text.find(self.quote)
        while at >= 0:
            span = Span(at, at + len(self.quote))
            rank = (self._agreement(text, span), -abs(at - self.offset))
            if best is None or rank > best:
                best, found = rank, span
            at = text.find(self.quote, at + 1)
        return found

    def _find_caret(self, text: str) -> Span | None:
        for cut in (CONTEXT, CONTEXT // 2, CONTEXT // 4):
            before, after = self.before[-cut:], self.after[:cut]
            whole = Anchor(self.offset - len(before), before + after).find(text) if before + after else None
            if whole is not None:
                return Span(whole.start + len(before), whole.start + len(before))
        return None

    def _agreement(self, text: str, span: Span) -> int:
        before = text[max(0, span.start - len(self.before)) : span.start]
        after = text[span.end : span.end + len(self.after)]
        return _common_prefix(before[::-1], self.before[::-1]) + _common_prefix(after, self.after)


def _common_prefix(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
