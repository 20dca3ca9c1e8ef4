"""How far an Arabic subject reaches that stands between its verb and the object, with neither case nor capitals.

"The club's president | the referee", رئيس النادي | الحكم: a noun without article takes one noun with it; after the
article only an adjective that agrees goes on, and a title may have two or more names. Where it is not sure that a word
belongs to the subject it is left to the object: a source cut short is still the right mouth.
"""

from sayso.annotate.noun_phrases import Phrase
from sayso.annotate.reading import AHEAD, COMMAS, Reading

ARTICLE = "ال"
FEMININE = "ة"
NAMES = 3  # words of a person's name
APPOSED = 7  # tokens of "…, the one responsible for the study,"


def narrowed(reading: Reading, phrase: Phrase) -> Phrase:
    """The words of a phrase that are surely the subject."""
    first, end = phrase
    k = first
    while k < end - 1 and reading.is_in(k, "determiners"):
        k += 1
    head = k
    k = _past_chain(reading, head, end)
    k = _past_adjectives(reading, head, k, end)
    k = _past_names(reading, head, k, end)
    if reading.is_in(k, "locatives") and k + 1 < end:  # the ministry | in Norland
        k += 2
    return (first, min(k, end))


def _past_chain(reading: Reading, head: int, end: int) -> int:
    """The token after a noun and the one it is bound to: وزارة الدفاع, رئيس وزراء سورينا."""
    of, k = reading.passage.grammar, head + 1
    if reading.word(head).startswith(ARTICLE) or reading.is_in(head, "places"):
        return k
    bound = of.is_noun(reading.word(head))
    while bound and k < end and not reading.word(k).startswith(ARTICLE):
        if reading.is_in(k, "prepositions", "linkers", "determiners") or is_action(reading, k):
            return k
        bound = of.is_noun(reading.word(k)) or reading.is_in(k, "bound")
        k += 1
    if bound and k < end:
        return k + 1
    while not of.is_noun(reading.word(head)) and k < min(end, head + NAMES) and _is_part_of_name(reading, k):
        k += 1
    return k


def _past_adjectives(reading: Reading, head: int, k: int, end: int) -> int:
    """The token after the adjectives that agree with the head or name a country or trade."""
    if k <= head:
        return k
    word = reading.word(head)
    definite = word.startswith(ARTICLE)
    while k < end:
        this = reading.word(k)
        agrees = definite and word.endswith(FEMININE) == this.endswith(FEMININE) and k == head + 1
        relational = this.endswith(reading.passage.grammar.relational) and len(this) > APPOSED // 2
        if this.startswith(ARTICLE) != (definite or k > head + 1):
            return k
        if not (relational or (agrees and word.endswith(FEMININE))):
            return k
        k += 1
    return k


def _past_names(reading: Reading, head: int, k: int, end: int) -> int:
    """The token after the names that follow a title; one alone may as well be the object."""
    if not any(reading.is_in(i, "titles") for i in range(head, k)):
        return k
    run = k
    while run < min(end, k + NAMES) and _is_part_of_name(reading, run):
        run += 1
    return run if run - k > 1 or run == end else k


def _is_part_of_name(reading: Reading, k: int) -> bool:
    word = reading.word(k)
    closed = reading.is_in(k, "prepositions", "determiners", "demonstratives", "places", "adverbs", "that", "times")
    plain = word.isalpha() and not word.startswith(ARTICLE) and not closed
    return plain and not reading.passage.grammar.is_noun(word) and not is_action(reading, k) and reading.outside(k)


def is_action(reading: Reading, k: int) -> bool:
    """Whether a word has the form of a noun for what is done, which opens an object: إسقاط, تسجيل, اعتقال."""
    pattern = reading.passage.grammar.actions
    return pattern is not None and (bool(pattern.fullmatch(reading.word(k))) or reading.is_in(k, "objects"))


def past_apposition(reading: Reading, source: Phrase) -> Phrase:
    """A subject with the name or office that two commas set after it: محاميه، عادل زهران، | إن."""
    if not reading.is_mark(source[1], COMMAS):
        return source
    first = source[1] + 1
    last = next((k for k in range(first, min(reading.stop, first + AHEAD)) if reading.is_mark(k, COMMAS)), None)
    if last is None or not 0 < last - first <= APPOSED:
        return source
    tables = ("prepositions", "times", "relatives", "coordinators", "adverbs", "auxiliaries", "that", "openers")
    circumstance = reading.is_in(first, *tables) or reading.is_in(first, "participles") or not reading.outside(first)
    accusative = reading.word(first).endswith("ا") and not reading.passage.grammar.is_noun(reading.word(first))
    of = reading.passage.grammar
    verbs = any(of.is_verb(reading.word(k)) for k in range(first, last))
    joined = reading.word(first)[:1] in of.joined and of.is_verb(reading.word(first)[1:])
    return source if circumstance or accusative or verbs or joined else (source[0], last)
