from pathlib import Path

import pytest

from sayso.capture.discover import discover
from sayso.errors import InputError, MissingInputError, UsageError
from sayso.settings import Limits


def names(*given: object) -> list[str]:
    return [item.name for item in discover([str(g) for g in given], Limits())]


def test_a_folder_gives_its_files_by_path_and_no_more(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("not yours")
    folder = tmp_path / "given"
    (folder / "b").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name in ("z.txt", "a.txt", "b/c.html", ".hidden", ".git/config"):
        (folder / name).write_text(name)
    (folder / "link.txt").symlink_to(outside)
    assert names(folder) == ["a.txt", "b/c.html", "z.txt"]


def test_a_file_is_known_by_its_name_alone(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"<p>")
    (given,) = discover([str(tmp_path / "page.html")], Limits())
    assert given.name == "page.html"
    with given.open() as stream:
        assert stream.read() == b"<p>"


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        ("absent.html", MissingInputError, "https://"),
        ("ftp://example.org/x", UsageError, "http"),
        ("file:///etc/passwd", UsageError, "http"),
        ("/dev/null", UsageError, "file, a folder"),
    ],
)
def test_what_cannot_be_had_says_what_to_try(given: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        names(given)


def test_an_empty_folder_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no files"):
        names(tmp_path)
