"""Runs tasks on this machine, over one or several processes, and says when each is done.

Results come back in the order they finish. Whoever keeps them must not depend on that order: ids are
content hashes and the ledger sorts, which tests/property/test_determinism.py checks for 1, 3 and 7 workers.
"""

import concurrent.futures
import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol, Self, TypeVar

from sayso.errors import SaysoError
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
    """`(key, task(key, item))` for every item, as each is done; for several runs use `Workers`, which start once."""
    with Workers(workers) as started:
        yield from started.run(task, items)


class Engine(Protocol):
    """What runs tasks; used as a context manager."""

    def __enter__(self) -> Self:
        """The engine, ready."""

    def __exit__(self, kind: type[BaseException] | None, *failure: object) -> None:
        """End it, at once after an error."""

    def run(self, task: Task[T], items: Mapping[str, T]) -> Iterator[tuple[str, list[Record]]]:
        """`(key, task(key, item))` for every item, as each is done."""


class Workers:
    """Processes that tasks are run on, started when first needed and kept until the block is left.

    An error or an interrupt ends them at once: one article can take seconds, and nobody waits for it any more.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: concurrent.futures.ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """The workers."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End them."""
        self._end(at_once=kind is not None)

    def run(self, task: Task[T], items: Mapping[str, T]) -> Iterator[tuple[str, list[Record]]]:
        """`(key, task(key, item))` for every item, as each is done. `task` must be picklable if there are several."""
        if self._count <= 1 or len(items) < INLINE_BELOW:
            for key, item in items.items():
                yield key, task(key, item)
            return
        queue = iter(items.items())
        while True:
            lost: list[str] = []
            yield from self._until_one_dies(task, queue, lost)
            if not lost:
                return
            yield from _one_by_one(task, {key: items[key] for key in lost})

    def _until_one_dies(
        self, task: Task[T], queue: Iterator[tuple[str, T]], lost: list[str]
    ) -> Iterator[tuple[str, list[Record]]]:
        """Work through `queue`; if a process dies, stop and leave in `lost` the keys that were under way."""
        waiting: dict[concurrent.futures.Future[list[Record]], str] = {}
        pool = self._pool = self._pool or _pool(self._count)
        try:
            for key, item in queue:
                lost.append(key)
                waiting[pool.submit(task, key, item)] = key
                lost.pop()
                if len(waiting) >= self._count * 4:  # enough to keep all busy, few enough to bound memory
                    yield from _finished(waiting)
            while waiting:
                yield from _finished(waiting)
        except BrokenProcessPool:
            lost += waiting.values()
            self._end(at_once=True)

    def _end(self, *, at_once: bool) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            if at_once:
                for process in (pool._processes or {}).values():
                    process.terminate()
            pool.shutdown(wait=True, cancel_futures=True)


def _pool(count: int) -> concurrent.futures.ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")  # fork is unsafe beside threads and absent on some systems
    return concurrent.futures.ProcessPoolExecutor(count, mp_context=context, initializer=_leave_interrupts_to_parent)


def _one_by_one(task: Task[T], items: Mapping[str, T]) -> Iterator[tuple[str, list[Record]]]:
    """The items in one process; one that kills it costs itself alone, as a Skip. SaysoError where no process starts."""
    left = list(items.items())[::-1]
    while left:
        with _pool(1) as pool:
            try:
                pool.submit(int).result()
            except BrokenProcessPool as error:  # not the fault of any item: to skip them all would hide it
                raise SaysoError("no worker process can be started", "Try again with one worker") from error
            try:
                while left:
                    key, item = left[-1]
                    records = pool.submit(task, key, item).result()
                    left.pop()
                    yield key, records
            except BrokenProcessPool:
                key, _ = left.pop()
                yield key, [killed(task, key)]


def killed(task: Task[T], key: str) -> Skip:
    """What is kept of a key whose worker died on it each time."""
    worker = next(iter(getattr(task, "args", ())), None)  # a stage bound to `run_stage`, say
    detail = "the process that worked on it died, perhaps for want of memory"
    return Skip(stage=getattr(worker, "name", "engine"), subject=key, reason=SkipReason.STAGE_FAILED, detail=detail)


def _finished(
    waiting: dict[concurrent.futures.Future[list[Record]], str],
) -> Iterator[tuple[str, list[Record]]]:
    """What is done so far, at least one. A future is struck off once its result is there, so a dead one stays."""
    done, _ = concurrent.futures.wait(waiting, return_when=concurrent.futures.FIRST_COMPLETED)
    for future in done:
        records = future.result()
        yield waiting.pop(future), records


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
