"""Which capital stands for which state, where no gazetteer can tell: learnt from the text itself.

A place that does what only someone does ("Velm has dropped two demands") is a seat of government. It goes to the state
for which most speaks: the place line of a statement by that state's minister, "the Ministry of … of Corvane, Halvern";
what speaks against a state is that both act in one sentence, as two parties. Only states that are certain
count (they have a government, a demonym or a form of state), and only a clear winner is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tui_reader.extraction.entity import Entity
from tui_reader.extraction.evidence import Evidence

PLACE_LINE = re.compile(
    r"^(?P<place>[A-Z][\w'’.]*(?:[ -][A-Z][\w'’.]*){0,3})(?:,[^—–()\n]{3,24})?\s*(?:\([^)\n]{2,24}\)\s*)?(?:[—–]|$)"
)
_PROPER = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
STATED = (
    re.compile(
        rf"\b(?:Ministry|Government|Presidency|Chancellery)\b[^,\n]*\bof (?P<state>{_PROPER}), (?P<place>{_PROPER})"
    ),
    re.compile(rf"\b(?P<place>{_PROPER}), the capital of (?P<state>{_PROPER})"),
    re.compile(rf"\b(?P<state>{_PROPER})[’']s capital,? (?P<place>{_PROPER})"),
)
CERTAIN = 3.0  # votes for a state
CLEAR = 0.5  # lead of the best state over the second


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

    def assign(self, evidence: dict[str, Evidence], bearers: dict[str, Entity]) -> list[tuple[str, str]]:
        """Return the pairs of keys (capital, state) that are certain now and were not before."""
        states = [
            key
            for key, found in evidence.items()
            if found.votes["state"] >= CERTAIN and found.kind() == "state" and key not in self.taken
        ]
        seats = [
            key
            for key, found in evidence.items()
            if key not in self.taken and found.acts and found.kind() == "place" and key in bearers
        ]
        pairs: list[tuple[str, str]] = []
        while seats:
            free = [state for state in states if state not in self.taken.values()]
            ranked = [self.rank(seat, free) for seat in seats]
            margin, seat, state = max(ranked, default=(0.0, "", ""))
            if margin < CLEAR and not (len(states) > 1 and len(free) == 1 and margin >= 0):
                break
            seats.remove(seat)
            self.taken[seat] = state
            pairs.append((seat, state))
        return pairs

    def rank(self, seat: str, states: list[str]) -> tuple[float, str, str]:
        """Return by how much the best state for *seat* leads the second, and which it is."""
        ranked = sorted(((self.score[seat, state], state) for state in states), reverse=True)
        if not ranked:
            return -1.0, seat, ""
        best = ranked[0]
        return best[0] - (ranked[1][0] if len(ranked) > 1 else min(best[0], 0.0)), seat, best[1]


def stated_capitals(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs (capital, state) that *text* gives outright."""
    for pattern in STATED:
        for match in pattern.finditer(text):
            yield match["place"], match["state"]
