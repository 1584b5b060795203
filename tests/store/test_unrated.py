"""Answers that were written and are not rated yet."""

from dataclasses import replace

from tui_reader.store.unrated import Unrated, UnratedAnswers


def test_an_answer_is_kept_until_it_is_dropped_and_a_broken_file_is_none(tmp_path):
    answers = UnratedAnswers(tmp_path / "drafts")
    written = Unrated("doc/../c1", 2, "if the “toll” falls", confidence=0.5)
    assert answers.of(written.card) is None
    answers.keep(written)
    answers.keep(replace(written, card="other"))
    answers.keep(replace(written, checked=True))
    assert UnratedAnswers(tmp_path / "drafts").of(written.card) == replace(written, checked=True)
    answers.drop(written.card)
    answers.drop(written.card)
    assert answers.of(written.card) is None
    (file,) = (tmp_path / "drafts").iterdir()
    file.write_text('{"card": "other"')
    assert answers.of("other") is None
