"""Who stands where: actors by issues, with what each of them says on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model import Condition, ConditionKind, Extraction, Position, Stance


class Polarity(StrEnum):
    """Which way a stance points; the sign carries it without colour."""

    FOR = "for"
    AGAINST = "against"
    CONDITIONAL = "on conditions"
    NEUTRAL = "describes"

    @property
    def sign(self) -> str:
        return {"for": "▲", "against": "▼", "on conditions": "◆", "describes": "●"}[self.value]


POLARITY: dict[Stance, Polarity] = {
    Stance.SUPPORTS: Polarity.FOR,
    Stance.ACCEPTS: Polarity.FOR,
    Stance.OFFERS: Polarity.FOR,
    Stance.DEMANDS: Polarity.FOR,
    Stance.OPPOSES: Polarity.AGAINST,
    Stance.REFUSES: Polarity.AGAINST,
    Stance.DENIES: Polarity.AGAINST,
    Stance.DOUBTS: Polarity.AGAINST,
    Stance.WARNS: Polarity.AGAINST,
    Stance.CHARACTERISES: Polarity.NEUTRAL,
}


class Accord(StrEnum):
    """How those who speak on one issue stand to each other."""

    NONE = "none"
    AGREE = "agree"
    COLLIDE = "collide"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one holder says on one issue, in the order of the text; None as holder stands for the document's writer."""

    holder: str | None
    issue: str
    positions: tuple[Position, ...]
    polarity: Polarity

    @property
    def stance(self) -> Stance:
        """The stance that counts: the last one that points a way, else the last one."""
        pointed = [p for p in self.positions if POLARITY[p.stance] is not Polarity.NEUTRAL]
        return (pointed or self.positions)[-1].stance


@dataclass(frozen=True, slots=True)
class Standings:
    """The table: holders and issues in the order of how much there is on each, its cells, and the accord of issues."""

    holders: tuple[str | None, ...]
    issues: tuple[str, ...]
    cells: dict[tuple[str | None, str], Cell]
    accords: dict[str, Accord]

    def cell(self, holder: str | None, issue: str) -> Cell | None:
        return self.cells.get((holder, issue))


def standings(extraction: Extraction) -> Standings:
    """Return the table of all positions of *extraction*."""
    grouped: dict[tuple[str | None, str], list[Position]] = defaultdict(list)
    for position in extraction.positions:
        grouped[position.holder, position.issue.text].append(position)
    cells = {
        (holder, issue): Cell(holder, issue, tuple(found), _polarity(found, extraction.conditions))
        for (holder, issue), found in grouped.items()
    }
    first: dict[str, int] = {}
    for position in extraction.positions:
        first.setdefault(position.issue.text, position.evidence.start)
    holders = sorted(
        {holder for holder, _ in cells},
        key=lambda holder: (-sum(len(c.positions) for c in cells.values() if c.holder == holder), holder or ""),
    )
    issues = sorted(first, key=lambda issue: (-sum(1 for cell in cells.values() if cell.issue == issue), first[issue]))
    accords = {issue: _accord([cell for cell in cells.values() if cell.issue == issue]) for issue in issues}
    return Standings(tuple(holders), tuple(issues), cells, accords)


def _polarity(positions: Sequence[Position], conditions: Iterable[Condition]) -> Polarity:
    """Return which way a holder points on an issue: on conditions where what shows it is the consequent of one."""
    found = [POLARITY[position.stance] for position in positions]
    pointed = [polarity for polarity in found if polarity is not Polarity.NEUTRAL]
    if not pointed:
        return Polarity.NEUTRAL
    real = [condition for condition in conditions if condition.kind is not ConditionKind.CONCESSIVE]
    hangs = any(
        position.stance is not Stance.DEMANDS
        and POLARITY[position.stance] is Polarity.FOR
        and position.evidence.overlap(condition.consequent) * 2 > len(condition.consequent)
        for position in positions
        for condition in real
    )
    return Polarity.CONDITIONAL if hangs else pointed[-1]


def _accord(cells: Sequence[Cell]) -> Accord:
    ways = {cell.polarity for cell in cells}
    if Polarity.AGAINST in ways and ways & {Polarity.FOR, Polarity.CONDITIONAL}:
        return Accord.COLLIDE
    counts = [sum(cell.polarity is way for cell in cells) for way in (Polarity.FOR, Polarity.AGAINST)]
    return Accord.AGREE if max(counts, default=0) >= 2 else Accord.NONE
