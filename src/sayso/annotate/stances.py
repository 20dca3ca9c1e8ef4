"""Who says what is behind a stance, or before a bracket: the police stand by their line: C · C (S) · S, by phone: C.

Fact sheets and running reports set speakers so, with no verb of saying. What is not sure to be a speaker is left alone:
"(Labour)" may be a party of somebody named, "the rules are clear: C" nobody's.
"""

from sayso.annotate.accounts import may_tell
from sayso.annotate.body_figures import is_counting_body, is_owner, owner_start
from sayso.annotate.noun_phrases import ENDS, STOPS, Phrase, is_name, phrase_after
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_end, next_mark
from sayso.annotate.source_kinds import HEAD_LAST, words_of
from sayso.annotate.subjects import is_somebody
from sayso.annotate.tallied import is_figure

CONSTRUCTION = "stance"
BRACKETED = "bracketed"
LONGEST = 24  # tokens before a colon
LABEL = 6  # tokens of the heading of an entry: "Birds:", "First call:"
SHORTEST = 3  # tokens of what is said
NAMED = 7  # tokens in a bracket


def read_stances(reading: Reading) -> None:
    """Read what stands behind a stance or a speaker with a colon, and before a speaker in brackets."""
    of = reading.passage.grammar
    if reading.statement.level >= 0 or not (of.lists["taken_stances"] or of.words["bracket_speakers"]):
        return
    if not _read_colon(reading):
        _read_brackets(reading)


def _read_colon(reading: Reading) -> bool:
    low = reading.low
    ceiling = min(reading.stop - SHORTEST, low + LONGEST)
    colon = next_mark(reading, low + 1, ceiling, COLONS)
    if colon == ceiling or any(not reading.outside(k) for k in range(low, colon)) or not reading.outside(colon + 1):
        return False
    first = low
    while reading.is_in(first, "coordinators", "adverbs"):
        first += 1
    found = _stance(reading, first, colon)
    if found is None or not _may_take_stand(reading, found[0]):
        return False
    source, cue = found
    content = (colon + 1, content_end(reading, colon + 1))
    _forget_pronoun(reading, cue)
    if content[1] - content[0] < SHORTEST or reading.is_taken(content):
        return False
    reading.relation(source, cue, [content], CONSTRUCTION)
    return True


