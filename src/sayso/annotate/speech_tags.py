"""Speech tags whose verb no list has: «C», V S · «C», S V · – C – V S, after a quotation or in a turn of dialogue.

Who speaks is told by place there, whatever the verb: "laments", "sighs", "smiles". A tag is read only where nothing
else has read the quotation, where it names somebody, and where a mark follows at once; nobody's words are a better
error than the wrong man's.
"""

from collections.abc import Iterator

from sayso.annotate.cues import CueKind
from sayso.annotate.noun_phrases import DASHES, STOPS, Phrase, is_name, phrase_after
from sayso.annotate.reading import COLONS, COMMAS, Reading
from sayso.annotate.subjects import names_speaker, subject_after

CONSTRUCTION = "speech-tag"
SHORTEST = 3  # tokens of a quotation; shorter ones are names and single words
FARTHEST = 3  # tokens from the mark to the verb: "po chwili dodaje"
LONGEST = 9  # tokens of a tag's subject: "the director of the team, Dr Ana Lenz"
NAMES = 2  # tokens of a full name
BARE = 4  # tokens of a tag without a subject: "she adds after a while"
_NO_VERBS = ("determiners", "prepositions", "coordinators", "relatives", "that", "openers", "negations", "linkers")


def read_tags(reading: Reading) -> None:
    """Read the quotations and turns of a statement that nothing else has read."""
    if reading.statement.level >= 0 or not reading.has("cased") or reading.has("verb_final"):
        return
    for speech, at, dashed in _speeches(reading):
        tag = None if _is_read(reading, (speech[0], at + 1)) else _tag(reading, at, dashed=dashed)
        if tag is None:
            continue
        source, cue, end = tag
        relation = reading.relation(source, cue, [speech, *_resumed(reading, end, dashed=dashed)], CONSTRUCTION)
        relation.quoted = True
        relation.unclear = source is None


def _speeches(reading: Reading) -> Iterator[tuple[Phrase, int, bool]]:
    """Each quotation, or the turn of a dialogue, the token after it, and whether dashes mark it."""
    passage = reading.passage
    for number in sorted({passage.quoted[i] for i in range(reading.low, reading.stop)} - {-1}):
        quotation = passage.quotations[number]
        at = quotation.last + 1
        while at < reading.stop and reading.is_mark(at, COMMAS | DASHES):
            at += 1
        long = quotation.last - quotation.first > SHORTEST and quotation.first >= reading.low
        if long and _stands_apart(reading, quotation.first, at):
            yield (quotation.first, quotation.last + 1), at, False
    if not reading.is_mark(reading.low, DASHES):
        return
    for i in range(reading.low + SHORTEST, reading.stop - 1):
        spaced = passage.tokens.start[i] > passage.tokens.end[i - 1]
        if reading.is_mark(i, DASHES) and reading.outside(i) and spaced:
            yield (reading.low + 1, i), i + 1, True
            return


def _stands_apart(reading: Reading, first: int, at: int) -> bool:
    """Whether marks part a quotation from what follows or it opens its sentence; "the play «C» delights S" does not."""
    opens = first == reading.low or reading.is_mark(first - 1, STOPS)
    return opens or reading.is_mark(at - 1, STOPS) or reading.is_mark(at - 2, STOPS)


def _is_read(reading: Reading, piece: Phrase) -> bool:
    """Whether a relation has taken some of these tokens."""
    low, high = reading.passage.offsets((piece[0], min(piece[1], reading.stop)))
    return any(start < high and low < end for r in reading.found for start, end in (*r.content, *r.cue, *r.source))


def _tag(reading: Reading, at: int, *, dashed: bool) -> tuple[Phrase | None, Phrase, int] | None:
    """Source, cue and end of the tag at a token; the source None where only a verb of saying stands there."""
    verb = next((k for k in range(at, min(reading.stop, at + FARTHEST)) if _may_be_verb(reading, k)), None)
    if verb is not None and all(not reading.is_mark(k, STOPS) for k in range(at, verb)):
        source = _subject_behind(reading, verb)
        if source is not None:
            return source, (at, source[0]), source[1]
    source = phrase_after(reading.passage, at, reading.stop, reading.statement.level, apposed=False)
    if source is not None and source[0] == at and names_speaker(reading, source) and _may_be_verb(reading, source[1]):
        end = source[1] + 1
        if _is_closed(reading, end):
            return source, (source[1], end), end
    if dashed and verb is not None and _speaks_unnamed(reading, verb):
        end = next((k for k in range(verb, reading.stop) if reading.is_mark(k, STOPS)), reading.stop)
        goes_on = any(
            reading.is_in(k, "coordinators", "prepositions") for k in (verb + 1, verb + 2)
        )  # – C – mówi i sięga po czapkę
        spoken = verb + 1 + reading.is_in(verb + 1, "reflexives")
        return (None, (at, spoken), end) if end - at <= BARE or goes_on else None
    return None


