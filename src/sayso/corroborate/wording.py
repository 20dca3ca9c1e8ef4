"""The words of a claim made comparable within one language.

Stems come from Snowball (BSD) where it has the language; elsewhere a word is cut to its first letters,
which for inflected languages does nearly as well (McNamee & Mayfield 2004, character n-gram and prefix
tokenisation). Scripts written without spaces give pairs of characters. simplemma's base forms would be
better still, but its dictionaries take 2.6 s to load for Russian and 6 s for Polish, 1 GB for 15 languages.
"""

import functools
import re
import unicodedata

import snowballstemmer

from sayso import lexicon
from sayso.letters import LETTERS

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ms": "indonesian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_PREFIX_LETTERS = 6  # "zestrzelenie" and "zestrzelił" agree on six letters; at five, "prison" meets "prisma"
_LONGEST_WORD = 64  # a longer run of letters is not a word, and stemmers are not linear
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1780-\u17ff\u1000-\u109f]+")
_WORD = re.compile(rf"{LETTERS}(?:['’]{LETTERS})?")
_NEGATED = re.compile(r"n['’]t$")


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag: "zh" of "zh-Hant"; "no" of both written Norwegians, whose lists are one."""
    code = language.split("-", maxsplit=1)[0].lower()
    return "no" if code in ("nb", "nn") else code


@functools.cache
def function_words(language: str) -> frozenset[str]:
    """Words that carry no content in `language`; empty where there is no list."""
    table = lexicon.load("function_words").tables.get("words", {})
    return frozenset(str(table.get(language, "")).split())


@functools.cache
def _stemmer(language: str) -> "snowballstemmer.BaseStemmer | None":
    name = _SNOWBALL.get(language)
    return snowballstemmer.stemmer(name) if name else None


@functools.lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a lower-case word, without marks; its first six letters where no stemmer is known."""
    if len(word) > _LONGEST_WORD:
        return word[:_PREFIX_LETTERS]
    stemmer = _stemmer(language)
    cut = str(stemmer.stemWord(word)) if stemmer else word[:_PREFIX_LETTERS]
    plain = "".join(ch for ch in unicodedata.normalize("NFKD", cut) if not unicodedata.combining(ch))
    return plain or word  # of "larıydı", all ending after the apostrophe of a Turkish name, nothing is left


def words(text: str) -> list[str]:
    """The words of `text`, case-folded, in order; character pairs where a script has no spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    found: list[str] = []
    for match in _WORD.finditer(folded):
        found.extend(_split_unspaced(match.group()))
    return found


def _split_unspaced(word: str) -> list[str]:
    if not _UNSPACED.search(word):
        return [_NEGATED.sub("", word).split("'")[0].split("’")[0] if len(word) > 3 else word]
    parts: list[str] = []
    for run in _UNSPACED.findall(word):
        parts.extend(run[i : i + 2] for i in range(max(1, len(run) - 1)))
    return parts


@functools.lru_cache(maxsize=50_000)
def content_stems(text: str, language: str) -> tuple[str, ...]:
    """Stems of the content words of `text`, in order, with repeats."""
    lang = primary(language)
    dull = function_words(lang)
    return tuple(stem(w, lang) for w in words(text) if w not in dull and (len(w) > 2 or _UNSPACED.match(w)))
