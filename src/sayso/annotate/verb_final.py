"""Turkish and Japanese: S C V · "C" V S · "C" diyen S, C V · in a statement made by S, C V · C V, by somebody."""

from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.nominatives import boundary, is_nominative, stands_alone, subject_to_comma
from sayso.annotate.noun_phrases import STOPS, Passage, Phrase, is_name, phrase_after
from sayso.annotate.reading import AHEAD, COLONS, COMMAS, Reading, content_before, past_dateline
from sayso.annotate.relations import CARRIED
from sayso.annotate.subjects import names_speaker
from sayso.annotate.topic_subjects import read_quoted_first, topic_subject

DESCRIBED = "participle-subject"
GAPPED = 6  # tokens of a second subject: "polis ise"
SHORTEST_CLAUSE = 3  # tokens of a clause without a subject of its verb
MEDIUM = 12  # tokens from a subject to "in the statement he made"
JAPANESE_COMMA = frozenset("、")
POSSESSED = ("ı", "i", "u", "ü", "leri", "ları")
GENITIVE = ("nın", "nin", "nun", "nün", "ın", "in", "un", "ün")


def read_verb_final(reading: Reading, cue: Cue) -> bool:
    """S C V, where the sentence begins with S; else "C" V S; else C V, said by somebody."""
    passage, level = reading.passage, reading.statement.level
    if not cue.kind & VERB or any(reading.is_in(i, "negations") for i in range(cue.end, cue.end + 1)):
        return False
    first = past_dateline(reading, cue.first)
    first = next((k + 1 for k in range(cue.first - 1, first - 1, -1) if _is_semicolon(reading, k)), first)
    first = max([first, *clause_ends(reading, first, cue.first)])
    if _read_carried(reading, cue, first) or read_quoted_first(reading, cue, first):
        return True
    while first < cue.first and reading.is_in(first, "coordinators"):
        first += 1
    if _read_postposed(reading, cue, first) or _read_topic_behind(reading, cue, first):
        return True
    if reading.is_in(cue.first, "with_clause") and not _ends_clause(reading, cue.first - 1):
        return False
    if reading.is_in(cue.end - 1, "relative_says"):
        return False  # it describes what follows and not who speaks: "C" diyen rapora göre
    if reading.is_in(cue.end - 1, "converbs") and not _ends_clause(reading, cue.first - 1):
        return False
    source = _subject_of_participle(reading, first, cue) or initial_subject(passage, first, cue.first, level)
    if source is None or cue.first - source[1] < 1:
        return _read_late_subject(reading, cue, first) or _read_without_subject(reading, cue, first)
    at = _content_start(reading, source, cue)
    if cue.first - at < 1:
        return False
    at = _spoken_from(reading, cue, at)
    marks = not reading.outside(cue.first - 1)
    name = "subject-quote-verb" if marks else "subject-clause-verb"
    other = _gapped(reading, at, cue.first)
    if other is not None:
        reading.relation(other, (cue.first, cue.end), [(other[1] + 1, cue.first)], name)
    end = other[0] - 1 if other is not None else cue.first
    reading.relation(source, (cue.first, cue.end), [(at, end)], name)
    return True


def _is_semicolon(reading: Reading, k: int) -> bool:
    return reading.is_mark(k, frozenset(";；")) and reading.outside(k)


def _ends_clause(reading: Reading, k: int) -> bool:
    """Whether a token is the verb, made a noun, of what is said: yıkıldığını, gerektiğini; or closes a quotation."""
    if k < reading.low:
        return False
    endings = tuple(reading.passage.grammar.words["clause_endings"])
    verbal = bool(endings) and reading.word(k).endswith(endings) and not reading.is_in(k, "not_clauses")
    return verbal or not reading.outside(k)


def _content_start(reading: Reading, source: Phrase, cue: Cue) -> int:
    """The token where what is said begins, after a comma, an aside, a medium and another thing said before."""
    at = source[1]
    while reading.is_mark(at, COMMAS | COLONS | JAPANESE_COMMA) or reading.is_in(at, "topic_particles"):
        at += 1
    at = next((aside[1] for aside in reading.asides if aside[0] == at), at)
    at = past_medium(reading, at, cue.first)
    tokens = reading.passage.tokens
    said = [
        r.cue[-1][1] for r in reading.found if r.cue and tokens.start[at] <= r.cue[-1][1] <= tokens.start[cue.first]
    ]
    if said:
        at = next(k for k in range(at, cue.first + 1) if tokens.start[k] >= max(said))
        at += reading.is_mark(at, COMMAS)
    return at


def _spoken_from(reading: Reading, cue: Cue, at: int) -> int:
    """The token where the quotation before a verb of speech opens; words ahead of it say when or of what."""
    if reading.outside(cue.first - 1) or not cue.kind & CueKind.QUOTE or not reading.has("subject_in_verb"):
        return at
    number = reading.passage.quoted[cue.first - 1]
    opened = reading.passage.quotations[number].first
    return opened if opened > at else at