def _speaks_unnamed(reading: Reading, verb: int) -> bool:
    """Whether a verb of a turn is one of saying, or stands alone there: – C – wzdycha, but not – C – pytam."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if reading.is_in(verb, "first_person"):
        return False
    if of.starts(lows, verb, CueKind.SAY | CueKind.QUOTE) > verb:
        return True
    after = verb + 1 + reading.is_in(verb + 1, "reflexives")
    return reading.has("dash_turns") and after > verb + 1 and (after >= reading.stop or reading.is_mark(after, STOPS))


def _may_be_verb(reading: Reading, k: int) -> bool:
    """Whether a token may be the verb of a tag: a word in small letters that is no function word."""
    raw = reading.passage.tokens.raw
    small = k < reading.stop and reading.outside(k) and raw[k][0].islower() and raw[k].isalpha()
    if not small or reading.is_in(k, *_NO_VERBS):
        return False
    return not reading.is_in(k, "auxiliaries", "adverbs", "pronouns", "times")


def _subject_behind(reading: Reading, verb: int) -> Phrase | None:
    """Who is named behind the verb, up to the mark that follows; a word or two may stand between: "cuts in short"."""
    passage = reading.passage
    end = next((k for k in range(verb + 1, reading.stop) if _ends_tag(reading, k)), reading.stop)
    inside = range(verb + 1, end)
    if not all(reading.outside(k) and not reading.is_in(k, "that", "relatives") for k in inside):
        return None
    for start in inside[: FARTHEST + 1]:
        source = subject_after(reading, start, reading.word(verb), end)
        held = reading.is_in(start - 1, "prepositions") and start - 1 > verb
        if source is not None and source[0] == start and source[1] >= end:
            return _past_circumstance(reading, source) if held else _past_manner(reading, source)
        if reading.is_in(start, "prepositions", "negations"):
            continue
        source = phrase_after(passage, start, end, reading.statement.level, apposed=False)
        if source == (start, end) and names_speaker(reading, source):
            return _past_manner(reading, source)
    named = [k for k in inside if is_name(passage, k)]
    if len(named) > 1 and len(inside) <= LONGEST and named[-1] == end - 1:
        start = verb + 1 + reading.is_in(verb + 1, "pronouns", "adverbs")  # a reflexive: śmieje się
        return None if any(passage.grammar.is_verb(reading.word(k)) for k in range(start + 1, end)) else (start, end)
    return None


def _ends_tag(reading: Reading, k: int) -> bool:
    """Whether a mark, or what S does besides, stands at a token: powiedział Lis | i wyszedł."""
    acts = reading.has("dash_turns") and reading.is_in(k, "coordinators")
    titled = reading.is_mark(k, frozenset(".")) and reading.is_in(k - 1, "titles") and k + 1 < reading.stop
    return (reading.is_mark(k, STOPS) and not titled) or (acts and reading.passage.grammar.is_verb(reading.word(k + 1)))


def _past_manner(reading: Reading, source: Phrase) -> Phrase:
    """A name without the word before it that says how it was said: ride amaro | Lucia."""
    first = source[0]
    known = reading.is_in(first, "determiners", "pronouns") or reading.passage.grammar.is_noun(reading.word(first))
    if not reading.has("elisions") or known or is_name(reading.passage, first) or source[1] - first < 2:
        return source
    return (first + 1, source[1]) if is_name(reading.passage, first + 1) else source


def _past_circumstance(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The full name behind a manner: cuenta con la voz rota | Mirna Sáez; None where it may be the noun's own."""
    first = next((k for k in range(*phrase) if is_name(reading.passage, k)), phrase[1])
    alone = phrase[1] - first < NAMES or first == phrase[0] or reading.is_in(first - 1, "prepositions", "determiners")
    return None if alone else (first, phrase[1])


def _is_closed(reading: Reading, k: int) -> bool:
    """Whether the statement ends at a token, or a mark stands there that opens nothing."""
    return k >= reading.stop or (reading.is_mark(k, STOPS) and not reading.is_mark(k, COLONS))


def _resumed(reading: Reading, end: int, *, dashed: bool) -> Iterator[Phrase]:
    """What is said on after a tag: a second quotation, or what follows the second dash of a turn."""
    after = end
    while after < reading.stop and reading.is_mark(after, COMMAS | DASHES | frozenset(".")):
        after += 1
    if after == end or after >= reading.stop:
        return
    number = reading.passage.quoted[after]
    if number >= 0:
        quotation = reading.passage.quotations[number]
        if quotation.first == after:
            yield (after, quotation.last + 1)
    elif dashed and reading.is_mark(after - 1, DASHES):
        yield (after, reading.stop)
