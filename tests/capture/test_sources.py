import datetime
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.capture.discover import Given
from sayso.capture.sources import Sources
from sayso.errors import InputError
from sayso.ids import sha256

NOW = datetime.datetime(2031, 5, 4, tzinfo=datetime.UTC)


def of(content: bytes, name: str = "a.html") -> Given:
    return Given(name, lambda: io.BytesIO(content))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(st.binary(max_size=5000))
def test_bytes_are_kept_as_they_are(tmp_path: Path, content: bytes) -> None:
    sources = Sources(tmp_path)
    digest, _ = sources.add(of(content), NOW)
    assert digest == sha256(content)
    assert sources.path(digest).read_bytes() == content
    assert sources.add(of(content), NOW) == (digest, False)
    assert list(sources.check()) == []


def test_sources_are_read_only_and_each_giving_is_on_record(tmp_path: Path) -> None:
    sources = Sources(tmp_path)
    digest, new = sources.add(of(b"x", "first.html"), NOW)
    sources.add(of(b"x", "second.html"), NOW)
    assert new
    assert sources.path(digest).stat().st_mode & 0o222 == 0
    rows = [json.loads(line) for line in sources.index.read_text().splitlines()]
    assert [row["given"] for row in rows] == ["first.html", "second.html"]
    assert sources.given() == {digest: "first.html"}


def test_changed_and_missing_sources_are_told(tmp_path: Path) -> None:
    sources = Sources(tmp_path)
    changed, _ = sources.add(of(b"one"), NOW)
    gone, _ = sources.add(of(b"two"), NOW)
    sources.path(changed).chmod(0o644)
    sources.path(changed).write_bytes(b"One")
    sources.path(gone).unlink()
    assert {digest for digest, _ in sources.check()} == {changed, gone}


def test_an_interrupted_copy_leaves_nothing(tmp_path: Path) -> None:
    class Breaks(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise KeyboardInterrupt

    sources = Sources(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        sources.add(Given("x", Breaks), NOW)
    assert list((tmp_path / "sources").iterdir()) == []
    assert not sources.index.exists()


def test_a_damaged_custody_list_names_the_line(tmp_path: Path) -> None:
    sources = Sources(tmp_path)
    sources.add(of(b"x"), NOW)
    with sources.index.open("a") as index:
        index.write("{broken\n")
    with pytest.raises(InputError, match="line 2"):
        list(sources.check())
