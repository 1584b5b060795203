"""The reader's own model of memory: fitted weights and a deck's retention, kept in the library."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from tui_reader.config.settings import Settings
from tui_reader.store.library import Library
from tui_reader.study.optimising import Weights, optimise
from tui_reader.study.plan import scheduler
from tui_reader.study.schedule import DEFAULT_WEIGHTS, MODEL, Scheduler

WEIGHTS = "study.weights"


def fit_weights(library: Library, settings: Settings) -> Weights:
    """Return weights fitted to the reader's own answers, in another process: it takes a minute, and this one waits.

    Raises TuiReaderError where the optional optimiser is not installed, or the log is too short.
    """
    reviews = list(library.progress.reviews())
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(optimise, reviews, scheduler(settings)).result()


def keep_weights(library: Library, weights: Weights) -> bool:
    """Keep weights with the version of their model, if they predict better than the default ones; say whether."""
    if weights.better:
        library.set_setting(WEIGHTS, {"model": weights.model, "values": list(weights.values)})
    return weights.better


def own_weights(library: Library) -> tuple[float, ...]:
    """Return the reader's weights; the default ones where there are none, or they are for another model."""
    kept = library.setting(WEIGHTS)
    if not isinstance(kept, dict) or kept.get("model") != MODEL:
        return DEFAULT_WEIGHTS
    values = tuple(float(value) for value in kept.get("values", ()))
    return values if len(values) == len(DEFAULT_WEIGHTS) else DEFAULT_WEIGHTS


def own_scheduler(library: Library, settings: Settings, document: str | None = None) -> Scheduler:
    """Return the scheduler with the reader's weights, and with the retention wanted of *document* if it has its own."""
    retention = library.aims.retention(document) if document else None
    return scheduler(settings, own_weights(library), retention)
