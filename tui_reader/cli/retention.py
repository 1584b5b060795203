"""`tui-reader retention`: how much of a text is to be remembered."""

from __future__ import annotations

import click

from tui_reader.cli.group import pass_home
from tui_reader.config.paths import Home


@click.command("retention")
@click.argument("source")
@click.argument("share", required=False)
@pass_home
def command(home: Home, source: str, share: str | None) -> None:
    """Print or set the SHARE of the cards of SOURCE to remember on the day they are due, 0.7 to 0.99.

    A higher share brings each card back sooner. `default` takes the one of the settings again. It counts from the next
    answer to each card on.
    """
    from tui_reader.cli.material import must_find
    from tui_reader.config.settings import load_settings
    from tui_reader.errors import StoreError
    from tui_reader.store import Library

    with Library.open(home.data) as library:
        text = must_find(library, source)
        if share == "default":
            library.aims.set_retention(text.id, None)
        elif share is not None:
            try:
                library.aims.set_retention(text.id, float(share))
            except ValueError:
                raise StoreError(f"{share!r} is no share: write 0.9, or default") from None
        own = library.aims.retention(text.id)
    usual = load_settings(home).number("study.retention")
    click.echo(f"{usual:g} (as in the settings)" if own is None else f"{own:g}")
