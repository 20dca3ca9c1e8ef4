"""The words of accounts in Sayso's own sentences: cut at a word, in quotation marks, one against the other."""

MAX_QUOTE = 160  # characters
_AFTER = 20  # characters of a cut quote that stand behind what it is to hold, at least
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟")


def clip(text: str, longest: int = MAX_QUOTE) -> str:
    """The beginning of a quote, cut at a blank and marked as cut where it is longer than `longest` characters."""
    return text if len(text) <= longest else f"{text[: _cut(text, longest // 2, longest)]} […]"


def clip_around(text: str, at: int, end: int, longest: int = MAX_QUOTE) -> str:
    """The part of a quote that holds `text[at:end]`, cut like that on either side.

    What a sentence of ours is about must not be what the cut takes away.
    """
    if len(text) <= longest:
        return text
    if end <= longest - _AFTER:
        return f"{text[: _cut(text, max(end, longest // 2), longest)]} […]"
    start = min(at - longest // 2, len(text) - longest)
    start = text.find(" ", start) + 1 or start
    start = start if start <= at else max(0, at)
    stop = len(text) if len(text) - start <= longest else _cut(text, end, start + longest)
    return f"[…] {text[start:stop]}{' […]' if stop < len(text) else ''}"


def _cut(text: str, least: int, longest: int) -> int:
    """Where to cut a text: at the last blank between two lengths; scripts without blanks are cut anywhere."""
    blank = text.rfind(" ", least, longest)
    return blank if blank > 0 else longest


def against(one: str, other: str) -> str:
    """Two quotes that close a sentence; the second one's own full stop closes it as well."""
    return f"“{one}” – “{other}”{'' if other.endswith(_STOPS) else '.'}"
