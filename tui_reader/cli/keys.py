"""`tui-reader keys`: the commands of the app, with the keys that are in force."""

from __future__ import annotations

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("keys")
@click.option("--format", "form", type=click.Choice(["table", "markdown", "json"]), default="table")
@click.option("--default", "defaults", is_flag=True, help="The keys as they come, without the reader's own.")
@pass_home
def command(home: Home, form: str, defaults: bool) -> None:
    """Print every command of the app with its keys, the reader's own among them."""
    from tui_reader.app.commands import SCOPES, commands, key_table_markdown, show_key
    from tui_reader.config.settings import load_settings

    keymap = {} if defaults else load_settings(home).keys
    table = commands(keymap, where=str(home.config_file))
    if form == "markdown":
        click.echo(key_table_markdown(keymap), nl=False)
    elif form == "json":
        import json

        rows = [{"id": c.id, "keys": list(c.keys), "scope": c.scope, "title": c.title, "help": c.help} for c in table]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for scope, title in SCOPES.items():
            click.echo(title)
            for c in table:
                if c.scope == scope:
                    keys = "  ".join(show_key(key) for key in c.keys) or "–"
                    click.echo(f"  {keys:22} {c.id:26} {c.help}")
            click.echo()
