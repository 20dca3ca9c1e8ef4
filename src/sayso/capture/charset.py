"""Which codec decodes a payload, why, and where each decoded character stands in the bytes.

The order is that of the Encoding Standard (encoding.spec.whatwg.org) and of XML 1.0, appendix F: byte order
mark, HTTP header, what the document declares; then valid UTF-8, then charset-normalizer's guess. A label is
believed only as far as the bytes bear it out: pages often declare one charset and are written in another.

Decoding never drops and never invents: every byte that cannot be decoded becomes one U+FFFD, so that any
stretch of the text can be led back to the bytes it came from (`byte_range`).
"""

import codecs
import re
from typing import NamedTuple

ERRORS = "sayso-one-per-byte"
_BLOCK = 4096
_DECLARED_WITHIN = 16 * 1024  # the standard asks for the first 1,024 bytes; real pages declare later
_MIN_UTF8_PROOF = 4  # characters beyond ASCII; by chance other charsets form one valid UTF-8 pair, hardly four
_MAX_UNDECODABLE = 0.02  # of the bytes beyond ASCII: above it a declared charset is disbelieved
_SHIFTING = frozenset({"iso2022_jp"})  # its meaning hangs on all bytes before, so damage has no bounds
_GUESS_FROM = 32 * 1024  # charset-normalizer reads about 0.2 MB/s; its answer is settled long before


class Charset(NamedTuple):
    """A Python codec name and why it was chosen, in words."""

    name: str
    basis: str


def _one_per_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\ufffd" * (error.end - error.start), error.end


codecs.register_error(ERRORS, _one_per_byte)

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE_FORMS: tuple[tuple[bytes, str], ...] = (  # two ASCII characters as they look in each; XML 1.0, appendix F
    (rb"[\t\n\r -~]\0\0\0[\t\n\r -~]\0\0\0", "utf-32-le"),
    (rb"\0\0\0[\t\n\r -~]\0\0\0[\t\n\r -~]", "utf-32-be"),
    (rb"[\t\n\r -~]\0[\t\n\r -~]\0", "utf-16-le"),
    (rb"\0[\t\n\r -~]\0[\t\n\r -~]", "utf-16-be"),
    (rb"\x4c\x6f\xa7\x94", "cp037"),  # "<?xm" in EBCDIC
)
_ALLOWED = frozenset(
    re.findall(
        r"\S+",
        """
        utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be gb18030 big5hkscs cp950 cp932
        euc_jp iso2022_jp cp949 johab cp037 cp437 cp500 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860
        cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252
        cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6
        iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-t koi8-u
        kz1048 ptcp154 mac-cyrillic mac-greek mac-iceland mac-latin2 mac-roman mac-turkish
        """,
    )
)
"""Codecs of text; Python's lookup also knows "hex", "zlib", "idna" and "utf-7", which no page may ask for."""

_LABELS = {  # where the Encoding Standard and Python differ: the standard decodes the superset
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "hz": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932",
    "euc_kr": "cp949", "euc_jis_2004": "euc_jp", "iso2022_jp_1": "iso2022_jp", "iso2022_jp_2": "iso2022_jp",
}  # fmt: skip
_NAMES = {  # labels of the standard that Python does not know
    "unicode-1-1-utf-8": "utf-8", "unicode11utf8": "utf-8", "unicode20utf8": "utf-8",
    "x-unicode20utf8": "utf-8", "ansi_x3.4-1968": "cp1252", "x-cp1250": "cp1250", "x-cp1251": "cp1251",
    "x-cp1252": "cp1252", "x-cp1253": "cp1253", "x-cp1254": "cp1254", "x-cp1255": "cp1255",
    "x-cp1256": "cp1256", "x-cp1257": "cp1257", "x-cp1258": "cp1258", "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8", "logical": "iso8859-8", "visual": "iso8859-8", "dos-874": "cp874",
    "koi": "koi8-r", "koi8": "koi8-r", "koi8-ru": "koi8-u", "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic", "x-mac-ukrainian": "mac-cyrillic",
    "x-gbk": "gb18030", "cn-big5": "big5hkscs", "x-x-big5": "big5hkscs", "x-sjis": "cp932",
    "windows-31j": "cp932", "ms_kanji": "cp932", "x-euc-jp": "euc_jp", "windows-949": "cp949",
    "windows-874": "cp874", "ks_c_5601-1989": "cp949", "ksc5601": "cp949", "unicode": "utf-16-le",
    "ucs-2": "utf-16-le", "iso-10646-ucs-2": "utf-16-le", "unicodefeff": "utf-16-le",
    "unicodefffe": "utf-16-be", "utf8mb4": "utf-8", "csunicode": "utf-16-le", "iso88591": "cp1252",
    "iso88592": "iso8859-2", "iso885911": "cp874", "csiso88596e": "iso8859-6", "sun_eu_greek": "iso8859-7",
    "csiso88598e": "iso8859-8", "csiso88598i": "iso8859-8", "csisolatin9": "iso8859-15",
    "csmacintosh": "mac-roman", "mac": "mac-roman", "csgb2312": "gb18030", "gb_2312": "gb18030",
    "gb_2312-80": "gb18030", "cseucpkdfmtjapanese": "euc_jp", "cseuckr": "cp949", "csksc56011987": "cp949",
    "iso-ir-149": "cp949", "ksc_5601": "cp949",
}  # fmt: skip


