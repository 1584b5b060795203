"""Who can say or hold something: one actor for all the names that a text uses.

`ActorTable` answers for a word of the text whom it means. Under it, in the order of work: `names` finds proper names,
`evidence` weighs what the grammar shows of their bearers, `naming` tells which names are one bearer's (with
`gazetteer`, `genders` and `capitals`), and `survey` walks over the text, tying names (`offices`), descriptions
(`descriptions`, `reference`) and pronouns (`pronouns`) to entities.
"""

from __future__ import annotations

from tui_reader.extraction.actors.table import ActorTable, find_actors

__all__ = ["ActorTable", "find_actors"]
