"""Arabic: V S that C · V S C · S V that C · V that C · C, as V S · …, V-ing that C."""

from sayso.annotate.ahead import look_ahead
from sayso.annotate.bare_subjects import ARTICLE, narrowed, past_apposition
from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.noun_phrases import ENDS, STOPS, Phrase, name_in_marks, phrase_after, subject_before
from sayso.annotate.placed_figures import before_tally, tells_nothing
from sayso.annotate.reading import (
    AHEAD,
    COLONS,
    COMMAS,
    Reading,
    content_before,
    content_end,
    group_start,
    left_edge,
)
from sayso.annotate.relations import Relation

TO = "ل"  # "to", written as one word with what follows
LONG = 3  # letters of a word that can have "to" before it
SHORTEST = 2  # tokens of an object that is said


def read_verb_first(reading: Reading, cue: Cue) -> bool:
    """Read what an Arabic verb says; False if no construction fits."""
    start, _ = group_start(reading, cue)
    if _is_no_verb(reading, cue, start):
        return False
    if reading.is_in(cue.first, "participles"):
        return _read_participle(reading, cue)
    joined = _is_joined(reading, cue)
    before = _subject_ahead(reading, start, joined=joined)
    direct = look_ahead(reading, cue)
    if direct.at < reading.stop and direct.what in ("that", "quote", "colon") and _is_next(reading, cue, direct.at):
        return _read_subject_known(reading, cue, before, direct.at)
    later = _what_is_said(reading, cue, cue.end) if before and reading.is_in(cue.end, "prepositions") else None
    if before is not None and later is not None:  # S V on network X that C
        _say(reading, cue, _sure_subject(reading, before), later)
        return True
    if before is not None:
        told = _is_headed(reading, before) or _is_pluperfect(reading, before, start, cue)
        return _read_object(reading, cue, before) if told else False
    at = _past_pronoun_told(reading, cue.end)
    endings = reading.passage.grammar.plural_endings
    plural = bool(endings) and reading.word(cue.first).endswith(endings)  # the verb before its subject is singular
    level = reading.statement.level
    whole = None if plural else phrase_after(reading.passage, at, reading.stop, level, apposed=False)
    if whole and cue.kind & CueKind.JUDGE and any(reading.is_in(k, "silences") for k in range(whole[0], whole[1] + 1)):
        return False
    if whole and cue.kind & CueKind.JUDGE and reading.is_in(whole[0], "objects"):
        denied = (whole[0], content_end(reading, whole[0]))  # ونفت | وفاة أي رضيع: who denies it is in the verb
        reading.relation(None, (cue.first, cue.end), [denied], "verb-object").unclear = True
        return True
    source = _subject_alone(reading, whole) if whole else None
    if source is None and _read_quoted_by_nobody(reading, cue, at):
        return True
    if source is None:
        free = start == reading.low or joined or _follows_topic(reading, cue)
        return free and _read_dropped(reading, cue, at)
    return _read_after(reading, cue, source)


def _is_no_verb(reading: Reading, cue: Cue, start: int) -> bool:
    """Whether a cue is a noun ("without naming"), is negated or only supposed, or wanted ("asked that it say")."""
    if any(reading.is_in(i, "negations") for i in range(start, cue.first)):
        return True
    before = cue.first - 1
    if before < reading.low or not reading.outside(before):
        return False
    if reading.is_in(start - 1, "conditional") or reading.is_in(before, "conditional"):
        return True
    of, word = reading.passage.grammar, reading.word(cue.first)
    held = word.endswith(of.object_pronouns) and not cue.kind & CueKind.JUDGE and word[:-1] in of.phrases
    if held and not reading.is_in(before, "as_what"):
        return True  # the accord that the government announced
    if reading.is_in(before, "that"):
        return not reading.is_in(before - 1, "temporal")  # "after it announced": it did
    if reading.is_in(before, "prepositions") and not reading.is_in(before, "adverbs"):
        return True
    free = start == reading.low or reading.is_mark(start - 1, COMMAS) or reading.is_in(start - 1, "coordinators")
    return reading.is_in(cue.first, "ambiguous") and not free and not reading.is_in(before, "auxiliaries", "relatives")


def _is_joined(reading: Reading, cue: Cue) -> bool:
    """Whether "and" is written onto the verb, so that its subject cannot stand before it."""
    word, of = reading.word(cue.first), reading.passage.grammar
    return word[:1] in of.joined and any(len(form) >= 1 for form, _ in of.phrases.get(word[1:], ()))


