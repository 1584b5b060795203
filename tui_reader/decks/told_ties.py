"""Ties that a text tells twice: of an article that quotes a statement, and of what is said again."""

from __future__ import annotations

from tui_reader.decks.context import Context
from tui_reader.decks.framing import owner
from tui_reader.decks.wording import stems
from tui_reader.model import Condition, SectionKind

SAME = 0.8  # share of the words of the shorter consequent from which two say the same
CERTAIN, SURE = 3, 6  # content words of a consequent that can be known again; that can be so by themselves


def told_ties(context: Context) -> dict[str, str]:
    """Return for each condition that another tells as well the id of that other, of which alone cards are made.

    Of two the one that stands in its holder's own statement is kept, else the first.
    """
    kept: list[Condition] = []
    found: dict[str, str] = {}
    for condition in sorted(context.extraction.conditions, key=lambda one: (not _own(context, one), one.antecedent)):
        twin = next((one for one in kept if _same(context, one, condition)), None)
        if twin is None:
            kept.append(condition)
        elif twin.id != condition.id:
            found[condition.id] = twin.id
    return found


def _holder(context: Context, condition: Condition) -> str | None:
    return owner(context, condition.holder, condition.antecedent.start)


def _own(context: Context, condition: Condition) -> bool:
    """Whether a condition stands in a statement whose author holds it."""
    section = context.document.section_at(condition.antecedent.start)
    if section is None or section.kind is not SectionKind.STATEMENT:
        return False
    author = context.author_of(section)
    return author is not None and author == _holder(context, condition)


def _same(context: Context, kept: Condition, other: Condition) -> bool:
    if _holder(context, kept) != _holder(context, other):
        return False
    first, second = (stems(context.text(one.consequent)) for one in (kept, other))
    ends = [stems(context.text(one.antecedent)) for one in (kept, other)]
    if first == second and ends[0] == ends[1]:
        return True
    told = _own(context, kept) and not _own(context, other) and kept.kind is other.kind
    least = min(len(first), len(second))
    shared = len(first & second)
    return told and least >= CERTAIN and shared >= SAME * least and (shared >= SURE or bool(ends[0] & ends[1]))
