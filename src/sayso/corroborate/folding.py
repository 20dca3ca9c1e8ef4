"""Names of bodies and countries folded for looking up: without capitals and accents."""

import functools
import re
import unicodedata

LONGEST_SOURCE = 240  # a longer "source" is a clause that was misread; its beginning names it
_LETTER = r"(?:[^\W_]|[\u0900-\u0963\u0966-\u0dff])"  # with the vowel signs of India's scripts, which are no letters
WORD = re.compile(rf"{_LETTER}+(?:['’-]{_LETTER}+|[\"״](?=[\u05d0-\u05ea]){_LETTER}+)*")  # "צה״ל" is one word
_TO_THE = re.compile(r"(?<!\w)لل(?=\w{4})")  # Arabic "to the", "of the": one word with what it stands before
_SPACED = re.compile(r"[A-Za-z\u00c0-\u052f\u0370-\u03ff]")


@functools.lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Case-folded, without accents, blanks single; Arabic "of the" as "the", whatever word has it."""
    spelled = re.sub(r"\bUS\b", "USA", text[:LONGEST_SOURCE])  # before "us" loses the capitals that tell it apart
    plain = "".join(ch for ch in unicodedata.normalize("NFKD", spelled.casefold()) if not unicodedata.combining(ch))
    return _TO_THE.sub("ال", " ".join(unicodedata.normalize("NFKC", plain).split()))


@functools.lru_cache(maxsize=20_000)
def is_spaced(text: str) -> bool:
    """Whether `text` begins with a letter of a script that parts words and has capitals."""
    return bool(_SPACED.match(text))
