"""Quotations whose speaker is in the verb, or cannot be told: «C», añadió · S did something: «C».

They are somebody's words, and never the writer's. Who says them is not in the sentence, and is not guessed, unless one
person alone acts in it.
"""

from sayso.annotate.antecedents import is_apposed_quotation
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.frames import is_framing
from sayso.annotate.given_names import is_given_name
from sayso.annotate.nominatives import is_nominative
from sayso.annotate.noun_phrases import DASHES, Phrase, is_name, phrase_after
from sayso.annotate.opening_subjects import opening_subject
from sayso.annotate.quotations import Quotation
from sayso.annotate.reading import COLONS, COMMAS, Reading, group_start, left_edge
from sayso.annotate.relations import Relation
from sayso.annotate.source_kinds import words_of
from sayso.annotate.subjects import is_somebody, names_speaker, with_name_apposed

SHORTEST = 3  # tokens from mark to mark of a quotation; what is shorter after a colon may be a title
STAMP = 5  # tokens of a time that opens an entry: "10:45 |"
_BARS = DASHES | {"|"}


def read_held(reading: Reading, cue: Cue) -> bool:
    """«C», V: a quotation and a verb of saying whose subject is not there, or not found."""
    if not reading.has("held_quotes") or not cue.kind & (CueKind.SAY | CueKind.QUOTE | CueKind.TELL):
        return False
    start, _ = group_start(reading, cue)
    edge = left_edge(reading, start)
    apart = edge is not None and (edge < start or not reading.has("bare_subjects"))  # газета «C» | повідомила
    if (
        edge is None
        or not apart
        or reading.outside(edge - 1)
        or any(reading.is_in(k, "negations") for k in range(start, cue.first))
    ):
        return False
    quotation = reading.passage.quotations[reading.passage.quoted[edge - 1]]
    if quotation.first < reading.low or _is_given(reading, quotation) or is_apposed_quotation(reading, edge):
        return False
    content = (quotation.first, quotation.last + 1)
    reading.relation(None, (start, cue.end), [content], "quote-held").unclear = True
    return True


def read_colon_quote(reading: Reading) -> None:
    """S: «C», or something that S does: «C», where no verb says that S says it."""
    if not reading.has("colon_quotes") or reading.statement.level >= 0:
        return
    if reading.headline and reading.has("verb_second"):
        return  # there a label is read as one: see `labelled`
    colon = next((k for k in range(reading.low + 1, reading.stop - 1) if _leads_to_quotation(reading, k)), None)
    if colon is None:
        return
    quotation = reading.passage.quotations[reading.passage.quoted[colon + 1]]
    ends = quotation.last + 1 >= reading.stop
    if not ends or quotation.last - quotation.first < SHORTEST or _is_given(reading, quotation):
        return
    content = (quotation.first, quotation.last + 1)
    source, said = _speaker_before(reading, colon) or _who_acts(reading, colon), _said_before(reading, colon)
    speaker = source or opening_subject(reading, colon)
    if not (speaker or said) and reading.has("indefinite_plural") and not _acts(reading, colon):
        return  # Гасло партії: «C»
    opened = source[1] if source is not None and said is None else colon
    made = reading.relation(speaker, (opened, colon + 1), [content], "colon-quote")
    made.unclear = speaker is None
    if said is not None:
        made.source, made.unclear = list(said.source), said.unclear


def _said_before(reading: Reading, colon: int) -> Relation | None:
    """What is said of somebody up to a colon, by a verb right before it: S told them that C1: «C2»."""
    at = reading.passage.tokens.end[colon - 1]
    return next((r for r in reading.found if r.source and r.cue[-1][1] == at), None)


def _who_acts(reading: Reading, colon: int) -> Phrase | None:
    """A person with a relative clause who opens a sentence up to a colon: Un testigo, que vio todo, duda: «C»."""
    passage, first = reading.passage, reading.low
    source = phrase_after(passage, first, colon, reading.statement.level, apposed=False)
    if source is None or source[0] != first or not reading.is_mark(source[1], COMMAS):
        return None
    people = words_of(passage.grammar.language, "role") | words_of(passage.grammar.language, "unnamed")
    person = any(reading.word(k) in people for k in range(*source)) and is_somebody(reading, source)
    relative = reading.is_in(source[1] + 1, "relatives")
    closed = any(reading.is_mark(k, COMMAS) for k in range(source[1] + 2, colon))
    return source if person and relative and closed else None


def _acts(reading: Reading, colon: int) -> bool:
    """Whether a clause with a verb leads to the colon: Люди вийшли на площу: «C»."""
    of = reading.passage.grammar
    return any(of.is_verb(reading.word(k)) and reading.outside(k) for k in range(reading.low, colon))


def _leads_to_quotation(reading: Reading, k: int) -> bool:
    opens = reading.is_mark(k, COLONS) and reading.outside(k) and not reading.outside(k + 1)
    return opens and reading.passage.quotations[reading.passage.quoted[k + 1]].first == k + 1


