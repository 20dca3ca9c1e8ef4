"""Times of day in scripts without blanks, in digits or words: "凌晨四点二十分", "새벽 네 시 반", "ตีห้าครึ่ง"."""

import re
from collections.abc import Iterator
from typing import Final

Told = tuple[int, int, int, bool]
"""Where a time begins and ends, its minutes since midnight, and whether the half of the day is known."""

_HAN_DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_NUMBER: Final = "[〇零一二两兩三四五六七八九十]{1,3}"
_HAN_PART: Final = r"(?P<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|当晚|深夜|午前|午後|未明|早朝)?"
_HAN: Final = re.compile(
    _HAN_PART + r"(?<!\d)(?P<h>\d{1,2})"
    r"(?:[时時点點](?:(?P<m>\d{1,2})分?|(?P<half>半))?)(?![间間]|\d)"
)
_IN_HAN: Final = re.compile(
    _HAN_PART + rf"(?P<h>{_HAN_NUMBER})[时時点點]"
    rf"(?:(?P<m>{_HAN_NUMBER}|\d{{1,2}})分|(?P<half>半)|(?P<q>[一三])刻|(?P<whole>钟|鐘|整)?)"
    r"(?![间間]|\d)"
)
_NATIVE_HOURS: Final = ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두")
_HANGUL_HOURS: Final = {word: hour for hour, word in enumerate(_NATIVE_HOURS, start=1)}
_HANGUL_PART: Final = r"(?:(?P<part>새벽|아침|오전|낮|오후|저녁|밤)\s*)?"
_HANGUL: Final = re.compile(
    _HANGUL_PART + r"(?<!\d)(?P<h>\d{1,2})시"
    r"(?:\s*(?P<m>\d{1,2})분|\s*(?P<half>반))?(?!간|\d)"
)
_IN_HANGUL: Final = re.compile(
    _HANGUL_PART + r"(?<![가-힣])"
    rf"(?P<h>{'|'.join(sorted(_HANGUL_HOURS, reverse=True))})"
    r"\s?시(?:\s*(?P<m>\d{1,2}|[일이삼사오육칠팔구십]{1,4})\s?분|\s*(?P<half>반))?(?=$|[^\w]|에|쯤|경|께|부터|까지|무렵)"
)
_SINO_KOREAN: Final = str.maketrans("일이삼사오육칠팔구십", "一二三四五六七八九十")
_LATE: Final = frozenset({"下午", "傍晚", "晚上", "当晚", "午後", "오후", "저녁", "밤"})
_THAI_UNITS: Final = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_HOUR: Final = 60
_HALF_DAY: Final = 12
_DAY: Final = 24


def _thai_numbers() -> dict[str, int]:
    """The words from one to fifty-nine."""
    found = {word: value for value, word in enumerate(_THAI_UNITS) if word}
    for ten, word in enumerate(("", "สิบ", "ยี่สิบ", "สามสิบ", "สี่สิบ", "ห้าสิบ")):
        if ten:
            found |= {word: 10 * ten, f"{word}เอ็ด": 10 * ten + 1}
            found |= {word + unit: 10 * ten + value for value, unit in enumerate(_THAI_UNITS) if value > 1}
    return found


_THAI_NUMBERS: Final = _thai_numbers()
_THAI_NUMBER: Final = "|".join(sorted(_THAI_NUMBERS, key=lambda word: (-len(word), word))) + r"|\d{1,2}"
_THAI_MINUTES: Final = rf"(?:\s?(?:(?P<half>ครึ่ง)|(?P<m>{_THAI_NUMBER})\s?นาที))?"
_THAI: Final = (
    (re.compile(rf"ตี\s?(?P<h>{_THAI_NUMBER}){_THAI_MINUTES}"), 0, True),
    (re.compile(rf"บ่าย\s?(?P<h>{_THAI_NUMBER})\s?(?:โมง)?{_THAI_MINUTES}"), 12, True),
    (re.compile(rf"(?P<h>{_THAI_NUMBER})\s?โมงเย็น{_THAI_MINUTES}"), 12, True),
    (re.compile(rf"(?P<h>{_THAI_NUMBER})\s?โมงเช้า{_THAI_MINUTES}"), 0, True),
    (re.compile(rf"(?P<h>{_THAI_NUMBER})\s?ทุ่ม{_THAI_MINUTES}"), 18, True),
    (re.compile(rf"(?P<h>{_THAI_NUMBER})\s?นาฬิกา{_THAI_MINUTES}"), 0, True),
    (re.compile(rf"(?P<h>{_THAI_NUMBER})\s?โมง(?!เย็น|เช้า){_THAI_MINUTES}"), 0, False),
)
_MOST_LATE: Final = {12: 6, 18: 6}  # "two in the afternoon" goes up to six, so do the hours of the evening


def unspaced_times(text: str, language: str) -> Iterator[Told]:
    """The times of day that a text in one of these scripts gives."""
    if language == "th":
        yield from _thai(text)
        return
    digits, words = (_HANGUL, _IN_HANGUL) if language == "ko" else (_HAN, _IN_HAN)
    for match in digits.finditer(text):
        yield from _told(match, match["part"], int(match["h"]), 30 if match["half"] else int(match["m"] or 0))
    for match in words.finditer(text):
        yield from (_hangul_told if language == "ko" else _han_told)(match)


def _told(match: re.Match[str], part: str | None, hour: int, minute: int) -> Iterator[Told]:
    if hour <= _DAY and minute < _HOUR:
        late = part in _LATE and hour < _HALF_DAY
        minutes = (hour + (_HALF_DAY if late else 0)) * _HOUR + minute
        yield match.start(), match.end(), minutes % (_DAY * _HOUR), bool(part) or hour > _HALF_DAY


def _han_told(match: re.Match[str]) -> Iterator[Told]:
    """A time in Han numerals; "三点" alone is mostly three points, as is "五点八" a fraction."""
    if not any(match[key] for key in ("part", "m", "half", "q", "whole")):
        return
    minute = 30 if match["half"] else 15 * _han(match["q"]) if match["q"] else _han(match["m"] or "〇")
    yield from _told(match, match["part"], _han(match["h"]), minute)


def _han(number: str) -> int:
    """The value of digits, or of Han numerals up to 99."""
    if number.isdecimal():
        return int(number)
    tens, ten, units = number.rpartition("十")
    low = 0
    for digit in units:
        low = 10 * low + _HAN_DIGITS[digit]
    return (_HAN_DIGITS.get(tens, 1) * 10 if ten else 0) + low


def _hangul_told(match: re.Match[str]) -> Iterator[Told]:
    minute = 30 if match["half"] else _han((match["m"] or "0").translate(_SINO_KOREAN))
    yield from _told(match, match["part"], _HANGUL_HOURS[match["h"]], minute)


def _thai(text: str) -> Iterator[Told]:
    taken: list[tuple[int, int]] = []
    for pattern, later, known in _THAI:
        for match in pattern.finditer(text):
            hour = _thai_value(match["h"])
            minute = 30 if match["half"] else _thai_value(match["m"] or "0")
            inside = any(match.start() < high and low < match.end() for low, high in taken)
            if inside or hour + later > _DAY or hour > _MOST_LATE.get(later, _DAY) or minute >= _HOUR:
                continue
            taken.append(match.span())
            yield match.start(), match.end(), (hour + later) * _HOUR % (_DAY * _HOUR) + minute, known


def _thai_value(number: str) -> int:
    return int(number) if number.isdecimal() else _THAI_NUMBERS[number]
