"""Turkish and Japanese: S C V · "C" V S · "C" diyen S, C V · in a statement made by S, C V."""

from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Passage, Phrase, is_name, phrase_after
from sayso.annotate.reading import AHEAD, COLONS, COMMAS, Reading, content_before
from sayso.annotate.subjects import names_speaker

MEDIUM = 12  # tokens from a subject to "in the statement he made"
GENITIVE = ("nın", "nin", "nun", "nün", "ın", "in", "un", "ün")


def read_verb_final(reading: Reading, cue: Cue) -> bool:
    """S C V, where the sentence begins with S; else "C" V S."""
    passage, level = reading.passage, reading.statement.level
    if not cue.kind & VERB or any(reading.is_in(i, "negations") for i in range(cue.end, cue.end + 1)):
        return False
    first = cue.first
    while first > reading.low and not (reading.is_mark(first - 1, frozenset(";；")) and reading.outside(first - 1)):
        first -= 1
    first = max([first, *_clause_ends(reading, first, cue.first)])
    if _read_carried(reading, cue, first):
        return True
    while first < cue.first and reading.is_in(first, "coordinators"):
        first += 1
    if _read_postposed(reading, cue, first):
        return True
    source = initial_subject(passage, first, cue.first, level) or _subject_of_participle(reading, first, cue)
    if source is None or cue.first - source[1] < 1:
        return False
    at = source[1] + 1 if reading.is_mark(source[1], COMMAS | COLONS) else source[1]
    at = next((aside[1] for aside in reading.asides if aside[0] == at), at)
    at = past_medium(reading, at, cue.first)
    if cue.first - at < 1:
        return False
    marks = not reading.outside(cue.first - 1)
    name = "subject-quote-verb" if marks else "subject-clause-verb"
    reading.relation(source, (cue.first, cue.end), [(at, cue.first)], name)
    return True


def _clause_ends(reading: Reading, first: int, end: int) -> list[int]:
    """The tokens after "said," before a cue: S1 C1 V1, S2 C2 V2."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    kinds = VERB | CueKind.IMPERSONAL
    found = []
    for i in range(first + 1, end):
        after = of.starts(lows, i, kinds) if reading.outside(i) else i
        if after > i and reading.is_mark(after, COMMAS) and after < end and not reading.is_in(i, "participles"):
            found.append(after + 1)
    return found


def _read_carried(reading: Reading, cue: Cue, first: int) -> bool:
    """That S V, said of the sentence before: Bunu S duyurdu."""
    after = reading.passage.grammar.after("carried", reading.passage.tokens.low, first)
    if after == first or cue.end < reading.stop:
        return False
    source = (after, cue.first)
    fits = cue.first > after and names_speaker(reading, source) and reading.before is not None
    if fits and reading.before is not None and all(reading.outside(i) for i in range(*source)):
        reading.relation(source, (cue.first, cue.end), [], "carried-over").content = [reading.before]
    return True


def _read_postposed(reading: Reading, cue: Cue, first: int) -> bool:
    """C in marks, V S, at the end of a sentence."""
    if cue.first <= first or reading.outside(cue.first - 1) or cue.end >= reading.stop:
        return False
    participle = reading.is_in(cue.first, "participles")
    source = phrase_after(reading.passage, cue.end, reading.stop, reading.statement.level)
    closed = source is not None and (source[1] >= reading.stop or reading.is_mark(source[1], STOPS))
    content = content_before(reading, cue.first)
    if source is None or not closed or content is None or not names_speaker(reading, source):
        return False
    alone = participle or source[1] >= reading.stop
    if not alone or reading.outside(content[0]):
        return False
    reading.relation(source, (cue.first, cue.end), [content], "quote-verb-subject")
    return True


def _subject_of_participle(reading: Reading, first: int, cue: Cue) -> Phrase | None:
    """S in "C" diyen S, C V."""
    if reading.outside(first) or not reading.found or not reading.sources:
        return None
    last = reading.found[-1]
    spoken = last.construction == "quote-verb-subject"
    return reading.sources[-1] if spoken and reading.sources[-1][1] < cue.first else None


def past_medium(reading: Reading, at: int, end: int) -> int:
    """The token after "in the statement he made to the paper", which is neither source nor content."""
    for k in range(at, min(end, at + MEDIUM)):
        if not reading.outside(k) or (reading.is_mark(k, COMMAS) and k > at + 1):
            break
        if reading.is_in(k, "media") or (k == at and _has_case(reading.passage, k)):
            return k + 2 if reading.is_mark(k + 1, COMMAS) else k + 1
    return at


def _has_case(passage: Passage, k: int) -> bool:
    """Whether a token is a name with an ending that tells where: Telegram'da."""
    name, mark, ending = passage.tokens.low[k].replace("’", "'").partition("'")
    return bool(name and mark) and ending in ("da", "de", "ta", "te", "dan", "den", "tan", "ten")


