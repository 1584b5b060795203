import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from tui_reader.cli.group import cli
from tui_reader.cli.running import run

FORBIDDEN = ("textual", "spacy", "tinydb", "rich", "fsrs", "genanki", "trafilatura")


def command(*arguments, typed=None):
    return subprocess.run(
        [sys.executable, "-m", "tui_reader", *arguments], capture_output=True, text=True, input=typed, timeout=60
    )


@pytest.mark.parametrize("name", cli.list_commands(click.Context(cli)))
def test_every_command_answers_help(name):
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Usage:")


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from tui_reader.cli.group import cli; cli.main(['--help'], standalone_mode=False);"
        f"print([m for m in {FORBIDDEN} if m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == "[]"


def test_wrong_use_exits_2_and_names_the_nearest_command():
    ran = command("exrtact")
    assert ran.returncode == 2
    assert "'extract'" in ran.stderr
    assert ran.stdout == ""


def test_a_file_in_place_of_a_command_is_told_how_to_be_opened(tmp_path):
    file = tmp_path / "note.txt"
    file.write_text("A note.", encoding="utf-8")
    assert f"tui-reader open {file}" in command(str(file)).stderr


@pytest.mark.parametrize("arguments", [(), ("open", "x.txt")])
def test_the_app_without_a_terminal_exits_2_and_points_to_the_plain_commands(arguments):
    ran = command(*arguments, typed="")
    assert ran.returncode == 2
    assert "tui-reader extract" in ran.stderr
    assert ran.stdout == ""


def test_an_error_is_one_line_and_exit_1(tmp_path):
    ran = command("extract", str(tmp_path / "gone.txt"))
    assert ran.returncode == 1
    assert ran.stderr.startswith("tui-reader: ")
    assert len(ran.stderr.splitlines()) == 1


def test_an_interruption_exits_130(monkeypatch):
    def interrupted(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", interrupted)
    assert run() == 130


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_for_this_command(shell):
    result = CliRunner().invoke(cli, ["completion", shell])
    assert result.exit_code == 0
    assert "_TUI_READER_COMPLETE" in result.output


def test_config_show_tells_where_each_value_comes_from(tmp_path):
    (tmp_path / "config.toml").write_text("[study]\nnew_per_day = 7\n", encoding="utf-8")
    shown = CliRunner().invoke(cli, ["--home", str(tmp_path), "config", "show"]).output
    line = next(line for line in shown.splitlines() if line.startswith("study.new_per_day"))
    assert line.split()[1:] == ["7", str(tmp_path / "config.toml")]


def test_config_edit_starts_from_a_file_in_which_every_setting_is_a_comment(tmp_path, monkeypatch):
    monkeypatch.setenv("VISUAL", "true")
    assert CliRunner().invoke(cli, ["--home", str(tmp_path), "config", "edit"]).exit_code == 0
    text = (tmp_path / "config.toml").read_text(encoding="utf-8")
    assert "# retention = 0.9" in text
