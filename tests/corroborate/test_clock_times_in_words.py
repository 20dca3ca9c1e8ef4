"""Times of day in words, in languages of other clocks and scripts."""

import pytest

from sayso.corroborate.clock import shown_time, times_of_day


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("hu", "öt perccel négy után jeleztek", ["04:05"]),
        ("hu", "Háromnegyed tizenkettőkor ütköztek.", ["11:45"]),
        ("hu", "este negyed tizenegykor", ["10:15"]),
        ("bg", "часът беше десет без двайсет", ["09:40"]),
        ("ht", "premye rele a te fèt a dezè karant", ["02:40"]),
        ("sw", "Operesheni ilianza saa kumi alfajiri", ["04:00"]),
        ("sw", "Walikuja saa kumi na moja na nusu", ["05:30"]),
        ("sw", "saa mbili usiku", ["20:00"]),
        ("ca", "van avisar els bombers a les dues i vint", ["02:20"]),
        ("ca", "La trucada va entrar a les 2.51.", ["02:51"]),
        ("bn", "পাঁচটা দশের দিকে প্রথম গুলির শব্দ হয়", ["05:10"]),
        ("ur", "سات بج کر چالیس منٹ پر پیش آیا", ["07:40"]),
        ("th", "เสียงปืนดังขึ้นราวสี่โมงยี่สิบนาที", ["04:20"]),
        ("th", "ราวตีห้าครึ่ง", ["05:30"]),
        ("zh", "时间是凌晨四点二十分", ["04:20"]),
        ("zh", "警察冲进来是两点半左右", ["02:30"]),
        ("zh", "他提出以下三点建议", []),
        ("ko", "새벽 네 시쯤 시작됐다", ["04:00"]),
        ("ko", "두 시민이 다쳤다", []),
    ],
)
def test_a_time_is_read_as_people_say_it(language: str, text: str, expected: list[str]) -> None:
    assert [shown_time(time.minutes) for time in times_of_day(text, language)] == expected
