"""Runs stages and lineage on Apache Spark; the only module that imports pyspark.

`SparkEngine` takes the place of `local.Workers`: the ledger and the grouping by key stay where the command runs, groups
travel as the codec's bytes, each batch of keys is a job of its own. `SparkCluster` is where `lineage.sharded` finds its
shards: one element a partition, post as a shuffle. Spark runs again what is lost with a machine; as every step is
pure, that costs time and nothing else.
"""

import contextlib
import functools
import importlib.metadata
import itertools
import logging
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any, Self, TypeVar

from sayso.codec import TYPE_BY_NAME, from_json, to_json
from sayso.engine.local import Task, killed
from sayso.errors import EngineError, MissingPartError, UsageError
from sayso.lineage.shards import Shards
from sayso.model import Record

try:
    import pyspark
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
except ImportError as error:
    raise MissingPartError("Apache Spark is not installed", "Run: pip install 'sayso[spark]'") from error

T = TypeVar("T")
U = TypeVar("U")
Progress = Callable[[str, int, int], None]

_LEAST_JAVA = 17  # of Spark 4
_MASTER = re.compile(
    r"local(\[(\*|\d+)(,\d+)?\])?|local-cluster\[\d+,\s*\d+,\s*\d+\]|spark://[^\s/]+|yarn|k8s://\S+", re.ASCII
)
_REACHED_WITHIN_S = 5.0
_DEATH = re.compile(r"exited unexpectedly|crashed|ExecutorLostFailure|OutOfMemoryError|MemoryError|Connection reset")
_LARGEST_SENT = 128 * 2**20  # bytes of a file that goes to another machine; a larger one is read here
_SPLIT = 32 * 2**20  # bytes of input in one partition
_WATCHED_EVERY_S = 0.5


class SparkCluster:
    """A connection to Spark; use as a context manager. Raises EngineError or UsageError with what to try."""

    def __init__(self, master: str, progress: Progress | None = None) -> None:
        self._master = master
        self._progress = progress
        self.context: Any = None

    def __enter__(self) -> Self:
        """Connect, and see that the executors have what this process has."""
        _check_master(self._master)
        _check_java()
        logging.getLogger().addFilter(_is_not_py4j)
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
        if self._master.startswith("local"):
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        with _telling(), _quiet():
            # One element a batch: what stands side by side in two collections must not be batched differently.
            self.context = pyspark.SparkContext(conf=_configuration(self._master), batchSize=1)
            self.context.setLogLevel("OFF")
        try:
            self._check_executors()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the cluster."""
        logging.getLogger().removeFilter(_is_not_py4j)
        context, self.context = self.context, None
        if context is not None:
            context.stop()

    @property
    def parallelism(self) -> int:
        """How many tasks run at once."""
        return int(self.context.defaultParallelism)

    def shards(self, values: Iterable[T]) -> "Shards[T]":
        """A shard for each value."""
        given = list(values)
        return SparkShards(self, self.context.parallelize(given, max(1, len(given))), len(given))

    def lines(self, given: str) -> "Shards[Sequence[bytes]]":
        """The lines of a file that all executors can read (a path or any URL that Hadoop knows), some in each shard."""
        with _telling():
            lines = self.context.newAPIHadoopFile(
                given,
                "org.apache.hadoop.mapreduce.lib.input.TextInputFormat",
                "org.apache.hadoop.io.LongWritable",
                "org.apache.hadoop.io.Text",
                conf={
                    "textinputformat.record.delimiter": "\n",
                    "mapreduce.input.fileinputformat.split.maxsize": str(_SPLIT),
                },
            )
            count = int(lines.getNumPartitions())
        return SparkShards(self, lines.mapPartitions(_encoded), count)

    def watched(self, what: str, action: Callable[[], T]) -> T:
        """What the action gives, while its tasks are counted aloud; raises EngineError if Spark gives up."""
        with _telling():
            if self._progress is None:
                return action()
            ended = threading.Event()
            watch = threading.Thread(target=self._watch, args=(what, ended), daemon=True)
            watch.start()
            try:
                return action()
            finally:
                ended.set()
                watch.join()

    def _watch(self, what: str, ended: threading.Event) -> None:
        assert self._progress is not None
        tracker = self.context.statusTracker()
        finished = total = 0
        told: tuple[int, int] | None = None
        while not ended.wait(_WATCHED_EVERY_S):
            try:
                stages = [tracker.getStageInfo(number) for number in tracker.getActiveStageIds()]
            except (Py4JError, OSError):  # the connection goes before the last look
                break
            running = [stage for stage in stages if stage]
            if running:
                finished = sum(stage.numCompletedTasks for stage in running)
                total = sum(stage.numTasks for stage in running)
                if (finished, total) != told:
                    self._progress(what, finished, total)
                told = finished, total
        self._progress(what, total, total)

    def _check_executors(self) -> None:
        own = _versions(0)
        with _telling():
            found = set(self.context.parallelize(range(self.parallelism), self.parallelism).map(_versions).collect())
        for other in sorted(found - {own}):
            raise EngineError(
                f"the executors have Python {other[0]} and Sayso {other[1]}, this machine has {own[0]} and {own[1]}",
                "Install the same on all, and name that Python in PYSPARK_PYTHON",
            )


def _is_not_py4j(record: logging.LogRecord) -> bool:
    """What py4j writes into everybody's log, it raises as well: an interrupt gave a page of traceback."""
    return "py4j" not in record.pathname


