"""Phrases with which a line may open, found by one look-up instead of a trial of each."""

from collections import defaultdict
from collections.abc import Iterable

_KEYS = (4, 2)  # code points under which phrases are filed, shorter ones under fewer; most lines begin with no key


class Openings:
    """A set of lower-case phrases, each two code points or longer."""

    __slots__ = ("_keyed",)

    def __init__(self, phrases: Iterable[str]) -> None:
        keyed: dict[str, list[str]] = defaultdict(list)
        for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
            keyed[phrase[: next(key for key in _KEYS if key <= len(phrase))]].append(phrase)
        self._keyed = {key: tuple(found) for key, found in keyed.items()}

    def at(self, lower: str, start: int = 0) -> str | None:
        """The longest phrase that stands in `lower` at `start` as whole words."""
        for key in _KEYS:
            for phrase in self._keyed.get(lower[start : start + key], ()):  # longest first
                if lower.startswith(phrase, start):
                    end = start + len(phrase)
                    if not (phrase[-1].isalnum() and lower[end : end + 1].isalnum()):
                        return phrase
        return None
