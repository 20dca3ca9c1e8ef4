"""Constructions without a verb of saying: according to S, C · it is said that C · S's claim that C · citing S."""

from bisect import bisect_left

from sayso.annotate.construct_chains import definite_chain
from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.genitives import genitive_source, past_apposition
from sayso.annotate.noun_phrases import DASHES, STOPS, Phrase, is_name, phrase_after, subject_before
from sayso.annotate.opinion_markers import awaits_predicate, is_opinion
from sayso.annotate.own_words import settle_own
from sayso.annotate.perspectives import behind_other, is_ordinal, read_relative_marker
from sayso.annotate.reading import (
    AHEAD,
    COLONS,
    COMMAS,
    Reading,
    content_before,
    content_end,
    end_contents,
    is_initial,
    left_edge,
    past_asides,
)
from sayso.annotate.relations import Relation
from sayso.annotate.relative_says import read_relative_own
from sayso.annotate.source_ends import next_begins, opens_with_count
from sayso.annotate.source_kinds import is_pronoun, kind_of, words_of
from sayso.annotate.subjects import names_speaker, past_addressee
from sayso.annotate.unspaced_subjects import ends_as_speaker
from sayso.annotate.verb_final import cited_before
from sayso.vocab import SourceKind

COMPLEMENT = 6  # tokens
OFFICE = 8  # tokens of an office and a name


def read_marker(reading: Reading, cue: Cue) -> bool:
    """According to S, C · C, according to S · S'ye göre C."""
    if cue.kind & CueKind.AFTER:
        return _read_postposition(reading, cue)
    if cue.kind & CueKind.OWN:
        relative = reading.is_in(cue.first, "relative_own")
        return read_relative_own(reading, cue) if relative else _read_own(reading, cue)
    if reading.is_in(cue.first - 1, "determiners"):
        return False  # Italian "un secondo", a second
    follows = reading.passage.grammar.after("as", reading.passage.tokens.low, cue.first)
    if reading.has("verb_first") and follows > cue.end:
        return False  # وبحسب ما | أفاد S
    if reading.is_in(cue.end, "relatives") and reading.has("elisions"):
        return read_relative_marker(reading, cue)
    if cue.end - cue.first == 1 and is_ordinal(reading, cue.first):
        return False
    if is_name(reading.passage, cue.first) and not is_initial(reading, cue.first) and cue.end - cue.first == 1:
        return False  # a capital in the middle of a sentence makes a name of it: Per Lund, Laut
    initial = is_initial(reading, cue.first) or _is_contrasted(reading, cue)
    apposed = not initial and not awaits_predicate(reading, cue)
    source = phrase_after(reading.passage, cue.end, reading.stop, reading.statement.level, apposed=apposed)
    source = _before_other_marker(reading, source) if source else None
    if _says_nothing(reading, cue, source, initial=initial):
        return False
    source = _without_next_subject(reading, source, initial=initial) if source else None
    joined = reading.is_in(cue.end, "coordinators")  # وحسب بل: "and that is all, but"
    if source is None or joined or _is_before_verb(reading, cue):
        return False
    if initial and not reading.has("late_subjects"):
        source = _with_office(reading, source)
    end = _past_closer(reading, source[1])
    reading.asides.append((cue.first, end))
    if initial and not is_initial(reading, cue.first):
        return _read_contrasted(reading, cue, source, end)
    return _around(reading, cue, source, end)


def _with_office(reading: Reading, source: Phrase) -> Phrase:
    """A speaker with the name that a comma sets behind the office: לדברי הדובר, תא"ל טל מור, C."""
    roles = words_of(reading.passage.grammar.language, "role")
    first = source[1] + 1
    if not reading.is_mark(source[1], COMMAS) or not any(reading.word(k) in roles for k in range(*source)):
        return source
    ceiling = min(reading.stop - 1, first + OFFICE)
    close = next((k for k in range(first, ceiling) if reading.is_mark(k, COMMAS) and reading.outside(k)), first)
    named = reading.word(first) in roles or all(is_name(reading.passage, k) for k in range(first, close))
    acts = any(reading.passage.grammar.is_verb(reading.word(k)) for k in range(first, close))
    return (source[0], close) if close > first and named and not acts else source