class SparkShards(Shards[T]):
    """Shards as a Spark RDD with one element in each partition."""

    def __init__(self, cluster: SparkCluster, rdd: Any, count: int) -> None:
        self._cluster = cluster
        self._rdd = rdd
        self._count = count

    def each(self, step: Callable[[int, T], U]) -> "SparkShards[U]":
        """`step(number, value)` for every shard."""
        return SparkShards(
            self._cluster, self._rdd.mapPartitionsWithIndex(functools.partial(_stepped, step), True), self._count
        )

    def beside(self, other: Shards[U]) -> "SparkShards[tuple[T, U]]":
        """The values of two collections side by side."""
        assert isinstance(other, SparkShards)
        return SparkShards(self._cluster, self._rdd.zip(other._rdd), self._count)

    def delivered(self, count: int) -> "SparkShards[list[Any]]":
        """The post, as `count` shards receive it."""
        sent = self._rdd.mapPartitionsWithIndex(_sent)
        return SparkShards(self._cluster, sent.partitionBy(count, int).mapPartitions(_received, True), count)

    def kept(self, what: str) -> Self:
        """The same, worked out now and kept on the executors' disks."""
        self._rdd = self._rdd.persist(pyspark.StorageLevel.DISK_ONLY)
        self._cluster.watched(what, self._rdd.count)
        return self

    def values(self) -> list[T]:
        """The values in their order."""
        with _telling():
            return list(self._rdd.collect())

    def streamed(self) -> Iterator[T]:
        """The values in their order, one here at a time."""
        with _telling():
            yield from self._rdd.toLocalIterator(prefetchPartitions=True)


