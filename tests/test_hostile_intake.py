"""What one hostile source may cost: itself. The rest of the case is built, kept and verified."""

import json
from pathlib import Path

from sayso import verbs
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