def _before_other_marker(reading: Reading, source: Phrase) -> Phrase:
    """A source without what another one says behind a comma: secondo l'agenzia, | 210 mila secondo il sindaco.

    Without a number of something, too, behind who is no person: según la empresa, | 23 kilómetros.
    """
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    commas = [k for k in range(*source) if reading.is_mark(k, COMMAS)]
    for comma in commas:
        if any(of.starts(lows, k, CueKind.BEFORE) > k for k in range(comma + 1, source[1])):
            return (source[0], comma)
        if opens_with_count(reading, comma + 1, source[1]) and not is_name(reading.passage, comma - 1):
            return (source[0], comma)
    return source


def _says_nothing(reading: Reading, cue: Cue, source: Phrase | None, *, initial: bool) -> bool:
    """Whether a marker leads to a plan or rule (按计划), or one of opinion to nobody who may have one."""
    if reading.is_in(cue.first, "by_rule") and source:
        return not ends_as_speaker(reading.passage, source)
    return reading.is_in(cue.first, "opinion_markers") and not (initial and source and is_opinion(reading, source))


def read_sourced(reading: Reading, cue: Cue) -> bool:
    """По предварительным данным S, C: what is hearsay without a source; the source's end must show."""
    if reading.is_mark(cue.end, COMMAS) or cue.end >= reading.stop:
        return False
    source = phrase_after(reading.passage, cue.end, reading.stop, reading.statement.level, apposed=False)
    closed = source is not None and (source[1] >= reading.stop or reading.is_mark(source[1], COMMAS))
    return source is not None and closed and names_speaker(reading, source) and read_marker(reading, cue)


def _read_own(reading: Reading, cue: Cue) -> bool:
    """По его словам, C · C, selon lui: the source is the marker's pronoun, or an ending (على حد قوله) and unclear."""
    places = range(cue.first, cue.end)
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    his = any(reading.is_in(i, "possessors") for i in places)  # за його заявою: he speaks, not the statement
    noun = next((i for i in places if i > cue.first and of.is_noun(lows[i])), None)
    if noun is not None and not his:  # De source policière, C; where "on indique que" follows, that is read
        apart = is_initial(reading, cue.first) and reading.is_mark(cue.end, COMMAS)
        if not apart and not reading.has("verb_second"):  # German "nach Polizeiangaben" stands anywhere
            return False
        if reading.has("verb_second"):
            reading.asides.append((cue.first, cue.end))
        after = cue.end + reading.is_mark(cue.end, COMMAS)
        impersonal = of.starts(lows, after, CueKind.IMPERSONAL) > after
        return not impersonal and _around(reading, cue, (noun, cue.end), cue.end)
    at = next((i for i in places if reading.is_in(i, "possessors", "pronouns")), cue.end - 1)
    reading.asides.append((cue.first, cue.end))
    if reading.has("verb_first") and reading.found and not is_initial(reading, cue.first):
        _cut_aside(reading, reading.found[-1], cue, (at, cue.end))
        return True  # "S said that C, as he put it": still S
    if not _around(reading, cue, (at, at + 1), cue.end):
        return False
    reading.found[-1].unclear = not (
        of.is_in(reading.word(at), "possessors", "pronouns") or is_pronoun(reading.word(at), of.language)
    )
    settle_own(reading, cue, reading.found[-1])
    return True


def _is_before_verb(reading: Reading, cue: Cue) -> bool:
    """Whether a verb follows the marker, so that it is an "as": según informó S."""
    if not reading.has("late_subjects"):
        return False
    j = reading.passage.grammar.after("as", reading.passage.tokens.low, cue.first)
    if j > cue.end:
        return True  # secondo quanto riferisce S
    if reading.passage.grammar.starts(reading.passage.tokens.low, cue.end, CueKind.SAY) > cue.end + 1:
        return True  # según pudo saber S
    j = cue.end
    while reading.is_in(j, "auxiliaries") and not reading.is_in(j, "determiners"):
        j += 1
    return j > cue.end or (reading.passage.grammar.is_verb(reading.word(j)) and not reading.is_in(j, "determiners"))


