"""C, as S said · As S said, C · That is what S said, where C is the sentence before."""

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, phrase_after
from sayso.annotate.reading import AHEAD, COLONS, COMMAS, Reading, content_before, content_end
from sayso.annotate.relations import CARRIED
from sayso.annotate.subjects import (
    is_closed,
    names_speaker,
    past_addressee,
    past_time,
    subject_after,
    with_name_apposed,
)

LONGEST_AS = 2  # tokens before the last one of an "as"
SAYING = CueKind.SAY | CueKind.TELL | CueKind.QUOTE | CueKind.THINK


def read_as(reading: Reading, cue: Cue) -> bool:
    """C, as S V · As S V, C; whether the cue stands in such a clause, even if its source is not found."""
    first = _as_before(reading, cue)
    if first is None or not cue.kind & SAYING:
        return False
    start = reading.passage.grammar.after("as", reading.passage.tokens.low, first)
    if reading.has("subclause_verb_last"):
        if reading.is_in(cue.end - 1, "issuing"):
            start += reading.is_in(start, "pronouns")  # wie es aus dem Rathaus hieß, wie aus dem Bericht hervorgeht
            start += reading.is_in(start, "locatives")
        source = phrase_after(reading.passage, start, cue.first, reading.statement.level)
        source = source if source and names_speaker(reading, source) else None
        end = cue.end
    else:
        opens = first == reading.low
        words = reading.words(cue.first, cue.end)
        source = subject_after(reading, cue.end, words, strict=False, apposed=not opens)
        source = with_name_apposed(reading, source) if source else None
        end = source[1] if source else cue.end
    if source is None:
        return False
    comma = next((k for k in range(end, min(reading.stop, end + AHEAD)) if reading.is_mark(k, STOPS)), reading.stop)
    opening = range(reading.low, first)
    initial = all(reading.is_in(i, "coordinators", "openers") or reading.is_mark(i, COMMAS) for i in opening)
    initial = initial or reading.is_mark(first - 1, COLONS)  # В штабе это отрицают: | как сказал S, C
    rest = (comma + 1, min(reading.stop, content_end(reading, comma + 1)))
    span = (first, cue.end) if not reading.has("subclause_verb_last") else (cue.first, cue.end)
    if initial:
        if reading.is_mark(comma, COMMAS) and rest[1] - rest[0] > 1:
            reading.relation(source, span, [rest], "as-initial")
        return True
    edge = first - 1 if reading.is_mark(first - 1, COMMAS) else first
    content = content_before(reading, edge)
    one_word = reading.has("indefinite_plural") or reading.has("object_first")
    if content is None and one_word and edge == reading.low + 1:
        content = (reading.low, edge)  # Вакцинация, как заверил S, будет бесплатной
    if content is None:
        return True
    pieces = [content]
    medial = reading.is_mark(comma, COMMAS) and rest[1] - rest[0] > 1
    if medial and not reading.is_in(rest[0], "openers", "relatives", "prepositions"):
        pieces.append(rest)
        if reading.is_mark(first - 1, COMMAS):
            reading.asides.append((first - 1, comma + 1))  # ведомство, как отмечает S, сообщило
    reading.relation(source, span, pieces, "as-final")
    return True


