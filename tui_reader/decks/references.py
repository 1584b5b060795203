"""What the pronouns, pointing words and definite nouns of one text stand for, found by place."""

from __future__ import annotations

from functools import cached_property

from tui_reader.decks.wording import stems
from tui_reader.model import Document, Extraction, Reference


class References:
    """The references of one extraction, each by the offset at which it begins."""

    def __init__(self, document: Document, extraction: Extraction) -> None:
        self._document, self._extraction = document, extraction

    @cached_property
    def by_start(self) -> dict[int, Reference]:
        """Those of pronouns and pointing words."""
        return {one.span.start: one for one in self._extraction.references}

    @cached_property
    def definites(self) -> dict[int, Reference]:
        """Those of nouns with a mere `the`, but for the ones that the title of the text tells."""
        text, known = self._document.text, stems(self._document.title)
        found = (one for one in self._extraction.definites if not stems(one.span.of(text)) <= known)
        return {one.span.start: one for one in found}

    @cached_property
    def meant(self) -> tuple[str, ...]:
        """The words of all that is stood for."""
        text, extraction = self._document.text, self._extraction
        found = (*extraction.references, *extraction.definites)
        return tuple(f"{one.antecedent.of(text)} {one.words}" for one in found if one.antecedent)

    @cached_property
    def signs(self) -> dict[str, str]:
        """Return by actor `he` or `she`, by which the text speaks of a person, where it uses one of them only."""
        used: dict[str, set[str]] = {}
        for one in self._extraction.references:
            word = one.span.of(self._document.text).casefold()
            sign = "he" if word in {"he", "him", "his"} else "she" if word in {"she", "her", "hers"} else None
            if one.actor is not None and sign is not None:
                used.setdefault(one.actor, set()).add(sign)
        return {actor: next(iter(signs)) for actor, signs in used.items() if len(signs) == 1}
