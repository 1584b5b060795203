"""Which capital stands for which state, where no gazetteer can tell: learnt from the text itself.

A place that does what only someone does ("Velm has dropped two demands") is a seat of government. It goes to the state
for which most speaks: the place line of a statement by that state's minister, "the Ministry of … of Corvane, Halvern";
what speaks against a state is that both act in one sentence, as two parties. Only states that are certain
count (they have a government, a demonym or a form of state), and only a clear winner is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui_reader.extraction.entity import Entity
from tui_reader.extraction.evidence import Evidence
from tui_reader.extraction.normal import normal

PLACE_LINE = re.compile(
    r"^(?P<place>[A-Z][\w'’.]*(?:[ -][A-Z][\w'’.]*){0,3})(?:,[^—–()\n]{3,24})?\s*(?:\([^)\n]{2,24}\)\s*)?(?:[—–]|$)"
)
SEAT_OF = re.compile(
    r"\b(?:Ministry|Government|Office|Presidency|Embassy)\b[^,\n]*\bof (?P<state>[A-Z]\w+), (?P<place>[A-Z][\w ]+)"
)
CERTAIN = 2.0


@dataclass
class Capitals:
    """What speaks for and against each pair of a place and a state."""

    score: Counter[tuple[str, str]] = field(default_factory=Counter)
    taken: dict[str, str] = field(default_factory=dict)

    def add(self, seat: str, state: str, weight: float) -> None:
        self.score[seat, state] += weight  # type: ignore[assignment]

    def sentence(self, names: Iterable[tuple[str, bool]]) -> None:
        """Count the names of one sentence, each with whether it acts there, as parties beside each other."""
        mentioned = list(dict.fromkeys(names))
        for seat, _ in mentioned:
            for state, acts in mentioned:
                if seat != state:
                    self.add(seat, state, -1.0 if acts else -0.6)

    def text(self, text: str) -> None:
        """Take what a whole block says outright."""
        for match in SEAT_OF.finditer(text):
            self.add(normal(match["place"]), normal(match["state"]), 4.0)

    def assign(self, evidence: dict[str, Evidence], bearers: dict[str, Entity]) -> list[tuple[str, str]]:
        """Return the pairs of keys (capital, state) that are certain now and were not before."""
        states = [
            k for k, e in evidence.items() if e.votes["state"] >= CERTAIN and e.kind() == "state" and " " not in k[:1]
        ]
        seats = [
            key
            for key, found in evidence.items()
            if found.acts and found.kind() in {"place", "state"} and found.votes["state"] < CERTAIN and key in bearers
        ]
        pairs: list[tuple[str, str]] = []
        free = [state for state in states if state not in self.taken.values()]
        for seat in seats:
            if seat in self.taken:
                continue
            ranked = sorted(((self.score[seat, state], state) for state in free), reverse=True)
            if not ranked:
                continue
            best = ranked[0]
            clear = len(ranked) > 1 and best[0] > ranked[1][0]
            if (clear and best[0] >= 0) or best[0] >= 2 or (len(ranked) == 1 and len(states) > 1 and best[0] > -0.5):
                self.taken[seat] = best[1]
                free.remove(best[1])
                pairs.append((seat, best[1]))
        return pairs
