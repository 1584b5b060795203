from pathlib import Path

from tui_reader.app.commands import key_table_markdown

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_key_table_is_the_one_of_the_command_table():
    """`tui-reader keys --default --format markdown` prints what must stand between the marks."""
    shown = README.split("<!-- keys -->")[1].split("<!-- /keys -->")[0]
    assert shown.strip() == key_table_markdown().strip()


def test_the_two_commands_stand_on_top():
    assert README.splitlines()[2:5] == [
        "```sh",
        "make run     # make .venv, install, and open the app on a text of seeds/ (or on yours: make run SOURCE=path)",
        "make test    # make .venv, install with the development tools, and check everything",
    ]
