"""What a body counts: S counts 62 dead · S, which verified 24 deaths · S kommt auf vier · S has not moved from nine.

Verbs of counting report only with a count of people: a noun for the dead, hurt, missing or safe, or a figure that
stands alone. "The brigade counts 3,000 men" and "kommt auf die Idee" report nothing.
"""

from bisect import bisect_left

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, phrase_after, subject_before
from sayso.annotate.number_words import number_words
from sayso.annotate.reading import COMMAS, Reading, group_start, object_end
from sayso.annotate.relations import FIGURE_AT, OBJECTS, Relation
from sayso.annotate.source_kinds import words_of
from sayso.annotate.subjects import is_somebody, names_speaker

COUNT_REACH = 7  # tokens of an object in which its figure and its noun stand: "the deaths of at least 29"
_PARTED = COMMAS | frozenset(";；")
BETWEEN = 2  # tokens between "kommt" and "auf": "kommt bislang auf", "en est désormais à"


def read_tallied(reading: Reading) -> None:
    """Read the verbs of counting whose words nobody has yet."""
    of = reading.passage.grammar
    if not of.words["tallying"] and not of.words["tallying_at"]:
        return
    _settle_objects(reading)
    for k in range(reading.low + 1, reading.stop):
        if not reading.outside(k) or (reading.is_in(k, "tallying_done") and _read_closing_participle(reading, k)):
            continue
        if k == reading.stop - 1:
            break
        if reading.is_in(k, "tallying") and not reading.is_in(k, "auxiliaries"):
            _read_counted(reading, k, k + 1, bare=False)
        elif reading.is_in(k, "tallying_at") or _settles(reading, k):
            places = range(k + 1, min(reading.stop - 1, k + 2 + BETWEEN))
            at = next((p for p in places if reading.is_in(p, "tally_prepositions")), None)
            if at is not None:
                _read_counted(reading, k, at + 1, bare=True)
        elif reading.is_in(k, "tallying_from") and reading.is_in(k + 1, "tally_from"):
            _read_counted(reading, k, k + 2, bare=True, moved=True)
        elif reading.is_in(k, "giving"):
            _read_given(reading, k)
    for relation in list(reading.found):
        if relation.construction in OBJECTS and relation.source and relation.content:
            _read_gapped(reading, relation)


def _settle_objects(reading: Reading) -> None:
    """Take the object of a verb of listing or giving for a figure where it is a count: S lists 33 deaths."""
    starts = reading.passage.tokens.start
    for relation in reading.found if reading.passage.grammar.words["giving"] else ():
        if relation.construction != "verb-object" or not relation.source or len(relation.content) != 1:
            continue
        start = bisect_left(starts, relation.content[0][0])
        verb = bisect_left(starts, relation.cue[-1][0])
        counts = any(reading.is_in(k, "giving", "tallying") for k in range(verb, start))
        if counts and (end := _given_end(reading, start)) is not None:
            relation.construction = FIGURE_AT
            relation.content = [reading.passage.offsets((start, end))]


def _read_given(reading: Reading, verb: int) -> None:
    """S gave nineteen · S first gave nine marchers dead, then eleven: a verb of giving before a count of people."""
    start = verb + 1
    while reading.passage.grammar.is_adverb(reading.word(start)):
        start += 1
    end = _given_end(reading, start)
    if end is not None:
        _read_counted(reading, verb, start, bare=True, end=end)


def _given_end(reading: Reading, start: int) -> int | None:
    """Where a given count ends: the figure opens it, and a noun for the dead or nothing closes it."""
    end = object_end(reading, start)
    end = next((k for k in range(start, end) if reading.is_mark(k, STOPS)), end)
    while start < end and reading.is_in(start, "adverbs", "placed_by", "least"):
        start += 1
    if not is_figure(reading, start):
        return None
    last = next((k for k in range(start + 1, end) if reading.is_in(k, "prepositions", "coordinators", "times")), end)
    counted = reading.is_in(last - 1, "tallies", "fates") and last - start <= COUNT_REACH
    if not counted and not (last == start + 1 and not reading.is_in(start, "few_counts") and last == end):
        return None
    then = end + 1  # nine marchers dead, | then eleven
    if reading.is_mark(end, COMMAS) and reading.is_in(then, "then") and is_figure(reading, then + 1):
        further = object_end(reading, then + 1)
        return next((k for k in range(then + 1, further) if reading.is_mark(k, STOPS)), further)
    return end


def _settles(reading: Reading, k: int) -> bool:
    """Whether a verb of laying or fixing has "oneself" behind it: legt sich auf kurz vor zwei Uhr fest."""
    return reading.is_in(k, "settling") and reading.is_in(k + 1, "reflexives")


