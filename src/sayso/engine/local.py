"""Runs tasks on this machine, over one or several processes, and says when each is done.

Results come back in the order they finish. Whoever keeps them must not depend on that order: ids are
content hashes and the ledger sorts, which tests/property/test_determinism.py checks for 1, 3 and 7 workers.
"""

import concurrent.futures
import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sayso.model import Record, Skip
from sayso.stage import Stage
from sayso.vocab import SkipReason

T = TypeVar("T")
Task = Callable[[str, T], list[Record]]

INLINE_BELOW = 8  # keys; starting processes costs about a second, more than eight articles do


def group_by_key(stage: Stage, records: Iterable[Record]) -> dict[str, list[Record]]:
    """What the stage is to be sent, key by key, each group in the order the contract promises."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        for key in stage.keys(record):
            groups.setdefault(key, []).append(record)
    order = {kind: place for place, kind in enumerate(stage.reads)}
    for group in groups.values():
        group.sort(key=lambda record: (order[type(record)], record.id))
    return dict(sorted(groups.items()))


def run_stage(stage: Stage, key: str, group: Sequence[Record]) -> list[Record]:
    """The stage's records for one key; a stage that breaks costs this key alone, as a Skip."""
    try:
        return list(stage.run(key, group))
    except Exception as error:  # the one place that catches all: a bug in a stage must cost one key, not the run
        detail = f"{type(error).__name__}: {error}"
        return [Skip(stage=stage.name, subject=key, reason=SkipReason.STAGE_FAILED, detail=detail)]


def run_all(task: Task[T], items: Mapping[str, T], workers: int) -> Iterator[tuple[str, list[Record]]]:
    """`(key, task(key, item))` for every item, as each is done. `task` must be picklable when `workers` > 1."""
    if workers <= 1 or len(items) < INLINE_BELOW:
        for key, item in items.items():
            yield key, task(key, item)
        return
    yield from _run_in_pool(task, items, workers)


def _run_in_pool(task: Task[T], items: Mapping[str, T], workers: int) -> Iterator[tuple[str, list[Record]]]:
    context = multiprocessing.get_context("spawn")  # fork is unsafe beside threads and absent on some systems
    pool = concurrent.futures.ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts_to_parent)
    queue = iter(items.items())
    waiting: dict[concurrent.futures.Future[list[Record]], str] = {}
    try:
        for key, item in queue:
            waiting[pool.submit(task, key, item)] = key
            if len(waiting) >= workers * 4:  # enough to keep every worker busy, few enough to bound memory
                yield from _finished(waiting)
        while waiting:
            yield from _finished(waiting)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _finished(
    waiting: dict[concurrent.futures.Future[list[Record]], str],
) -> Iterator[tuple[str, list[Record]]]:
    done, _ = concurrent.futures.wait(waiting, return_when=concurrent.futures.FIRST_COMPLETED)
    for future in done:
        yield waiting.pop(future), future.result()


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
