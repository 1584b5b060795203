"""Who holds what: one sentence of our own for each construction, and sentences that state nobody's stance."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tui_reader.extraction import extract
from tui_reader.model import Extraction, Position, Span, Stance
from tui_reader.sources import read_text

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Expected:
    construction: str
    holder: str
    stances: tuple[str, ...]
    evidence: str
    text: str


def rows() -> list[Expected]:
    lines = (HERE / "positions_sentences.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [
        Expected(c, holder, tuple(stances.split("|")), evidence, text) for c, holder, stances, evidence, text in cells
    ]


def silent() -> list[str]:
    lines = (HERE / "positions_none.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read(text: str) -> Extraction:
    return extract(read_text(text))


def names(extraction: Extraction, position: Position) -> str:
    actor = extraction.actor(position.holder)
    return " / ".join((actor.name, *actor.names)) if actor else "-"


def found(text: str) -> list[tuple[str, str, str]]:
    """Return holder, stance and evidence of each position in *text*."""
    extraction = read(text)
    return [(names(extraction, p), p.stance.value, p.evidence.of(text)) for p in extraction.positions]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.construction}: {row.evidence[:50]}")
def test_a_construction_states_its_stance(row: Expected) -> None:
    wanted_text = row.evidence.strip("“")
    start = row.text.lower().find(wanted_text.lower())
    assert start >= 0, "the evidence must stand in the text"
    wanted = Span(start, start + len(wanted_text))
    extraction = read(row.text)
    near = [p for p in extraction.positions if p.evidence.dice(wanted) >= 0.5 and p.stance.value in row.stances]
    assert near, found(row.text)
    assert any(row.holder.lower() in names(extraction, p).lower() for p in near), found(row.text)


@pytest.mark.parametrize("text", silent())
def test_a_report_of_an_event_is_no_position(text: str) -> None:
    assert found(f"Notes\n\n{text}\n") == []


def test_neither_nor_gives_a_position_to_each() -> None:
    text = "Neither Orsk nor Tessaly accepts the toll."
    refusals = [holder.split(" / ")[0] for holder, stance, _ in found(text) if stance == "refuses"]
    assert sorted(refusals) == ["Orsk", "Tessaly"]


def test_evidence_leaves_out_the_condition_and_what_only_leans_on_it() -> None:
    text = "Orsk pledged to reopen the canal if Venn stops its patrols, saying that trade mattered more."
    offers = [evidence for _, stance, evidence in found(text) if stance == "offers"]
    assert offers == ["Orsk pledged to reopen the canal"]


def test_a_supposed_act_is_no_stance() -> None:
    text = "Had Orsk rejected the plan, the lamps would be on already."
    assert not [stance for _, stance, _ in found(text) if stance == "refuses"]


def test_a_question_states_nothing() -> None:
    assert not found("Notes\n\nDoes the minister reject the plan?\n")


def test_who_reports_a_stance_is_named() -> None:
    text = "Minister Kirov said that Orsk had rejected the plan."
    extraction = read(text)
    refusal = next(p for p in extraction.positions if p.stance is Stance.REFUSES)
    assert "Orsk" in names(extraction, refusal)
    reporter = extraction.actor(refusal.via)
    assert reporter is not None
    assert "Kirov" in reporter.name


def test_every_position_stands_in_the_text_and_has_its_own_id() -> None:
    text = (
        "The League opposes the dam. The League opposes the dam, its chair said, and it demands an inquiry.\n\n"
        "Orsk rejects the inquiry. Venn welcomed the inquiry but warned that it could cost lives."
    )
    positions = read(text).positions
    assert len(positions) >= 5
    assert len({p.id for p in positions}) == len(positions)
    assert all(0 <= p.evidence.start < p.evidence.end <= len(text) for p in positions)
    assert all(p.issue.text for p in positions)


def test_headings_hold_no_position() -> None:
    text = "Council rejects levy plan\n\nThe council met on Monday. It sat for three hours.\n"
    assert not found(text)


def test_no_position_without_words() -> None:
    assert found("\n\n—\n\n") == []
