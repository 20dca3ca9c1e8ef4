"""Other people's text, made safe to show and never reworded.

Articles are hostile until shown otherwise. Escaping markup is the template's task (autoescape); here
characters that would reorder or hide text on screen are made visible, addresses that a browser would run are
not linked, and every quote carries the language and direction it must be shown in.

Trojan Source (CVE-2021-42574) is why embeddings, overrides and isolates are shown: they can turn 56 into 65
before the reader's eyes. Plain direction marks and joiners are part of Arabic, Hebrew and Persian
orthography and are left alone: inside an isolated element they cannot reorder digits.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso.report import wording
from sayso.spans import without_loose_marks

_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_MOST_NESTED = 8  # closing quotation marks looked at for one opening mark
_MOST_URL = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of an article, with what HTML needs to show them rightly.

    `cut` when more of the sentence follows, `begun` when some of it stands before.
    """

    text: str
    language: str
    direction: str
    cut: bool = False
    begun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of one of our sentences: our words, a quote inside them, or a name, which may run the other way."""

    plain: str = ""
    quote: Quote | None = None
    name: str = ""


def visible(text: str) -> str:
    """`text` with control characters, direction overrides and lone surrogates shown as ⟦U+202E⟧."""
    return _UNSHOWABLE.sub(lambda found: f"⟦U+{ord(found.group()):04X}⟧", text.replace("\r\n", "\n"))


def quote(text: str, language: str, most: int = 0) -> Quote:
    """The quote of `text`, cut at a word after at most `most` characters (0: never).

    Quotation marks around it, or whose other half lies outside it, are left to whoever shows it.
    """
    text = without_loose_marks(text)
    kept = first_words(text, most) if most else text
    return Quote(
        text=visible(kept).strip(),
        language=language,
        direction=wording.direction(language),
        cut=len(kept) < len(text),
    )


def first_words(text: str, most: int) -> str:
    """The longest beginning of `text`, at most `most` characters, that ends with a whole word."""
    if len(text) <= most:
        return text
    head = text[:most]
    return head[: max(head.rfind(" "), head.rfind("\n"), most // 2)].rstrip(" ,;:–—-\n")


def last_words(text: str, most: int) -> str:
    """The longest end of `text`, at most `most` characters, that begins with a whole word."""
    if len(text) <= most:
        return text
    tail = text[-most:]
    return tail[min(found for found in (tail.find(" "), tail.find("\n"), most // 2) if found >= 0) :].lstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that a sentence of ours may quote: as `one_line` gives it, with its language."""

    text: str
    language: str


def parts(sentence: str, sources: Sequence[Source]) -> tuple[Part, ...]:
    """Our sentence, taken apart where it quotes one of `sources` in curly quotation marks.

    A quote may begin and break off with […]. What is in quotation marks but stands in no source is left in the
    sentence.
    """
    rest, found, plain = one_line(sentence), list[Part](), ""
    while rest:
        before, mark, after = rest.partition("“")
        shown, length = _quote_at(after, sources) if mark else (None, 0)
        plain += before + ("" if shown else mark)
        if shown:
            found += [Part(plain=plain), Part(quote=shown)]
            plain = ""
        rest = after[length:]
    return tuple(part for part in (*found, Part(plain=plain)) if part.plain or part.quote)


def _quote_at(text: str, sources: Sequence[Source]) -> tuple[Quote | None, int]:
    """The longest beginning of `text`, up to a closing mark, that stands in a source; and how far it reaches."""
    ends = [found.start() for found in itertools.islice(re.finditer("”", text), _MOST_NESTED)]
    for end in reversed(ends):
        whole = text[:end].removeprefix("[…]").removesuffix("[…]").strip()
        for source in sources:
            if whole and whole in source.text:
                cut, begun = text[:end].rstrip().endswith("[…]"), text.startswith("[…]")
                direction = wording.direction(source.language)
                return Quote(text=whole, language=source.language, direction=direction, cut=cut, begun=begun), end + 1
    return None, 0


def one_line(text: str) -> str:
    """`text` made visible, with its white space folded, for a label."""
    return " ".join(visible(text).split())


def web_address(url: str | None) -> str:
    """`url` if it is a plain web address that may be linked, else the empty string."""
    if not url or len(url) > _MOST_URL or _UNSHOWABLE.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""


def host(url: str | None) -> str:
    """The host of a web address without "www.", or the empty string."""
    address = web_address(url)
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""


def anchor(record_id: str) -> str:
    """The fragment of a record: its prefix and 12 of its hexadecimal digits, the same in every build."""
    prefix, _, digest = record_id.partition("_")
    return f"{prefix}-{digest[:12]}"