def _past_closer(reading: Reading, end: int) -> int:
    """The token after the word that closes a marker: 据 S 报道, Z informacji S wynika."""
    beyond = end
    while reading.has("pro_drop") and (reading.word(beyond).isdigit() or reading.is_in(beyond, "dated", "times")):
        beyond += 1  # 据S | 9月18日消息
    closed = reading.passage.grammar.after("closers", reading.passage.tokens.low, beyond)
    return closed if closed > beyond else end


def _without_next_subject(reading: Reading, source: Phrase, *, initial: bool) -> Phrase | None:
    """The source alone where, without article or comma, the subject of C follows it: według policji | most został."""
    if reading.has("genitive_sources"):
        return genitive_source(reading, source[0]) if initial else source
    closed = source[1] >= reading.stop or reading.is_mark(source[1], STOPS)
    if reading.passage.grammar.words["article_prefix"] and initial and not closed:
        return definite_chain(reading, source)
    if initial and (begins := next_begins(reading, source)) is not None:
        return (source[0], begins)
    last = source[1] - 1
    runs_on = reading.is_in(source[1], "auxiliaries") or reading.passage.grammar.is_verb(reading.word(source[1]))
    tokens = reading.passage.tokens
    spaced = last > source[0] and tokens.end[last - 1] < tokens.start[last]
    counted = reading.word(source[1] + 1).isdigit()  # według ministerstwa obrony zginęło 12 osób
    if (
        reading.has("bare_subjects")
        and not reading.has("verb_first")
        and runs_on
        and not counted
        and spaced
        and not is_name(reading.passage, last)
    ):
        return (source[0], last)
    return source


def _around(reading: Reading, cue: Cue, source: Phrase, end: int) -> bool:
    """The content on one or both sides of a marker and its source, which end at `end`."""
    beyond = reading.passage.grammar.starts(reading.passage.tokens.low, end, CueKind.CITING)
    if beyond > end:
        relayed = phrase_after(reading.passage, beyond, reading.stop, reading.statement.level, apposed=False)
        end = _past_closer(reading, relayed[1]) if relayed else end
    if is_initial(reading, cue.first):
        source = (source[0], _with_complements(reading, end)) if end == source[1] else source
        end = max(end, source[1])
    if reading.has("late_subjects") and is_initial(reading, cue.first):
        end = _past_participle(reading, end)
    end += reading.is_in(end, "adverbs") and reading.is_mark(end + 1, COMMAS)  # Menurut polis | pula, C
    comma = reading.is_mark(end, COMMAS)
    start = past_asides(reading, end + 1) if comma else end
    rest = (start, min(reading.stop, content_end(reading, start)))
    if is_initial(reading, cue.first):
        return _say_after(reading, cue, source, rest)
    edge = cue.first - _is_apart(reading, cue)
    if edge < cue.first and comma and reading.is_in(edge - 1, "that") and reading.has("indefinite_plural"):
        reading.relation(source, (cue.first, cue.end), [rest], "marker-final")  # мэр сообщил, что, по словам S, C
        return True
    content = content_before(reading, edge)
    one_word = reading.has("late_subjects") or reading.has("recalled_subjects")
    if content is None and one_word and comma and edge == reading.low + 1:
        content = (reading.low, edge)  # one word before it: Самолет, по словам S, упал
    if content is None:
        return False
    if reading.has("guarded") and edge == cue.first:
        content = behind_other(reading, content)
    content = _of_relative(reading, cue, edge, content)
    pieces = [content]
    closes = reading.is_in(cue.first, "closing_only")  # C, כך לפי S, R
    medial = (
        not closes and comma == (edge < cue.first) and rest[1] - rest[0] > (0 if reading.has("late_subjects") else 1)
    )
    other = reading.is_in(rest[0], "openers", "prepositions")
    if reading.has("guarded"):
        content = pieces[0] = _within_said(reading, cue, source, content)
        other = other and comma and not reading.is_in(rest[0], "that")
    if medial and not other and (comma or reading.has("marker_medial")):
        pieces.append(rest)
    reading.relation(source, (cue.first, cue.end), pieces, "marker-final")
    return True


def _say_after(reading: Reading, cue: Cue, source: Phrase, rest: Phrase) -> bool:
    """What follows a marker that opens its clause; behind a colon it is no part of what stands before."""
    if rest[1] - rest[0] < 2:
        return False
    if reading.is_mark(cue.first - 1, COLONS):
        end_contents(reading, cue.first - 1)  # МВД подтвердило пожар: | по его словам, C
    reading.relation(source, (cue.first, cue.end), [rest], "marker-initial")
    return True


