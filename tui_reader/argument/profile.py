"""A text in figures: who speaks how much, claims by kind, conditions by who must act."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tui_reader.model import Document, Extraction, Mode

WRITER = "the writer"
NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Profile:
    """Each is names with their figures, the largest first.

    `voices` is in words of the text: those in the mouth of each, the writer's the rest that is read.
    """

    voices: tuple[tuple[str, int], ...]
    modes: tuple[tuple[str, int], ...]
    stances: tuple[tuple[str, int], ...]
    obligors: tuple[tuple[str, int], ...]
    conditions: tuple[tuple[str, int], ...]


def profile(document: Document, extraction: Extraction) -> Profile:
    """Return the figures of one text."""
    names = {actor.id: actor.name for actor in extraction.actors}
    writer = document.author or WRITER

    def name(actor: str | None, nobody: str = writer) -> str:
        return names.get(actor, actor) if actor else nobody

    owner: list[str | None] = [None] * len(document.text)
    spoken = [claim for claim in extraction.claims if claim.holder is not None]
    for claim in sorted(spoken, key=lambda claim: -len(claim.span)):
        owner[claim.span.start : claim.span.end] = [claim.holder] * len(claim.span)
    voices: Counter[str] = Counter()
    for sentence in extraction.sentences:
        at = sentence.start
        for word in sentence.of(document.text).split():
            at = document.text.index(word, at)
            voices[name(owner[at])] += 1
            at += len(word)
    said = [claim for claim in extraction.claims if claim.mode is not Mode.NARRATION]
    return Profile(
        voices=_most(voices),
        modes=_most(Counter(claim.mode.value for claim in said)),
        stances=_most(Counter(position.stance.value for position in extraction.positions)),
        obligors=_most(Counter(name(condition.obligor, NOBODY) for condition in extraction.conditions)),
        conditions=_most(Counter(condition.kind.value for condition in extraction.conditions)),
    )


def _most(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(counts.most_common())
