"""Numbers, what they count and dates in Japanese, which writes its particles against the digits."""

import pytest

from factory import article
from sayso.annotate.quantities import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("死者が19人になったと発表した。", [(19, 19, "killed")]),
        ("27人が行方不明だとしている。", [(27, 27, "missing")]),
        ("少なくとも31人が死亡し、45人がけがをした。", [(31, None, "killed"), (45, 45, "injured")]),
        ("48時間に96ミリの雨が降った。", [(48, 48, "hour"), (96, 96, "millimetre")]),
        ("市の18万人が断水している。", [(180_000, 180_000, "without_water")]),
        ("流出量は約40万立方メートルとしている。", [(360_000, 440_000, "cubic_metre")]),
        ("三人が逮捕された。", [(3, 3, "arrested")]),
        ("被害額は6億ユーロに上る。", [(6e8, 6e8, "money")]),
        ("2031年2月6日に地震が起きた。", []),
        ("ボーイング737が着陸した。", []),
    ],
)
def test_what_japanese_numbers_count(text: str, expected: list[tuple[float, float | None, str]]) -> None:
    assert [(q.low, q.high, q.measure) for q in quantities(article(text, language="ja"))] == expected