def _of_relative(reading: Reading, cue: Cue, edge: int, content: Phrase) -> Phrase:
    """The relative alone before a marker that stands in its clause: затримали водія, | який, за словами S, утік."""
    apart = reading.has("indefinite_plural") and edge < cue.first and reading.is_mark(edge - 2, COMMAS)
    return (edge - 1, edge) if apart and reading.is_in(edge - 1, "relatives") else content


def _is_apart(reading: Reading, cue: Cue) -> bool:
    """Whether a comma, in Polish a dash too, stands before a marker: «C» – czytamy w S."""
    return reading.is_mark(cue.first - 1, COMMAS | DASHES if reading.has("genitive_sources") else COMMAS)


def _is_contrasted(reading: Reading, cue: Cue) -> bool:
    """Whether a marker stands against another of its sentence: zdaniem S1 C1, | zdaniem S2 – C2."""
    if not reading.has("genitive_sources") or not reading.found:
        return False
    other = reading.found[-1].construction == "marker-initial"
    before = cue.first - 1 - reading.is_in(cue.first - 1, "coordinators")
    return other and reading.is_mark(before, COMMAS)


def _read_contrasted(reading: Reading, cue: Cue, source: Phrase, end: int) -> bool:
    """What the second of two markers says; the words of the first end before it."""
    end_contents(reading, cue.first - 1 - reading.is_in(cue.first - 1, "coordinators"))
    start = end + reading.is_mark(end, DASHES | COMMAS)
    content = (start, content_end(reading, start))
    if content[1] - content[0] < 2:
        return True
    reading.relation(source, (cue.first, cue.end), [content], "marker-final")
    return True


def _past_participle(reading: Reading, end: int) -> int:
    """The comma after "published on Friday by the court", which goes on with the source of an initial marker."""
    if reading.has("genitive_sources") and reading.is_mark(end, COMMAS):
        return past_apposition(reading, end)
    of = reading.passage.grammar
    word = reading.word(end + reading.is_in(end, "auxiliaries"))
    participle = word.endswith((*of.aside_endings, *of.participle_endings, "\0"))
    relative = reading.has("elisions") and reading.is_in(end, "relatives")
    if not reading.is_in(end, "determiners", "times", "prepositions") and not participle and not relative:
        return end
    ceiling = min(reading.stop, end + AHEAD)
    comma = next((k for k in range(end, ceiling) if reading.is_mark(k, COMMAS) and reading.outside(k)), end)
    clause = reading.has("genitive_sources") and any(of.is_verb(reading.word(k)) for k in range(end, comma))
    return end if clause else comma


def _within_said(reading: Reading, cue: Cue, source: Phrase, content: Phrase) -> Phrase:
    """The content alone that somebody else says with "according to S" in it: S1 says that | C according to S.

    After a comma it is the whole sentence that S is named for, who relays it: S1 spoke of C, | according to S.
    """
    tokens = reading.passage.tokens
    inside = reading.has("indefinite_plural") and reading.is_mark(source[1], COMMAS)  # сообщил, что C1, по словам S, C2
    if reading.is_mark(cue.first - 1, COMMAS) and not inside:
        for host in reading.found:
            _cut_aside(reading, host, cue, source)
        return content
    at = tokens.start[cue.first]
    starts = [low for r in reading.found for low, high in r.content if low < at < high and r.cue[0][1] <= low]
    inner = bisect_left(tokens.start, max(starts, default=tokens.start[content[0]]))
    return (inner, content[1]) if content[1] - inner > 1 else content


def _with_complements(reading: Reading, end: int) -> int:
    """The comma that ends "S for human rights, C", where a preposition goes on with the source."""
    if not reading.is_in(end, "prepositions", "linkers"):
        return end
    ceiling = min(reading.stop, end + COMPLEMENT)
    return next((k for k in range(end, ceiling) if reading.is_mark(k, COMMAS) and reading.outside(k)), end)


