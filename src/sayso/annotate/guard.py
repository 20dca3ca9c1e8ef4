"""No attribution rather than a wrong one: sources that cannot be sources are taken back.

A source with a finite verb in it, outside a relative clause, has swallowed words of the sentence; one without any
noun or name is a shred. The relation goes, with all it said.
"""

from bisect import bisect_left

from sayso.annotate import source_kinds
from sayso.annotate.noun_phrases import Passage, Phrase, is_name, name_in_marks
from sayso.annotate.reading import COMMAS, Reading
from sayso.annotate.relations import Relation, Stretch

CLOSED = (
    "determiners",
    "prepositions",
    "linkers",
    "openers",
    "auxiliaries",
    "relatives",
    "that",
    "times",
    "adverbs",
    "negations",
)
_BY_VERB = frozenset(
    {
        "verb-that",
        "verb-quote",
        "verb-colon",
        "verb-clause",
        "verb-comma-clause",
        "verb-object",
        "clause-verb-subject",
        "quote-verb-subject",
    }
)
NOUN_LIKE = ("determiners", "linkers", "prepositions", "pronouns", "adverbs", "possessors", "not_verbs", "coordinators")
HELD = ("determiners", "possessive", "possessors", "prepositions", "oblique")


def keep_sound(reading: Reading) -> None:
    """Drop the relations of a statement whose source cannot be one."""
    if not reading.has("guarded"):
        return
    for relation in reading.found:
        relation.source = [
            _before_particle(reading, _before_second_verb(reading, _before_aside(reading, piece)))
            for piece in relation.source
        ]
    dropped = {
        id(r)
        for r in reading.found
        if not all(is_sound(reading.passage, piece) for piece in r.source)
        or _is_object(reading, r)
        or _is_supposed(reading, r)
    }
    reading.found = [r for r in reading.found if id(r) not in dropped]
    for relation in reading.found:
        if relation.within is not None and id(relation.within) in dropped:
            relation.within = None


def _is_object(reading: Reading, relation: Relation) -> bool:
    """Whether what was taken for the subject of a verb is its object by its case: seinen Rücktritt | verlangt."""
    if _disagrees(reading, relation):
        return True
    if not relation.source or relation.construction not in _BY_VERB:
        return False
    first = bisect_left(reading.passage.tokens.start, relation.source[0][0])
    endings = tuple(reading.passage.grammar.words["accusative_endings"]) or ("\0",)
    return reading.is_in(first, "accusatives") or reading.word(first).endswith(endings)


def _disagrees(reading: Reading, relation: Relation) -> bool:
    """Whether a verb in the plural has a noun in the singular before it, its object: Родину | обвинувачують у C."""
    of, tokens = reading.passage.grammar, reading.passage.tokens
    if not of.singular_endings or len(relation.source) != 1 or relation.construction not in _BY_VERB:
        return False
    first, end = (bisect_left(tokens.start, place) for place in relation.source[0])
    verb = bisect_left(tokens.start, relation.cue[0][0])
    while verb < reading.stop and of.is_adverb(tokens.low[verb]):
        verb += 1
    plural = end <= verb < reading.stop and tokens.low[verb].endswith(of.plural_verbs or ("\0",))
    joined = any(reading.is_in(k, "coordinators", "linkers") or tokens.raw[k] == "," for k in range(first, end))
    housed = reading.is_in(first - 1, "prepositions") or reading.is_in(first, "prepositions")
    if not plural or joined or housed or tokens.raw[first].isupper():
        return False
    if end - first == 1 and tokens.low[first].endswith(of.dative_names or ("\0",)):
        return tokens.low[first] not in of.nouns  # Марії | пояснили, що C
    single = tokens.low[first].endswith(of.singular_endings) and not reading.is_in(first, "pronouns", "several")
    return (
        single and tokens.low[first] not in reading.passage.grammar.heads | reading.passage.grammar.words["determiners"]
    )


def _is_supposed(reading: Reading, relation: Relation) -> bool:
    """Whether "if" stands before a subject and its verb: if S says that C, nobody has said it yet.

    Nor has S said what S would say: Батько сказав би, що C.
    """
    if not relation.source or relation.construction not in _BY_VERB:
        return False
    starts = reading.passage.tokens.start
    first, verb = (bisect_left(starts, piece[0]) for piece in (relation.source[0], relation.cue[0]))
    would = any(reading.is_in(k, "irrealis") for k in (verb - 1, bisect_left(starts, relation.cue[0][1])))
    return would or reading.is_in(first - 1, "conditional")


def _before_aside(reading: Reading, piece: Stretch) -> Stretch:
    """A source without the "citing S" or "according to S" that stands in it; empty if it begins with one."""
    low, high = piece
    tokens = reading.passage.tokens
    for first, end in reading.asides:
        if end - first == 1 and (tokens.start[first], tokens.end[first]) == piece:
            continue  # לדבריו, menurutnya: whose account it is stands in the marker's one word
        if end > first and low <= tokens.start[first] and tokens.end[end - 1] <= high:
            high = tokens.end[first - 1] if tokens.start[first] > low else low
    return (low, high)