def codec_of(label: str) -> str | None:
    """The Python codec that a label of the wild stands for, None for one that names no text encoding."""
    label = label.strip().strip("\"'").lower()
    if not label.isascii() or "\0" in label or len(label) > 64:
        return None
    name = _NAMES.get(label)
    if name is None:
        try:
            name = codecs.lookup(label).name
        except (LookupError, ValueError):
            return None
    name = _LABELS.get(name, name)
    return name if name in _ALLOWED else None


_XML_DECLARATION = re.compile(rb"""\s{0,64}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")
_META = re.compile(rb"""<meta\s[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE)


def declared(body: bytes) -> tuple[str, str]:
    """The label that the document itself states and where ("xml-declaration", "meta"); empty if none."""
    head = body[:_DECLARED_WITHIN]
    for where, pattern in (("xml-declaration", _XML_DECLARATION.match(head)), ("meta", _META.search(head))):
        if pattern:
            return pattern.group(1).decode("ascii", "replace"), where
    return "", ""


def by_form(body: bytes) -> Charset | None:
    """The codec that the first bytes can only be of: a byte order mark, or wide characters; None for all others."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return Charset(name, "byte order mark")
    for form, name in _WIDE_FORMS:
        if re.match(form, body):
            return Charset(name, "the form of the first characters")
    return None


def decide(body: bytes, http_label: str | None = None) -> Charset:
    """The codec for `body`, given the charset of the HTTP header if there was one. Never raises."""
    if form := by_form(body):
        return form
    own_label, where = declared(body)
    stated = [(label, place) for label, place in ((http_label, "http-header"), (own_label, where)) if label]
    proof = _utf8_proof(body)
    if proof >= _MIN_UTF8_PROOF:
        lying = [f"{place} said {label}" for label, place in stated if _utf8_unless_wide(label) != "utf-8"]
        truthful = next((place for label, place in stated if _utf8_unless_wide(label) == "utf-8"), "")
        return Charset("utf-8", truthful or "; ".join(["valid UTF-8", *lying]))
    return _first_that_fits(body, stated, proof)


def _first_that_fits(body: bytes, stated: list[tuple[str, str]], proof: int) -> Charset:
    doubted = []
    for label, place in stated:
        name = _utf8_unless_wide(label)
        if name is None:
            doubted.append(f"{place} said {label[:40]}, which is no charset")
        elif _undecodable(body, name) <= (0 if name in _SHIFTING else _MAX_UNDECODABLE):
            return Charset(name, "; ".join([place, *doubted]))
        else:
            doubted.append(f"{place} said {label[:40]}, which does not decode it")
    if proof >= 0:
        return Charset("utf-8", "; ".join(["valid UTF-8" if proof else "ASCII", *doubted]))
    guess = _guess(body)
    if guess:
        return Charset(guess, "; ".join(["guessed by charset-normalizer", *doubted]))
    return Charset("cp1252", "; ".join(["nothing else known", *doubted]))


def _utf8_unless_wide(label: str) -> str | None:
    """The codec of a label that was read out of ASCII-compatible bytes: these cannot be UTF-16 or UTF-32."""
    name = codec_of(label)
    return "utf-8" if name and name.startswith(("utf-16", "utf-32", "utf-8")) else name


def _utf8_proof(body: bytes) -> int:
    """How many characters beyond ASCII `body` has as UTF-8; -1 if it is not UTF-8, but for a cut at the end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(body)
    except UnicodeDecodeError:
        return -1
    if b"\x1b$" in body or b"\x1b(" in body:  # ISO 2022 is all ASCII bytes
        return 0
    return 0 if text.isascii() else sum(map(len, re.findall(r"[^\x00-\x7f]+", text)))


def _undecodable(body: bytes, name: str) -> float:
    """The share of the bytes beyond ASCII that `name` cannot decode."""
    text = body.decode(name, ERRORS)
    beyond = len(body) - len(body.translate(None, bytes(range(128, 256))))
    return max(0, text.count("\ufffd") - body.count(b"\xef\xbf\xbd")) / max(beyond, 1)


_GUESSED = [
    "utf_8", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874",
    "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "koi8_r", "cp866", "mac_cyrillic",
    "gb18030", "big5", "cp932", "euc_jp", "cp949",
]  # fmt: skip
"""What the web is written in; left free, the guess on a short text is often an EBCDIC or DOS code page."""


def _guess(body: bytes) -> str | None:
    import charset_normalizer

    telling = b"\n".join(line for line in re.split(rb"[\r\n<>]+", body[: 16 * _GUESS_FROM]) if not line.isascii())
    best = charset_normalizer.from_bytes((telling or body)[:_GUESS_FROM], cp_isolation=_GUESSED).best()
    return codec_of(best.encoding) if best else None


def decode(body: bytes, charset: str) -> str:
    """`body` as text, one U+FFFD for each byte that `charset` cannot decode; a byte order mark is left out."""
    return body.decode(charset, ERRORS)


def byte_range(body: bytes, charset: str, start: int, end: int) -> tuple[int, int]:
    """Where the bytes of `decode(body, charset)[start:end]` begin and end, counted from the start of `body`.

    Byte order marks and shift sequences between characters belong to none. Raises ValueError for a range that
    is not within the text. Costs one decoding of what lies before `end`, and 4 KiB byte by byte.
    """
    if not 0 <= start <= end:
        raise ValueError(f"[{start}, {end}) is not a range")
    walk = _Walk(body, charset)
    first = walk.place(start, may_be_end=start == end)
    return (first[0], first[0] if start == end else walk.place(end - 1)[1])


class _Walk:
    """Decodes forwards: by blocks until the character asked for is in the next one, then byte by byte."""

    def __init__(self, body: bytes, charset: str) -> None:
        self._body = body
        self._charset = charset
        self._decoder = codecs.getincrementaldecoder(charset)(ERRORS)
        self._fed = 0  # bytes given to the decoder
        self._chars = 0  # characters it gave back before those in `_places`
        self._places: list[tuple[int, int]] = []  # of the characters it gave back last
        self._begun = 0  # where the next character begins

    def place(self, index: int, *, may_be_end: bool = False) -> tuple[int, int]:
        """The byte range of character `index`; indexes must come in rising order."""
        if index >= self._chars + len(self._places):
            self._skip_blocks(index)
        while index >= self._chars + len(self._places):
            if self._fed > len(self._body):
                if may_be_end and index == self._chars + len(self._places):
                    return (len(self._body), len(self._body))
                raise ValueError(f"the text has no character {index}")
            self._step()
        return self._places[index - self._chars]

    def _skip_blocks(self, index: int) -> None:
        done = self._chars + len(self._places)
        while self._fed + _BLOCK < len(self._body):
            state = self._decoder.getstate()
            count = len(self._decoder.decode(self._body[self._fed : self._fed + _BLOCK]))
            if done + count > index:
                self._decoder.setstate(state)
                break
            done += count
            self._fed += _BLOCK
            self._chars, self._places, self._begun = done, [], self._fed - self._held()

    def _step(self) -> None:
        """Feed one byte, or the end; lay the characters that come out over the bytes they came from."""
        given = self._body[self._fed : self._fed + 1]
        came = len(self._decoder.decode(given, final=not given))
        self._fed += 1
        until = min(self._fed, len(self._body)) - self._held()
        self._chars += len(self._places)
        # Of several characters at once all but the last are single bytes that could not be read together with
        # those after them; a character pair that one sequence stands for is the exception, and shares its bytes.
        paired = came == 2 and until - self._begun < 4 and not self._errs(until)
        lone = 0 if paired else max(0, came - 1)
        self._places = [(at, at + 1) for at in range(self._begun, self._begun + lone)]
        self._places += [(self._begun + lone, until)] * (came - lone)
        if came or not self._held():
            self._begun = until

    def _errs(self, until: int) -> bool:
        return "\ufffd" in self._body[self._begun : until].decode(self._charset, ERRORS)

    def _held(self) -> int:
        return len(self._decoder.getstate()[0])
