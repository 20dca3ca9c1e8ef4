import codecs
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.capture.charset import byte_range, codec_of, decide, declared, decode

RUSSIAN = "Паром сел на мель у Норхавена, сообщило управление порта. Никто не пострадал."
UNICODE = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"]
CODECS = [*UNICODE, "cp1251", "cp1252", "big5hkscs", "gb18030", "cp932", "euc_jp", "cp949"]
PIECES = st.sampled_from([
    b"a", b" ", b"\xc3\xa9", b"\xe2\x82\xac", b"\xe2\x82", b"\xf0\x9f\x98\x80", b"\xf0\x9f\x98", b"\xff", b"\x81", b"0",
    b"\x81\x30\x81\x30", b"\x88\x62", b"\xa4\x40", b"\x8f\xa2\xaf", b"\x8e\xa1", b"\x00\xd8", b"=\xd8\x00\xde", b"\x00",
])  # fmt: skip
BROKEN = st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=30).map(b"".join))


@pytest.mark.parametrize(
    ("body", "header", "name", "basis"),
    [
        (codecs.BOM_UTF8 + b"abc", "windows-1251", "utf-8-sig", "byte order mark"),
        ("abc".encode("utf-16"), None, "utf-16", "byte order mark"),
        ("<?xml version='1.0'?>".encode("utf-16-be"), None, "utf-16-be", "the form of the first characters"),
        (RUSSIAN.encode(), None, "utf-8", "valid UTF-8"),
        (RUSSIAN.encode(), "UTF-8", "utf-8", "http-header"),
        (RUSSIAN.encode("cp1251"), "windows-1251", "cp1251", "http-header"),
        (b'<meta charset="koi8-r">' + RUSSIAN.encode("koi8-r"), None, "koi8-r", "meta"),
        (b"<?xml encoding='iso-8859-5'?>" + RUSSIAN.encode("iso8859-5"), None, "iso8859-5", "xml-declaration"),
        (b"caf\xe9", "iso-8859-1", "cp1252", "http-header"),
        (b"plain", None, "utf-8", "ASCII"),
        (b"", None, "utf-8", "ASCII"),
    ],
)  # fmt: skip
def test_what_is_stated_and_true_is_taken(body: bytes, header: str | None, name: str, basis: str) -> None:
    assert decide(body, header) == (name, basis)


def test_a_lying_label_is_overruled_and_told() -> None:
    assert decide(RUSSIAN.encode(), "windows-1251") == ("utf-8", "valid UTF-8; http-header said windows-1251")
    name, basis = decide(b'<meta charset="utf-8">' + RUSSIAN.encode("cp1251"))
    assert name == "cp1251"
    assert "meta said utf-8, which does not decode it" in basis


def test_a_guess_reads_cyrillic_without_any_label() -> None:
    body = (RUSSIAN * 5).encode("cp1251")
    name, basis = decide(body)
    assert decode(body, name) == RUSSIAN * 5
    assert basis.startswith("guessed")


def test_a_few_broken_bytes_do_not_cost_the_declared_charset() -> None:
    body = b'<meta charset="utf-8">' + (RUSSIAN * 9).encode() + b"\xd0"
    name, _ = decide(body)
    assert name == "utf-8"
    assert decode(body, name).count("\ufffd") == 1


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("latin1", "cp1252"), ("ISO-8859-1", "cp1252"), ("us-ascii", "cp1252"), ("gb2312", "gb18030"),
        ("GBK", "gb18030"), ("Big5", "big5hkscs"), ("x-sjis", "cp932"), ("Shift_JIS", "cp932"),
        ("ks_c_5601-1987", "cp949"), ("x-cp1251", "cp1251"), ("windows-874", "cp874"), ("iso-8859-8-i", "iso8859-8"),
        ("unicode-1-1-utf-8", "utf-8"), ('"utf-8"', "utf-8"), ("utf-7", None), ("hex", None), ("zlib", None),
        ("idna", None), ("unicode_escape", None), ("undefined", None),
        ("", None), ("no such thing", None), ("\0", None), ("ü", None), ("x" * 10_000, None),
    ],
)  # fmt: skip
def test_labels_of_the_wild(label: str, name: str | None) -> None:
    assert codec_of(label) == name


