"""What a reader aims at with a text: the day on which it must be known, and the share of its cards to remember."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tui_reader.config.settings import RETENTION
from tui_reader.errors import StoreError
from tui_reader.store.durable import Json
from tui_reader.store.journal import Journal
from tui_reader.store.preferences import Preferences
from tui_reader.store.shelf import Shelf
from tui_reader.store.states import utc_text
from tui_reader.study.goal import Goal


class Aims:
    """Goals and desired retention by text; a new version of a text has those of the version before it."""

    def __init__(self, journal: Journal, preferences: Preferences, shelf: Shelf) -> None:
        self._journal = journal
        self._preferences = preferences
        self._shelf = shelf

    def goal(self, document: str) -> Goal | None:
        """Return the day on which a text must be known, None where there is none."""
        row = self._row("goal", document)
        return Goal(date.fromisoformat(row["day"]), float(row["retention"])) if row else None

    def day(self, document: str, now: str) -> str | None:
        """Return the day of a text's goal in ISO 8601, None where there is none or it is over at *now* (`utc_text`)."""
        row = self._row("goal", document)
        return str(row["day"]) if row and now < row["until"] else None

    def set_goal(
        self,
        document: str,
        goal: Goal | None,
        at: datetime | None = None,
        until: datetime | None = None,
        brought: Mapping[str, datetime] | None = None,
    ) -> None:
        """Keep a goal, or with None none; raises StoreError for a share that cannot be asked for.

        `brought` are the moments at which cards come earlier than their states say, unless answered after *at*,
        up to *until*: so they are counted as due then. The states stay; another goal or none leaves no trace.
        """
        row: Json | None = None
        if goal is not None:
            now = at or datetime.now(UTC)
            row = {"day": goal.day.isoformat(), "retention": _checked(goal.retention), "set": utc_text(now)}
            row["until"] = utc_text(until or now + timedelta(days=36500))
            row["brought"] = {card: utc_text(due) for card, due in (brought or {}).items()}
        self._keep("goal", document, row)

    def brought(self, document: str, now: str) -> Mapping[str, str]:
        """Return the cards of a text that are due at *now* (`utc_text`) because of its goal, and since when."""
        row = self._row("goal", document)
        if not row or now >= row["until"]:
            return {}
        return {card: row["set"] for card, at in row["brought"].items() if at <= now}

    def retention(self, document: str) -> float | None:
        """Return the share of its cards that a text asks to be remembered when they are due, None without its own."""
        share = self._row("retention", document)
        return None if share is None else float(share)

    def set_retention(self, document: str, share: float | None) -> None:
        """Keep a share, or with None the one of the settings; raises StoreError for one that cannot be asked for."""
        self._keep("retention", document, None if share is None else _checked(share))

    def _keep(self, name: str, document: str, value: Any) -> None:
        self._shelf.row(document)
        self._journal.record({"setting": f"{name}:{document}", "value": value})

    def _row(self, name: str, document: str) -> Any:
        for version in self._versions(document):
            found = self._preferences.get(f"{name}:{version}", ...)
            if found is not ...:
                return found
        return None

    def _versions(self, document: str) -> Iterator[str]:
        """Yield a text and the versions before it, the last one first."""
        seen: set[str] = set()
        at: str | None = document
        while at is not None and at not in seen:
            seen.add(at)
            yield at
            at = self._shelf.row(at).get("previous") if at in self._shelf else None


def _checked(share: float) -> float:
    least, most = RETENTION
    if not least <= share <= most:
        raise StoreError(f"a share of {share:g} cannot be asked for: from {least:g} to {most:g}")
    return share
