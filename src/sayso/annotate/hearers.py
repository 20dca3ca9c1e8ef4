"""Whom something is told is nobody's source: "Řekl novinářům, že", "Ha detto loro che", "Kertoi toimittajille, että".

Where a verb stands before its subject, or keeps it to itself, whoever is told stands where a subject would. The form
tells them apart: a case, a pronoun, a preposition (`lexicons/hearers.toml`). Behind them the subject may follow, and is
taken where its form shows that; else the statement is somebody's, and nobody is named.
"""

import functools
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.cues import VERB, CueKind, Grammar, kinds_among, words_in
from sayso.annotate.given_names import is_given_name
from sayso.annotate.noun_phrases import ENDS, Phrase, phrase_after
from sayso.annotate.quotations import MARKS
from sayso.annotate.reading import Reading
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.subjectless import TAG
from sayso.annotate.subjects import names_speaker
from sayso.annotate.tokens import Tokens, tokenise
from sayso.annotate.unsaid import hearers

STEM = 3  # letters of a noun before its ending: no "mama" is the dative plural of anything
SURE = 3  # letters of an ending that shows the case of a name before its verb too
HEAD = 4  # tokens in which those told are looked for
BEHIND = 24  # code points around a source in which what leads to it, or follows, stands
NEAR = 2  # tokens from a preposition to those told
_SAYS = CueKind.SAY | CueKind.TELL | CueKind.QUOTE
_BY_VERB = ("verb", "quote", "clause", "object", "subject", "speech")
_FREE, _MANY, _ONE, _LED = range(1, 5)  # how those told are named: what may stand behind them


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying beside a source: whether it is surely plural, stands before the source, is surely singular."""

    plural: bool
    ahead: bool
    singular: bool = False


def settle_hearers(reading: Reading) -> None:
    """Take those told out of the sources of a statement."""
    tokens, of = reading.passage.tokens, reading.passage.grammar
    settled: dict[Stretch, Stretch | None] = {}
    for relation in reading.found:
        if not relation.construction.startswith(_BY_VERB) or len(relation.source) != 1:
            continue
        given = relation.source[0]
        if given not in settled:
            kept = _kept(tokens, relation, of)
            whole = kept == _ends(_within(tokens, given))
            settled[given] = given if whole else reading.passage.offsets(kept) if kept is not None else None
        if settled[given] is None and (further := _subject_past(reading, relation)) is not None:
            settled[given] = further
        if settled[given] != given:
            _give(relation, settled[given])
    reading.found = [one for one in reading.found if one.source or not _tells_thing(reading, one)]


def _tells_thing(reading: Reading, relation: Relation) -> bool:
    """Whether what stands right before a verb, no mark between, is a thing that is told: Допис | повідомили."""
    if relation.construction != TAG or not relation.content:
        return False
    tokens = reading.passage.tokens
    return bisect_left(tokens.start, relation.content[-1][1]) == bisect_left(tokens.start, relation.cue[0][0])


def is_thing_before(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a relation that no rule has read is one of those: no quotation, and right before its verb."""
    if not relation.content or not relation.cue or "inversion" not in grammar.flags:
        return False
    (low, high), begins = relation.content[-1], relation.cue[0][0]
    return high <= begins and not text[high:begins].strip() and text[low] not in MARKS


def _subject_past(reading: Reading, relation: Relation) -> Stretch | None:
    """The subject behind an auxiliary that stands behind those told: rekao | mu | je | Horvat."""
    tokens, of = reading.passage.tokens, reading.passage.grammar
    first = k = bisect_left(tokens.start, relation.source[0][1])
    while reading.is_in(k, "auxiliaries"):
        k += 1
    behind = relation.content and relation.content[0][0] > relation.source[0][1]
    if k == first or behind or k >= reading.stop or not reading.outside(k):
        return None
    phrase = phrase_after(reading.passage, k, reading.stop, reading.statement.level, apposed=False)
    if phrase is None or phrase[0] != k or not names_speaker(reading, phrase):
        return None
    kept = _left_of(tokens, phrase, Verb(plural=False, ahead=True), of)
    return reading.passage.offsets(kept) if kept is not None else None


def _kept(tokens: Tokens, relation: Relation, of: Grammar) -> Phrase | None:
    """What of the source of a relation is no hearer: all of it, where none stands there; None where nothing is left."""
    if _opens_without(tokens, relation, of):
        return None
    phrase = _ends(_within(tokens, relation.source[0]))
    return _left_of(tokens, phrase, _verb_of(tokens, relation, of), of) if phrase[0] < phrase[1] else phrase


def _ends(tokens: range) -> Phrase:
    return tokens.start, tokens.stop


