"""The word lists of the rules are well formed, so that a slip of the pen in one shows here and not in a reading."""

from __future__ import annotations

import pytest

from tui_reader.extraction import lexicon
from tui_reader.extraction.positions.candidate import weights
from tui_reader.extraction.positions.frames import FITS, frames
from tui_reader.model import Stance

STANCES = {stance.value for stance in Stance}


def test_verbs_have_known_stances_and_frames() -> None:
    for stance, kinds, negated, verbs in lexicon.rows("stance_verbs"):
        assert stance in STANCES | {"-"}
        assert negated in STANCES | {"-"}
        assert set(kinds.split(",")) <= set(FITS)
        assert verbs.split()


@pytest.mark.parametrize("name", ["stance_adjectives", "stance_nouns"])
def test_words_have_known_stances(name: str) -> None:
    for stance, negated, *_ in lexicon.rows(name):
        assert stance in STANCES
        assert negated in STANCES | {"-"}


def test_the_verbs_are_several_hundred_and_cover_every_stance() -> None:
    assert len(frames()) > 350
    covered = {frame.stance for rows in frames().values() for frame in rows}
    assert covered >= set(Stance)


def test_a_verb_with_a_particle_is_tried_before_the_bare_verb() -> None:
    rows = frames()["call"]
    assert rows[0].parts
    assert [len(row.parts) for row in rows] == sorted((len(row.parts) for row in rows), reverse=True)


def test_every_weight_is_a_number_and_cues_weigh_for() -> None:
    assert weights()["threshold"] > 0
    for cue in ("stance verb", "stance adjective", "light verb", "obligation", "evaluation bad", "condition demand"):
        assert weights()[cue] > 0
    for doubt in ("question", "hypothetical", "not asserted", "no agent", "past narrative"):
        assert weights()[doubt] < 0


def test_no_set_of_words_stands_twice() -> None:
    names = [name for name, _ in lexicon.rows("stance_sets")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["stance_sets", "condition_sets", "attribution_sets", "actors/sets"])
def test_a_set_of_words_stands_in_one_row(name: str) -> None:
    assert len(lexicon.sets(name)) == len(lexicon.rows(name))
    assert all(lexicon.sets(name).values())
