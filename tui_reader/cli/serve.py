"""`tui-reader serve`: the app in a browser on this machine."""

from __future__ import annotations

import ipaddress
import shlex
import sys

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("serve")
@click.argument("source", required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option(
    "--anyone", is_flag=True, help="Listen on an address that other machines can reach; there is no password."
)
@pass_home
def command(home: Home, source: str | None, host: str, port: int, anyone: bool) -> None:
    """Serve the app, on SOURCE or the library, to a browser on this machine. Needs the extra `serve`."""
    if not is_loopback(host) and not anyone:
        raise click.UsageError(
            f"{host} can be reached from other machines, and whoever reaches it reads and writes your library; "
            "say --anyone if you mean it"
        )
    try:
        from textual_serve.server import Server
    except ImportError:
        raise click.ClickException("serving needs another package: pip install 'tui-reader[serve]'") from None
    words = [sys.executable, "-m", "tui_reader", "--home", str(home.data), "open", *([source] if source else [])]
    Server(shlex.join(words), host=host, port=port, title="tui_reader").serve()


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach *host*."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
