"""The words of accounts in Sayso's own sentences: cut at a word, in quotation marks, one against the other."""

MAX_QUOTE = 160  # characters
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟")


def clip(text: str, longest: int = MAX_QUOTE) -> str:
    """The beginning of a quote, cut at a blank and marked as cut where it is longer than `longest` characters."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " […]"


def against(one: str, other: str) -> str:
    """Two quotes that close a sentence; the second one's own full stop closes it as well."""
    return f"“{one}” – “{other}”{'' if other.endswith(_STOPS) else '.'}"
