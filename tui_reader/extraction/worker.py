"""Extraction in processes of its own: one that an interface waits for, and many for a folder.

A process is spawned, never forked, so that it shares no terminal state, lock or thread with its parent.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection

from tui_reader.errors import Cancelled, ExtractionError, TuiReaderError
from tui_reader.extraction import DEFAULT_PIPELINE
from tui_reader.model import Document, Extraction

POLL = 0.05  # seconds between two looks at `cancelled`
GRACE = 1.0  # seconds that a process is given to end before it is killed
NICE = 10  # steps by which it stands back behind the interface that waits for it
AHEAD = 2  # documents a process that wait, read, for their turn

Outcome = tuple[Document, Extraction] | TuiReaderError


def extract_in_process(
    document: Document,
    pipeline: str = DEFAULT_PIPELINE,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    found: Callable[[Extraction], None] | None = None,
) -> Extraction:
    """Return the extraction of *document*, made in another process by the spaCy pipeline *pipeline*.

    `progress`, `cancelled` and `found` are called in the calling thread, which waits here. Raises Cancelled, and by
    then the process is gone; raises ExtractionError, in one line, for whatever ended it.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, document, pipeline, found is not None), daemon=True)
    process.start()
    theirs.close()
    try:
        while True:
            if cancelled and cancelled():
                raise Cancelled("the extraction was stopped")
            if not ours.poll(POLL):
                continue
            match ours.recv():
                case ("progress", float(share)):
                    if progress:
                        progress(share)
                case ("found", Extraction() as so_far):
                    if found:
                        found(so_far)
                case ("done", Extraction() as extraction):
                    return extraction
                case ("failed", str(message)):
                    raise ExtractionError(message)
    except EOFError:
        process.join(GRACE)
        raise ExtractionError(f"the extraction ended early {_why(process.exitcode)}") from None
    finally:
        ours.close()
        process.terminate()
        process.join(GRACE)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()


def _why(exitcode: int | None) -> str:
    """Return what an exit code says to a person."""
    if exitcode is None:
        return "without a reason"
    if exitcode < 0:
        name = signal.Signals(-exitcode).name if -exitcode in set(signal.Signals) else str(-exitcode)
        return f"(stopped by {name}{'; too little memory?' if name == 'SIGKILL' else ''})"
    return f"(exit code {exitcode})"


def _work(pipe: Connection, document: Document, pipeline: str, partly: bool) -> None:
    """Read *document* and send what is found; the whole of the spawned process."""
    from tui_reader.extraction.pipeline import load, run

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when to stop
    _silence()
    if hasattr(os, "nice"):
        os.nice(NICE)
    try:
        extraction = run(
            document,
            nlp=load(pipeline),
            progress=lambda share: pipe.send(("progress", float(share))),
            found=(lambda so_far: pipe.send(("found", so_far))) if partly else None,
        )
        pipe.send(("done", extraction))
    except BrokenPipeError:
        pass  # nobody waits any more
    except TuiReaderError as error:
        pipe.send(("failed", str(error)))
    except Exception as error:  # noqa: BLE001 - one line is all that the parent shows
        pipe.send(("failed", _one_line(error)))
    finally:
        pipe.close()


def _silence() -> None:
    """Keep whatever a library prints off the screen that the parent draws on."""
    with open(os.devnull, "wb") as nowhere:
        for stream in (1, 2):
            os.dup2(nowhere.fileno(), stream)


def _one_line(error: BaseException) -> str:
    first = str(error).partition("\n")[0]
    return f"the text could not be read: {type(error).__name__}{': ' + first if first else ''}"


def extract_many(
    locations: Iterable[str], jobs: int = 1, pipeline: str = DEFAULT_PIPELINE
) -> Iterator[tuple[str, Outcome]]:
    """Yield each of *locations* with its document and extraction, or with the error that it met, in the given order.

    With one job all is done in this process. One that fails, or whose process dies, does not stop the others.
    """
    if jobs <= 1:
        for location in locations:
            yield location, _read(location, pipeline)
        return
    waiting: list[tuple[str, Future[Outcome]]] = []
    left = iter(locations)
    pool = _pool(jobs)
    try:
        for location in left:
            waiting.append((location, pool.submit(_read, location, pipeline)))
            if len(waiting) < jobs * AHEAD:
                continue
            wait([future for _, future in waiting], return_when=FIRST_COMPLETED)
            while waiting and waiting[0][1].done():
                yield (outcome := _outcome(*waiting.pop(0), pipeline))[:2]
                if outcome[2]:
                    pool, waiting = _again(pool, jobs, waiting, pipeline)
        while waiting:
            yield (outcome := _outcome(*waiting.pop(0), pipeline))[:2]
            if outcome[2]:
                pool, waiting = _again(pool, jobs, waiting, pipeline)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _outcome(location: str, future: Future[Outcome], pipeline: str) -> tuple[str, Outcome, bool]:
    """Return a document's outcome and whether the pool broke; whose process died is tried once more, alone."""
    try:
        return location, future.result(), False
    except BrokenProcessPool:
        return location, _alone(location, pipeline), True


def _alone(location: str, pipeline: str) -> Outcome:
    """Read one document in a process of its own, so that a text that kills its process takes no other with it."""
    from tui_reader.sources import open_source

    try:
        document = open_source(location)
        return document, extract_in_process(document, pipeline)
    except TuiReaderError as error:
        return error


def _again(
    broken: ProcessPoolExecutor, jobs: int, waiting: list[tuple[str, Future[Outcome]]], pipeline: str
) -> tuple[ProcessPoolExecutor, list[tuple[str, Future[Outcome]]]]:
    """Return a new pool in place of a broken one, with what was not done yet submitted again."""
    broken.shutdown(wait=False, cancel_futures=True)
    pool = _pool(jobs)
    return pool, [
        (location, future if _is_good(future) else pool.submit(_read, location, pipeline))
        for location, future in waiting
    ]


def _is_good(future: Future[Outcome]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _read(location: str, pipeline: str) -> Outcome:
    """Read one document in whatever process this is."""
    from tui_reader.extraction.pipeline import load, run
    from tui_reader.sources import open_source

    try:
        document = open_source(location)
        return document, run(document, nlp=load(pipeline))
    except TuiReaderError as error:
        return error
    except Exception as error:  # noqa: BLE001 - a document that fails must not stop the rest
        return ExtractionError(_one_line(error))


def processors() -> int:
    """Return how many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


__all__ = ["extract_in_process", "extract_many", "processors"]