def _read_postposition(reading: Reading, cue: Cue) -> bool:
    source = subject_before(reading.passage, cue.first, reading.low, reading.statement.level)
    measured = reading.is_in(cue.first - 1, "yardsticks") or reading.word(cue.first - 1)[:1].isdigit()
    if source is None or measured:
        return False  # geçen yıla göre: by comparison with last year
    source = _from_dative(reading, source)
    reading.asides.append((source[0], cue.end))
    after = past_asides(reading, cue.end + 1) if reading.is_mark(cue.end, COMMAS) else cue.end
    pieces = [(after, min(reading.stop, content_end(reading, after)))]
    if not is_initial(reading, source[0]):
        edge = source[0] - 1 if reading.is_mark(source[0] - 1, COMMAS) else source[0]
        apart = edge < source[0] and after > cue.end
        before = content_before(reading, edge) or ((reading.low, edge) if apart and edge > reading.low else None)
        if before is not None and (reading.stop - after < 2 or apart or reading.has("marker_medial")):
            pieces.insert(0, before)
    if sum(high - low for low, high in pieces) < 2:
        return False
    reading.relation(source, (cue.first, cue.end), [p for p in pieces if p[1] > p[0]], "marker-after")
    return True


def _from_dative(reading: Reading, source: Phrase) -> Phrase:
    """The source alone where its article shows where it begins: Der Damm brach | dem Ministerium | zufolge."""
    raw = reading.passage.tokens.raw
    for k in range(source[1] - 1, source[0], -1) if reading.has("nouns_capitalised") else ():
        owned = raw[k - 1][:1].isupper() and not reading.word(k).endswith("m")  # dem Sprecher | der Polizei
        if reading.is_in(k, "datives", "oblique") and not owned:
            return (k, source[1])
    return source


def note_relayed(reading: Reading, cue: Cue) -> bool:
    """Remember "citing S" and "quoted by S" until the statement is read: see `link_relayed`."""
    if reading.has("verb_final"):
        source = cited_before(reading, cue)
        if source is not None:
            reading.asides.append((source[0], cue.end))
            reading.relayed.append((cue, source))
        return True
    source = phrase_after(reading.passage, cue.end, reading.stop, reading.statement.level, apposed=False)
    if source is None or reading.is_in(source[0], "free_relatives"):
        return False  # ссылаясь на то, что C: a reason
    if reading.is_in(cue.first, "adjuncts") and not _cites(reading, cue, source):
        return False
    if reading.passage.grammar.is_in(reading.words(cue.first, cue.end), "topical") and not _relays(reading, source):
        return True
    end = _past_closer(reading, source[1])
    if reading.has("pro_drop") and reading.passage.grammar.starts(reading.passage.tokens.low, source[1], VERB) == end:
        end = source[1]  # 媒体引述目击者 | 指出: the verb is the outlet's too
    reading.asides.append((cue.first, end))
    reading.relayed.append((cue, source))
    return True


def _relays(reading: Reading, source: Phrase) -> bool:
    """Whether what is referred to can have told it: "referring to a report", not "referring to the mine where …"."""
    name = " ".join(reading.passage.tokens.raw[source[0] : source[1]])
    return kind_of(name, reading.passage.grammar.language) in (SourceKind.DOCUMENT, SourceKind.OUTLET)


def _cites(reading: Reading, cue: Cue, source: Phrase) -> bool:
    """Whether a preposition of many meanings says here whom a source has it from: TASS za resortem obrony podaje."""
    before = is_name(reading.passage, cue.first - 1) if cue.first > reading.low else False
    verb = reading.passage.grammar.is_verb(reading.word(source[1]))
    return before and verb and names_speaker(reading, source)


def link_relayed(reading: Reading) -> None:
    """Join each "citing S" and "quoted by S" to the nearest relation: S says it within, or around, that one."""
    for cue, source in reading.relayed:
        host = _host(reading, cue)
        phrase = (cue.first, cue.end)
        if host is None:
            _read_relayed_alone(reading, cue, source)
            continue
        _cut_aside(reading, host, cue, source)
        other = reading.relation(source, phrase, [], "citing" if cue.kind & CueKind.CITING else "cited")
        other.content = list(host.content)
        if cue.kind & CueKind.CITING:
            other.within = host
        elif host.within is None:
            host.within = other


