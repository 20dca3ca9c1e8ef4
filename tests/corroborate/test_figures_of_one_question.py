"""Figures that look like rivals: parts of a count, sums of money, ends of spans, values given before others."""

import json
from pathlib import Path

import pytest

from factory import article
from sayso import verbs
from sayso.annotate.quantities import quantities
from sayso.corroborate.clock import shown_time, times_of_day
from sayso.corroborate.time_figures import outside_times
from sayso.report.records import CaseRecords


def read(folder: Path, *reports: tuple[str, int, str]) -> CaseRecords:
    file = folder / "reports.jsonl"
    lines = [
        {"url": f"https://outlet{at}.example/{at}", "publisher": f"Outlet {at}", "language": language,
         "published": f"2031-05-{day:02}T10:00:00Z", "text": text}
        for at, (language, day, text) in enumerate(reports)
    ]  # fmt: skip
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    return verbs.read(str(file))


def values(records: CaseRecords, verdict: str) -> set[str]:
    told = [c for c in records.contradictions if c.aspect == "number" and c.verdict == verdict]
    return {value.value for contradiction in told for value in contradiction.values}


def test_some_of_the_dead_are_no_rival_of_them_all(tmp_path: Path) -> None:
    records = read(
        tmp_path,
        ("en", 6, "The ministry said 27 people were killed in the explosion at the market in Halden."),
        ("en", 6, "The hospital counts 29 dead in the explosion at the market in Halden, two of whom died overnight."),
    )
    assert "2" not in values(records, "conflict") | values(records, "scope")


def test_the_injured_who_died_are_no_rival_of_the_injured(tmp_path: Path) -> None:
    records = read(
        tmp_path,
        ("en", 6, "The hospital said 52 people were injured in the explosion at the market in Halden."),
        ("en", 8, "The ministry said two of those injured in the explosion at the market in Halden died in hospital."),
    )
    assert "2" not in values(records, "conflict")


def test_what_one_body_corrects_is_an_update(tmp_path: Path) -> None:
    records = read(
        tmp_path,
        ("en", 6, "The commission said Orsel won the election in Halden by 8,412 votes."),
        (
            "en",
            9,
            "The commission said Orsel won the election in Halden by 7,960 votes. Originally 8,412 had been given.",
        ),
    )
    assert not values(records, "conflict")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("hu", "Háromnegyed öt előtt öt perccel omlott le a fal.", "04:40"),
        ("hu", "Fél kilenc után tíz perccel dőlt le a torony.", "08:40"),
        ("de", "Fünf vor halb drei stürzte die Brücke ein.", "02:25"),
        ("nl", "Om tien over half drie stortte de brug in.", "02:40"),
        ("cs", "Za pět minut půl třetí se most zřítil.", "02:25"),
        ("ca", "A tres quarts de cinc menys cinc va caure el mur.", "04:40"),
        ("en", "The wall collapsed at ten past five on Monday.", "05:10"),
        ("en", "The wall gave way at 5.10, officials said.", "05:10"),
        ("vi", "Cây cầu sập lúc 7 giờ 40.", "07:40"),
        ("ko", "오후 세 시 십오 분에 다리가 무너졌다.", "15:15"),
    ],
)
def test_times_said_by_halves_quarters_and_dots(language: str, text: str, told: str) -> None:
    assert [shown_time(time.minutes) for time in times_of_day(text, language)] == [told]


@pytest.mark.parametrize("text", ["Shares closed at 5.10.", "The quake was put at 5.10.", "It grew at 4.45 per cent."])
def test_values_behind_at_are_no_times(text: str) -> None:
    assert not times_of_day(text, "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The tracker was switched off from 01:20 to 02:55."),
        ("es", "El emisor estuvo apagado de 01:20 a 02:55."),
        ("ja", "発信機は午前1時20分から2時55分まで切られていた。"),
        ("th", "เครื่องส่งถูกปิดตั้งแต่ 01:20 น. ถึง 02:55 น."),
    ],
)
def test_the_end_of_a_span_is_no_time_of_what_happened(language: str, text: str) -> None:
    assert [shown_time(time.minutes) for time in times_of_day(text, language)] == ["01:20"]


def test_two_times_that_no_word_joins_are_both_told() -> None:
    assert len(times_of_day("The first wall fell at 01:20 and the second at 02:55.", "en")) == 2


def test_hours_and_minutes_of_a_time_count_nothing() -> None:
    text = "The wall fell at ten past five. Ten people were killed."
    told = list(quantities(article(text, language="en")))
    assert [q.measure for q in outside_times(told, text, 0, "en")] == ["killed"]
    assert len(told) == 2
