"""Apache Spark for real, in executor processes of their own: the same pairs, ids and ledger hash as here alone."""

import contextlib
import functools
import json
import os
import shutil
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import coverage_sample
import letters
import lineage_corpus
from factory import article
from sayso import row_files
from sayso.building import build
from sayso.capture.sources import Sources
from sayso.codec import hash_records
from sayso.engine.local import Engine, Workers, group_by_key, run_stage
from sayso.errors import EngineError, MissingPartError
from sayso.extract.credits import credits_at_edges
from sayso.ledger.store import Ledger
from sayso.lineage import batch as batch_rows
from sayso.lineage.batch import lineage_rows
from sayso.lineage.numbering import numbered
from sayso.lineage.sharded import sharded_rows
from sayso.model import Agent, Record, Skip
from sayso.settings import LineageSettings, Settings
from sayso.verbs import add, no_progress
from sayso.vocab import SkipReason

if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Apache Spark needs Java, and there is none here", allow_module_level=True)
pytest.importorskip("pyspark", reason="pip install 'sayso[spark]'")

from pyspark import cloudpickle

from sayso.engine.spark import SparkCluster, SparkEngine

# These tests are short: compiling Java thoroughly would take longer than they do.
JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
MASTER = "local-cluster[2,1,1024]"  # two executor processes of one core and 1,024 MB each

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")


class Watched:
    """Hears of steps, and can do something at the first sign of one."""

    def __init__(self) -> None:
        self.at: dict[str, Any] = {}

    def __call__(self, step: str, done: int, total: int) -> None:
        act = self.at.pop(step, None)
        if act:
            act()


@pytest.fixture(scope="module")
def watched() -> Watched:
    return Watched()


@pytest.fixture(scope="module")
def cluster(watched: Watched) -> Iterator[SparkCluster]:
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.setenv("JDK_JAVA_OPTIONS", JAVA_OPTIONS)
        with contextlib.ExitStack() as opened:
            try:
                connected = opened.enter_context(SparkCluster(MASTER, watched))
            except MissingPartError as error:
                pytest.skip(str(error))
            yield connected


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More copies of one text than are compared each with each, and something for every decision."""
    path = tmp_path_factory.mktemp("batch") / "in.jsonl"
    path.write_bytes(b"".join(lineage_corpus.lines(hot=100, families=3)))
    return path


def pairs(cluster: SparkCluster, batch: Path) -> list[str]:
    corpus = numbered(cluster.lines(f"file://{batch}"), cluster, batch.name, credits_at_edges)
    return [json.dumps(row) for row in sharded_rows(corpus, cluster, LineageSettings())]


def pairs_here(batch: Path) -> list[str]:
    rows = [json.loads(line) for line in batch.read_bytes().splitlines() if line.strip()]
    return [json.dumps(row) for row in lineage_rows(rows, credits_of=credits_at_edges)]


def executors(cluster: SparkCluster) -> list[int]:
    """The executors' processes: children of the Java process that this one started."""
    parent = cluster.context._gateway.proc.pid
    listed = subprocess.run(["ps", "-ww", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    found = [(line.split(None, 2)[:2], line) for line in listed.splitlines()]
    executing = ((int(pid), int(above)) for (pid, above), line in found if "CoarseGrainedExecutorBackend" in line)
    return sorted(pid for pid, above in executing if above == parent)


@pytest.mark.skipif(shutil.which("ps") is None, reason="executors are found with ps, and there is none here")
def test_what_cannot_be_read_is_told_as_it_is_here(cluster: SparkCluster, tmp_path: Path) -> None:
    text = "the quay at Lundhavn was closed on Monday after a crane had fallen into the water " * 3
    rows = [{"id": key, "text": text} for key in "abc"]
    rows += [{"id": "a", "text": text}, {"id": "d", "text": text, "published": "noon"}, {"id": "e"}]
    lines = [json.dumps(row).encode() for row in rows]
    lines[3:3] = [
        lines[0][:-9],
        b"",
        b" \r",
        lines[2].replace(b"crane", b"cr\xe2ne").replace(b'"c"', b'"f"'),
        b"{",
        b"\xff",
    ]
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    documents, skips = batch_rows.read_lines(row_files.read_lines(str(path)))
    corpus = numbered(cluster.lines(f"file://{path}"), cluster, path.name)
    assert corpus.skips == skips
    assert len(skips) == 6
    assert {d.id: d.text for block in corpus.blocks.values() for d in block.documents} == {
        d.id: d.text for d in documents
    }


def test_an_executor_killed_in_mid_run_costs_time_not_results(
    cluster: SparkCluster, watched: Watched, batch: Path
) -> None:
    killed: list[int] = []

    def kill() -> None:
        killed.extend(executors(cluster)[:1])
        for pid in killed:
            os.kill(pid, signal.SIGKILL)

    watched.at["aligning"] = kill
    found = pairs(cluster, batch)
    assert killed
    assert killed[0] not in executors(cluster)
    assert found == pairs_here(batch)


def test_a_stage_gives_what_it_gives_here_and_broken_keys_are_skips(cluster: SparkCluster) -> None:
    cloudpickle.register_pickle_by_value(letters)  # the executors know Sayso, not its tests
    stage = letters.Letters()
    groups = group_by_key(stage, [article("ab!", name="1"), article("bc", name="2"), article("cdefgh", name="3")])
    task = functools.partial(run_stage, stage)
    with SparkEngine(cluster) as engine:
        away = dict(engine.run(task, groups))
    with Workers(1) as workers:
        here = dict(workers.run(task, groups))
    assert away == here
    (skip,) = away["!"]
    assert isinstance(skip, Skip)
    assert skip.reason is SkipReason.STAGE_FAILED


def test_a_key_that_kills_its_worker_costs_itself_alone(cluster: SparkCluster) -> None:
    cloudpickle.register_pickle_by_value(letters)
    stage = letters.Letters()
    with SparkEngine(cluster) as engine:
        made = dict(engine.run(functools.partial(run_stage, stage), group_by_key(stage, [article("ab?")])))
    assert {key: [type(record) for record in records] for key, records in made.items()} == {
        "?": [Skip],
        "a": [Agent],
        "b": [Agent],
    }


def no_such_module(key: str, text: str) -> list[Record]:
    raise ModuleNotFoundError(f"No module named 'sayso_elsewhere' for {key}{text}")


def test_what_is_no_fault_of_a_key_ends_the_run(cluster: SparkCluster) -> None:
    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    with SparkEngine(cluster) as engine, pytest.raises(EngineError, match="no sayso_elsewhere"):
        list(engine.run(no_such_module, {"1": "x"}))


def ledger_hash(folder: Path, case: Path, engine: Engine) -> str:
    with Ledger.open(folder / "ledger.sqlite", create=True) as ledger:
        build(ledger, Sources(case).files(), Settings(), engine, no_progress)
        return hash_records(ledger.records())


def test_a_case_has_the_same_ledger_hash(cluster: SparkCluster, tmp_path: Path) -> None:
    given = coverage_sample.write(tmp_path / "given")
    (given / "broken.warc").write_bytes(b"WARC/1.0\r\nContent-Length: 9999\r\n\r\nshort")
    add(tmp_path / "case", str(given))
    for name in ("here", "away"):
        (tmp_path / name).mkdir()
    here = ledger_hash(tmp_path / "here", tmp_path / "case", Workers(1))
    assert ledger_hash(tmp_path / "away", tmp_path / "case", SparkEngine(cluster)) == here