class SparkEngine:
    """Runs tasks as `local.Workers` does, each batch of keys as a Spark job; use as a context manager."""

    def __init__(self, cluster: SparkCluster) -> None:
        self._cluster = cluster
        self._is_own = cluster.context is None

    def __enter__(self) -> Self:
        """Connect, unless the cluster is connected."""
        if self._is_own:
            self._cluster.__enter__()
        return self

    def __exit__(self, *failure: object) -> None:
        """Leave the cluster; what is under way is given up."""
        if any(failure) and self._cluster.context is not None:
            self._cluster.context.cancelAllJobs()
        if self._is_own:
            self._cluster.__exit__(*failure)

    def run(self, task: Task[T], items: Mapping[str, T]) -> Iterator[tuple[str, list[Record]]]:
        """`(key, task(key, item))` for every item, as each is done; a key that kills its worker costs itself."""
        here = {key: item for key, item in items.items() if isinstance(item, Path) and _is_large(item)}
        for key, item in here.items():
            yield key, task(key, item)
        away = iter([key for key in items if key not in here])
        at_once = self._cluster.parallelism * 2  # enough to keep all busy, few enough to bound memory
        batch = max(1, min(32, len(items) // (at_once * 4)))
        with ThreadPoolExecutor(at_once) as pool:
            waiting: dict[Future[list[tuple[str, list[Record]]]], None] = {}
            try:
                while True:
                    while len(waiting) < at_once and (keys := list(itertools.islice(away, batch))):
                        waiting[pool.submit(self._batch, task, {key: items[key] for key in keys})] = None
                    if not waiting:
                        return
                    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                    for future in done:
                        del waiting[future]
                        yield from future.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                self._cluster.context.cancelAllJobs()
                raise

    def _batch(self, task: Task[T], items: Mapping[str, T]) -> list[tuple[str, list[Record]]]:
        """One job for all the items; if it fails, one for each."""
        try:
            return self._job(task, items)
        except (Py4JError, PySparkException) as error:
            self._see_that_a_worker_died(error)
        done = []
        for key, item in items.items():
            try:
                done += self._job(task, {key: item})
            except (Py4JError, PySparkException) as error:
                self._see_that_a_worker_died(error)
                done.append((key, [killed(task, key)]))
        return done

    def _job(self, task: Task[T], items: Mapping[str, T]) -> list[tuple[str, list[Record]]]:
        packed = [(key, _packed(item)) for key, item in items.items()]
        made = self._cluster.context.parallelize([packed], 1).map(functools.partial(_run_packed, task)).collect()
        return [(key, [_record(*record) for record in records]) for key, records in itertools.chain.from_iterable(made)]

    def _see_that_a_worker_died(self, error: Exception) -> None:
        """Raise EngineError if no worker died, or if Spark does not answer: no key is to blame for that."""
        with _telling():
            if not _DEATH.search(str(error)):
                raise error
            self._cluster.context.parallelize([0], 1).map(_versions).collect()


def _is_large(path: Path) -> bool:
    return path.stat().st_size > _LARGEST_SENT


def _packed(item: Any) -> Any:
    """Records as the codec's bytes, a file as its bytes, anything else as it is."""
    if isinstance(item, Path):
        return "file", item.name, item.read_bytes()
    if isinstance(item, list) and all(isinstance(record, Record) for record in item):
        return "records", "", [_bytes(record) for record in item]
    return "plain", "", item


def _bytes(record: Record) -> tuple[str, bytes]:
    return type(record).__name__, to_json(record)


def _record(kind: str, encoded: bytes) -> Record:
    return from_json(TYPE_BY_NAME[kind], encoded)


def _run_packed(task: Task[Any], items: list[tuple[str, Any]]) -> list[tuple[str, list[tuple[str, bytes]]]]:
    return [(key, [_bytes(record) for record in _run_one(task, key, *packed)]) for key, packed in items]


def _run_one(task: Task[Any], key: str, form: str, name: str, content: Any) -> list[Record]:
    if form == "records":
        return task(key, [_record(*record) for record in content])
    if form == "plain":
        return task(key, content)
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return task(key, path)


def _encoded(lines: Iterable[tuple[int, str]]) -> Iterator[Sequence[bytes]]:
    yield [line.encode("utf-8", "surrogatepass") for _, line in lines]


def _stepped(step: Callable[[int, T], U], number: int, values: Iterable[T]) -> Iterator[U]:
    (value,) = values
    yield step(number, value)


def _sent(number: int, posts: Iterable[Mapping[int, Any]]) -> Iterator[tuple[int, tuple[int, Any]]]:
    for post in posts:
        for receiver, message in post.items():
            yield int(receiver), (number, message)


def _received(mail: Iterable[tuple[int, tuple[int, Any]]]) -> Iterator[list[Any]]:
    ordered = sorted((message for _, message in mail), key=lambda message: message[0])
    yield [message for _, message in ordered]


def _versions(_: int) -> tuple[str, str]:
    return platform.python_version().rpartition(".")[0], importlib.metadata.version("sayso")


def _configuration(master: str) -> Any:
    given = {
        "spark.app.name": "sayso",
        "spark.log.level": "OFF",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": "2g",
        "spark.driver.maxResultSize": "0",
        "spark.python.worker.faulthandler.enabled": "false",
        "spark.python.daemon.module": "sayso.engine.spark",
    }
    configuration = pyspark.SparkConf().setMaster(master)
    for key, value in given.items():
        configuration.setIfMissing(key, value)
    return configuration


def _check_master(master: str) -> None:
    if not _MASTER.fullmatch(master):
        raise UsageError(
            f"“{master}” is no master URL of Spark",
            "Give local[N], local-cluster[N,CORES,MEMORY], spark://HOST:PORT, yarn or k8s://…",
        )
    if not master.startswith("spark://"):
        return
    hosts = master.removeprefix("spark://").split(",")
    problems = [problem for host in hosts if (problem := _unreachable(host))]
    if len(problems) == len(hosts):
        raise EngineError(
            f"no Spark master answers at {master}: {problems[0]}", "Check the host, the port and the network"
        )


def _unreachable(host: str) -> str:
    name, _, port = host.rpartition(":")
    if not name or not port.isdecimal():
        return "a master is given as HOST:PORT"
    try:
        socket.create_connection((name, int(port)), _REACHED_WITHIN_S).close()
    except (OSError, OverflowError, UnicodeError) as error:
        return str(error)
    return ""


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    hint = f"Install Java {_LEAST_JAVA} or later, or name its folder in JAVA_HOME"
    try:
        command = [java or "java", "-version"]
        told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 (the user's own)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MissingPartError("Spark needs Java, and there is none", hint) from error
    found = re.search(r'version "(\d+)', told.stderr + told.stdout)
    if not found or int(found[1]) < _LEAST_JAVA:
        raise MissingPartError(f"Spark needs Java {_LEAST_JAVA}, found {found[1] if found else 'no working one'}", hint)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Standard error goes to a file that is forgotten; only what kept Spark from starting is told, its last words.

    What Java prints while it starts is no news to a user, and what Spark logs later comes as exceptions.
    """
    before = os.dup(2)
    with tempfile.TemporaryFile() as said:
        os.dup2(said.fileno(), 2)
        try:
            yield
        except Exception as error:
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines()
            reason = next((line for line in reversed(lines) if "Exception" in line or "rror" in line), str(error))
            raise EngineError(
                f"Spark does not start: {reason[:300]}", "Check Java, the master and SPARK_LOCAL_IP"
            ) from error
        finally:
            os.dup2(before, 2)
            os.close(before)


class _telling:  # noqa: N801 (reads as a verb, as contextlib's own do)
    """What Spark raises inside, as one line that says what to try."""

    def __enter__(self) -> None:
        """Nothing."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        """Raise EngineError in place of Spark's errors."""
        if isinstance(error, (Py4JError, PySparkException)):
            raise EngineError(*in_words(str(error))) from None


_KNOWN = (
    (r"No module named '?(\w+)", "the executors' Python has no {0}",
     "Install sayso[spark] there too, and name that Python in PYSPARK_PYTHON"),
    (r"PYTHON_VERSION_MISMATCH", "the executors' Python is of another version than this one",
     "Name the same Python in PYSPARK_PYTHON and PYSPARK_DRIVER_PYTHON"),
    (r'Cannot run program "([^"]+)"', "the executors cannot start {0}", "Name a Python they have in PYSPARK_PYTHON"),
    (r"Input path does not exist: (\S+)", "no file {0} where the executors look",
     "Give a path that all machines can read"),
    (r"No FileSystem for scheme \"?(\w+)", "Spark cannot read {0}: addresses",
     "Give a path that all machines can read"),
    (r"(OutOfMemoryError[^\n]*)", "Spark ran out of memory ({0})", "Give executors more: spark.executor.memory"),
    (r"No space left on device", "the disk where Spark works is full", "Name another in SPARK_LOCAL_DIRS"),
    (r"(EOFException: Unexpected end of input stream|ZipException[^\n]*|DataFormatException[^\n]*)",
     "the input cannot be read ({0})", "The file is damaged: get it again"),
)  # fmt: skip


def in_words(told: str) -> tuple[str, str]:
    """What happened and what to try."""
    for pattern, what, hint in _KNOWN:
        found = re.search(pattern, told)
        if found:
            return what.format(*found.groups()), hint
    causes = re.findall(r"^\s*(?:Caused by: |: )?([\w.]+(?:Exception|Error): [^\n]+)", told, re.MULTILINE)
    last = causes[-1] if causes else told.strip().splitlines()[-1] if told.strip() else "no reason given"
    return f"Spark gave up: {last[:300]}", "Look at the executors' logs; the same command begins anew"


if __name__ == "__main__":  # the process that forks the executors' workers: what all of them need is loaded once, here
    from pyspark.daemon import manager

    import sayso.lineage.sharded  # noqa: F401

    manager()
