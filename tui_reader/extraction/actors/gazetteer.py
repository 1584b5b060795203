"""Real states by name, capital, seat of government and demonym, from countryinfo and a short list of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from countryinfo import all_countries

from tui_reader.extraction import lexicon
from tui_reader.extraction.actors.normal import normal


@dataclass(frozen=True, slots=True)
class Place:
    """What a name says of a state: its `name`, a `seat` that stands for it where it acts, or a `demonym`."""

    state: str
    form: str


@cache
def places() -> Mapping[str, Place]:
    """Return the places by normal name."""
    table: dict[str, Place] = {}
    for country in all_countries():
        state = country.name()
        demonym, capital = country.demonym(), country.capital()
        for adjective in [demonym] if isinstance(demonym, str) else demonym or ():
            table.setdefault(normal(adjective), Place(state, "demonym"))
        for seat in [capital] if isinstance(capital, str) else capital or ():
            if normal(seat) != normal(state):
                table.setdefault(normal(seat), Place(state, "seat"))
        for name in country.alt_spellings():
            if len(name) > 3 and "," not in name:
                table.setdefault(normal(name), Place(state, "name"))
    table.update({normal(country.name()): Place(country.name(), "name") for country in all_countries()})
    for name, state, form in lexicon.rows("actors/places"):
        table[normal(name)] = Place(state, form)
    return table


def place(name: str) -> Place | None:
    return places().get(normal(name))
