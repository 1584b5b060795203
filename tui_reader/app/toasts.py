"""What is told in passing, in the place of the line on top: no line of a text, no key of the footer is covered."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel


class Toasts(App[int]):
    """Tells nothing again that is still to be read."""

    _told: dict[str, float]  # when each is no longer to be read

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        now = monotonic()
        shown = {words: until for words, until in getattr(self, "_told", {}).items() if until > now}
        if message not in shown:
            shown[message] = now + (self.NOTIFICATION_TIMEOUT if timeout is None else timeout)
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)
        self._told = shown