def _before_second_verb(reading: Reading, piece: Stretch) -> Stretch:
    """A source behind its verb without what it did besides: murmelt der Förster | und hebt ein Blatt auf."""
    tokens = reading.passage.tokens
    if not reading.has("verb_second") or piece[0] >= piece[1]:
        return piece
    first, end = bisect_left(tokens.start, piece[0]), bisect_left(tokens.start, piece[1])
    for k in range(first + 1, end - 1):
        verb = tokens.raw[k + 1]
        finite = verb.islower() and verb.endswith("t") and not reading.is_in(k + 1, *CLOSED, "possessors")
        if reading.is_in(k, "coordinators") and finite:
            return piece[0], tokens.end[k - 1]
    return piece


def _before_particle(reading: Reading, piece: Stretch) -> Stretch:
    """A source up to the particle that marks who speaks, without the one told: मंत्री | ने घाटी टाइम्स को बताया."""
    tokens = reading.passage.tokens
    first, end = bisect_left(tokens.start, piece[0]), bisect_left(tokens.start, piece[1])
    marked = next((k for k in range(first + 1, end) if reading.is_in(k, "speaker_particles")), end)
    return (piece[0], tokens.end[marked - 1]) if marked < end else piece


def is_sound(passage: Passage, piece: Stretch) -> bool:
    """Whether a stretch can be a source: it holds a noun, name or pronoun, and no finite verb of its own."""
    tokens = passage.tokens
    phrase = (bisect_left(tokens.start, piece[0]), bisect_left(tokens.start, piece[1]))
    return _is_his(passage, phrase) or (_has_substance(passage, phrase) and not _has_verb(passage, phrase))


def _is_his(passage: Passage, phrase: Phrase) -> bool:
    """Whether a source is the pronoun of a marker: По его словам, selon lui."""
    of = passage.grammar
    own = source_kinds.words_of(of.language, "pronoun_possessive") | of.words["possessors"]
    return phrase[1] - phrase[0] == 1 and passage.tokens.low[phrase[0]] in own


def _has_substance(passage: Passage, phrase: Phrase) -> bool:
    of, lows = passage.grammar, passage.tokens.low
    first = phrase[0]
    if phrase[1] - first == 1 and of.is_in(lows[first], "pronouns"):
        return not of.is_in(lows[first], "demonstratives", "relatives") or of.is_in(lows[first], "person_relatives")
    if phrase[1] - first == 1 and (_is_shred(passage, first) or of.is_in(lows[first], "free_relatives")):
        return False  # Те, що C, | підтвердив S
    if "pro_drop" in of.flags and of.is_in(lows[first], "nominalisers"):
        return False  # 的一名队员: what it belongs to was lost
    if lows[first].endswith(of.accusative_endings or ("\0",)) and not of.is_noun(lows[first]):
        return False  # Информацию | подтвердил агент: what is confirmed
    if (
        not is_name(passage, first)
        and lows[first].endswith(of.dative_endings or ("\0",))
        and not of.is_noun(lows[first])
    ):
        return False  # журналистам: the ones told
    for i in range(*phrase):
        if of.is_noun(lows[i]) or (is_name(passage, i) and i > 0 and not of.is_in(lows[i], *CLOSED)):
            return True
        if lows[i][:1].isalpha() and not of.is_in(lows[i], *CLOSED) and not _is_finite(passage, i, first):
            return True
    return False


def _is_shred(passage: Passage, i: int) -> bool:
    """Whether one token alone is an adjective without its noun, or one sign of a script without spaces."""
    of, word = passage.grammar, passage.tokens.low[i]
    if of.is_noun(word) or (is_name(passage, i) and i > 0):
        return False
    return word.endswith(of.aside_endings or ("\0",)) or (len(word) == 1 and "pro_drop" in of.flags)


def _has_verb(passage: Passage, phrase: Phrase) -> bool:
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    i = phrase[0]
    if "pro_drop" in of.flags:  # 未参与该研究的 | 专家: the verbs of a relative clause stand before 的
        i = next((k + 1 for k in range(phrase[1] - 1, i, -1) if of.is_in(lows[k], "nominalisers")), i)
    while i < phrase[1]:
        marks = name_in_marks(passage, i, -1)
        if marks is not None:
            i = marks.last + 1
            continue
        relative = of.is_in(lows[i], "relatives", "person_relatives") and not of.is_in(lows[i], "determiners")
        apart = i > phrase[0] and raw[i - 1] in COMMAS and (relative or "nouns_capitalised" in of.flags)
        if i > phrase[0] and (relative or apart):
            return False  # the verbs of a relative clause may stand in a source
        if _is_finite(passage, i, phrase[0]):
            return True
        i += 1
    return False


def _is_finite(passage: Passage, i: int, first: int) -> bool:
    """Whether a token is a finite verb where it stands: "die" and "los" are auxiliaries only by spelling."""
    of, word = passage.grammar, passage.tokens.low[i]
    if of.is_in(word, *NOUN_LIKE) or of.is_noun(word) or (is_name(passage, i) and i > 0):
        return False
    if i > first and of.is_in(passage.tokens.low[i - 1], *HELD):
        return False
    return of.is_verb(word)