def _may_take_stand(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is somebody, its article left out where that is a preposition too: Portuguese "a polícia"."""
    article = reading.is_in(phrase[0], "determiners") and reading.is_in(phrase[0], "prepositions")
    bare = (phrase[0] + 1, phrase[1]) if article and phrase[1] - phrase[0] > 1 else phrase
    return may_tell(reading, phrase) or may_tell(reading, bare) or is_counting_body(reading, phrase)


def _forget_pronoun(reading: Reading, cue: Phrase) -> None:
    """Take back that "their" of a stance has said it: the police stand by | their version | : C."""
    low, high = reading.passage.offsets(cue)
    reading.found = [r for r in reading.found if not (r.source and all(low <= a and b <= high for a, b in r.source))]


def _stance(reading: Reading, first: int, colon: int) -> tuple[Phrase, Phrase] | None:
    """Who takes a stand before a colon, and with which words; or who is heard by telephone."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    for k in range(first + 1, colon):
        if reading.is_mark(k, STOPS):
            through = reading.is_mark(k, COMMAS) and of.after("told_through", lows, k + 1) == colon
            if not through and (apposed := _past_apposition(reading, k, colon)) is not None:
                return (first, apposed), (apposed + 1, colon + 1)
            return ((first, k), (k + 1, colon + 1)) if through and _is_phrase(reading, (first, k)) else None
        if of.after("told_through", lows, k) == colon and _may_take_stand(reading, (first, k)):
            return ((first, k), (k, colon + 1)) if _is_phrase(reading, (first, k)) else None
        taken = of.after("taken_stances", lows, k)
        if taken > k and _ends_in_stance(reading, taken, colon):
            end = k
            while end > first + 1 and of.is_adverb(reading.word(end - 1)):
                end -= 1
            return ((first, end), (end, colon + 1)) if _is_phrase(reading, (first, end)) else None
    return None


def _past_apposition(reading: Reading, comma: int, colon: int) -> int | None:
    """The comma that closes who somebody is before a stance: The doctor on duty, Ana Lis|, keeps her own tally:."""
    if not reading.is_mark(comma, COMMAS):
        return None
    close = next((k for k in range(comma + 1, colon) if reading.is_mark(k, STOPS)), None)
    if close is None or not reading.is_mark(close, COMMAS) or not is_name(reading.passage, comma + 1):
        return None
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    taken = of.after("taken_stances", lows, close + 1)
    return close if taken > close + 1 and _ends_in_stance(reading, taken, colon) else None


def _is_phrase(reading: Reading, phrase: Phrase) -> bool:
    found = phrase_after(reading.passage, phrase[0], phrase[1], apposed=False)
    return found == phrase


def _ends_in_stance(reading: Reading, taken: int, colon: int) -> bool:
    """Whether a stance has at most when or where between it and its colon: "have not budged | since Monday:"."""
    return all(reading.is_in(k, "times", "time_prepositions", "prepositions") for k in range(taken, colon))


def _read_brackets(reading: Reading) -> None:
    """Read C (S), C (S) of a fact sheet, an entry of which a label opens; and C (data of S) anywhere."""
    if not reading.passage.grammar.words["bracket_speakers"]:
        return
    raw = reading.passage.tokens.raw
    label = range(reading.low + 1, min(reading.stop, reading.low + LABEL))
    colon = next((k for k in label if reading.is_mark(k, COLONS | ENDS) and reading.outside(k)), None)
    labelled = colon is not None and is_name(reading.passage, reading.low)
    begins = colon + 1 if labelled and colon is not None else reading.low
    for k in range(begins, reading.statement.end):
        if raw[k] in ",;" and reading.outside(k) and k + 1 < reading.stop and _is_behind_bracket(reading, k):
            begins = k + 1
        if raw[k] != "(" or not reading.outside(k):
            continue
        close = next((j for j in range(k + 1, min(reading.statement.end, k + NAMED)) if raw[j] == ")"), None)
        if close is None:
            return
        ends = close + 1 >= reading.stop or reading.is_mark(close + 1, STOPS)
        content = (begins, k)
        source = _whose_data(reading, (k + 1, close))
        stated = source is not None and _has_figure(reading, content)
        if labelled and source is None:
            source = (k + 1, close)
            stated = _speaks(reading, source) and _states(reading, content)
        if ends and source is not None and stated and not reading.is_taken(content):
            reading.relation(source, (k, k + 1), [content], BRACKETED)


def _whose_data(reading: Reading, inside: Phrase) -> Phrase | None:
    """Whose data a bracket names: (Angaben der Klinik), (dane szpitala), (hastane verileri)."""
    first, end = inside
    if reading.has("verb_final"):
        source = (first, end - 1)
        return source if reading.is_in(end - 1, "bracket_figures") and is_counting_body(reading, source) else None
    if reading.is_in(first, "prepositions"):
        first += 1 + reading.is_in(first + 1, "determiners")
    begins = owner_start(reading, first) if reading.is_in(first, "bracket_figures") else None
    return (begins, end) if begins is not None and is_owner(reading, (begins, end)) else None


def _has_figure(reading: Reading, content: Phrase) -> bool:
    return content[1] - content[0] > 1 and any(is_figure(reading, k) for k in range(*content))


def _is_behind_bracket(reading: Reading, k: int) -> bool:
    return reading.passage.tokens.raw[k - 1] == ")"


def _speaks(reading: Reading, source: Phrase) -> bool:
    """Whether a bracket holds a speaker and nothing else: (Ana Lis, fisherman), (Rescue Institute), (official)."""
    of = reading.passage.grammar
    words = [reading.word(k) for k in range(*source)]
    compound = bool(of.flags & {"nouns_capitalised", "compounds"}) and is_counting_body(reading, source)
    if len(words) == 1:
        return of.is_in(words[0], "bracket_speakers") or compound
    if any(is_figure(reading, k) or of.is_in(reading.word(k), "teams", "auxiliaries") for k in range(*source)):
        return False
    comma = next((k for k in range(*source) if reading.is_mark(k, COMMAS)), None)
    people = words_of(of.language, "person") | words_of(of.language, "role")
    if comma is not None:
        return is_name(reading.passage, source[0]) and any(reading.word(k) in people for k in range(comma, source[1]))
    people |= words_of(of.language, "institution") | words_of(of.language, "body")
    held = (k for k in range(*source) if reading.is_in(k, "prepositions", "linkers"))
    heads = (next(held, source[1]) - 1, *((source[0],) if of.language not in HEAD_LAST else ()))
    return is_somebody(reading, source) and (compound or any(reading.word(k) in people for k in heads))


def _states(reading: Reading, content: Phrase) -> bool:
    """Whether a bracket closes a statement: a clause, or a measured figure; no name that it explains."""
    of = reading.passage.grammar
    if content[1] - content[0] < 2:
        return False
    named = content[1]
    counted = ("tallies", "tallied_people", "fates", "people_counted", "measured_in")
    while named > content[0] and is_name(reading.passage, named - 1) and not reading.is_in(named - 1, *counted):
        named -= 1
    if named < content[1] and not reading.is_in(named - 1, "time_prepositions"):
        return False  # "shot by Ana Lis (Ministry of Culture)" gives her office, "fell at Halden (official)" a speaker
    verb = any(of.is_verb(reading.word(k)) for k in range(content[0] + 1, content[1]))
    measured = is_figure(reading, content[0]) and any(reading.is_in(k, *counted) for k in range(*content))
    return (verb and content[1] - content[0] >= SHORTEST) or measured
