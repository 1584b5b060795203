"""`tui-reader completion`: the lines that make a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

PROGRAM = "tui-reader"


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script of SHELL.

    For bash: eval "$(tui-reader completion bash)"
    """
    from tui_reader.cli.group import cli

    complete = get_completion_class(shell)
    assert complete is not None
    script = complete(cli, {}, PROGRAM, f"_{PROGRAM.upper().replace('-', '_')}_COMPLETE")
    click.echo(script.source())
