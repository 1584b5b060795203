"""The decks that come with the project are those that its own command makes of its own texts."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tui_reader.cli.group import cli

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_a_deck_is_what_the_command_makes_of_its_text(seed, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    made = tmp_path / f"{seed.stem}.md"
    arguments = ["--home", str(tmp_path / "home"), "export", f"seeds/{seed.name}", "--output", str(made)]
    result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    assert made.read_bytes() == (ROOT / "decks" / made.name).read_bytes()


def test_every_deck_has_its_text():
    assert {path.stem for path in (ROOT / "decks").glob("*.md")} == {path.stem for path in SEEDS}
