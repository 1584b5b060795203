"""`tui-reader` and the table of its commands, each imported when it is named."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from tui_reader import __version__
from tui_reader.config.paths import Home, find_home

# name → module of tui_reader.cli in which a command of that name, with `-` as `_`, stands
COMMANDS = {
    "open": "open_",
    "extract": "extract",
    "cards": "cards",
    "card": "card",
    "study": "study",
    "quiz": "quiz",
    "due": "due",
    "passages": "passages",
    "stats": "stats",
    "goal": "goal",
    "retention": "retention",
    "optimise": "optimise",
    "export": "export",
    "import": "import_",
    "list": "list_",
    "search": "search",
    "keys": "keys",
    "config": "config",
    "doctor": "doctor",
    "completion": "completion",
    "serve": "serve",
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, module in COMMANDS.items() if _exists(module)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None or not _exists(module):
            return None
        command: click.Command = importlib.import_module(f"tui_reader.cli.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            if near:
                raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None
            if Path(args[0]).exists():
                raise click.UsageError(f"to read that file: tui-reader open {args[0]}", ctx) from None
            raise


def _exists(module: str) -> bool:
    return (Path(__file__).parent / f"{module}.py").exists()


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--home", type=click.Path(path_type=Path), help="Keep everything in this folder.")
@click.version_option(__version__, prog_name="tui-reader")
@click.pass_context
def cli(ctx: click.Context, home: Path | None) -> None:
    """Read closely: who holds what, and on what conditions; then learn it.

    Without a command the library opens.
    """
    ctx.obj = find_home(home)
    if ctx.invoked_subcommand is None:
        from tui_reader.cli.open_ import open_app

        ctx.exit(open_app(ctx.obj, None))


pass_home = click.make_pass_decorator(Home)