def medium_source(reading: Reading, end: int) -> Phrase | None:
    """The statement itself as source: Bakanlıktan yapılan açıklamada, C belirtildi."""
    for k in range(reading.low, min(end, reading.low + MEDIUM)):
        if not reading.outside(k) or reading.is_mark(k, STOPS):
            return None
        if reading.is_in(k, "media"):
            return (reading.low, k + 1) if k > reading.low else None
    return None


def initial_subject(passage: Passage, first: int, end: int, level: int) -> Phrase | None:
    """The run of names that starts a clause, with the noun that heads it: "Rusya Savunma Bakanlığı"."""
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    if "topic" in of.flags or not of.words["speakers"]:
        topic = next((k for k in range(first, min(end, first + AHEAD)) if lows[k] in ("は", "が")), None)
        return (first, topic) if topic is not None and topic > first else None
    k, headed = first, False
    while k < end and passage.is_outside(k, level) and raw[k] not in STOPS and k - first < AHEAD:
        if of.is_in(lows[k], "openers", "adverbs", "times") and k == first:
            return None
        speaks = lows[k] in of.words["speakers"] or of.is_noun(lows[k])
        joined = of.is_in(lows[k], "linkers") and k > first
        proper = is_name(passage, k) and not _is_oblique(lows[k])
        following = raw[k + 1] if k + 1 < end else ""
        adjective = k == first or (not headed and following and lows[k + 1] in of.words["speakers"])
        if not (speaks or joined or proper or adjective):
            break
        if headed and not speaks and not proper and not joined:
            break
        headed = headed or speaks
        k += 1
    while k > first and not (is_name(passage, k - 1) or of.is_noun(lows[k - 1]) or lows[k - 1] in of.words["speakers"]):
        k -= 1
    if k == first or (k == first + 1 and not headed and _is_no_subject(passage, first, end)):
        return None
    if not headed and k < end and _is_oblique(lows[k]):
        return _partitive(passage, first, k, end)
    return (first, k)


def _is_no_subject(passage: Passage, first: int, end: int) -> bool:
    """Whether one word that begins a sentence cannot be its subject: it has a case ending and no comma after it."""
    word = passage.tokens.low[first]
    comma = first + 1 < end and passage.tokens.raw[first + 1] in COMMAS
    return _is_oblique(word) or (not comma and "'" not in word and word.endswith(GENITIVE[:4]))


def _partitive(passage: Passage, first: int, k: int, end: int) -> Phrase | None:
    """An official from the ministry: Bakanlığı'ndan bir yetkili, where a comma shows the end."""
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    for j in range(k + 1, min(end - 1, k + AHEAD // 2)):
        if of.is_noun(lows[j]) and raw[j + 1] in COMMAS:
            return (first, j + 1)
    return None


def _is_oblique(word: str) -> bool:
    """Whether a name has a case ending that no subject has: Kiev'i, Telegram'da; the genitive leads on to one."""
    name, mark, ending = word.replace("’", "'").partition("'")
    return bool(name and mark) and not ending.endswith(GENITIVE)


def cited_before(reading: Reading, cue: Cue) -> Phrase | None:
    """The source that stands before "citing", in the dative: bir yetkiliye dayandırarak."""
    k = cue.first
    while k > reading.low and cue.first - k < AHEAD // 2:
        if reading.is_mark(k - 1, STOPS) or not reading.outside(k - 1):
            break
        k -= 1
    return (k, cue.first) if k < cue.first and k > reading.low else None
