"""Subjects behind a phrase that opens the clause: На встрече с жителями | мэр Лемска | заявил, что C.

Without articles nothing shows where such a phrase ends. A noun for a speaker in the form of a subject does, or a
person's first name; no other word is taken to begin one. Where the verb has no subject at all, somebody says it.
"""

from sayso.annotate.ahead import Ahead
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.given_names import is_given_name
from sayso.annotate.named_claims import is_claim_weighed
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name, subject_before
from sayso.annotate.reading import COMMAS, Reading, content_end
from sayso.annotate.subjects import lacks_subject

SHORTEST_CLAIM = 4  # tokens of "…, claiming C" in Chinese
PASSIVE = ("any", "ana", "ony", "ona", "ani", "eni")  # endings of Polish participles
SHORTEST = 2  # tokens of the opening phrase: "После матча"
MARKERS = CueKind.BEFORE | CueKind.OWN | CueKind.CITING | CueKind.CITED | CueKind.HEARSAY
HELD = ("prepositions", "coordinators", "linkers", "determiners", "possessors")


def subject_past_opening(reading: Reading, end: int) -> Phrase | None:
    """The subject that ends before token `end`, in a clause that opens with a preposition."""
    if not (reading.has("bare_subjects") and reading.has("cased") and reading.passage.grammar.adjective_endings):
        return None
    first = _clause_start(reading, end)
    if not reading.is_in(first, "prepositions") or any(not reading.outside(k) for k in range(first, first + SHORTEST)):
        return None
    if reading.passage.grammar.starts(reading.passage.tokens.low, first, MARKERS) > first:
        return None
    floor = first + SHORTEST
    heads = [k for k in range(floor, end) if _is_head(reading, k)]
    while len(heads) > 1 and heads[-2] == heads[-1] - 1:
        heads.pop()
    begin = _with_adjectives(reading, heads[-1], floor) if heads else _first_name(reading, floor, end)
    if begin is None or any(_breaks(reading, k) for k in range(begin, end)):
        return None
    return (begin, end)


