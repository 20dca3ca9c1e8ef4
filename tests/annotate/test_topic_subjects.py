"""Who speaks in Japanese and Korean: the topic that can, and nobody where none can."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution


def read(text: str, language: str) -> list[tuple[str | None, str]]:
    """(who, what) of each attribution."""
    of = article(text, language=language)
    made = (a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution))
    return [(a.resolved_name or a.source_name, a.content[0].exact) for a in made]


@pytest.mark.parametrize(
    ("language", "text", "who", "what"),
    [
        (
            "ja",
            "北部の鉱山でダムが決壊した事故で、市民保護省は15日、死者が19人になったと発表した。",
            "市民保護省",
            "死者が19人",
        ),
        (
            "ja",
            "運営会社ルマールは、48時間に96ミリという異例の大雨が原因だと説明している。",
            "運営会社ルマール",
            "異例の大雨",
        ),
        ("ja", "外務省は、最初の連絡は午前10時40分だったとし、対応の遅れを批判した。", "外務省", "午前10時40分"),
        ("ja", "「橋は落ちた」とレンツ市長は述べた。", "レンツ市長", "橋は落ちた"),
        ("ko", "16일 댐이 무너진 사고와 관련해 외교부는 사망자가 19명이라고 밝혔다.", "외교부", "19명"),
        ("ko", '다만 오를리츠 시장 카린 렌츠는 "사망자가 31명"이라고 말했다.', "카린 렌츠", "31명"),
        ("ko", "렌츠 시장은 사망자가 31명이라는 입장을 굽히지 않고 있다.", "렌츠 시장", "31명"),
        ("ko", "검찰총장실은 16일 광산 소장을 구금했다고 밝혔다.", "검찰총장실", "구금했다고"),
    ],
)
def test_the_topic_that_can_speak(language: str, text: str, who: str, what: str) -> None:
    assert any(who in (name or "") and what in content for name, content in read(text, language))


def test_what_a_korean_report_opens_with_is_not_who_speaks() -> None:
    found = read("(루문=공동통신) 렌츠 시장은 다리가 무너졌다고 밝혔다.", "ko")
    assert found == [("렌츠 시장", "다리가 무너졌다고")]


def test_a_sentence_without_a_speaker_goes_on_from_the_one_before() -> None:
    found = read("市民保護省は死者が19人になったと発表した。27人が行方不明だとしている。", "ja")
    assert [name for name, content in found if "27人" in content] == ["市民保護省"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "流出量は約40万立方メートルとしている。"),
        ("ja", "サイレンは作動したと主張している。"),
        ("ja", "ダムの決壊で19人が死亡したという。"),
        ("ja", "48時間に96ミリという異例の大雨が降った。"),
        ("ko", "사망자가 19명이라고 말했다."),
        ("ko", "시장 상황은 나쁘다고 밝혔다."),
        ("ko", "이 나라는 위험하다."),
        ("ko", "위험해 보이는 댐은 무너졌다."),
    ],
)
def test_what_cannot_speak_is_named_nowhere(language: str, text: str) -> None:
    assert [name for name, _ in read(text, language) if name] == []
