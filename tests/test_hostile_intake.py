"""What one hostile source may cost: itself. The rest of the case is built, kept and verified."""

import json
from pathlib import Path

from sayso import verbs
from sayso.engine.skips import TOLD
from sayso.model import Article, Capture, Record, Skip
from sayso.pipeline import read_source
from sayso.settings import Limits
from sayso.vocab import SkipReason

BODY = (
    "The mayor of Halden said on Monday that at least 12 people were killed in the blast at the old harbour warehouse."
)


def test_half_a_surrogate_pair_in_any_field_does_not_stop_the_build(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for field in ("author", "publisher", "url", "language", "published"):
        report = {"text": BODY, "headline": f"Blast, {field}", field: "x\ud800y"}
        (given / f"{field}.json").write_text(json.dumps(report))
    items = [{"id": "1", "content_text": f"{BODY} \ud800", "title": "x\ud800", "author": {"name": "\ud800"}}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "\ud800", "items": items}
    (given / "feed.json").write_text(json.dumps(feed))
    verbs.add(tmp_path / "case", str(given))
    records = verbs.build(tmp_path / "case", workers=1)
    assert len(records.articles) == 5
    assert "x\ufffdy" in {article.author for article in records.articles}
    assert {skip.reason for skip in records.skips} == {SkipReason.STAGE_FAILED}
    assert verbs.verify(tmp_path / "case").misfits == []


def read(path: Path) -> list[Record]:
    return read_source(Limits(), "0" * 64, path)


def test_countless_skips_are_told_in_bounds(tmp_path: Path) -> None:
    good = json.dumps({"text": BODY}) + "\n"
    broken = TOLD + 250
    (tmp_path / "reports.jsonl").write_text(good + "{bad\n" * broken + good + "{}\n" * broken)
    records = read(tmp_path / "reports.jsonl")
    skips = [record for record in records if isinstance(record, Skip)]
    assert len(skips) == 2 * (TOLD + 1)
    assert sum("250 more in this file" in skip.detail for skip in skips) == 2
    assert sum(isinstance(record, Article) for record in records) == 2
    captures = {record.id for record in records if isinstance(record, Capture)}
    assert len(captures) == 2 + 2 * TOLD
    assert {skip.subject for skip in skips} <= captures | {"0" * 64}


def test_countless_empty_items_of_one_feed_are_told_in_bounds(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(f"<rss version='2.0'><channel>{'<item></item>' * 300}</channel></rss>")
    records = read(tmp_path / "feed.xml")
    assert len(records) == 1 + TOLD + 1
    assert isinstance(records[0], Capture)


def test_what_is_within_bounds_comes_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "reports.jsonl").write_text((json.dumps({"text": BODY}) + "\n{bad\n") * TOLD)
    records = read(tmp_path / "reports.jsonl")
    assert len(records) == 4 * TOLD
    assert not any("more in this file" in record.detail for record in records if isinstance(record, Skip))


def test_an_article_behind_a_counted_skip_keeps_its_capture(tmp_path: Path) -> None:
    items = [{"id": "1", "title": ""}, {"id": "2", "content_text": BODY, "title": "Blast"}]
    feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})
    archive = "".join(
        f"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {len(feed)}\r\n\r\n{feed}\r\n\r\n" for _ in range(TOLD + 3)
    )
    (tmp_path / "feeds.warc").write_text(archive)
    records = read(tmp_path / "feeds.warc")
    captures = {record.id for record in records if isinstance(record, Capture)}
    articles = [record for record in records if isinstance(record, Article)]
    assert len(articles) == TOLD + 3
    assert {article.capture_id for article in articles} == captures
