"""The cues of attribution and the frames in which they introduce content, from `lexicons/cues.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files


@dataclass(frozen=True)
class Lexicon:
    """Cue lemmas by frame, and the smaller word lists that limit them.

    `verbs[frame]` maps a lemma to its sense in that frame; `nouns` maps a lemma to its sense.
    """

    verbs: dict[str, dict[str, str]]
    nouns: dict[str, str]
    named_only: frozenset[str]
    light_verbs: frozenset[str]
    needs: frozenset[str]
    views: frozenset[str]
    evidence: frozenset[str]
    nobody: frozenset[str]
    hedge_adverbs: frozenset[str]
    hedge_modals: frozenset[str]
    hedge_verbs: frozenset[str]
    through: frozenset[str]
    refusing: frozenset[str]
    adjectives: dict[str, str]
    emergence: frozenset[str]
    noun_infinitives: frozenset[str]
    transitive: frozenset[str]
    makers: frozenset[str]
    showing: frozenset[str]
    rumoured: frozenset[str]
    plans: frozenset[str]
    instruments: frozenset[str]
    moving: frozenset[str]
    wanting: frozenset[str]

    @cached_property
    def participles(self) -> frozenset[str]:
        """The lemmas of verbs that report anew behind a comma: ", adding that", ", describing it as"."""
        return frozenset(lemma for frame in ("that", "as", "predicate", "of") for lemma in self.verbs[frame])

    @cached_property
    def uttering(self) -> frozenset[str]:
        """The lemmas of verbs whose agent holds what a noun before them says: "a plan floated by the board"."""
        return self.light_verbs | self.makers

    @cached_property
    def cues(self) -> frozenset[str]:
        """The lemmas of all verbs of the lexicon."""
        return frozenset(lemma for lemmas in self.verbs.values() for lemma in lemmas)

    def frame(self, frame: str, lemma: str) -> str | None:
        """Return the sense of *lemma* in *frame*, None if it has no such frame."""
        return self.verbs[frame].get(lemma)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read once a process."""
    table = tomllib.loads((files("tui_reader.extraction") / "lexicons" / "cues.toml").read_text(encoding="utf-8"))
    verbs: dict[str, dict[str, str]] = {}
    for group in table["verbs"]:
        for frame in group["frames"]:
            for lemma in group["lemmas"].split():
                verbs.setdefault(frame, {}).setdefault(lemma, group["sense"])
    nouns = {lemma: group["sense"] for group in table["nouns"] for lemma in group["lemmas"].split()}

    def words(section: str, key: str) -> frozenset[str]:
        return frozenset(table[section][key].split())

    return Lexicon(
        verbs=verbs,
        nouns=nouns,
        named_only=words("noun_limits", "named_only"),
        light_verbs=words("noun_limits", "light_verbs"),
        needs=words("noun_limits", "needs"),
        views=words("adjuncts", "views"),
        evidence=words("subjects", "evidence"),
        nobody=words("subjects", "nobody"),
        hedge_adverbs=words("hedges", "adverbs"),
        hedge_modals=words("hedges", "modals"),
        hedge_verbs=words("hedges", "verbs"),
        through=words("infinitives", "through"),
        refusing=words("infinitives", "refusing"),
        adjectives={lemma: sense for sense, lemmas in table["adjectives"].items() for lemma in lemmas.split()},
        emergence=words("emergence", "verbs"),
        showing=frozenset(
            word for group in table["verbs"] if group["sense"] == "show" for word in group["lemmas"].split()
        ),
        transitive=words("noun_limits", "transitive"),
        makers=words("noun_limits", "makers"),
        wanting=words("infinitives", "wanting"),
        moving=words("subjects", "moving"),
        instruments=words("subjects", "instruments"),
        plans=words("adjuncts", "plans"),
        rumoured=words("infinitives", "rumoured"),
        noun_infinitives=words("noun_infinitives", "lemmas"),
    )
