"""`tui-reader optimise`: fit the scheduler's weights to the reader's own answers."""

from __future__ import annotations

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("optimise")
@pass_home
def command(home: Home) -> None:
    """Fit the schedule to your own answers; kept only if it then predicts them better."""
    from tui_reader.config.settings import load_settings
    from tui_reader.store import Library
    from tui_reader.store.memory import fit_weights, keep_weights

    with Library.open(home.data) as library:
        weights = fit_weights(library, load_settings(home))
        kept = keep_weights(library, weights)
    click.echo(f"loss on cards held out: {weights.loss:.4f}, with the default weights {weights.default_loss:.4f}")
    click.echo("kept: your own weights schedule from now on" if kept else "not kept: they predict no better")
