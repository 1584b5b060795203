"""Which capital stands for which state, where no gazetteer can tell: learnt from the text itself.

A place that does what only someone does ("Velm has dropped two demands") is a seat of government. It goes to the state
for which most speaks: the place line of a statement by that state's minister, "the Ministry of … of Corvane, Halvern";
what speaks against a state is that both act in one sentence, as two parties. Only states that are certain
count (they have a government, a demonym or a form of state), and only a clear winner is taken.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from tui_reader.extraction.actors.entity import Entity, entity_id
from tui_reader.extraction.actors.evidence import Evidence, acts
from tui_reader.extraction.actors.gazetteer import place
from tui_reader.extraction.actors.names import Name
from tui_reader.extraction.actors.normal import normal
from tui_reader.model import ActorKind, BlockKind, Document

if TYPE_CHECKING:
    from tui_reader.extraction.actors.survey import Survey

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
            for state, parted in mentioned:
                if seat != state:
                    self.add(seat, state, -1.0 if parted else -0.6)

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


def place_lines(survey: Survey, doc: Doc, document: Document) -> None:
    """Take the places of datelines, and what headings say of ministries and their seats."""
    end = doc._.offset + len(doc.text)
    for block in document.blocks:
        if not doc._.offset <= block.span.start < end:
            continue
        text = block.span.of(document.text)
        for seat, state in stated_capitals(text):
            stated(survey, seat, state)
        section = document.section_at(block.span.start)
        match = PLACE_LINE.match(text)
        if match is None or block.kind is BlockKind.HEADING:
            continue
        key = normal(match["place"])
        title = section.title if section is not None and section.author else None
        for state in (title or "").replace("’", " ").split() if title else ():
            if state[:1].isupper():
                survey.capitals.add(key, normal(state), 3.0)


def stated(survey: Survey, seat: str, state: str) -> None:
    """Take a capital that the text gives outright."""
    known = place(state)
    key = normal(state)
    if known is not None and known.form == "name":
        entity = survey.naming.state(known.state)
    else:
        entity = survey.naming.bearers.setdefault(key, Entity(entity_id(key), ActorKind.STATE, named=True, best=state))
        entity = entity.canonical()
        entity.kind = ActorKind.STATE
    survey.naming.evidence.setdefault(key, Evidence(key, Counter({state: 1}))).vote("state", 4)
    survey.capitals.taken[normal(seat)] = key
    survey.naming.unite(normal(seat), entity)
    entity.note(seat)
    survey.home = survey.home or survey.keep(entity)


def learn_capitals(survey: Survey, doc: Doc, names: list[Name]) -> None:
    """Give each seat of government to its state where the text makes that clear."""
    by_sentence: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for name in names:
        key = normal(name.text)
        found = survey.naming.evidence.get(key)
        if found is not None and found.kind() in {"state", "place"}:
            by_sentence[name.root.sent.start].append(
                (key, acts(name.root) or name.root.dep_ in {"nsubj", "nsubjpass", "poss"})
            )
    for mentioned in by_sentence.values():
        survey.capitals.sentence(mentioned)
    for seat, state in survey.capitals.assign(survey.naming.evidence, survey.naming.bearers):
        survey.naming.unite(seat, survey.naming.bearers[state].canonical())
