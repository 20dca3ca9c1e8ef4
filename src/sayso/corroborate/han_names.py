"""Names in Chinese signs against names in letters: the signs spell how a name sounds, as far as two consonants go.

"林国平" is no Zhao and "海澜国" no Dorania. L and R are one here, since the signs have one for both; what is heard in
neither direction is another name, what may be heard is left alone.
"""

import functools
import re
from collections.abc import Iterable, Iterator

from anyascii import anyascii

from sayso.corroborate import naming
from sayso.corroborate.country_names import places

_PLACE = re.compile(r"([\u3400-\u9fff]{2,4})[国國市省县縣镇鎮村州区區岛島]")
_TITLE = re.compile(
    r"(?:总统|總統|总理|總理|部长|部長|市长|市長|省长|州长|主席|议员|記者|记者|总裁|教练|发言人)([\u3400-\u9fff]{2,4})"
)
_HEARD = 2  # consonants; more are told apart by no rule that the signs keep to
_LONGEST_NAME = 4  # signs


@functools.lru_cache(maxsize=50_000)
def _sounds(word: str) -> str:
    return naming.sound(word).replace("R", "L")


def other_name(signs: str, spelt: Iterable[str], words: Iterable[str]) -> tuple[str, str] | None:
    """A name of a text in signs and one of `spelt`, the names of a text of `words`, neither heard in the other text."""
    romanised = _sounds(anyascii(signs))
    own = next((name for name in spelt if _is_told(name) and _sounds(name)[:_HEARD] not in romanised), None)
    if own is None:
        return None
    heard = {_sounds(word)[:_HEARD] for word in words}
    alien = next((name for name in _named(signs) if not any(way in heard for way in _ways(name))), None)
    return (alien, own) if alien else None


def _is_told(name: str) -> bool:
    return len(_sounds(name)) >= _HEARD


def _named(signs: str) -> Iterator[str]:
    """The signs before a word for a place, or behind a title, that name no country."""
    for pattern in (_PLACE, _TITLE):
        yield from (match.group(1) for match in pattern.finditer(signs) if not places(match.group()))


def _ways(name: str) -> Iterator[str]:
    """How a name may sound that begins or ends within `name`: which of the signs are its own is not marked."""
    for start in range(len(name)):
        for end in range(start + 1, min(len(name), start + _LONGEST_NAME) + 1):
            sound = _sounds(anyascii(name[start:end]))
            if len(sound) >= _HEARD:
                yield sound[:_HEARD]
