"""The speaker alone behind the last dash of a headline, or in Spanish and Hindi its colon: Dam was sound – minister.

What stands there may as well be the outlet, a topic or a clause of its own (Damm gebrochen – Polizei ermittelt): only
an office, a body or people, with names, are taken to speak, and only what is more than a heading is taken to be said.
"""

from sayso.annotate.noun_phrases import DASHES, Phrase, is_name
from sayso.annotate.reading import COLONS, Reading
from sayso.annotate.source_kinds import words_of
from sayso.annotate.unspaced_subjects import ends_as_speaker

LONGEST = 5  # tokens of who speaks
SHORTEST = 3  # tokens of what is said
_SPEAKERS = ("role", "institution", "unnamed")
CONSTRUCTION = "headline-dash"


def read_closing_label(reading: Reading) -> bool:
    """C – S at the end of a headline; whether one is there."""
    if not reading.headline or reading.statement.level >= 0 or reading.found:
        return False
    mark = next(
        (
            k
            for k in range(reading.stop - 2, max(reading.low + 1, reading.stop - LONGEST - 3), -1)
            if _parts(reading, k)
        ),
        None,
    )
    if mark is None:
        return False
    source = (mark + 1, reading.stop)
    end = mark - 1 if reading.is_mark(mark - 1, DASHES) else mark  # 大坝是安全的——部长
    if end - reading.low < SHORTEST or not _is_speaker(reading, source):
        return False
    colon = reading.is_mark(mark, COLONS)
    if colon and not any(reading.passage.grammar.is_verb(reading.word(k)) for k in range(reading.low, end)):
        return False
    if any(_parts(reading, k) or reading.is_mark(k, COLONS) for k in range(reading.low, end)):
        return False  # a headline of three parts: who speaks, and of what, does not show
    reading.relation(source, (end, mark + 1), [(reading.low, end)], CONSTRUCTION)
    return True


def _parts(reading: Reading, k: int) -> bool:
    """Whether a token is a dash that stands apart, or the colon of a language that sets the speaker behind it."""
    if not reading.outside(k):
        return False
    if reading.is_mark(k, COLONS):
        return reading.has("closing_colon")
    tokens = reading.passage.tokens
    apart = 0 < k < len(tokens) - 1 and tokens.end[k - 1] < tokens.start[k] and tokens.end[k] < tokens.start[k + 1]
    return reading.is_mark(k, DASHES) and (apart or reading.has("pro_drop"))


def _is_speaker(reading: Reading, source: Phrase) -> bool:
    """Whether a phrase is an office, a body or people, and at most names and articles besides."""
    passage, of = reading.passage, reading.passage.grammar
    if any(not reading.outside(k) for k in range(*source)):
        return False
    if reading.has("pro_drop"):
        return ends_as_speaker(passage, source) and source[1] - source[0] <= LONGEST
    speakers = [k for k in range(*source) if _is_in_speakers(reading, k)]
    rest = [k for k in range(*source) if k not in speakers]
    held = all(is_name(passage, k) or reading.is_in(k, "determiners") for k in rest)
    acts = any(of.is_verb(reading.word(k)) and not reading.is_in(k, "determiners") for k in rest)
    return bool(speakers) and held and not acts and source[1] - source[0] <= LONGEST


def _is_in_speakers(reading: Reading, k: int) -> bool:
    """Whether a token is a noun for an office, a body or people, with or without the article written onto it."""
    of = reading.passage.grammar
    word = reading.word(k)
    known = set().union(*(words_of(of.language, table) for table in _SPEAKERS))
    prefixes = of.words["article_prefix"]
    bare = next((word[len(p) :] for p in prefixes if word.startswith(p)), word)
    compound = "nouns_capitalised" in of.flags and of.is_noun(word) and word not in of.outlets
    return word in known or bare in known or compound
