"""How a case is brought up to date with its sources: each stage on what has changed, and nothing twice.

First the intake (source file → captures, articles, skips), then every stage on what the ones before it gave.
Each (stage, key) is redone only when what it is sent has changed, so an interrupted build goes on where it
stopped and adding one article reads one article.
"""

import functools
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.codec import to_json
from sayso.engine.local import Engine, group_by_key, run_stage
from sayso.ledger.store import Ledger, Outcome
from sayso.ledger.tables import with_dependents
from sayso.model import Activity, Record, Skip
from sayso.pipeline import check_order, intake_activity, read_source, stages
from sayso.settings import Settings
from sayso.stage import activity

COMMIT_EVERY_S = 2.0  # how much work an interrupt can cost

Progress = Callable[[str, int, int], None]
"""Called with (stage, keys done, keys in all)."""


def build(
    ledger: Ledger, sources: Mapping[str, Path], settings: Settings, engine: Engine, progress: Progress
) -> list[Activity]:
    """Bring `ledger` up to date with `sources` (sha256 → file); gives the activities of the whole pipeline."""
    pipeline = stages(settings)
    check_order(pipeline)
    activities = [intake_activity(settings), *map(activity, pipeline)]
    ledger.forget_other_activities(activities)
    intake = functools.partial(read_source, settings.limits)
    known = _Known(ledger)
    with engine as started:
        _update(ledger, activities[0], dict(sources), {key: key for key in sources}, (intake, started, progress))
        for stage, doing in zip(pipeline, activities[1:], strict=True):
            groups = group_by_key(stage, known.records(stage.reads))
            digests = {key: _digest(group) for key, group in groups.items()}
            if _update(ledger, doing, groups, digests, (functools.partial(run_stage, stage), started, progress)):
                known.forget({*stage.writes, Skip})
    return activities


Run = tuple[Callable[[str, Any], list[Record]], Engine, Progress]


class _Known:
    """Records as the ledger has them, each kind read once until a stage may have changed it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._by_kind: dict[type[Record], list[Record]] = {}

    def records(self, kinds: Iterable[type[Record]]) -> Iterator[Record]:
        """All records of these kinds."""
        for kind in kinds:
            if kind not in self._by_kind:
                self._by_kind[kind] = list(self._ledger.records(kind))
            yield from self._by_kind[kind]

    def forget(self, kinds: Iterable[type[Record]]) -> None:
        """Read these again when next asked, and what may have gone with them."""
        for kind in with_dependents(kinds):
            self._by_kind.pop(kind, None)


def _update(ledger: Ledger, doing: Activity, items: Mapping[str, Any], digests: Mapping[str, str], run: Run) -> bool:
    """Redo the keys whose input has changed, forget those that are gone, commit every few seconds; whether any was."""
    task, started, progress = run
    gone = sorted(ledger.keys(doing.stage) - items.keys())
    ledger.forget(doing.stage, gone)
    done = ledger.up_to_date(doing)
    stale = {key: item for key, item in items.items() if done.get(key) != digests[key]}
    finished = len(items) - len(stale)
    progress(doing.stage, finished, len(items))
    waiting: list[Outcome] = []
    committed = time.monotonic()
    try:
        for key, records in started.run(task, stale):
            waiting.append(Outcome(key, digests[key], records))
            finished += 1
            if time.monotonic() - committed > COMMIT_EVERY_S:
                ledger.put(doing, waiting)
                waiting, committed = [], time.monotonic()
            progress(doing.stage, finished, len(items))
    finally:  # an interrupt keeps what is done
        ledger.put(doing, waiting)
    return bool(gone or stale)


def _digest(group: Iterable[Record]) -> str:
    whole = hashlib.sha256()
    for record in group:
        whole.update(to_json(record) + b"\n")
    return whole.hexdigest()
