"""Which form the files have."""

from __future__ import annotations

from tui_reader.errors import NewerSchema

SCHEMA = 1


def require_known(version: object, name: str) -> None:
    """Raise NewerSchema if the file called *name* was written by a newer release."""
    if isinstance(version, int) and version > SCHEMA:
        raise NewerSchema(
            f"{name} was written by a newer release of tui-reader (schema {version}, this one knows {SCHEMA}); "
            "nothing was changed: update tui-reader to open it"
        )
