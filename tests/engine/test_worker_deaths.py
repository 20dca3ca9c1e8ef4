"""A worker that dies costs the key it died on; a build that is stopped leaves no worker behind."""

import multiprocessing
import os
import signal
import time
from collections.abc import Generator
from pathlib import Path

from sayso.engine.local import run_all
from sayso.model import Agent, Record, Skip
from sayso.vocab import AgentKind, SkipReason


def dies_on_seven(key: str, text: str) -> list[Record]:
    if key == "7":
        os.kill(os.getpid(), signal.SIGKILL)
    return [Agent(kind=AgentKind.PERSON, name=f"{key}:{text}")]


def marks_late(key: str, mark: str) -> list[Record]:
    if key == "1":
        time.sleep(3)
        Path(mark).touch()
    return []


def test_a_key_that_kills_its_process_costs_itself_alone() -> None:
    items = {str(n): "x" for n in range(20)}
    made = dict(run_all(dies_on_seven, items, 2))
    assert set(made) == set(items)
    (skip,) = made.pop("7")
    assert isinstance(skip, Skip)
    assert (skip.reason, skip.subject) == (SkipReason.STAGE_FAILED, "7")
    assert all(isinstance(record, Agent) for records in made.values() for record in records)


def test_a_stopped_run_does_not_wait_for_its_workers(tmp_path: Path) -> None:
    mark = tmp_path / "worked to the end"
    running = run_all(marks_late, {str(n): str(mark) for n in range(20)}, 2)
    next(running)
    assert isinstance(running, Generator)
    running.close()
    assert multiprocessing.active_children() == []
    assert not mark.exists()