def _read_counted(
    reading: Reading, verb: int, start: int, *, bare: bool, moved: bool = False, end: int | None = None
) -> None:
    """Read one verb; its object starts at a token, and is `bare` where the figure opens it.

    Who has `moved` from a figure has another now, and who has not stands by it: both say so.
    """
    while reading.passage.grammar.is_adverb(reading.word(start)) and start < reading.stop - 1:
        start += 1
    end = count_end(reading, start, bare=bare) if end is None else end
    if end is None or (moved and not _stands_alone(reading, start, end)):
        return
    end -= reading.is_in(end - 1, "settled")
    edge, first = group_start(reading, Cue(verb, verb + 1, CueKind.JUDGE))
    while reading.is_in(edge - 1, "tally_objects", "tally_turns") and edge - 1 > reading.low:
        edge, first = edge - 1, edge - 1  # qui | l' | ont porté à 24, | passaram a | admitir 11 mortes
    negated = any(reading.is_in(k, "negations", "modals") for k in range(edge, start))
    source = who_counts(reading, edge)
    if source is None or is_own(reading, source) or (negated and not moved):
        return
    if reading.is_read((source[0] if source[1] == edge else first, end)):
        return
    reading.relation(source, (first, max(verb + 1, start if bare else 0)), [(start, end)], FIGURE_AT)


def _is_body(reading: Reading, source: Phrase) -> bool:
    """Whether a phrase with an article is a noun for a body, with or without its name: the operator, this charity."""
    bodies = words_of(reading.passage.grammar.language, "body")
    end = next((k for k in range(*source) if reading.is_in(k, "prepositions", "linkers")), source[1])
    return reading.is_in(source[0], "determiners") and any(reading.word(k) in bodies for k in range(source[0], end))


def is_own(reading: Reading, source: Phrase) -> bool:
    """Whether who counts is the writer, or one of the writer's: I counted, our correspondent, наш кореспондент."""
    return any(reading.is_in(k, "own_person", "first_person") for k in range(*source))


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """Whether an object is a figure, or leads from one to the next, without a noun: "from nine | to eleven"."""
    return all(is_figure(reading, k) or reading.is_in(k, "tally_prepositions", "adverbs") for k in range(start, end))


def _read_closing_participle(reading: Reading, verb: int) -> bool:
    """Read a participle that its auxiliary is parted from by a count or a time: S hatte 14.20 Uhr | genannt.

    True where it is one, whoever has its words.
    """
    first = next((k + 1 for k in range(verb - 1, reading.low, -1) if reading.is_mark(k, STOPS)), reading.low)
    aux = next((k for k in range(first + 1, verb - 1) if reading.is_in(k, "auxiliaries")), None)
    closes = verb + 1 >= reading.stop or reading.is_mark(verb + 1, STOPS)
    if aux is None or not closes or not any(is_figure(reading, k) for k in range(aux + 1, verb)):
        return False
    source = subject_before(reading.passage, aux, first, reading.statement.level)
    inside = range(aux + 1, verb)
    plain = not any(reading.is_in(k, "negations", "that", "prepositions") for k in inside)
    if source is None or source[1] != aux or not is_somebody(reading, source) or not plain:
        return False
    if not reading.is_read((source[0], verb + 1)):
        reading.relation(source, (verb, verb + 1), [(aux + 1, verb)], FIGURE_AT)
    return True


def _read_gapped(reading: Reading, counted: Relation) -> None:
    """Who has another count, with the verb left out: S1 counts 62 dead, | S2 47 · S1 fala em 62 mortos; | S2, em 47."""
    starts = reading.passage.tokens.start
    low, high = (bisect_left(starts, place) for place in counted.content[-1])
    seen = False
    closed = reading.is_in(high, "tallying_done")  # S1 hatte 14.20 Uhr | genannt, | S2 13.50 Uhr
    for mark in range(low, min(high + 1 + closed, reading.stop - 1)):
        seen = seen or is_figure(reading, mark)
        parted = reading.is_mark(mark, _PARTED) or reading.is_in(mark, "coordinators")
        if seen and parted and (other := _gapped_at(reading, mark + 1)) is not None:
            if mark < high:
                counted.content[-1] = (counted.content[-1][0], reading.passage.tokens.end[mark - 1])
            reading.relation(other[0], (mark, mark + 1), [other[1]], FIGURE_AT)
            return


def _gapped_at(reading: Reading, first: int) -> tuple[Phrase, Phrase] | None:
    """Who, and his count, behind a mark: S2 47 · S2, de 47 · S2, qui publie une liste, à 71."""
    first += reading.is_in(first, "coordinators")
    source = phrase_after(reading.passage, first, reading.stop, reading.statement.level, apposed=False)
    if source is None or source[0] != first or is_figure(reading, first):
        return None  # "six crew, | 65 soldiers and three escorts" are all counted by one
    figure = next((k for k in range(first + 1, source[1]) if is_figure(reading, k)), source[1])
    while figure > first and reading.is_in(figure - 1, "tally_prepositions", "linkers"):
        figure -= 1
    source = (first, figure)
    at = figure + reading.is_mark(figure, COMMAS)
    if at > figure and reading.is_in(at, "relatives"):
        at = next((k + 1 for k in range(at, reading.stop) if reading.is_mark(k, COMMAS)), reading.stop)
    at += reading.is_in(at, "tally_prepositions", "linkers")
    end = next((k for k in range(at, reading.stop) if reading.is_mark(k, _PARTED)), reading.stop)
    if figure <= first or not is_somebody(reading, source) or not is_figure(reading, at) or end <= at:
        return None
    verb = any(reading.passage.grammar.is_verb(reading.word(k)) for k in range(at, end))
    return None if verb else (source, (at, end))


