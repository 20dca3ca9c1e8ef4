"""What keeps Spark from working is told in a line that says what to try."""

import socket
import sys
from pathlib import Path

import pytest

from sayso import cli
from sayso.errors import EngineError, MissingPartError, UsageError

pytest.importorskip("pyspark", reason="pip install 'sayso[spark]'")

from sayso.engine import spark


@pytest.mark.parametrize("master", ["", "sparkle", "http://there:80", "local[x]", "spark://", "local[2] ; rm"])
def test_a_wrong_master_url_is_refused(master: str) -> None:
    with pytest.raises(UsageError, match="no master URL"), spark.SparkCluster(master):
        pass


def test_a_master_that_does_not_answer_is_told_at_once() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(EngineError, match="no Spark master answers"), spark.SparkCluster(f"spark://127.0.0.1:{port}"):
        pass
    with pytest.raises(EngineError, match="HOST:PORT"), spark.SparkCluster("spark://127.0.0.1"):
        pass


def test_no_java_and_an_old_java_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(MissingPartError, match="needs Java, and there is none"), spark.SparkCluster("local[1]"):
        pass
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n")
    java.chmod(0o755)
    with pytest.raises(MissingPartError, match="needs Java 17, found 11"), spark.SparkCluster("local[1]"):
        pass


def test_no_pyspark_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "sayso.engine.spark")
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(MissingPartError, match=r"pip install 'sayso\[spark\]'"):
        __import__("sayso.engine.spark")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("…\nModuleNotFoundError: No module named 'sayso'\n\tat x", "the executors' Python has no sayso"),
        ("[PYTHON_VERSION_MISMATCH] Python in worker", "another version"),
        ('java.io.IOException: Cannot run program "python9": error=2', "cannot start python9"),
        ("org.x.InvalidInputException: Input path does not exist: file:/no/such", "no file file:/no/such"),
        ("java.lang.OutOfMemoryError: Java heap space\n", "out of memory"),
        ("An error occurred\n: org.apache.spark.SparkException: Job aborted due to something\n at", "Job aborted"),
        ("", "no reason given"),
    ],
)
def test_what_spark_says_is_told_in_words(told: str, expected: str) -> None:
    what, hint = spark.in_words(told)
    assert expected in what
    assert hint
    assert "\n" not in what


def test_a_master_without_the_engine_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["sayso", "lineage", str(tmp_path / "in.jsonl"), "--master", "local[2]"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == UsageError.exit_code
    assert "--engine spark" in capsys.readouterr().err