def _is_given(reading: Reading, quotation: Quotation) -> bool:
    """Whether somebody is given the words of a quotation already."""
    low, high = reading.passage.offsets((quotation.first, quotation.last + 1))
    return any(start < high and end > low for r in reading.found for start, end in r.content)


def _speaker_before(reading: Reading, colon: int) -> Phrase | None:
    """The speaker, if nothing but who it is, and of what, stands before the colon."""
    first = _past_stamp(reading, colon)
    if reading.has("verb_final"):
        if colon <= first or any(reading.is_in(k, "topic_particles") for k in range(first, colon)):
            return None
        headed = reading.passage.grammar.is_noun(reading.word(colon - 1)) or is_name(reading.passage, colon - 1)
        return (first, colon) if headed and is_nominative(reading.passage, first, colon) else None
    source = phrase_after(reading.passage, first, colon, reading.statement.level)
    source = _past_clause(reading, source) if source is not None and reading.has("dash_turns") else source
    if source is None or not names_speaker(reading, source):
        return None
    taken_up = reading.passage.grammar.after("carried", reading.passage.tokens.low, first) > first
    if reading.has("elisions") and taken_up:
        return None  # Lo promise Lund, allora in Comune: «C»
    if reading.has("elisions") and not (is_somebody(reading, source) or _is_called(reading, source)):
        return None  # Il motto: «C», Sullo striscione: «C»
    if reading.has("bare_subjects"):
        source = _headed(reading, source)
        if source is None:
            return None
    source = with_name_apposed(reading, source)
    of, rest = reading.passage.grammar, range(source[1], colon)
    topic = source[1] + reading.is_mark(source[1], DASHES)
    if reading.is_in(topic, "about") and not any(of.is_verb(reading.word(k)) for k in rest):
        return source  # Тренер про гол: «C» · Тренер — про гол: «C»
    aside = reading.is_mark(source[1], COMMAS) and reading.is_in(source[1] + 1, "prepositions")
    verb = any(of.is_verb(reading.word(k)) and not reading.is_in(k, "determiners", "prepositions") for k in rest)
    goes_on = all(of.is_adverb(reading.word(k)) for k in rest)  # Lenz weiter: "C"
    return source if goes_on or (aside and not verb) else None


def _is_called(reading: Reading, source: Phrase) -> bool:
    """Whether a first word, whose capital may be the sentence's, is a person's name or an abbreviation."""
    raw = reading.passage.tokens.raw[source[0]]
    return is_given_name(raw) or (len(raw) > 1 and raw.isupper())


def _headed(reading: Reading, source: Phrase) -> Phrase | None:
    """A speaker up to "about"; None where neither an office, its adjectives passed over, nor a first name opens it.

    Without articles a noun in front of another may be what is his: Гасло партії, допис мера.
    """
    first, end = source
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    head = first
    while head < end - 1 and lows[head] not in of.heads and lows[head].endswith(of.adjective_endings or ("\0",)):
        head += 1
    person = (
        is_given_name(reading.passage.tokens.raw[first]) and end - first > 1 and is_name(reading.passage, first + 1)
    )
    if lows[head] not in of.heads and not person:
        return None
    does = (k for k in range(head + 1, end) if not is_name(reading.passage, k) and reading.outside(k))
    if any(of.is_verb(lows[k]) or is_framing(lows[k], of) for k in does):
        return None  # Мер побачив плакат: «C»
    return (first, next((k for k in range(head + 1, end) if reading.is_in(k, "about")), end))


def _past_clause(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The office, title or name at the end of a clause in which S does something: Inaczej widzi to | dr Leon Pasik."""
    heads = reading.passage.grammar.heads
    first = next(
        (
            k
            for k in range(*phrase)
            if reading.word(k) in heads or reading.is_in(k, "titles") or _is_full(reading, k, phrase)
        ),
        None,
    )
    return (first, phrase[1]) if first is not None and (first == phrase[0] or first < phrase[1]) else None


def _is_full(reading: Reading, k: int, phrase: Phrase) -> bool:
    """Whether a person named in full, or an abbreviation that ends the phrase, begins at a token."""
    raw = reading.passage.tokens.raw
    if reading.is_in(k, "titles") or (k == phrase[1] - 1 and len(raw[k]) > 1 and raw[k].isupper()):
        return True
    return is_given_name(reading.passage.tokens.raw[k]) and is_name(reading.passage, k + 1)


def _past_stamp(reading: Reading, stop: int) -> int:
    """The token after the time of an entry: 10:45 |."""
    if not reading.word(reading.low)[:1].isdigit():
        return reading.low
    bars = (k for k in range(reading.low + 1, min(stop, reading.low + STAMP)) if reading.is_mark(k, _BARS))
    return next(bars, reading.low - 1) + 1