def who_counts(reading: Reading, edge: int) -> Phrase | None:
    """Who counts: the subject before the verb, or what the relative pronoun there stands for."""
    relative = edge - 1
    level = reading.statement.level
    if reading.is_in(relative, "relatives") and reading.is_mark(relative - 1, COMMAS):
        source = subject_before(reading.passage, relative - 1, reading.low, level)
        if source is not None:
            theirs = (k + 1 for k in range(*source) if reading.is_in(k, "of_theirs"))
            first = max(theirs, default=source[0])  # celui | des | secours, qui l'ont porté à 24
            bare = first + (first < source[1] - 1 and reading.is_in(first, "linkers"))
            source = (first, source[1]) if is_somebody(reading, (bare, source[1])) else None
        return source
    if reading.is_in(edge - 1, "coordinators"):
        return _opens_statement(reading, edge - 1)
    source = subject_before(reading.passage, edge, reading.low, level)
    if source is None or source[1] != edge:
        return _past_relative(reading, edge)
    pronoun = source[1] - source[0] == 1 and names_speaker(reading, source) and reading.is_in(source[0], "pronouns")
    return source if pronoun or is_somebody(reading, source) or _is_body(reading, source) else None


def _opens_statement(reading: Reading, joint: int) -> Phrase | None:
    """Who opens a statement and acts there, before "and" joins what he counts: S visited the morgues | and counted."""
    source = phrase_after(reading.passage, reading.low, joint, reading.statement.level, apposed=False)
    if source is None or source[0] != reading.low or source[1] >= joint:
        return None
    of = reading.passage.grammar
    acts = of.is_verb(reading.word(source[1])) or reading.is_in(source[1], "auxiliaries")
    others = any(reading.is_mark(k, STOPS) or not reading.outside(k) for k in range(source[1], joint))
    body = reading.is_in(source[0], "determiners") and any(of.is_noun(reading.word(k)) for k in range(*source))
    return source if acts and not others and (body or is_somebody(reading, source)) else None


def _past_relative(reading: Reading, edge: int) -> Phrase | None:
    """Who is before a relative clause that commas set off: S, que falavam em nove, | admitem 11 mortes."""
    if not reading.is_mark(edge - 1, COMMAS):
        return None
    opened = next((k for k in range(edge - 2, reading.low, -1) if reading.is_mark(k, STOPS)), None)
    if opened is None or not reading.is_in(opened + 1, "relatives"):
        return None
    source = subject_before(reading.passage, opened, reading.low, reading.statement.level)
    return source if source is not None and source[1] == opened and is_somebody(reading, source) else None


def count_end(reading: Reading, start: int, *, bare: bool = False) -> int | None:
    """Where an object ends that is a count of people, or of what is spoken of; None if it is none."""
    end = object_end(reading, start)
    end = next((k for k in range(start, end) if reading.is_mark(k, STOPS)), end)
    end = next((k for k in range(start + 2, end - 1) if _joins_clause(reading, k)), end)
    within = range(start, min(end, start + COUNT_REACH))
    figures = [k for k in within if is_figure(reading, k)]
    led = range(start + 1, figures[0]) if figures else ()
    apart = any(not reading.is_in(k, "prepositions", "adverbs", "times") for k in led)
    if not figures or (bare and figures[0] > start + 1 and apart):
        return None
    tally = any(reading.is_in(k, "tallies", "counted", "tallied_people") for k in within)
    after = figures[-1] + 1
    after += reading.is_in(after, "magnitudes")
    alone = after >= end or reading.is_in(after, "prepositions", "coordinators", "times", "adverbs")
    return end if tally or alone or bare else None


def _joins_clause(reading: Reading, k: int) -> bool:
    """Whether "and" joins another verb of who counts, where endings show one: counts 54 dead | and insists that C."""
    of = reading.passage.grammar
    return bool(of.verb_endings) and reading.is_in(k, "coordinators") and of.is_verb(reading.word(k + 1))


def is_figure(reading: Reading, k: int) -> bool:
    """Whether a token is a number, in digits or in words, and no article ("ein", "une")."""
    word = reading.word(k)
    if word[:1].isdigit():
        return True
    numbers = number_words(reading.passage.grammar.language)
    named = numbers is not None and numbers.cardinals.begins(word.partition("-")[0])
    glued = numbers is not None and numbers.glued is not None and numbers.glued.fullmatch(word) is not None
    article = numbers is not None and (word in numbers.articles or (word == "one" and reading.is_in(k, "determiners")))
    return ((named or glued) and not article and not reading.is_in(k, "pronouns", "linkers")) or reading.is_in(
        k, "counts"
    )
