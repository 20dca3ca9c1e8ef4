"""Sources that are called by a noun, not by a name, though the noun has a capital, or its script has none.

"Санитары рассказали", "Bendrovės skaičiavimu": the noun has its capital from the sentence that it opens. A word is a
noun where its language lists it as one for sources, or as a little word, or where the case has it in lower case and
this article has it with a capital only where a sentence begins.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from sayso import lexicon
from sayso.corroborate.folding import WORD, folded
from sayso.corroborate.naming import given_names
from sayso.corroborate.source_names import Source
from sayso.corroborate.wording import function_words, primary
from sayso.model import Article, Attribution
from sayso.vocab import SourceKind

_READ = 8_000  # code points of an article
_ENDING = 2  # letters that another case of a noun has more: "пастух", "пастуха"
_SHORTEST = 5  # letters of a noun that is known by another of its cases
_EVERY_NOUN = frozenset({"de", "lb"})  # languages in which all nouns have a capital
_INSTITUTIONS = ("institution",)
_KINDS = ("unnamed", "role", *_INSTITUTIONS)
_OPENS = re.compile(r"(?:^|[.!?:…\n«»“”„\"•*–—-])[\s*]*$")
_ARABIC_ARTICLE = "ال"


def named_as_such(
    attributions: Iterable[Attribution], sources: Mapping[str, Source | None], articles: Mapping[str, Article]
) -> dict[str, Source | None]:
    """The `sources` of a case by their attributions' ids, those called by a noun alone without what looked like one."""
    lows = _lower_case(articles.values())
    borne = {word for source in sources.values() if source and source.in_full for word in source.names}
    told = dict(sources)
    for one in attributions:
        source, article = sources[one.id], articles.get(one.article_id)
        if source is None or article is None or not _may_be_noun(source, borne):
            continue
        language = primary(article.language or "")
        if all(_is_noun(name, source, article.text[:_READ], language, lows[language]) for name in source.names):
            told[one.id] = replace(source, names=(), person=None, described=False)
    return told


def _lower_case(articles: Iterable[Article]) -> dict[str, set[str]]:
    """By language the words that the case has in lower case."""
    lows: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        lows[primary(article.language or "")].update(
            word for word in WORD.findall(article.text[:_READ]) if word.islower()
        )
    return lows


def _may_be_noun(source: Source, borne: Set[str]) -> bool:
    """Whether a source has but one word for a name, and nothing that shows whose it is or that it is a person's."""
    told = source.body or source.titled or source.serves or source.country or source.place or source.carrier
    if told or len(source.names) != 1 or source.kind in {SourceKind.OUTLET, SourceKind.DOCUMENT}:
        return False
    return not (set(source.names) & (borne | given_names()))


def _is_noun(name: str, source: Source, text: str, language: str, lows: Set[str]) -> bool:
    low = name.lower()
    little = low in function_words(language) or low in _same(language)
    if low == name.upper():  # no capitals
        bare = low.removeprefix(_ARABIC_ARTICLE)
        return little or low in _listed(language) or (len(bare) > 1 and bare in _listed(language))
    if language in _EVERY_NOUN:
        beside = any(word.islower() or word.lower() in function_words(language) for word in _others(name, source))
        return little or low in _listed(language, _INSTITUTIONS) or (beside and low in _listed(language))
    if not _only_opens(name, text):
        return False
    return little or low in lows or low in _listed(language) or (len(low) >= _SHORTEST and _is_cased(low, lows))


def _is_cased(low: str, lows: Set[str]) -> bool:
    """Whether a noun stands in another of its cases."""
    return any(word.startswith(low) and len(word) - len(low) <= _ENDING for word in lows)


def _others(name: str, source: Source) -> list[str]:
    return [word for word in WORD.findall(source.printed) if word != name]


def _only_opens(name: str, text: str) -> bool:
    """Whether a text has a word with a capital, and only where a sentence begins."""
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    return bool(places) and all(_OPENS.search(text[max(0, at - 5) : at]) for at in places)


def _spelled(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(spelling.lower() for form in forms for spelling in lexicon.spellings(form))


@functools.cache
def _listed(language: str, kinds: tuple[str, ...] = _KINDS) -> frozenset[str]:
    """The nouns for sources of one language, in lower case."""
    if language not in lexicon.languages("source_nouns"):
        return frozenset()
    nouns = lexicon.load("source_nouns", language).tables["nouns"]
    return _spelled(form for kind in kinds for form in nouns.get(kind, ()))


@functools.cache
def _same(language: str) -> frozenset[str]:
    """The words of one language that say of a source that it was named before: "same", "latter"."""
    return frozenset(str(lexicon.load("named_before").tables["words"].get(language, "")).split("|"))


@functools.cache
def named_before() -> frozenset[str]:
    """All words that say of a source that it was named before, folded."""
    listed = lexicon.load("named_before").tables["words"].values()
    return frozenset(folded(word) for words in listed for word in str(words).split("|"))