def before_objects(reading: Reading, subject: Phrase) -> Phrase | None:
    """The subject without what stands between it and the verb: глава района | эти слухи, соседка, …, | по телефону."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if reading.has("object_first"):
        return None if is_claim_weighed(reading, subject) else _behind_object(reading, subject)
    if not of.told_endings:
        return subject
    first, end = subject
    object_ = next((k for k in range(first + 1, end) if reading.is_in(k, "demonstratives")), end)
    if object_ < end and not (reading.is_in(object_ - 1, *HELD) or reading.is_mark(object_ - 1, STOPS)):
        return (first, object_)
    owned = end - first > 2 and is_name(reading.passage, end - 2) and not is_name(reading.passage, end - 1)
    if owned and lows[end - 1].endswith(of.accusative_nouns or ("\0",)) and lows[end - 1] not in of.nouns:
        return (first, end - 1)  # Обвинувачений Денис Шпак | вину | визнав
    how = end - first == 1 and lows[first].endswith(of.told_endings) and not is_name(reading.passage, first)
    if how and lows[first] not in of.heads and not reading.is_in(first, "pronouns", "determiners"):
        return subject_before(reading.passage, first, reading.low, reading.statement.level)
    return subject


def before_relative(reading: Reading, subject: Phrase) -> Phrase:
    """The subject without the relative in the genitive that follows it: допис, автор | якого | стверджує, що C."""
    first, end = subject
    owned = reading.has("indefinite_plural") and end - first > 1 and reading.is_in(end - 1, "relatives")
    return (first, end - 1) if owned else subject


def _behind_object(reading: Reading, subject: Phrase) -> Phrase | None:
    """The office alone behind an object that has a preposition in it: zarzuty o manipulację | minister | nazwał "C"."""
    first, end = subject
    lows, heads = reading.passage.tokens.low, reading.passage.grammar.heads
    asked = lows[first].endswith(PASSIVE) and reading.is_in(first + 1, "prepositions")
    if asked and not any(lows[k] in heads for k in range(first, end)):
        return None  # dopytywany o cła | odparł
    if lows[first] in heads or is_name(reading.passage, first + 1) or reading.is_in(first, "titles"):
        return subject
    held = next((k for k in range(first + 1, end) if reading.is_in(k, "prepositions")), None)
    at = next((k for k in range((held or end) + 2, end) if _is_head(reading, k)), None)
    if at is None or any(reading.is_in(k, "coordinators") for k in range(first, end)):
        return subject
    return (at, end)


def _clause_start(reading: Reading, end: int) -> int:
    stops = (k + 1 for k in range(end - 1, reading.low - 1, -1) if reading.is_mark(k, STOPS) and reading.outside(k))
    first = next(stops, reading.low)
    while first < end and (
        reading.is_in(first, "coordinators") or reading.passage.grammar.is_adverb(reading.word(first))
    ):
        first += 1
    return first


def _is_head(reading: Reading, k: int) -> bool:
    known = reading.word(k) in reading.passage.grammar.heads and not is_name(reading.passage, k)
    return known and reading.outside(k) and not reading.is_in(k - 1, *HELD)


def _with_adjectives(reading: Reading, head: int, floor: int) -> int:
    """The first adjective that goes with a head: официальный представитель."""
    endings = reading.passage.grammar.adjective_endings
    while head > floor and reading.word(head - 1).endswith(endings) and not reading.is_in(head - 1, *HELD):
        if is_name(reading.passage, head - 1) or not reading.outside(head - 1) or reading.is_in(head - 2, *HELD):
            break
        head -= 1
    return head


def _first_name(reading: Reading, floor: int, end: int) -> int | None:
    """The first name of somebody named in full right before the verb."""
    raw = reading.passage.tokens.raw
    for k in range(floor, end - 1):
        if is_name(reading.passage, k) and is_given_name(raw[k]) and not reading.is_in(k - 1, *HELD):
            return k if all(is_name(reading.passage, j) for j in range(k, end)) else None
    return None


def _breaks(reading: Reading, k: int) -> bool:
    if not reading.outside(k):
        return False
    verb = reading.passage.grammar.is_verb(reading.word(k)) and not is_name(reading.passage, k)
    return reading.is_mark(k, STOPS) or reading.is_in(k, "openers", "negations") or verb


def read_without_subject(reading: Reading, cue: Cue, group: Phrase, start: int, ahead: Ahead) -> bool:
    """V that C, where the subject is in the verb: Añadió que C. Somebody says it; who is not in the sentence."""
    after_comma = reading.is_mark(start - 1, COMMAS) and reading.is_in(cue.first, "claims_alone")
    said = ("clause", "pause") if reading.has("pro_drop") else ("clause",)
    if after_comma and ahead.what in said and content_end(reading, ahead.at) - ahead.at >= SHORTEST_CLAIM:
        at = ahead.at + (ahead.what == "pause")
        reading.relation(None, group, [(at, content_end(reading, at))], "verb-clause").unclear = True  # 流传帖子，声称C
        return True
    opens = start == reading.low or all(reading.is_in(k, "coordinators", "adverbs") for k in range(reading.low, start))
    told_at_once = reading.has("indefinite_plural") and start == reading.low and ahead.at <= cue.end + 1
    subjectless = reading.has("subject_in_verb") or _is_indefinite(reading, cue) or told_at_once
    opens = opens or (_is_indefinite(reading, cue) and _follows_place(reading, start))
    told = (
        ("that", "colon", "quote")
        if (_is_indefinite(reading, cue) or told_at_once) and ahead.at > cue.end
        else ("that",)
    )
    if not (subjectless and opens and ahead.what in told and cue.kind & CueKind.SAY):
        return False
    if reading.is_in(cue.first, "subjectless"):
        return False
    reading.relation(None, group, [(ahead.at, content_end(reading, ahead.at))], "verb-that").unclear = True
    return True


def _is_indefinite(reading: Reading, cue: Cue) -> bool:
    """Whether a plural verb has no subject because nobody in particular is meant: Сообщили, что C."""
    return reading.has("indefinite_plural") and lacks_subject(reading, reading.words(cue.first, cue.end))


def _follows_place(reading: Reading, start: int) -> bool:
    """Whether nothing but a phrase of place stands before a verb that has no subject: В кооперативе | заявили."""
    if not reading.is_in(reading.low, "locatives"):
        return False
    return all(reading.outside(k) and not reading.is_mark(k, STOPS) for k in range(reading.low, start))