def _gapped(reading: Reading, at: int, end: int) -> Phrase | None:
    """A second subject whose verb is left out: Organizatörler 15 bin, | polis | ise 4 bin olarak açıkladı."""
    for k in range(at + 1, end - 1):
        if reading.is_in(k, "contrast_particles") and reading.outside(k):
            comma = next((j for j in range(k - 1, max(at, k - GAPPED), -1) if reading.is_mark(j, COMMAS)), None)
            fits = comma is not None and comma + 1 < k and is_nominative(reading.passage, comma + 1, k)
            return (comma + 1, k) if fits and comma is not None else None
    return None


def _read_late_subject(reading: Reading, cue: Cue, first: int) -> bool:
    """C S V, where S stands right before its verb: Köprünün yıkıldığını | sendika | açıkladı."""
    if not cue.kind & CueKind.SAY or not reading.has("subject_in_verb"):
        return False
    for k in range(cue.first - 2, max(first + 1, cue.first - 2 - GAPPED), -1):
        if not reading.outside(k + 1) or reading.is_mark(k + 1, STOPS):
            return False
        if _ends_clause(reading, k) and reading.outside(k):
            source = (k + 1, cue.first)
            if not is_nominative(reading.passage, *source) or not names_speaker(reading, source):
                return False
            reading.relation(source, (cue.first, cue.end), [(first, k + 1)], "subject-clause-verb")
            return True
    return False


def _read_topic_behind(reading: Reading, cue: Cue, first: int) -> bool:
    """C と S は V: 橋は安全だと | 野党 | は述べた. What opens the sentence is what is spoken of, not who speaks."""
    if not reading.has("topic") or not reading.is_in(cue.first - 1, "topic_particles"):
        return False
    for k in range(cue.first - 3, first, -1):
        if not reading.outside(k):
            return False
        if reading.is_in(k, "bare_that"):
            start = k + 1 + reading.is_mark(k + 1, COMMAS | JAPANESE_COMMA)
            if start >= cue.first - 1:
                return False
            reading.relation((start, cue.first - 1), (cue.first, cue.end), [(first, k)], "subject-clause-verb")
            return True
    return False


def _read_without_subject(reading: Reading, cue: Cue, first: int) -> bool:
    """C V, where the verb holds its subject or it cannot be told: somebody says it."""
    told = reading.has("topic") and reading.is_in(cue.first - 1, "bare_that")  # 27人が行方不明だ | と | している
    if not cue.kind & (CueKind.SAY | CueKind.QUOTE) or not (told or _ends_clause(reading, cue.first - 1)):
        return False
    if not reading.has("subject_in_verb") and not reading.has("topic"):
        return False
    start = first
    if not reading.outside(cue.first - 1):
        start = max(first, reading.passage.quotations[reading.passage.quoted[cue.first - 1]].first)
    elif cue.first - start < SHORTEST_CLAUSE:
        return False
    reading.relation(None, (cue.first, cue.end), [(start, cue.first)], "subject-clause-verb").unclear = True
    return True


