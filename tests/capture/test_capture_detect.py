import codecs
import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.builders import PAGE, arc, http, record, wacz
from sayso.capture.detect import Kind, detect, is_markdown

RSS = b'<rss version="2.0"><channel><title>Harbour news</title></channel></rss>'
JSON_FEED = b'{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour news", "items": []}'


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (PAGE, Kind.HTML),
        (b"\n\n  <HTML><head>", Kind.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html xmlns="x">', Kind.HTML),
        (b"<!-- saved from harbour.example --><html>", Kind.HTML),
        (b"<div><p>One.</p><p>Two.</p></div>", Kind.HTML),
        (b"Loading\n<!doctype html>\n<p>Page</p>", Kind.HTML),
        ("\ufeff<html><body>".encode("utf-16"), Kind.HTML),
        ("<html><body>".encode("utf-16-be"), Kind.HTML),
        (RSS, Kind.RSS),
        (b'<?xml version="1.0" encoding="koi8-r"?>\n<!-- made -->\n' + RSS, Kind.RSS),
        (b'<!DOCTYPE rss [ <!ENTITY a "b"> ]>' + RSS, Kind.RSS),
        (b'<rdf:RDF xmlns:rdf="x"><channel>', Kind.RSS),
        (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', Kind.ATOM),
        (b'<a10:feed xmlns:a10="x">', Kind.ATOM),
        ("<?xml version='1.0' encoding='utf-32'?><rss>".encode("utf-32-be"), Kind.RSS),
        (b'<?xml version="1.0"?><nitf><body.content/></nitf>', Kind.OTHER),
        (JSON_FEED, Kind.JSON_FEED),
        (b'{"items": [], "version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', Kind.JSON_FEED),
        (b'{\n "id": "7",\n "text": "The ferry ran aground."\n}', Kind.JSON),
        (b' [ {"id": "7"} ]', Kind.JSON),
        (b'{"id": "7"}\n', Kind.JSON),
        (b'{"id": "7"}\n{"id": "8"}\n', Kind.JSON_LINES),
        (codecs.BOM_UTF8 + b'{"id": "7"}\r\n\r\n{"id": "8"}\r\n', Kind.JSON_LINES),
        (b'{"id": "7", "text": "cut sh\n{"id": "8"}\n', Kind.JSON_LINES),
        (b'{"a":\n{"b": 1}}', Kind.JSON),
        (b"[" * 5000 + b"]" * 5000, Kind.JSON),
        (b"[[1]](https://herald.example/ferry) The ferry ran aground.", Kind.MARKDOWN),
        (b"[The ferry](https://herald.example/ferry) ran aground.", Kind.MARKDOWN),
        (b"# Ferry runs aground\n\nThe harbour office said.", Kind.MARKDOWN),
        (b"---\ntitle: Ferry runs aground\n---\n\nThe harbour office said.", Kind.MARKDOWN),
        (b"Ferry runs aground\n==================\n\nThe **harbour** office said.", Kind.MARKDOWN),
        (b'<img src="ferry.jpg">\n\n# Ferry\n\nThe [office](https://port.example) said.', Kind.MARKDOWN),
        (b"The ferry ran aground.\n\n* * *\n\n- Was anyone hurt?\n- No, said Ana Lenz.\n", Kind.TEXT),
        (b"NORHAVEN, March 5 -- The ferry ran aground #norhaven #ferry. 5 * 3 = 15", Kind.TEXT),
        ("Паром сел на мель.\n\n— Никто не пострадал, — сказала Ана Ленц.\n\n***\n".encode(), Kind.TEXT),
        ("Паром сел на мель, сообщили в порту.".encode("cp1251"), Kind.TEXT),
        ("渡轮搁浅，港务局说。".encode("gb18030"), Kind.TEXT),
        ("The ferry ran aground.".encode("utf-16"), Kind.TEXT),
        (record(http()), Kind.WARC),
        (b"\r\n" + record(http()), Kind.WARC),
        (arc(), Kind.ARC),
        (gzip.compress(PAGE), Kind.GZIP),
        (wacz({}), Kind.ZIP),
        (b"", Kind.EMPTY),
        (b" \r\n\t\n", Kind.EMPTY),
        (b"%PDF-1.7\n%\xe2\xe3", Kind.OTHER),
        (b"\x89PNG\r\n\x1a\n\0\0", Kind.OTHER),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", Kind.OTHER),
        (b"\0\x01\x02\x03" * 40, Kind.OTHER),
        (b"From: <Saved>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", Kind.OTHER),
    ],
)
def test_kind_is_read_from_the_bytes(head: bytes, kind: Kind) -> None:
    assert detect(head).kind is kind


def test_a_binary_is_named_in_words() -> None:
    assert detect(b"%PDF-1.7").what == "a PDF document"


@pytest.mark.parametrize(
    "text",
    [
        "*** BREAKING ***",
        "Call 555_1234_99 now",
        "a * b * c",
        "- first\n- second\n",
        "> he wrote\n",
        "Price: $5 (1.\n2.)",
    ],
)
def test_layout_alone_is_not_markdown(text: str) -> None:
    assert not is_markdown(text)


@pytest.mark.parametrize("text", ["*Editor's note*\n\n- one\n- two", r"\*\*\* and **bold** words", "> quoted _words_"])
def test_two_kinds_of_markup_are(text: str) -> None:
    assert is_markdown(text)


@given(st.binary(max_size=400))
def test_any_bytes_have_a_kind(head: bytes) -> None:
    assert detect(head).kind in Kind


@pytest.mark.parametrize(
    "unit",
    ["<", "[", "{", "*", "_", "\\", "`", "#", "<!--", "<?xml ", "[a](", "**a", "a:\n", "A: \n\t", "<!doctype [", "\n"],
)
def test_time_is_linear_in_hostile_input(unit: str) -> None:
    head = (unit * (2**20 // len(unit))).encode()
    started = time.perf_counter()
    detect(head)
    assert time.perf_counter() - started < 2