@given(st.binary(max_size=200), st.text(max_size=30))
def test_no_label_and_no_bytes_raise(body: bytes, label: str) -> None:
    name, basis = decide(body, label)
    assert isinstance(decode(body, name), str)
    assert basis


def test_a_label_inside_markup_is_found_late_and_cheaply() -> None:
    assert declared(b"<script>" + b" " * 9000 + b'</script><META http-equiv=x content="text/html; charset=Big5">') == (
        "Big5",
        "meta",
    )
    started = time.perf_counter()
    decide(b"<meta " * 200_000)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("name", CODECS)
@settings(max_examples=60)
@given(body=BROKEN)
def test_every_character_tiles_the_bytes_it_came_from(name: str, body: bytes) -> None:
    text = decode(body, name)
    places = [byte_range(body, name, at, at + 1) for at in range(len(text))]
    covered = [at for low, high in dict.fromkeys(places) for at in range(low, high)]
    assert covered == list(range(len(body)))
    for character, place in zip(text, places, strict=True):
        alone = decode(body[slice(*place)], name)
        assert character in (alone, "\ufffd") or (character in alone and len(alone) == places.count(place))


@pytest.mark.parametrize("name", CODECS)
@given(body=BROKEN, ends=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_a_range_runs_from_its_first_character_to_its_last(name: str, body: bytes, ends: tuple[int, int]) -> None:
    text = decode(body, name)
    low, high = sorted(min(end, len(text)) for end in ends)
    start, end = byte_range(body, name, low, high)
    if low == high:
        assert start == end
    else:
        assert (start, end) == (byte_range(body, name, low, low + 1)[0], byte_range(body, name, high - 1, high)[1])


@pytest.mark.parametrize("name", CODECS)
@given(
    text=st.text(alphabet="aé€мль渡輪フェリー페리😀 .", max_size=80),
    ends=st.tuples(st.integers(0, 80), st.integers(0, 80)),
)
def test_the_bytes_of_a_quote_decode_to_the_quote(name: str, text: str, ends: tuple[int, int]) -> None:
    body = text.encode(name, "ignore")
    text = decode(body, name)
    low, high = sorted(min(end, len(text)) for end in ends)
    assert decode(body[slice(*byte_range(body, name, low, high))], name) == text[low:high]


@given(st.binary(max_size=60))
def test_one_replacement_for_each_byte_that_is_not_utf_8(body: bytes) -> None:
    kept = body.decode("utf-8", "ignore").encode()
    assert decode(body, "utf-8").encode().replace(b"\xef\xbf\xbd", b"?").count(b"?") >= len(body) - len(kept)
    assert len(decode(b"\xff" * 7, "utf-8")) == 7


@pytest.mark.parametrize(("name", "mark"), [("utf-8-sig", 3), ("utf-16", 2), ("utf-32", 4)])
def test_a_byte_order_mark_belongs_to_no_character(name: str, mark: int) -> None:
    body = "mé".encode(name)
    assert decode(body, name) == "mé"
    assert byte_range(body, name, 0, 2) == (mark, len(body))


def test_ranges_far_into_a_long_body() -> None:
    body = (RUSSIAN * 500).encode() + b"\xff" + "конец".encode()
    text = decode(body, "utf-8")
    at = text.index("конец")
    assert body[slice(*byte_range(body, "utf-8", at, at + 5))].decode() == "конец"
    assert body[byte_range(body, "utf-8", at - 1, at)[0]] == 0xFF


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 1), (0, 9), (9, 9)])
def test_a_range_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"range|no character"):
        byte_range(b"abc", "utf-8", start, end)


def test_shift_sequences_belong_to_no_character() -> None:
    body = "フェリー座礁".encode("iso2022_jp")
    assert decide(body, "iso-2022-jp").name == "iso2022_jp"
    assert byte_range(body, "iso2022_jp", 0, 1) == (3, 5)
