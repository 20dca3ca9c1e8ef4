"""The bundled case says what its README says, and what a careful reader finds in it stands there word for word.

The texts are taken out of the files here without Sayso, so that a fault in Sayso cannot hide one in the case.
"""

import gzip
import html
import json
import re
import runpy
import zlib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
CASE = Path(str(resources.files("sayso"))) / "examples" / "case"
GOLD = json.loads((Path(__file__).parent / "expected.json").read_text("utf-8"))
FILES = sorted(path.name for path in CASE.iterdir())
CODECS = {"11-tolmarinform.html": "windows-1251"}


def plain(page: str) -> str:
    """A page's words: no scripts, no tags, entities decoded, white space folded."""
    page = re.sub(r"<script.*?</script>", " ", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<!\[CDATA\[|\]\]>", "", page))))


def unpacked(packed: bytes) -> bytes:
    """All that a gzip file gives, member after member, even when it is cut short."""
    parts = []
    while packed:
        member = zlib.decompressobj(wbits=31)
        parts.append(member.decompress(packed))
        packed = member.unused_data
    return b"".join(parts)


def warc_pages(packed: bytes) -> dict[str, str]:
    records = re.split(rb"(?=WARC/1\.1\r\n)", gzip.decompress(packed))
    dated = {re.search(rb"WARC-Date: (\S+)", record): record for record in records if record}
    return {date[1].decode(): record.decode() for date, record in dated.items() if date}


def text_of(doc: dict[str, Any]) -> str:
    """The words of one report, by file and part."""
    body = (CASE / doc["file"]).read_bytes()
    if doc["file"].endswith(".warc.gz"):
        return plain(warc_pages(body)[doc["part"]])
    if doc["file"].endswith(".html.gz"):
        return plain(unpacked(body).decode("utf-8", "ignore"))
    text = body.decode(CODECS.get(doc["file"], "utf-8"))
    if doc["file"].endswith(".xml"):
        return next(plain(item) for item in text.split("<item>") if f"/news/{doc['part']}<" in item)
    if doc["file"].endswith((".json", ".jsonl")):
        rows = [json.loads(line) for line in ([text] if doc["file"].endswith(".json") else text.splitlines())]
        row = next(row for row in rows if row["id"] == doc.get("part", row["id"]))
        return f"{row['title']}\n{row['text']}"
    return text.replace("**", "") if doc["file"].endswith((".md", ".txt")) else plain(text)


TEXTS = {name: text_of(doc) for name, doc in GOLD["docs"].items()}


def quotes() -> list[tuple[str, str]]:
    """Every (report, quotation) anywhere in the gold."""
    found: list[tuple[str, str]] = []

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if "quote" in node:
                docs = node["doc"] if isinstance(node["doc"], list) else [node["doc"]]
                found.extend((doc, node["quote"]) for doc in docs)
            if "sentence" in node:
                found.extend((doc, node["sentence"]) for doc in node["docs"])
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(GOLD)
    return sorted(set(found))


@pytest.mark.parametrize(("doc", "quote"), quotes())
def test_quote_stands_in_its_report(doc: str, quote: str) -> None:
    assert quote in TEXTS[doc]


def test_every_file_is_a_report_or_is_to_be_skipped() -> None:
    named = {doc["file"] for doc in GOLD["docs"].values()} | {skip["file"] for skip in GOLD["skips"]}
    assert named == set(FILES)


def test_readme_lists_every_file() -> None:
    assert re.findall(r"^\| (\d\d-\S+)", (CASE.parent / "README.md").read_text("utf-8"), re.MULTILINE) == FILES


def test_a_report_has_its_address_in_the_file() -> None:
    for doc in GOLD["docs"].values():
        body = (CASE / doc["file"]).read_bytes()
        body = unpacked(body) if doc["file"].endswith(".gz") else body
        assert doc["url"] is None or doc["url"].encode() in body


def test_reports_named_anywhere_exist() -> None:
    for name in ("copies", "looser_copies"):
        assert {doc for pair in GOLD[name] for doc in pair["docs"]} <= set(TEXTS)
    assert {doc for origin in GOLD["independent_origins"] for doc in origin["repeat_only"]} <= set(TEXTS)


def test_case_is_as_broad_as_promised() -> None:
    assert len(FILES) >= 16
    assert {doc["language"] for doc in GOLD["docs"].values()} == {"ar", "de", "en", "es", "ru", "tr"}


def test_every_address_is_reserved_and_so_nobodys() -> None:
    for name in FILES:
        body = (CASE / name).read_bytes()
        if name.endswith(".warc.gz"):
            body = gzip.decompress(body)
        for host in re.findall(rb"https?://([^/\"<\s)]+)", body):
            assert host.endswith(b".example") or host in (b"schema.org", b"www.w3.org"), (name, host)


def test_both_captures_of_the_examiner_share_an_address_but_not_a_headline() -> None:
    first, revised = (name for name in GOLD["docs"] if name.startswith("20"))
    assert GOLD["docs"][first]["url"] == GOLD["docs"][revised]["url"]
    assert "Drone attack kills 15" in TEXTS[first]
    assert "Drone attack kills 15" not in TEXTS[revised]


def test_archives_are_what_the_script_packs() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "make_example_archives.py"))
    shipped = (CASE / "20-northern-examiner.warc.gz").read_bytes()
    assert gzip.decompress(script["warc"]()) == gzip.decompress(shipped)


def test_broken_page_is_broken() -> None:
    packed = (CASE / "22-morning-gazette.html.gz").read_bytes()
    assert packed.startswith(b"\x1f\x8b")
    with pytest.raises(EOFError):
        gzip.decompress(packed)