def _as_before(reading: Reading, cue: Cue) -> int | None:
    """The token where the "as" of a cue's clause stands; only clitics and auxiliaries may part them, or a subject."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if not of.lists["as"]:
        return None
    last = reading.has("subclause_verb_last")
    for k in range(cue.first - 1, max(reading.low, cue.first - AHEAD) - 1, -1):
        if reading.is_mark(k, STOPS) or not reading.outside(k):
            return None
        end = of.after("as", lows, k)
        if k < end <= cue.first:
            longer = range(max(reading.low, k - LONGEST_AS), k)
            first = next((i for i in longer if of.after("as", lows, i) == end), k)  # tal y como
            before = first - 1
            opens = first == reading.low or reading.is_in(before, "coordinators")
            opens = opens or reading.is_mark(before, COMMAS | COLONS)
            between = range(end, cue.first)
            helped = all(reading.is_in(i, "auxiliaries") or of.is_adverb(lows[i]) for i in between)
            if last:
                closed = cue.end >= reading.stop or reading.is_mark(cue.end, STOPS)
                return first if opens and between and closed else None
            return first if (opens or end - first > 1) and helped else None
    return None


def read_carried(reading: Reading, cue: Cue) -> bool:
    """That is what S V, said of the sentence before; whether the cue is in such a sentence, even if nothing is read."""
    end = _carried_end(reading, cue)
    if end is None:
        return False
    source = subject_after(reading, end, reading.words(cue.first, cue.end), strict=False)
    nobody = source is not None and any(reading.is_in(k, "nobodies") for k in range(*source))
    denied = any(reading.is_in(k, "negations") for k in range(reading.low, end))  # Det sade inte S
    if source is None or nobody or denied or not is_closed(reading, source):
        return True
    if reading.is_mark(source[1], COLONS) or (source[1] < reading.stop and not reading.outside(source[1])):
        return False
    goes_on = source[1] < reading.stop and not reading.is_mark(source[1], STOPS)
    if goes_on and cue.first > reading.low and reading.is_in(cue.first - 1, "relatives"):
        return True  # Ce que racontent ces hommes | glace le sang
    add_carried(reading, source, (reading.low if cue.first > reading.low else cue.first, end))
    return True


def read_about_first(reading: Reading, cue: Cue) -> bool:
    """О C V S: what is told stands before the verb, as a phrase."""
    object_first = reading.has("indefinite_plural") or reading.has("object_first")
    if not (object_first and cue.kind & SAYING and reading.is_in(reading.low, "about")):
        return False
    between = range(reading.low + 1, cue.first)
    broken = any(reading.is_mark(k, STOPS) or reading.passage.grammar.is_verb(reading.word(k)) for k in between)
    if len(between) < 1 or broken or reading.is_in(reading.low + 1, "demonstratives", "pronouns", "relatives"):
        return False
    end = cue.first
    while reading.is_in(end - 1, "addressed", "oblique"):
        end -= 1
    source = subject_after(reading, cue.end, reading.words(cue.first, cue.end))
    if source is None or (source[1] < reading.stop and not is_closed(reading, source)):
        return False
    if end - reading.low < LONGEST_AS or reading.is_in(reading.low + 1, "free_relatives"):
        return False  # О чём говорил мэр, неизвестно
    reading.relation(source, (cue.first, cue.end), [(reading.low, end)], "object-verb-subject")
    return True


def add_carried(reading: Reading, source: Phrase, cue: Phrase) -> None:
    """A relation whose content is the sentence before."""
    if reading.before is not None:
        reading.relation(source, cue, [], CARRIED).content = [reading.before]


def _carried_end(reading: Reading, cue: Cue) -> int | None:
    """The token after the verb and its "that"; None where the sentence does not begin so."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if not cue.kind & SAYING or reading.statement.level >= 0:
        return None
    start = of.after("carried", lows, reading.low)
    if start > reading.low and start <= cue.first:
        return cue.end if _leads_to(reading, start, cue.first) else None
    after = of.after("carried_after", lows, cue.end)
    return after if cue.first == reading.low and after > cue.end else None


def _leads_to(reading: Reading, i: int, verb: int) -> bool:
    """Whether only auxiliaries, adverbs, times and those told stand before a verb."""
    of = reading.passage.grammar
    while i < verb:
        helps = reading.is_in(i, "auxiliaries", "clitics_ahead") or of.is_adverb(reading.word(i))
        beyond = max(past_time(reading, i, verb), past_addressee(reading, i, verb), i + 1 if helps else i)
        beyond = max(beyond, _past_cited(reading, i, verb))
        if beyond == i:
            return False
        i = beyond
    return True


def _past_cited(reading: Reading, i: int, verb: int) -> int:
    """The token after "citing S" before a verb: Об этом | со ссылкой на полицию | сообщает агентство; `i` if none."""
    named = reading.passage.grammar.starts(reading.passage.tokens.low, i, CueKind.CITING)
    source = phrase_after(reading.passage, named, verb, reading.statement.level, apposed=False) if named > i else None
    return source[1] if source is not None else i


def read_carried_whole(reading: Reading) -> bool:
    """This follows from S: the verb and all that leads to the source are one phrase of the lexicon."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    end = of.after("carried_whole", lows, reading.low)
    if end == reading.low or reading.statement.level >= 0:
        return False
    apposed = not reading.has("held_quotes") or not reading.has("elisions")  # della ong Mare, | la cui nave salpa oggi
    source = phrase_after(reading.passage, end, reading.stop, reading.statement.level, apposed=apposed)
    if source is not None and names_speaker(reading, source):
        add_carried(reading, with_name_apposed(reading, source), (reading.low, end))
    return True
