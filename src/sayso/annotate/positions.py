"""What somebody stands by, wants or has on record: S s'en tient à C · S domaga się C · S detectó C · В S C отвергают.

The verbs say nothing by themselves and have an object, no clause. They are read only of somebody certain, and where
nobody has the words yet; what is on record is read only with a figure, and of a body that may count.
"""

from sayso.annotate.body_figures import is_counting_body
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, phrase_after
from sayso.annotate.reading import COMMAS, Reading, group_start, object_end
from sayso.annotate.source_kinds import words_of
from sayso.annotate.subjects import body_after, is_somebody, past_time
from sayso.annotate.tallied import is_figure, is_own, who_counts

CONSTRUCTION = "verb-object"
RECORDED = 8  # tokens of an object in which its figure stands
NEAR = 5  # tokens from a body's house to the verb
SHORTEST = 2  # tokens of an object that stands before its verb
_OPENS = ("coordinators", "adverbs", "times", "time_prepositions")


def read_positions(reading: Reading) -> None:
    """Read the verbs of standing by, of wanting and of recording."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    lists = of.lists
    if reading.statement.level >= 0 or not (lists["positions"] or lists["recordings"] or lists["housed_verbs"]):
        return
    for verb in range(reading.low + 1, reading.stop):
        if not reading.outside(verb):
            continue
        for table, read in (("positions", _read_position), ("wants", _read_wanted), ("recordings", _read_recorded)):
            end = of.after(table, lows, verb)
            if end > verb and read(reading, (verb, end)):
                return
        end = of.after("housed_verbs", lows, verb)
        if end > verb and (_read_house_first(reading, (verb, end)) or _read_house_behind(reading, (verb, end))):
            return


def _read_position(reading: Reading, verb: Phrase) -> bool:
    """S V C, where V tells a stand: La présidence | s'en tient à | la thèse de l'accident."""
    object_ = _object(reading, verb[1])
    return object_ is not None and _relate(reading, verb, object_)


def _read_wanted(reading: Reading, verb: Phrase) -> bool:
    """S V C, where V tells a wish, and C is a thing that is asked of others: quer | um inquérito independente."""
    object_ = _object(reading, verb[1])
    if object_ is None or not any(reading.is_in(k, "demanded") for k in range(object_[0], object_[0] + RECORDED)):
        return False
    return _relate(reading, verb, object_)


def _read_recorded(reading: Reading, verb: Phrase) -> bool:
    """S V C, where V tells what instruments or lists show, and C has a figure: detectó | dos explosiones."""
    object_ = _object(reading, verb[1])
    if object_ is None:
        return False
    near = range(object_[0], min(object_[1], object_[0] + RECORDED))
    return any(is_figure(reading, k) for k in near) and _relate(reading, verb, object_, counting=True)


def _object(reading: Reading, at: int) -> Phrase | None:
    """What stands behind a verb, adverbs and times passed over."""
    timed = past_time(reading, at, reading.stop)
    start = timed if timed < reading.stop else at
    while start < reading.stop and reading.passage.grammar.is_adverb(reading.word(start)):
        start += 1
    if start >= reading.stop or reading.is_mark(start, STOPS) or not reading.outside(start):
        return None
    if reading.is_in(start, "bare_that", "possessors"):
        return None  # insiste en | que C: a clause, which others read; s'en tient à | son contrat: a thing of his own
    end = object_end(reading, start)
    comma = next((k for k in range(start, end) if reading.is_mark(k, COMMAS)), end)
    if reading.is_in(comma + 1, "bare_that"):
        return None  # настаивает на том, | что C
    return (start, next((k for k in range(start, end) if _turns(reading, k)), end))


def _turns(reading: Reading, k: int) -> bool:
    """Whether a comma parts an object from circumstances, or from what another stands by: …, | le parti à son idée."""
    if not reading.is_mark(k, COMMAS) or not reading.outside(k):
        return False
    if reading.is_in(k + 1, "prepositions", "openers", "coordinators"):
        return not reading.is_in(k + 1, "among_them", "of_theirs")
    other = phrase_after(reading.passage, k + 1, reading.stop, apposed=False)
    return other is not None and is_somebody(reading, other)


def _relate(reading: Reading, verb: Phrase, object_: Phrase, *, counting: bool = False) -> bool:
    edge, first = group_start(reading, Cue(verb[0], verb[1], CueKind.JUDGE))
    source = who_counts(reading, edge)
    if source is None or is_own(reading, source) or reading.is_in(source[0], "pronouns"):
        return False
    if any(reading.is_in(k, "negations", "modals", "infinitive", "conditional") for k in range(edge, verb[0])):
        return False
    sure = _records(reading, source) if counting else is_somebody(reading, source)
    if not sure or not _opens_clause(reading, source[0]) or reading.is_read((source[0], object_[1])):
        return False
    reading.relation(source, (first, verb[1]), [object_], CONSTRUCTION)
    return True


def _records(reading: Reading, source: Phrase) -> bool:
    """Whether somebody keeps records: a body that may count, or people who look into things."""
    of = reading.passage.grammar
    experts = any(reading.is_in(k, "recorders") for k in range(*source))
    bodies = words_of(of.language, "institution")
    return experts or is_counting_body(reading, source) or any(reading.word(k) in bodies for k in range(*source))


def _opens_clause(reading: Reading, first: int) -> bool:
    """Whether nothing but "and", when and how stands between the last mark, or the head of the sentence, and S."""
    for k in range(first - 1, reading.low - 1, -1):
        if reading.is_mark(k, STOPS):
            return True
        if not (reading.is_in(k, *_OPENS) or reading.passage.grammar.is_adverb(reading.word(k))):
            return False
    return True


def _read_house_first(reading: Reading, verb: Phrase) -> bool:
    """В S | C | V: В министерстве версию о поджоге отвергают."""
    first = reading.low
    while reading.is_in(first, "coordinators", "adverbs"):
        first += 1
    if not reading.is_in(first, "locatives"):
        return False
    body = body_after(reading, first + 1, verb[0])
    if body is not None and body[1] == verb[0] and reading.passage.grammar.is_noun(reading.word(body[0])):
        body = (body[0], body[0] + 1)  # no ending shows where what belongs to the body ends
    if body is None or verb[0] - body[1] < SHORTEST or not _is_plain(reading, (body[1], verb[0])):
        return False
    return _relate_housed(reading, body, verb, (body[1], verb[0]))


def _read_house_behind(reading: Reading, verb: Phrase) -> bool:
    """C | в S | V: Версию о поджоге в министерстве называют вымыслом."""
    for k in range(verb[0] - 2, max(reading.low + 1, verb[0] - NEAR), -1):
        if reading.is_in(k, "locatives"):
            body = body_after(reading, k + 1, verb[0])
            plain = _is_plain(reading, (reading.low, k)) and not reading.is_in(reading.low, "prepositions", "openers")
            fits = body is not None and body[1] == verb[0] and k - reading.low >= SHORTEST and plain
            return fits and body is not None and _relate_housed(reading, body, verb, (reading.low, k))
    return False


def _is_plain(reading: Reading, phrase: Phrase) -> bool:
    """Whether no mark, verb or quotation stands in an object."""
    of = reading.passage.grammar
    return not any(
        reading.is_mark(k, STOPS | COMMAS) or not reading.outside(k) or of.is_verb(reading.word(k))
        for k in range(*phrase)
    )


def _relate_housed(reading: Reading, body: Phrase, verb: Phrase, object_: Phrase) -> bool:
    behind = next((k for k in range(verb[1], reading.stop) if reading.is_mark(k, STOPS)), reading.stop)
    if any(reading.is_in(k, "negations", "modals") for k in range(object_[0], verb[0])):
        return False
    if reading.is_read((min(body[0], object_[0]), behind)):
        return False
    called = [(verb[1], behind)] if behind > verb[1] else []
    reading.relation(body, verb, [object_, *called], CONSTRUCTION)
    return True
