"""The TinyDB file: what follows from the log, so that opening need not read all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from tui_reader.errors import StoreError
from tui_reader.store.durable import Json, decode_json, encode_json, replace_file

Rows = dict[str, Json]


class SnapshotStorage(Storage):
    """Reads the file once, keeps the tables in memory, and replaces the file whole on `flush`.

    TinyDB may query it but not write to it: a change that is not in the log would be gone at the next replay.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tables: dict[str, Rows] = {}

    def load(self) -> None:
        """Read the file; raises ValueError if it is not a TinyDB file, OSError if it cannot be read."""
        tables = decode_json(self.path.read_bytes())
        if not isinstance(tables, dict) or not all(isinstance(rows, dict) for rows in tables.values()):
            raise ValueError("not a TinyDB file")
        self.tables = tables

    def rows(self, table: str) -> Rows:
        return self.tables.setdefault(table, {})

    def flush(self) -> None:
        replace_file(self.path, encode_json(self.tables))

    def read(self) -> dict[str, Rows]:
        return dict(self.tables)

    def write(self, data: Any) -> NoReturn:
        raise StoreError("the tables are a view of the log: change them through the library")


class ViewTable(Table):
    """A table whose rows can be queried and not changed; ids are strings."""

    document_id_class = str  # type: ignore[assignment]
    default_query_cache_capacity = 0  # rows change under the cache

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise StoreError(f"the table {self.name} is a view of the log: change it through the library")

    insert = insert_multiple = update = update_multiple = upsert = remove = truncate = _refuse


class ViewDB(TinyDB):
    """A TinyDB whose tables are views."""

    table_class = ViewTable