def nest_between(reading: Reading) -> None:
    """S1 said, according to S2, that C: S2, whose words stand on both sides of the marker, relays what S1 says."""
    if not reading.has("guarded"):
        return
    for outer in reading.found:
        if len(outer.content) == 1 or not outer.content or outer.quoted:
            continue
        (first, _), (begin, last) = outer.content[0], outer.content[-1]
        for inner in reading.found:
            pieces = inner.source + inner.cue + inner.content
            low, high = min(p[0] for p in pieces), max(p[1] for p in pieces)
            across = first <= low < begin <= inner.content[0][0] if inner.content else False
            if inner is not outer and inner.within is None and across and high <= last:
                inner.within = outer


def _host(reading: Reading, cue: Cue) -> Relation | None:
    """The relation whose cue stands nearest."""
    at = reading.passage.tokens.start[cue.first]
    hosts = [r for r in reading.found if r.source and r.content and r.construction not in ("citing", "cited")]
    return min(hosts, key=lambda r: abs(r.cue[0][0] - at), default=None)


def _cut_aside(reading: Reading, host: Relation, cue: Cue, source: Phrase) -> None:
    """Take ", citing S" off the end of the content it stands in."""
    begin, end = reading.passage.offsets((cue.first, source[1]))
    kept = []
    for low, high in host.content:
        if low < begin < high and end >= high:
            last = cue.first - 1
            while reading.is_mark(last, COMMAS):
                last -= 1
            stop = reading.passage.tokens.end[last]
        else:
            stop = high
        if stop > low and not begin <= low < end:
            kept.append((low, stop))
    host.content = kept or host.content


def _read_relayed_alone(reading: Reading, cue: Cue, source: Phrase) -> None:
    """Citing S, C · C, citing S: where nobody is named who cites, the writer does."""
    if not cue.kind & CueKind.CITING or (reading.has("indefinite_plural") and not names_speaker(reading, source)):
        return  # ссылаясь на закон: a reason, nobody's words
    if reading.has("guarded") and _read_relayed_medial(reading, cue, source):
        return
    if cue.first == reading.low and reading.is_mark(source[1], COMMAS | COLONS):
        content: Phrase | None = (source[1] + 1, reading.stop)
    else:
        edge = left_edge(reading, cue.first) if source[1] >= reading.stop else None
        content = content_before(reading, edge) if edge is not None else None
    if content is not None and content[1] - content[0] > 2:
        reading.relation(source, (cue.first, cue.end), [content], "citing-alone")


def _read_relayed_medial(reading: Reading, cue: Cue, source: Phrase) -> bool:
    """S1, citing S, V C, with a verb that the lexicon does not know: what follows is said all the same."""
    if not (reading.is_mark(cue.first - 1, COMMAS) and reading.is_mark(source[1], COMMAS)):
        return False
    passage = reading.passage
    subject = subject_before(passage, cue.first - 1, reading.low, reading.statement.level)
    content = (source[1] + 1, content_end(reading, source[1] + 1))
    if subject is None or subject[0] != reading.low or content[1] - content[0] < COMPLEMENT // 2:
        return False
    outer = reading.relation(subject, (cue.first, cue.end), [content], "citing-alone")
    reading.relation(source, (cue.first, cue.end), [content], "citing").within = outer
    return True


def read_hearsay(reading: Reading) -> None:
    """C with "reportedly" in it, where the words are not somebody's already."""
    for cue in reading.hearsay:
        at = reading.passage.tokens.start[cue.first]
        if any(low <= at < high for r in reading.found for low, high in r.content):
            continue
        first, stop = reading.low, reading.stop
        for i in range(reading.low, reading.stop):
            if reading.is_mark(i, frozenset(";；")) and reading.outside(i):
                first, stop = (i + 1, stop) if i < cue.first else (first, min(stop, i))
        told = past_addressee(reading, cue.end, stop) if reading.has("indefinite_plural") else cue.end
        second = told + 1 if reading.is_mark(told, COMMAS) else told  # Як стало відомо | «Обрію», C
        ahead = cue.first - 1 if reading.is_mark(cue.first - 1, COMMAS) else cue.first
        pieces = [piece for piece in ((first, ahead), (second, stop)) if piece[1] > piece[0]]
        least = 1 if reading.is_in(cue.first, "bywords") else 2
        if sum(high - low for low, high in pieces) > least:
            reading.relation(None, (cue.first, cue.end), pieces, "hearsay")
