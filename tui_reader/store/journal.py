"""Everything a reader does, as one durable event each; the tables follow from the events.

    journal.jsonl   one JSON line per event, fsynced before `record` returns: the truth
    library.json    TinyDB file of the tables that follow from it: read at opening, replaced whole at closing
    lock            held while the log is read on and appended to

Several processes may use one folder: each applies the others' lines, under the lock, before it appends its own.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any, Protocol

from filelock import FileLock, Timeout

from tui_reader.errors import NotSaved, StoreError
from tui_reader.store import schema
from tui_reader.store.durable import Json, make_folder, reason, set_aside
from tui_reader.store.log import Log
from tui_reader.store.migrations import migrate
from tui_reader.store.schema import require_known
from tui_reader.store.snapshot import Rows, SnapshotStorage, ViewDB

LOG = "journal.jsonl"
SNAPSHOT = "library.json"
LONG_REPLAY = 2000  # events; about 20 ms of opening
PATIENCE = 5.0  # seconds to wait for another copy to let go of the lock


class Part(Protocol):
    """Keeps some of the tables: `apply` brings one event into them, `forget` drops what was cached from them."""

    def apply(self, event: Mapping[str, Any], at: int, nth: int) -> None: ...

    def forget(self) -> None: ...


class Journal:
    """The log, its snapshot and the lock of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self.derived = False  # a part has put into the tables what the log does not say
        self.snapshot = SnapshotStorage(folder / SNAPSHOT)
        self.views = ViewDB(storage=lambda: self.snapshot)
        self._parts: tuple[Part, ...] = ()
        self._guard = RLock()
        self._lock = FileLock(folder / "lock", timeout=PATIENCE, mode=0o600)
        self._log: Log | None = None

    def open(self, *parts: Part) -> None:
        """Read the snapshot and the events after it; raises StoreError or NewerSchema."""
        self._parts = parts
        try:
            make_folder(self.folder)
            with self._lock:
                replayed = self._load()
        except Timeout as error:
            raise StoreError(f"another copy of tui-reader has been busy with {self.folder} for too long") from error
        except OSError as error:
            self._let_go()
            raise StoreError(f"cannot use the data directory {self.folder}: {reason(error)}") from error
        except StoreError:
            self._let_go()
            raise
        if replayed > LONG_REPLAY:
            self.checkpoint()

    @property
    def log(self) -> Log:
        if self._log is None:
            raise StoreError("the library is closed")
        return self._log

    def rows(self, table: str) -> Rows:
        return self.snapshot.rows(table)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Keep other threads out, with the events of other copies applied."""
        with self._guard:
            if self.log.size != self.log.end or self.log.replaced():
                with self.writing():
                    pass
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep other threads and other copies out, with the events of other copies applied; raises NotSaved."""
        with self._guard:
            try:
                self._lock.acquire()
            except Timeout as error:
                raise NotSaved("nothing was saved: another copy of tui-reader is busy with the library") from error
            except OSError as error:
                raise NotSaved(f"nothing was saved: {reason(error)}") from error
            try:
                try:
                    if self.log.replaced():
                        self._reload()
                    self._catch_up()
                except OSError as error:
                    raise NotSaved(f"nothing was saved: {reason(error)}") from error
                yield
            finally:
                self._lock.release()

    def record(self, *events: Mapping[str, Any]) -> int:
        """Append the events durably, all or none of them, and apply them; returns the offset of their line."""
        if not events:
            return -1
        with self.writing():
            start = self.log.append(events[0] if len(events) == 1 else {"batch": events})
            self._catch_up()
            return start

    def checkpoint(self) -> None:
        """Write the snapshot, so that the next opening has nothing to replay.

        No harm is done if that fails, on a full disk for example: the log has everything.
        """
        with suppress(NotSaved), self.writing():
            end = self.log.end
            meta = {"schema": schema.SCHEMA, "log": self._identity(), "end": end, "mark": self.log.mark(end)}
            if self.rows("log").get("1") == meta and not self.derived:
                return
            self.rows("log")["1"] = meta
            self.snapshot.flush()
            self.derived = False

    def close(self) -> None:
        if self._log is not None:
            self.checkpoint()
            self._let_go()

    def _let_go(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None

    def _load(self) -> int:
        """Open the log and the snapshot that belongs to it; returns how many events were replayed."""
        log = self._log = Log(self.folder / LOG)
        version = log.at(0).get("schema")
        require_known(version, LOG)
        if isinstance(version, int) and version < schema.SCHEMA:
            log.close()
            self.notices.append(migrate(self.folder, LOG, SNAPSHOT, version, schema.SCHEMA))
            log = self._log = Log(self.folder / LOG)
        base = self._open_snapshot()
        if log.size and not self._readable():
            log.close()
            aside = set_aside(log.path)
            self.notices.append(f"{LOG} could not be read and was kept as {aside.name}")
            log = self._log = Log(log.path)
        if base is not None and self._belongs(base):
            log.end = base["end"]
        elif base is not None and log.size < base["end"] and self._identity() in (base["log"], None):
            self._recover()
            return 0
        else:
            if base is not None:
                self._drop_snapshot(f"{SNAPSHOT} did not fit {LOG}")
            self.snapshot.tables = {}
        for part in self._parts:
            part.forget()
        replayed = self._catch_up()
        if log.end == 0:
            self._start()
        return replayed

    def _open_snapshot(self) -> Json | None:
        """Load the snapshot and return where in which log it stands; None if there is none that can be used."""
        if not self.snapshot.path.exists():
            return None
        try:
            self.snapshot.load()
            meta = self.rows("log")["1"]
            if not isinstance(meta["end"], int) or not isinstance(meta["mark"], int):
                raise ValueError("not a snapshot")
            meta["log"]
        except (ValueError, KeyError, TypeError):
            self._drop_snapshot(f"{SNAPSHOT} could not be read")
            return None
        require_known(meta.get("schema"), SNAPSHOT)
        return meta

    def _drop_snapshot(self, why: str) -> None:
        aside = set_aside(self.snapshot.path)
        self.notices.append(f"{why}; it was kept as {aside.name} and rebuilt from {LOG}")

    def _belongs(self, base: Json) -> bool:
        return (
            self._identity() in (base["log"], None)
            and 0 < base["end"] <= self.log.size
            and self.log.mark(base["end"]) == base["mark"]
        )

    def _readable(self) -> bool:
        """Return whether the log has a readable event, or at most the torn beginning of its first one."""
        found = False
        for _, _, event in self.log.scan():
            if event:
                return True
            found = True
        return not found and self.log.size < 512

    def _recover(self) -> None:
        """Go on from the tables in memory: the log is missing, or has lost events that they know."""
        for part in self._parts:
            part.forget()
        tables = {name: rows for name, rows in self.snapshot.tables.items() if name not in ("log", "stack", "undone")}
        for row in tables.get("cards", {}).values():
            row.pop("head", None)
        self._catch_up_quietly()
        if self.log.end == 0:
            self._start()
        self.log.append({"recovered": tables})
        self._catch_up()
        self.notices.append(
            f"{LOG} was missing or older than {SNAPSHOT}; your progress was restored from {SNAPSHOT}, "
            "earlier answers cannot be undone"
        )

    def _reload(self) -> None:
        """The log's name belongs to another file now: take that one, or write it anew if it was deleted."""
        deleted = not (self.folder / LOG).exists()
        self.log.close()
        if deleted:
            make_folder(self.folder)
            self._log = Log(self.folder / LOG)
            self._recover()
        else:
            self._load()

    def _start(self) -> None:
        self.log.append({"schema": schema.SCHEMA, "log": uuid.uuid4().hex})
        self._catch_up()

    def _identity(self) -> str | None:
        identity = self.log.at(0).get("log")
        return identity if isinstance(identity, str) else None

    def _catch_up_quietly(self) -> None:
        for _, end, _ in self.log.scan(self.log.end):
            self.log.end = end

    def _catch_up(self) -> int:
        count = unreadable = 0
        for start, end, event in self.log.scan(self.log.end):
            if event:
                self._apply(event, start)
            else:
                unreadable += 1
            self.log.end = end
            count += 1
        if unreadable:
            lines = "one line" if unreadable == 1 else f"{unreadable} lines"
            self.notices.append(f"{lines} of {LOG} could not be read and had to be left out")
        return count

    def _apply(self, event: Json, at: int, nth: int = 0) -> None:
        match event:
            case {"batch": list(events)}:
                for number, inner in enumerate(events):
                    self._apply(inner, at, number)
            case {"recovered": dict(tables)}:
                self.snapshot.tables = tables
                for part in self._parts:
                    part.forget()
            case {"schema": version}:
                require_known(version, LOG)
            case _:
                for part in self._parts:
                    part.apply(event, at, nth)
