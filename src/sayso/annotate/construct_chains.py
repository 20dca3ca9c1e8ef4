"""Where a Hebrew source ends that no comma closes: לטענת דובר הצבא | הכוח נסוג.

Nouns are chained, and only the last of a chain has the article; an adjective that has one too goes on with it, another
noun begins what is said. A chain without an article (a name) shows no end: nothing is given, unless a verb follows.
"""

from sayso.annotate.noun_phrases import Phrase
from sayso.annotate.reading import Reading

CHAINED = "ת"  # ends a noun that another follows: הנהלת החברה
LONGEST = 4  # nouns of a chain


def definite_chain(reading: Reading, source: Phrase) -> Phrase | None:
    """The words of a phrase up to the noun with the article, and its adjectives."""
    first, end = source
    last = next((k for k in range(first, min(end, first + LONGEST)) if _is_definite(reading, k)), None)
    if last is None:
        acts = reading.is_in(end, "auxiliaries") or reading.passage.grammar.is_verb(reading.word(end))
        return source if acts else None
    k = last + 1
    while k < end and _is_adjective(reading, k):
        k += 1
    return (first, k)


def _has_article(reading: Reading, k: int) -> bool:
    article = tuple(reading.passage.grammar.words["article_prefix"])
    return reading.word(k).startswith(article) and len(reading.word(k)) > len(article[0]) + 1


def _is_definite(reading: Reading, k: int) -> bool:
    """Whether the article, and no letter of the noun itself, opens a word: הצבא, not הודעת."""
    word, nouns = reading.word(k), reading.passage.grammar.nouns
    if not _has_article(reading, k) or (word in nouns and word[1:] not in nouns):
        return False
    return not (word.endswith(CHAINED) and _has_article(reading, k + 1) and not _is_adjective(reading, k + 1))


def _is_adjective(reading: Reading, k: int) -> bool:
    of, word = reading.passage.grammar, reading.word(k)
    return _has_article(reading, k) and word.endswith(of.adjective_endings) and not of.is_noun(word)