def _subject_ahead(reading: Reading, start: int, *, joined: bool) -> Phrase | None:
    """The subject that stands before the verb: S V, and "as for S, V" where the verb is joined to it."""
    if start <= reading.low or (joined and not reading.is_in(reading.low, "topics")):
        return None
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if any(of.after("as", lows, k) == start for k in range(max(reading.low, start - LONG), start)):
        return None  # as V S
    return subject_before(reading.passage, start, reading.low, reading.statement.level)


def _is_headed(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase opens a headline and holds a noun for who speaks: "The government denies …"."""
    nouns = any(reading.passage.grammar.is_noun(reading.word(k)) for k in range(*phrase))
    return nouns and reading.headline and phrase[0] == reading.low


def _is_pluperfect(reading: Reading, phrase: Phrase, start: int, cue: Cue) -> bool:
    """Whether a subject stands between the two words of the past of a past: وكان المدير قد أعلن C."""
    helped = reading.is_in(phrase[0] - 1, "auxiliaries") and phrase[0] - 1 == reading.low
    return helped and start < cue.first and phrase[1] == start


def _follows_topic(reading: Reading, cue: Cue) -> bool:
    """Whether a comma before a verb closes what its sentence is about: وعن الحريق، | قال: C."""
    topic = range(reading.low, cue.first - 1)
    alone = bool(topic) and all(reading.outside(k) and not reading.is_mark(k, COMMAS) for k in topic)
    return alone and reading.is_in(reading.low, "about_first") and reading.is_mark(cue.first - 1, COMMAS)


def _is_next(reading: Reading, cue: Cue, at: int) -> bool:
    """Whether what is said follows the verb at once, but for adverbs."""
    of = reading.passage.grammar
    passed = range(cue.end, at)
    return all(reading.is_mark(k, COLONS) or reading.is_in(k, "times") or of.is_adverb(reading.word(k)) for k in passed)


def _read_subject_known(reading: Reading, cue: Cue, before: Phrase | None, at: int) -> bool:
    """S V that C, V that C after another verb of S, and V that C where nobody is named."""
    opens = all(reading.is_in(k, "coordinators", "auxiliaries") for k in range(reading.low, cue.first))
    opens = opens or _follows_topic(reading, cue)
    source = _sure_subject(reading, before) if before else None
    if before is None and reading.sources and not opens and not reading.found[-1].unclear:
        source = reading.sources[-1]
    if before is None and source is None and not opens and not _is_joined(reading, cue):
        return False
    _say(reading, cue, source, at)
    return True


def _sure_subject(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The subject before a verb, if it is surely no more than that: a verb that no list knows may stand in it."""
    last = reading.word(phrase[1] - 1)
    if phrase[1] - phrase[0] > 1 and last.endswith("ا") and reading.passage.grammar.is_noun(last[:-1]):
        return (phrase[1] - 1, phrase[1])  # users spread | a post | that claims
    head = reading.word(phrase[0])
    known = head.startswith(ARTICLE) or reading.passage.grammar.is_noun(head)
    known = known or reading.is_in(phrase[0], "determiners", "pronouns", "titles", "places")
    return phrase if known or phrase[1] - phrase[0] <= LONG else None


def _say(reading: Reading, cue: Cue, source: Phrase | None, at: int) -> Relation:
    """A relation whose content begins at a token; of a quotation nothing but the quotation is said."""
    span = (at, _end_said(reading, at))
    name = "verb-that" if source is None or source[0] < cue.first else "verb-subject-that"
    made = reading.relation(source, (cue.first, cue.end), [span], name)
    made.unclear = source is None
    return made


def _end_said(reading: Reading, at: int) -> int:
    """Where what is said ends: behind the quotation it opens with, where the writer goes on after a comma."""
    end = content_end(reading, at)
    number = reading.passage.quoted[at]
    if number < 0 or number == reading.statement.level:
        return end
    close = reading.passage.quotations[number].last + 1
    goes_on = close < end and reading.is_mark(close, COMMAS) and reading.outside(min(close + 1, end - 1))
    return close if goes_on else end


def _read_participle(reading: Reading, cue: Cue) -> bool:
    """…, adding that C: said by who spoke in the main clause, where it is known who did."""
    j = cue.end + reading.is_in(cue.end, "prepositions")
    colon = reading.is_mark(j, COLONS)
    j += colon
    if j >= reading.stop or not (colon or reading.is_in(j, "that") or not reading.outside(j)):
        return False
    tokens = reading.passage.tokens
    if any(low == tokens.start[j] for r in reading.found for low, _ in r.content):
        return True  # "he replied, saying: C" is read by its verb
    spoken = [r for r in reading.found if r.cue[0][0] < tokens.start[cue.first]]
    source = reading.sources[-1] if reading.sources and spoken and not spoken[-1].unclear else None
    _say(reading, cue, source, j)
    return True


def _read_dropped(reading: Reading, cue: Cue, at: int) -> bool:
    """V in a statement that C: the subject is in the verb, and the sentence does not say who it is."""
    k = _what_is_said(reading, cue, at)
    if k is None:
        return False
    _say(reading, cue, None, k)
    return True


def _read_quoted_by_nobody(reading: Reading, cue: Cue, at: int) -> bool:
    """«C», V smiling, «C»: the subject is in the verb."""
    of = reading.passage.grammar
    while at < reading.stop and of.is_adverb(reading.word(at)):
        at += 1
    edge = left_edge(reading, cue.first)
    if edge is None or reading.outside(edge - 1) or not (at >= reading.stop or reading.is_mark(at, STOPS)):
        return False
    pieces = [piece] if (piece := content_before(reading, edge)) else []
    if at + 1 < reading.stop and not reading.outside(at + 1):
        pieces.append((at + 1, _end_said(reading, at + 1)))
    reading.relation(None, (cue.first, cue.end), pieces, "quote-verb-subject").unclear = True
    return bool(pieces)


def _what_is_said(reading: Reading, cue: Cue, at: int) -> int | None:
    """The token where what is said begins, circumstances passed over; None where another verb comes first."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    document = reading.is_in(cue.first, "in_documents")
    for k in range(at, min(reading.stop, at + (3 if document else 2 * AHEAD))):
        if not reading.outside(k):
            marks = name_in_marks(reading.passage, k, reading.statement.level)
            named = marks is not None or _is_named(reading, k)
            if not named:
                return k
            continue
        if reading.is_in(k, "that"):
            return None if reading.is_in(k - 1, "temporal") else k
        if reading.is_mark(k, COLONS) and k + 1 < reading.stop:
            return k + 1
        other = of.starts(lows, k, VERB) > k and not reading.is_in(k - 1, "prepositions", "relatives")
        if reading.is_mark(k, ENDS) or (other and not reading.is_in(k, "published")):
            return None
    return None


def _is_named(reading: Reading, k: int) -> bool:
    """Whether marks hold but a name, after which what is said begins: "told «The Dawn» that C"."""
    quotation = reading.passage.quotations[reading.passage.quoted[k]]
    then = quotation.last + 1 + reading.is_mark(quotation.last + 1, COMMAS)
    return quotation.last - quotation.first <= LONG + 1 and reading.is_in(then, "that")


def _read_after(reading: Reading, cue: Cue, source: Phrase) -> bool:
    """V S, and what follows."""
    bare, source = source, past_apposition(reading, source)
    at = _what_is_said(reading, cue, source[1])
    if reading.is_in(cue.first, "in_documents") and not _is_document(reading, source):
        return False
    if at is not None and not (cue.kind & CueKind.JUDGE and _has_object(reading, cue, source, at)):
        outer = _say(reading, cue, source, at)
        relayed = next((k for k in range(source[1], at) if reading.is_in(k, "relaying")), None)
        if reading.is_in(cue.first, "relayers") and relayed is not None:
            _read_relayed_source(reading, outer, relayed)
        return True
    placed = at is None and reading.is_in(source[1], "prepositions") and not reading.outside(max(cue.first - 2, 0))
    timed = _past_times(reading, source[1]) >= reading.stop
    ended = timed or reading.is_mark(source[1], STOPS) or placed  # «C», V S | before the judges
    if ended and _read_content_first(reading, cue, source):
        return True
    if reading.is_in(cue.first, "clausal_only", "in_documents"):
        return False
    short = narrowed(reading, bare)
    return _read_object(reading, cue, source if short == bare else short, closed=source != bare == short)


def _has_object(reading: Reading, cue: Cue, source: Phrase, at: int) -> bool:
    """Whether somebody is spoken of between the subject and what is said of them: وصف الرئيس الحكم | بأنه.

    Not where a pronoun on the verb already is the object: يصفها الناقد | بأنها.
    """
    if reading.word(cue.first).endswith(reading.passage.grammar.object_pronouns):
        return False
    said = reading.is_in(at, "that") and not reading.is_in(at, "manner_that") and at == source[1]
    return not said and not reading.is_mark(at - 1, COLONS)


def _read_object(reading: Reading, cue: Cue, source: Phrase, *, closed: bool = False) -> bool:
    """V S C and S V C, where C is no clause; `closed` says that a comma ends the apposition of S."""
    source = before_tally(reading, cue, source)
    begin = max(source[1], cue.end)
    start = _past_times(reading, begin)
    end = content_end(reading, start)
    if start - begin == 1 and reading.is_mark(begin, COMMAS) and not closed:
        return False  # a clause of its own, or an apposition that does not end
    if end - start < SHORTEST or any(reading.is_in(k, "silences") for k in range(start, min(start + 2, end))):
        return False
    if reading.is_in(cue.first, "clausal_only") or tells_nothing(reading, cue, source, start):
        return False
    reading.relation(source, (cue.first, cue.end), [(start, end)], "verb-subject-object")
    return True


def _past_times(reading: Reading, k: int) -> int:
    """The token after ", on Tuesday," between a subject and what is said."""
    j = k
    while j < reading.stop and (reading.is_mark(j, COMMAS) or reading.is_in(j, "times")):
        j += 1
    return j


def _is_document(reading: Reading, source: Phrase) -> bool:
    """Whether what "it says in S" leads to is a text: the first word of S is a noun for one."""
    return reading.is_in(source[0], "texts")


def _read_content_first(reading: Reading, cue: Cue, source: Phrase) -> bool:
    """«C», V S · C, as V S."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    first = next((k for k in range(reading.low, cue.first) if of.after("as", lows, k) == cue.first), cue.first)
    if first == reading.low:
        return first < cue.first and _read_as_initial(reading, cue, source)
    edge = left_edge(reading, first)
    content = content_before(reading, edge) if edge is not None else None
    if content is None or (first == cue.first and reading.outside(content[1] - 1)):
        return False
    pieces = [content]
    again = source[1] + 1
    if (
        first == cue.first
        and reading.is_mark(source[1], COMMAS)
        and again < reading.stop
        and not reading.outside(again)
    ):
        pieces.append((again, _end_said(reading, again)))
    name = "quote-verb-subject" if first == cue.first else "as-final"
    reading.relation(source, (first, cue.end), pieces, name)
    return True


def _read_as_initial(reading: Reading, cue: Cue, source: Phrase) -> bool:
    """As V S, C."""
    at = source[1] + 1
    if not reading.is_mark(source[1], COMMAS) or at + 1 >= reading.stop:
        return False
    reading.relation(source, (reading.low, cue.end), [(at, content_end(reading, at))], "as-initial")
    return True


def _subject_alone(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The subject without those told, the object after it and who is cited: قال المحافظ | لإذاعة تولمار."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    aside = CueKind.CITING | CueKind.CITED | CueKind.BEFORE
    end = phrase[1]
    for k in range(phrase[0], phrase[1]):
        told = lows[k].startswith(TO) and len(lows[k]) > LONG and _is_told(reading, k)
        told = told and not (k > phrase[0] and reading.is_in(k - 1, "texts"))  # a statement | of the union's
        demonstrative = k > phrase[0] and reading.is_in(k, "demonstratives")
        medium = reading.is_in(k, "prepositions") and reading.is_in(k + 1, "media")
        stop = of.starts(lows, k, aside) > k or reading.is_in(k, "that", "times")
        if told or demonstrative or medium or (k > phrase[0] and stop):
            end = k
            break
    while end > phrase[0] and reading.is_in(end - 1, "prepositions", "coordinators"):
        end -= 1
    if end == phrase[0] or (end - phrase[0] == 1 and reading.is_in(phrase[0], "relatives", "demonstratives", "that")):
        return None
    return (phrase[0], end)


def _past_pronoun_told(reading: Reading, at: int) -> int:
    """The token after "to us", "by it": وقال لنا | المحافظ."""
    return at + reading.is_in(at, "datives")


def _is_told(reading: Reading, k: int) -> bool:
    of, word = reading.passage.grammar, reading.word(k)
    return any(of.is_noun(form) for form in (word[1:], "ا" + word, "ال" + word[2:]))


def _read_relayed_source(reading: Reading, outer: Relation, at: int) -> None:
    """The one from whom S has it: نقلت S عن S2 أن C."""
    source = phrase_after(reading.passage, at + 1, reading.stop, reading.statement.level, apposed=False)
    if source is not None:
        inner = reading.relation(source, (at, at + 1), [], "citing")
        inner.content = list(outer.content)
        inner.within = outer