def clause_ends(reading: Reading, first: int, end: int) -> list[int]:
    """The tokens after "said," before a cue: S1 C1 V1, S2 C2 V2."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    kinds = VERB | CueKind.IMPERSONAL
    found = []
    for i in range(first + 1, end):
        after = of.starts(lows, i, kinds) if reading.outside(i) else i
        nested = reading.is_in(after - 1, "relative_says", "converbs")
        if after > i and reading.is_mark(after, COMMAS) and after < end and not nested:
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
        reading.relation(source, (cue.first, cue.end), [], CARRIED).content = [reading.before]
    return True


def _read_postposed(reading: Reading, cue: Cue, first: int) -> bool:
    """C in marks, V S, at the end of a sentence; "C" or C diyen S, before what else S says or does."""
    if cue.first <= first or cue.end >= reading.stop:
        return False
    if reading.is_in(cue.end - 1, "relative_says"):
        return _read_described(reading, cue, first)
    if reading.outside(cue.first - 1):
        return False
    source = phrase_after(reading.passage, cue.end, reading.stop, reading.statement.level)
    content = content_before(reading, cue.first)
    if source is None or source[1] < reading.stop or content is None or not names_speaker(reading, source):
        return False
    if reading.outside(content[0]):
        return False
    reading.relation(source, (cue.first, cue.end), [content], "quote-verb-subject")
    return True


def _read_described(reading: Reading, cue: Cue, first: int) -> bool:
    """C diyen S, …, where S has no case ending and so is the subject of what follows."""
    stop = boundary(reading.passage, cue.end, reading.stop, reading.statement.level)
    if stop is None or not _ends_clause(reading, cue.first - 1) or not is_nominative(reading.passage, cue.end, stop):
        return False
    if any(reading.passage.grammar.is_verb(reading.word(k)) for k in range(cue.end, stop)):
        return False
    start = first
    if not reading.outside(cue.first - 1):
        start = max(first, reading.passage.quotations[reading.passage.quoted[cue.first - 1]].first)
    elif cue.first - start < SHORTEST_CLAUSE - 1:
        return False
    reading.relation((cue.end, stop), (cue.first, cue.end), [(start, cue.first)], DESCRIBED)
    return True


def _subject_of_participle(reading: Reading, first: int, cue: Cue) -> Phrase | None:
    """S in "C" diyen S, C V, and in S, C diyerek C V."""
    if not reading.found or not reading.sources:
        return None
    last = reading.found[-1]
    before = reading.sources[-1]
    del first
    joins = last.construction == DESCRIBED or _is_converb(reading, last.cue[-1][1])
    return before if joins and last.source and before[1] < cue.first else None


def _is_converb(reading: Reading, end: int) -> bool:
    """Whether the cue that ends at an offset leads on to another verb of the same subject: savunarak, diyerek."""
    tokens = reading.passage.tokens
    at = next((k for k in range(reading.low, reading.stop) if tokens.end[k] == end), None)
    return at is not None and reading.is_in(at, "converbs")


def past_medium(reading: Reading, at: int, end: int) -> int:
    """The token after "in the statement he made to the paper", which is neither source nor content."""
    placed = at
    for k in range(at, min(end, at + MEDIUM)):
        if not reading.outside(k) or (reading.is_mark(k, COMMAS) and k > at + 1):
            break
        if k == at and _has_case(reading.passage, k):
            placed = k + 2 if reading.is_mark(k + 1, COMMAS) else k + 1
        if reading.is_in(k, "media", "hearers"):
            return k + 2 if reading.is_mark(k + 1, COMMAS | JAPANESE_COMMA) else k + 1
    return placed


def _has_case(passage: Passage, k: int) -> bool:
    """Whether a token is a name with an ending that tells where: Telegram'da."""
    name, mark, ending = passage.tokens.low[k].replace("’", "'").partition("'")
    return bool(name and mark) and ending in ("da", "de", "ta", "te", "dan", "den", "tan", "ten")


def medium_source(reading: Reading, end: int, first: int) -> Phrase | None:
    """The statement itself as source: Bakanlıktan yapılan açıklamada, C belirtildi."""
    for k in range(first, min(end, first + MEDIUM)):
        if not reading.outside(k) or reading.is_mark(k, STOPS):
            return None
        if reading.is_in(k, "media"):
            return (first, k + 1)
    return None


def initial_subject(passage: Passage, first: int, end: int, level: int) -> Phrase | None:
    """The run of names that starts a clause, with the noun that heads it: "Rusya Savunma Bakanlığı"."""
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    if "topic" in of.flags:
        return topic_subject(passage, first, end, level)
    apart = subject_to_comma(passage, first, end, level) if "subject_in_verb" in of.flags else None
    if apart is not None:
        return apart
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
        if headed and not proper and not joined and (not speaks or _follows_person(passage, k)):
            break
        headed = headed or speaks
        k += 1
    while k > first and not (is_name(passage, k - 1) or of.is_noun(lows[k - 1]) or lows[k - 1] in of.words["speakers"]):
        k -= 1
    if k == first or (k == first + 1 and not headed and _is_no_subject(passage, first, end)):
        return None
    if not headed and k < end and _is_oblique(lows[k]):
        return _partitive(passage, first, k, end)
    if "subject_in_verb" in of.flags:
        alone = k == first + 1 and not headed and not stands_alone(passage, first)
        owner = any(lows[j].endswith(GENITIVE[:4]) for j in range(first, k - 1))
        owned = lows[k - 1].endswith(POSSESSED) or is_name(passage, k - 1)
        if alone or (k < end and _is_genitive(lows[k - 1])) or (owner and not owned):
            return None  # Bakan Lenz'in istifa ettiğini söyledi: who says it does not show
    return (first, k)


def _follows_person(passage: Passage, k: int) -> bool:
    """Whether the noun at a token stands behind a person's name and begins what comes next: Sekreter Alba Rey | …."""
    lower = not is_name(passage, k) and is_name(passage, k - 1)
    return lower and not passage.grammar.is_noun(passage.tokens.low[k - 1])


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


def _is_genitive(word: str) -> bool:
    """Whether a name has the ending of an owner or of the subject in what is said: Lenz'in."""
    name, mark, ending = word.replace("’", "'").partition("'")
    return bool(name and mark) and ending.endswith(GENITIVE)


def cited_before(reading: Reading, cue: Cue) -> Phrase | None:
    """The source that stands before "citing", in the dative: bir yetkiliye dayandırarak."""
    k = cue.first
    while k > reading.low and cue.first - k < AHEAD // 2:
        if reading.is_mark(k - 1, STOPS) or not reading.outside(k - 1):
            break
        k -= 1
    return (k, cue.first) if k < cue.first and k > reading.low else None