def _give(relation: Relation, source: Stretch | None) -> None:
    """Give a relation the source that is left, or nobody."""
    if source is not None:
        relation.source = [source]
        return
    relation.source, relation.unclear, relation.antecedent = [], True, None
    behind = bool(relation.content) and relation.content[0][0] >= relation.cue[0][1]
    if behind:
        relation.construction = "verb-quote" if relation.quoted else "verb-that"
    else:
        relation.construction = "quote-verb" if relation.quoted else TAG


def take_out_hearer(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Narrow the source of a relation that no rule has read to whoever is no hearer; False where nothing is left."""
    by = [word for part in relation.cue for word in words_in(text, part, grammar)]
    if len(relation.source) != 1 or not kinds_among(by, grammar) & VERB:
        return True  # "według | policji", "zdaniem | komisji": a genitive may have the same form
    pieces = [*relation.source, *relation.cue]
    begins, ends = min(low for low, _ in pieces), max(high for _, high in pieces)
    then = relation.content[0][0] + 1 if relation.content else ends
    ends = min(len(text), max(ends, then if then < ends + BEHIND else 0) + BEHIND)
    tokens = tokenise(text, max(text.rfind("\n", 0, begins) + 1, begins - BEHIND), ends, grammar.tokens)
    kept = _kept(tokens, relation, grammar)
    if kept is not None and kept != _ends(_within(tokens, relation.source[0])):
        relation.source = [(tokens.start[kept[0]], tokens.end[kept[1] - 1])]
    return kept is not None


def _opens_without(tokens: Tokens, relation: Relation, of: Grammar) -> bool:
    """Whether a verb has no subject behind it, only those told: Sagte | Journalisten |, dass C; 告诉 | 警方, C."""
    cue, source = _within(tokens, relation.cue[0]), relation.source[0]
    if source[0] < relation.cue[0][1] or not relation.content or relation.content[0][0] < source[1] or not cue:
        return False
    if any(tokens.low[k].startswith(_table("told_first", of.language) or ("\0",)) for k in cue):
        return True
    opens = cue[0] == 0 or tokens.raw[cue[0] - 1] in ENDS
    that = bisect_left(tokens.start, relation.content[0][0])
    said = that < len(tokens) and of.is_in(tokens.low[that], "that")
    return opens and said and of.language in _table("verb_second", "languages")


def _verb_of(tokens: Tokens, relation: Relation, grammar: Grammar) -> Verb:
    words = [tokens.low[i] for low, high in relation.cue for i in _within(tokens, (low, high))]
    endings = _table("plural", grammar.language) or grammar.plural_verbs
    plural = any(word.endswith(endings or ("\0",)) for word in words)
    one = any(word.endswith(_table("singular", grammar.language) or ("\0",)) for word in words)
    return Verb(plural, relation.cue[0][0] < relation.source[0][0], one)


def _within(tokens: Tokens, stretch: Stretch) -> range:
    return range(bisect_left(tokens.start, stretch[0]), bisect_left(tokens.start, stretch[1]))


def _stands_behind(tokens: Tokens, phrase: Phrase, of: Grammar) -> bool:
    """Whether a postposition of address ends a source or follows it, before a verb of saying: पत्रकारों | से | कहा."""
    leads, lows = _words("postpositions", of.language), tokens.low
    at = next((k for k in (phrase[1] - 1, phrase[1]) if k < len(lows) and lows[k] in leads), None)
    if at is None or any(of.is_in(lows[k], "speaker_particles") for k in range(*phrase)):
        return False
    return bool(kinds_among(lows[at + 1 : at + 1 + HEAD], of) & _SAYS)


def _left_of(tokens: Tokens, phrase: Phrase, verb: Verb, of: Grammar) -> Phrase | None:
    first, end = phrase
    lows, language = tokens.low, of.language
    said = {word.partition("-")[0] for word in lows[first:end] if word[:1].isalpha()}
    if said and not verb.plural and said <= hearers(language) | _words("free", language):
        return None
    if lows[end - 1].endswith(_table("suffixes", language) or ("\0",)) and not of.is_in(lows[end - 1], "pronouns"):
        return None
    last = "objects_before" in of.flags
    if _is_prefixed(lows, first, of) or _stands_behind(tokens, phrase, of) or _is_told_first(tokens, phrase, verb, of):
        return None
    leads = _words("object_postpositions", language)
    first = max((k + 1 for k in range(first + 1, end - 1) if lows[k] in leads), default=first)
    phrase = (first, _tail(tokens, (first, end), of) if verb.ahead else end)
    end = phrase[1]
    if (verb.ahead or last) and _is_led(lows, first, of):
        return None
    if first > 0 and of.is_in(lows[first - 1], "prepositions"):
        return phrase  # У | міському управлінні | повідомили: a body in whose house it is said
    leads = _words("prepositions", language)
    if verb.singular and end - first == 1 and _is_many(lows[first], of):
        return None  # Journalisten | sagte | der Bürgermeister
    if not verb.ahead:
        cut = next((k for k in range(first + 1, end) if lows[k] in leads and last), end)
        cut -= cut == end and end - first > 1 and lows[end - 1] in _words("before", language)
        phrase = (first, cut)
    elif lows[first] in leads or _is_feminine(lows, phrase, of):
        return _behind_led(lows, (first, end), of)
    return _past_datives(tokens, phrase, verb, of)


def _is_told_first(tokens: Tokens, phrase: Phrase, verb: Verb, of: Grammar) -> bool:
    """Whether a sentence opens with those told and its verb follows: Policji | powiedział, Der Polizei | sagte."""
    first, end = phrase
    if verb.ahead or (first > 0 and tokens.raw[first - 1] not in ENDS):
        return False
    if end - first == NEAR and _is_feminine(tokens.low, phrase, of):
        return True
    word, datives = tokens.low[first], _table("endings", of.language)
    known = word in of.nouns and word not in of.heads
    return end - first == 1 and bool(datives) and known and word.endswith(datives)


def _tail(tokens: Tokens, phrase: Phrase, of: Grammar) -> int:
    """Where those told begin behind the name of who tells it: Rossi | a Bianchi, Novák | novinářům; else the end."""
    first, end = phrase
    leads, raw = _words("leading_names", of.language), tokens.raw
    dative = tuple(e for e in _table("names", of.language) if len(e) >= SURE)
    many = (dative and _table("many", of.language)) or ("\0",)
    for k in range(first + 1, end):
        if not raw[k - 1][:1].isupper() or of.is_in(tokens.low[k - 1], "determiners"):
            continue
        name = raw[k][:1].isupper() and is_given_name(raw[k - 1]) and tokens.low[k].endswith(dative or ("\0",))
        led = tokens.low[k] in leads and k + 1 < end and raw[k].islower() and raw[k + 1][:1].isupper()
        several = raw[k].islower() and tokens.low[k].endswith(many) and len(raw[k]) > HEAD + STEM
        if tokens.low[k - 1] not in of.nouns and (name or led or several):
            return k
    return end


def _is_many(word: str, of: Grammar) -> bool:
    """Whether a word is a noun for several who might speak: none that a singular verb can have for its subject."""
    return word in of.nouns and word not in of.heads and word.endswith(_table("several", of.language) or ("\0",))


def _is_prefixed(lows: list[str], first: int, of: Grammar) -> bool:
    """Whether "to" is written onto a noun or name: لوكالة, לעיתונאים."""
    if of.is_in(lows[first], "addressees"):
        return bool(_table("prefixes", of.language))
    word = lows[first]
    for prefix in _table("prefixes", of.language):
        rest = word.removeprefix(prefix)
        known = rest in of.nouns or rest in _words("bearers", of.language) or len(prefix) > 1
        if rest != word and known:
            return True
    return False


def _is_led(lows: list[str], first: int, of: Grammar) -> bool:
    """Whether a preposition of address stands right before a source, or but for an article."""
    leads = _words("prepositions", of.language)
    if first > 1 and of.is_in(lows[first - 2], "prepositions") and of.is_in(lows[first - 1], "determiners", "datives"):
        return lows[first - 2] in leads - {"a"}  # not "hieß es | aus dem | Amt"
    if first > 0 and lows[first - 1] in leads:
        return of.starts(lows, first - 1, CueKind.SAY) == first - 1
    return first > 1 and of.is_in(lows[first - 1], "determiners") and lows[first - 2] in leads - {"den", "a"}


def _is_feminine(lows: list[str], phrase: Phrase, of: Grammar) -> bool:
    """Whether "der" before a feminine noun is the article of those told: sagte | der Zeitung."""
    endings = _table("feminine", of.language)
    head = next((k for k in range(phrase[0] + 1, min(phrase[1], phrase[0] + NEAR + 1))), phrase[1])
    return bool(endings) and lows[phrase[0]] == "der" and head < phrase[1] and lows[head].endswith(endings)


def _behind_led(lows: list[str], phrase: Phrase, of: Grammar) -> Phrase | None:
    """The subject behind those whom a preposition leads to: aos jornalistas | o prefeito Silva."""
    first, end = phrase
    opens, shows = _words("nominatives", of.language), _table("subjects", of.language)
    for k in range(first + NEAR, end):
        held = of.is_in(lows[k - 1], "prepositions", "determiners", "linkers")
        if lows[k] in opens and not held:
            return (k, end)
        if shows and lows[k].endswith(shows):
            return (k, end)
    return None


def _past_datives(tokens: Tokens, phrase: Phrase, verb: Verb, of: Grammar) -> Phrase | None:
    """A source behind the words in the dative that it opens with."""
    k, how = phrase[0], 0
    while k < phrase[1]:
        case = _case(tokens, k, verb, of)
        if not case and k + 1 < phrase[1] and _goes_with(tokens, k, verb, of):
            case = _case(tokens, k + 1, verb, of)
            k += bool(case)
        if not case:
            break
        k, how = k + 1, case
    if not how:
        return phrase
    return _speaker_in(tokens, (k, phrase[1]), how, of)


def _goes_with(tokens: Tokens, k: int, verb: Verb, of: Grammar) -> bool:
    """Whether a word may stand before a noun or surname in the dative: an article, adjective or given name."""
    word, language = tokens.low[k], of.language
    if tokens.raw[k][:1].isupper():
        given = _table("given", language)
        return verb.ahead and bool(given) and word.endswith(given) and tokens.raw[k + 1][:1].isupper()
    if word in of.heads:
        return False
    return of.is_in(word, "determiners") or word.endswith(_table("adjectives", language) or ("\0",))


def _case(tokens: Tokens, k: int, verb: Verb, of: Grammar) -> int:
    """How a word names those told; 0 where its form may be a nominative."""
    word, language = tokens.low[k], of.language
    if word in _words("free", language):
        return _FREE if verb.ahead else 0
    if word in of.heads or of.is_in(word, "pronouns", "determiners", "prepositions"):
        return 0
    datives = _table("endings", language)
    if not datives and not _table("names", language):
        return 0
    if of.is_in(word, "addressees"):
        return _MANY
    if tokens.raw[k][:1].isupper():
        return _ONE if _is_dative_name(tokens.raw[k], verb, of) else 0
    if not verb.plural and _from_nominative(tokens.raw[k], of):
        return _ONE
    ending = next((e for e in datives if word.endswith(e) and len(word) >= len(e) + STEM), "")
    if not ending or (verb.plural and ending in _table("names", language)):
        return 0
    return _MANY if word.endswith(_table("many", language) or ("\0",)) else _ONE


def _is_dative_name(name: str, verb: Verb, of: Grammar) -> bool:
    """Whether a name is in the dative; before a verb only where more than a vowel shows it."""
    language, word = of.language, name.lower()
    if verb.plural or is_given_name(name) or word.endswith(_table("undeclined", language) or ("\0",)):
        return False
    if verb.ahead and _from_nominative(name, of):
        return True
    ending = next((e for e in _table("names", language) if word.endswith(e)), "")
    return bool(ending) and len(word) >= len(ending) + STEM and (verb.ahead or len(ending) >= SURE)


def _from_nominative(raw: str, of: Grammar) -> bool:
    """Whether a word is the dative of a noun of the lists or a given name: starostce, Annie."""
    for ending, nominative in _pairs(of.language):
        if not raw.endswith(ending):
            continue
        first = raw[: len(raw) - len(ending)] + nominative
        if first in of.heads or (raw[:1].isupper() and is_given_name(first)):
            return True
    return False


def _speaker_in(tokens: Tokens, phrase: Phrase, how: int, of: Grammar) -> Phrase | None:
    """Whoever speaks behind those told, where the form or what stands before shows it."""
    first, end = phrase
    if first >= end:
        return None
    lows, raw = tokens.low, tokens.raw
    if how == _FREE:
        return phrase
    head = next((k for k in range(first, end) if _is_head(lows[k], of)), None)
    if head is not None:
        plain = all(raw[k].islower() and not of.is_in(lows[k], "prepositions") for k in range(first, head))
        return (first if plain else head, end)
    opens = lows[first] in _words("nominatives", of.language) or of.is_in(lows[first], "pronouns")
    if opens or (how == _MANY and raw[first][:1].isupper()):
        return phrase
    names = end - first > 1 and all(raw[k][:1].isupper() for k in range(first, end))
    return phrase if names and is_given_name(raw[first]) else None


def _is_head(word: str, of: Grammar) -> bool:
    """Whether a word is a noun for who speaks in the form of a subject, and no outlet, whose name may follow."""
    shows = _table("subjects", of.language)
    return word not in of.outlets and (word in of.heads or (word in of.nouns and word.endswith(shows or ("\0",))))


@functools.cache
def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    return lexicon.load("hearers").tables


@functools.cache
def _table(name: str, language: str) -> tuple[str, ...]:
    """The forms of a table for a language; none where it has none."""
    return tuple(_tables()[name].get(language, ()))


@functools.cache
def _words(name: str, language: str) -> frozenset[str]:
    return frozenset(_table(name, language))


@functools.cache
def _pairs(language: str) -> tuple[tuple[str, str], ...]:
    """Endings of the dative, each with that of its nominative."""
    return tuple(
        (ending, nominative) for ending, _, nominative in (p.partition(":") for p in _table("pairs", language))
    )
