"""Extraction in processes of its own."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from tui_reader.errors import Cancelled, ExtractionError
from tui_reader.extraction import extract
from tui_reader.extraction.worker import extract_in_process, extract_many
from tui_reader.sources import read_text

TEXT = "Ann Marlow said that the road is safe. If it rains, the school will close."


def test_another_process_finds_the_same() -> None:
    document = read_text(TEXT)
    shares: list[float] = []
    assert extract_in_process(document, progress=shares.append) == extract(document)
    assert shares[-1] == pytest.approx(1.0)


def test_cancel_leaves_no_process_behind() -> None:
    with pytest.raises(Cancelled):
        extract_in_process(read_text(TEXT), cancelled=lambda: True)
    assert multiprocessing.active_children() == []


def test_an_error_comes_back_in_one_line() -> None:
    with pytest.raises(ExtractionError, match="no_such_pipeline") as caught:
        extract_in_process(read_text(TEXT), "no_such_pipeline")
    assert "\n" not in str(caught.value)


def test_a_process_that_dies_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.extraction.worker._work", die)
    with pytest.raises(ExtractionError, match="exit code 7"):
        extract_in_process(read_text(TEXT))


def die(*_: object) -> None:
    import os

    os._exit(7)


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_that_fails_does_not_stop_the_rest(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    locations = [str(tmp_path / name) for name in ("a.txt", "b.txt", "missing.txt", "c.txt")]
    outcomes = list(extract_many(locations, jobs))
    assert [location for location, _ in outcomes] == locations
    assert [isinstance(outcome, Exception) for _, outcome in outcomes] == [False, True, True, False]
