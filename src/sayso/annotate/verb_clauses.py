"""Constructions around a verb of saying or thinking: "C", V S · C, S V · S V that C · S, …, V "C"."""

from sayso.annotate.ahead import Ahead, look_ahead, opens_perfect
from sayso.annotate.antecedents import antecedent, is_apposed_quotation, with_relative
from sayso.annotate.bare_clauses import takes_bare_clause
from sayso.annotate.clause_initial import read_clause_initial
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.dialogue import up_to_dash
from sayso.annotate.fronted import is_fronted
from sayso.annotate.inverted import CLAUSAL, SHORTEST, may_invert_unquoted
from sayso.annotate.noun_phrases import DASHES, STOPS, Phrase, is_name, phrase_after, subject_before
from sayso.annotate.openings import before_objects, before_relative, read_without_subject, subject_past_opening
from sayso.annotate.placed_figures import is_at_figure, tells_nothing
from sayso.annotate.reading import (
    AHEAD,
    COLONS,
    COMMAS,
    Reading,
    content_before,
    content_end,
    end_contents,
    group_start,
    is_clause,
    joins_onto,
    left_edge,
    next_mark,
    object_end,
    own_quotation,
    past_quotation,
)
from sayso.annotate.relations import FIGURE_AT
from sayso.annotate.resumed import pieces_resumed
from sayso.annotate.set_in_tags import read_set_in
from sayso.annotate.subjectless import is_answer, read_subjectless
from sayso.annotate.subjects import (
    body_before,
    is_somebody,
    past_time,
    subject_after,
    with_name_apposed,
)
from sayso.annotate.tallied import count_end, is_figure, is_own
from sayso.annotate.unspaced_credits import past_credit
from sayso.annotate.unspaced_subjects import (
    also_judged,
    before_circumstance,
    goes_on_saying,
    is_expected,
    may_close,
    opening_speaker,
    without_adjuncts,
)
from sayso.annotate.verb_second import is_negated_after

INVERTIBLE = CLAUSAL | CueKind.QUOTE
_NAMES = {False: "verb-that", True: "verb-infinitive"}


def read_verb(reading: Reading, cue: Cue) -> bool:
    """Read what a verb cue says; False if no construction fits."""
    start, first = group_start(reading, cue)
    if _is_no_verb_group(reading, cue, start):
        return False
    ahead = look_ahead(reading, cue)
    if not _is_verb_here(reading, cue, start, ahead):
        return False
    if reading.has("late_subjects") and (_reads_late(reading, cue, start) or read_set_in(reading, cue, start)):
        return True
    subject = _subject_of(reading, cue, start, ahead)
    closes = start > reading.low and not reading.outside(start - 1) and not joins_onto(reading, start)
    if subject is None and closes:
        housed = reading.has("indefinite_plural") and _read_late_onward(reading, cue, (first, cue.end))
        found = housed or _read_inverted(reading, cue, start)
        return found or read_subjectless(reading, cue, (first, cue.end), start, ahead)
    nobody = subject and (_is_nobody(reading, subject, cue) or is_expected(reading, subject, cue, ahead))
    if nobody or (subject and is_fronted(reading, cue, start)):
        return False
    edge = left_edge(reading, _before_hyphen(reading, subject[0]) if subject else start)
    closes = may_close(reading, ahead, edge) and bool(cue.kind & ~CueKind.JUDGE)
    if closes and edge is not None and subject and _read_final(reading, (first, cue.end), subject, edge, ahead):
        return True
    if subject is None:
        inverts = reading.has("inversion") and not _is_participle(reading, cue, start)
        if edge is not None and inverts and _read_inverted(reading, cue, start):
            return True
        if read_clause_initial(reading, cue, start):
            return True
        if reading.has("late_subjects") and _read_late_onward(reading, cue, (first, cue.end)):
            return True
        subject = _shared_subject(reading, cue, start)
        if subject is None:
            group = (first, cue.end)
            found = read_without_subject(reading, cue, group, start, ahead)
            return found or read_subjectless(reading, cue, group, start, ahead)
    return subject is not None and read_onward(reading, cue, (first, cue.end), subject, ahead)


def _subject_of(reading: Reading, cue: Cue, start: int, ahead: Ahead) -> Phrase | None:
    """The subject before a verb group that starts at token `start`."""
    if ahead.what == "that" and cue.kind & CLAUSAL and (whole := with_relative(reading, start)):
        return whole
    if _is_participle(reading, cue, start) and reading.is_mark(start - 1, COMMAS):
        return None
    if is_answer(reading, start) or joins_onto(reading, start):
        return None
    if placed := before_circumstance(reading, start):
        return placed
    if cue.kind & CLAUSAL and (held := antecedent(reading, start, ahead)):
        return held
    subject = subject_before(reading.passage, start, reading.low, reading.statement.level)
    subject = before_objects(reading, subject) if subject else subject_past_opening(reading, start)
    subject = before_relative(reading, subject) if subject else None
    if subject and subject[1] - subject[0] > 1 and reading.is_in(subject[0], "fronted_objects"):
        subject = (subject[0] + 1, subject[1])  # Случившееся | мэр | назвал «позором»
    return without_adjuncts(reading, subject) if subject else None


def _before_hyphen(reading: Reading, subject: int) -> int:
    """The token where a verb group begins whose pronoun hangs on its auxiliary: C, | a-t-il dit."""
    if not reading.is_in(subject - 1, "hyphens"):
        return subject
    first = subject - 1
    while reading.is_in(first - 1, "auxiliaries"):
        first -= 1
    return first


def _is_nobody(reading: Reading, subject: Phrase, cue: Cue) -> bool:
    """Whether a subject says nothing: nobody, or the pronoun of a relative clause."""
    supposed = reading.has("comma_clause") and reading.is_in(subject[0] - 1, "conditional")  # 如果总统说
    nobody = any(reading.is_in(i, "nobodies") for i in range(*subject))
    return supposed or nobody or _is_relative(reading, subject, cue)


def _is_relative(reading: Reading, subject: Phrase, cue: Cue) -> bool:
    """Whether the verb ends a relative clause whose pronoun was taken for an article: Bilder, die … zeigen."""
    if not reading.has("subclause_verb_last") or not reading.is_mark(subject[0] - 1, COMMAS):
        return False
    last = cue.end >= reading.stop or reading.is_mark(cue.end, STOPS)
    return last and reading.is_in(subject[0], "relatives")


def _is_no_verb_group(reading: Reading, cue: Cue, start: int) -> bool:
    """Whether the cue is a noun, an infinitive, negated or passive: no saying is reported."""
    if reading.is_in(cue.end, "nominalisers"):
        return True  # 政府宣布的协议, the accord that the government announced
    if reading.has("comma_clause") and reading.is_in(start - 1, "nominalisers"):
        return True  # 检方的指控, the prosecution's charge
    if reading.has("pro_drop") and reading.low < cue.end <= past_credit(reading.passage, reading.low):
        return True  # 本报记者林安报道　C
    if reading.has("subclause_verb_last") and reading.is_in(cue.end, "auxiliaries"):
        return True  # der Mann, der sich gemeldet hatte
    if reading.has("verb_second") and reading.is_in(cue.end, "infinitives"):
        return True  # warf den Behörden vor, das Land zu spät gewarnt | zu haben
    noun = reading.has("elisions") and reading.passage.grammar.is_noun(reading.word(cue.first))
    if noun and reading.is_in(cue.first - 1, "determiners"):
        return True  # les mots de l'accusé : « C »
    held = ("determiners", "prepositions", "possessive")
    if start == cue.first and reading.is_in(start - 1, *held) and not reading.is_in(start - 1, "pronouns", "times"):
        return not reading.has("bare_subjects") and not reading.has("elisions")
    group = range(start, cue.first)
    if is_negated_after(reading, cue):
        return True
    if any(reading.is_in(i, "negations", "infinitive", "modals") for i in group):
        return True
    return not _ends_as_participle(reading, cue) and any(reading.is_in(i, "be") for i in group)


def _ends_as_participle(reading: Reading, cue: Cue) -> bool:
    endings = reading.passage.grammar.participle_endings
    return bool(endings) and reading.word(cue.first).endswith(endings)


def _is_participle(reading: Reading, cue: Cue, start: int) -> bool:
    """Whether the cue is a participle without an auxiliary, like "adding"."""
    helped = any(reading.is_in(i, "auxiliaries") for i in range(start, cue.first))
    return _ends_as_participle(reading, cue) and not helped


def _is_verb_here(reading: Reading, cue: Cue, start: int, ahead: Ahead) -> bool:
    """Whether a form that may be a noun ("reports", "state") or a name ("States") stands as a verb."""
    passage, of = reading.passage, reading.passage.grammar
    if cue.first > reading.low and is_name(passage, cue.first) and not reading.headline and reading.has("cased"):
        return False
    if not reading.is_in(cue.first, "ambiguous") or start < cue.first:
        return True
    if start <= reading.low or not reading.outside(start - 1):
        return ahead.what == "end" or start > reading.low
    if reading.is_in(start - 1, "pronouns", "coordinators"):
        return True
    following = reading.word(ahead.at) if ahead.what == "clause" else ""
    if of.is_verb(following) or of.is_in(following, "prepositions", "linkers", "openers"):
        return False
    plural = reading.word(start - 1).endswith(of.plural_endings) and not is_name(passage, start - 1)
    if reading.word(cue.first).endswith("s"):
        told = ahead.what in ("that", "end", "quote", "open", "colon")
        return not plural and (is_name(passage, start - 1) or reading.is_mark(start - 1, COMMAS) or told)
    return plural or reading.word(cue.first).endswith(("ed", "ing", "felt", "found", "thought"))


def read_onward(reading: Reading, cue: Cue, group: Phrase, subject: Phrase, ahead: Ahead) -> bool:
    """S V C, where V reports at all."""
    start = ahead.at if ahead.what == "colon" else cue.end
    if goes_on_saying(reading, cue, ahead):
        return False
    return not tells_nothing(reading, cue, subject, start) and _read_onward(reading, cue, group, subject, ahead)


def _read_onward(reading: Reading, cue: Cue, group: Phrase, subject: Phrase, ahead: Ahead) -> bool:
    end = _subordinate_end(reading, subject, ahead.at)
    kind = cue.kind
    if ahead.what == "quote" and _goes_with_quotation(reading, cue, subject, ahead):
        end = _before_other(reading, ahead.at, min(end, past_quotation(reading, ahead.at)))
        colon = reading.is_mark(ahead.at - 1, COLONS)
        reading.relation(subject, (group[0], ahead.at) if colon else group, [(ahead.at, end)], "verb-quote")
    elif ahead.what == "quote":
        about = reading.is_in(cue.end, "about") and reading.has("late_subjects")  # parle d'un « C »
        spoken = kind & CueKind.JUDGE and (about or reading.has("verb_second"))
        return bool(spoken) and _read_object(reading, cue, group, subject)
    elif ahead.what == "open" and kind & (CLAUSAL | CueKind.QUOTE):
        reading.relation(subject, (group[0], ahead.at), [], "verb-colon-open").quoted = True
    elif ahead.what == "that" and kind & CLAUSAL:
        reading.relation(subject, group, [(ahead.at, end)], _NAMES[opens_perfect(reading, ahead.at)])
    elif ahead.what == "colon" and kind & ~CueKind.WILL:
        about = reading.is_in(cue.end, "about")  # сообщило о крушении: 65 пленных
        span, start = (group, cue.end) if about else ((group[0], ahead.at), ahead.at)
        reading.relation(subject, span, [(start, end)], "verb-object" if about else "verb-colon")
    elif ahead.what == "infinitive":
        reading.relation(subject, group, [(ahead.at, end)], "verb-infinitive")
    elif ahead.what == "clause" and (_is_too_short(reading, ahead.at, end) or not _is_about(reading, cue, ahead.at)):
        return False
    elif ahead.what == "clause" and takes_bare_clause(reading, cue, ahead.at):
        end = object_end(reading, ahead.at) if reading.has("comma_that") else end
        name = "verb-object" if reading.has("that_needed") else "verb-clause"  # without "that" it can be no clause
        reading.relation(subject, group, [(ahead.at, end)], name)
    elif kind & CueKind.JUDGE and reading.stop - cue.end > 1 and ahead.at > cue.end - (ahead.what == "clause"):
        return _read_object(reading, cue, group, subject)
    elif ahead.what == "pause" and reading.has("comma_clause") and kind & (CLAUSAL | also_judged(reading)):
        reading.relation(subject, group, [(ahead.at + 1, end)], "verb-comma-clause")
    elif ahead.what == "end" and _takes_object(reading, cue) and ahead.at - cue.end > 2:
        return _read_object(reading, cue, group, subject)
    else:
        return False
    return True


def _is_too_short(reading: Reading, at: int, end: int) -> bool:
    """Whether one word is all that is said: la policía confirmó una."""
    return reading.has("late_subjects") and end - at < SHORTEST - 1


def _read_object(reading: Reading, cue: Cue, group: Phrase, subject: Phrase) -> bool:
    """S V C, where C is no clause: сообщил о крушении; and C V S, where C is a figure: 22 Tote | nennt | das Amt."""
    start = _object_start(reading, cue)
    counted = is_figure(reading, subject[0]) and not reading.is_in(subject[0], "determiners")  # not a | policy
    if counted and not is_somebody(reading, subject):
        behind = phrase_after(reading.passage, start, reading.stop, reading.statement.level, apposed=False)
        if behind is None or behind[0] != start or not is_somebody(reading, behind):
            return False
        reading.relation(behind, group, [subject], FIGURE_AT)
        return True
    if not _is_about(reading, cue, start) or is_own(reading, subject):
        return False
    end = object_end(reading, start)
    if reading.is_in(cue.first, "with_quotation") and all(reading.outside(k) for k in range(start, end)):
        return False  # "promises peace" may be what they mean to do; in marks it is their word
    places = reading.is_in(cue.first, "with_at")
    if places and not is_at_figure(reading, start - (cue.end - cue.first > 1)):  # "puts it | at 11:00"
        return False
    end = _before_other(reading, start + 1 if reading.is_in(start, "about") else start, end)
    placed = places or reading.is_in(cue.first, "with_tally", "with_count")
    spoken_of = cue.end - cue.first > 1 and reading.is_in(cue.first, "counts_of")
    if spoken_of and (told := count_end(reading, cue.end)) is not None:
        placed, end = True, min(end, told)
    reading.relation(subject, group, [(start, end)], FIGURE_AT if placed else "verb-object")
    return True


def _before_other(reading: Reading, at: int, end: int) -> int:
    """Where an object in marks ends, if another clause is joined to it: la tachó de «C» | y los sindicatos la ven."""
    if not reading.has("late_subjects") or at >= end or reading.outside(at):
        return end
    beyond = reading.passage.quotations[reading.passage.quoted[at]].last + 1
    return beyond if beyond < end and reading.is_in(beyond, "coordinators") else end


def _is_about(reading: Reading, cue: Cue, start: int) -> bool:
    """Whether an object may be what is said: some verbs say only with "of" or "about", sprach von, habló de."""
    return not reading.is_in(cue.first, "with_about") or cue.end - cue.first > 1 or reading.is_in(start, "about")


def _object_start(reading: Reading, cue: Cue) -> int:
    """The token where what is said begins, adverbs and "according to S" passed over: parlano invece | di esplosioni."""
    start = cue.end
    if not reading.has("late_subjects"):
        return start
    of = reading.passage.grammar
    while start + 2 < reading.stop and of.is_adverb(reading.word(start)) and not reading.is_in(start, "negations"):
        start += 1
    beyond = of.starts(reading.passage.tokens.low, start, CueKind.BEFORE)
    if beyond > start:
        aside = phrase_after(reading.passage, beyond, reading.stop, reading.statement.level, apposed=False)
        start = aside[1] if aside is not None and aside[1] < reading.stop else start
    if reading.is_in(start, "prepositions", "times", "determiners") and not reading.is_in(start, "about"):
        timed = past_time(reading, start, reading.stop)
        told = (
            reading.is_in(cue.first, "with_about")
            and reading.is_in(timed, "prepositions")
            and not reading.is_in(timed, "about")
        )
        ceiling = min(reading.stop, timed + AHEAD) if told else timed
        start = next((k for k in range(timed, ceiling) if reading.is_in(k, "about")), timed)
    return start


def _subordinate_end(reading: Reading, subject: Phrase, at: int) -> int:
    """Where C ends: with the statement, or at the next comma in "If S V that C, …"."""
    end = content_end(reading, at)
    if reading.has("late_subjects") and reading.is_in(subject[1], "bare_that") and subject[1] < at - 1:
        return next_mark(reading, at + 1, end, COMMAS)
    if not reading.is_in(subject[0] - 1, "subordinators"):
        return end
    initial = subject[0] - 1 == reading.low or reading.is_mark(subject[0] - 2, COMMAS)
    if not initial:
        return end
    return next_mark(reading, at + 2, end, COMMAS)


def _goes_with_quotation(reading: Reading, cue: Cue, subject: Phrase, ahead: Ahead) -> bool:
    """Whether a quotation after a verb is what S says, not a name or a scare quote: a book called "C"."""
    marked = reading.is_mark(ahead.at - 1, COLONS | COMMAS)
    if marked:
        return bool(cue.kind & ~CueKind.WILL)
    led = reading.has("elisions") and reading.is_in(ahead.at - 1, "infinitives")  # ha chiesto ai soci di «C»
    adjacent = ahead.at <= cue.end + 1 or (led and bool(cue.kind & CueKind.JUDGE))
    if reading.is_in(cue.first, "clausal_only") and not cue.kind & CueKind.QUOTE:
        return False
    if cue.kind & (CueKind.SAY | CueKind.TELL):
        return True
    return adjacent and bool(cue.kind & ~CueKind.WILL) and reading.word(subject[0]) not in ("a", "an")


def _takes_object(reading: Reading, cue: Cue) -> bool:
    """Whether a noun phrase after the verb is what is said: подтвердил крушение."""
    says = bool(cue.kind & CueKind.SAY) and reading.has("comma_that")
    return says and not reading.is_in(cue.first, "clausal_only")


def _read_final(reading: Reading, group: Phrase, subject: Phrase, edge: int, ahead: Ahead) -> bool:
    """C, S V."""
    content = content_before(reading, edge)
    as_said = content is not None and reading.passage.grammar.after("as", reading.passage.tokens.low, content[0])
    if content is None or (as_said and as_said > content[0]):
        return False  # Tal como adelantó Halyard, | dos consejeros amenazaron
    if reading.is_in(group[1], "tally_prepositions") and is_figure(reading, group[1] + 1):
        return False  # Służba podaje 23 zabitych, | mer upiera się przy 31
    quoted = not reading.outside(edge - 1)
    resumed = list(pieces_resumed(reading, ahead, quoted=quoted))
    medial = bool(resumed) and reading.passage.grammar.is_verb(reading.word(resumed[0][0]))  # the UN, S V, has …
    if not quoted and not medial and (edge - content[0] < 3 or not is_clause(reading, content)):
        return False
    if quoted:
        content = own_quotation(reading, content)
    end_contents(reading, edge)
    reading.relation(subject, group, [content, *resumed], "quote-subject-verb" if quoted else "clause-subject-verb")
    return True


def _before_reported(reading: Reading, source: Phrase) -> Phrase:
    """A speaker without the clause in the mood of reported speech behind it: S, | die Busse seien leer gewesen."""
    commas = [k for k in range(*source) if reading.is_mark(k, COMMAS)]
    cut = next((k for k in commas if any(reading.is_in(j, "reported") for j in range(k + 1, source[1]))), source[1])
    return (source[0], cut)


def _read_inverted(reading: Reading, cue: Cue, start: int) -> bool:
    """C, V S."""
    edge = left_edge(reading, start)
    if edge is None or not cue.kind & INVERTIBLE or reading.has("pro_drop"):
        return False  # Chinese sets no subject behind its verb
    quoted = not reading.outside(edge - 1)
    source = _inverted_subject(reading, cue, strict=not quoted or is_apposed_quotation(reading, edge))
    content = content_before(reading, edge)
    parted = reading.has("elisions") and source is not None and reading.is_mark(source[1], COMMAS)
    if content is None and parted and not quoted and edge == reading.low + 1:
        content = (reading.low, edge)  # Oggi, fanno sapere dall'istituto, lezioni regolari
    if content and quoted and edge == start and reading.has("elisions") and reading.outside(content[0]):
        return False  # un pirate qui signe « Nox » | prétend le contraire
    if source is None or content is None:
        return False
    source = _before_reported(reading, up_to_dash(reading, with_name_apposed(reading, source)))
    if not quoted and not may_invert_unquoted(reading, cue, source, content):
        return False
    after = look_ahead(reading, Cue(source[1] - 1, source[1], CueKind.SAY))
    pieces = [content, *pieces_resumed(reading, after, quoted=quoted, framed=reading.is_mark(start - 1, DASHES))]
    reading.relation(source, (start, cue.end), pieces, "quote-verb-subject" if quoted else "clause-verb-subject")
    return True


def _inverted_subject(reading: Reading, cue: Cue, *, strict: bool) -> Phrase | None:
    if reading.has("late_subjects"):
        return subject_after(reading, cue.end, reading.words(cue.first, cue.end), strict=strict)
    behind = cue.end + (reading.has("clitic_second") and reading.is_in(cue.end, "auxiliaries"))  # izjavila | je
    source = phrase_after(reading.passage, behind, reading.stop, reading.statement.level)
    if source is None and not strict and reading.has("guarded"):  # «C», a declarat la telefon | Ana Lenz
        return subject_after(reading, behind, reading.words(cue.first, cue.end), strict=False)
    return source


def _reads_late(reading: Reading, cue: Cue, start: int) -> bool:
    """C, V … S, tried before what stands before the verb is taken for its subject."""
    edge = left_edge(reading, start)
    if edge is None or _is_participle(reading, cue, start):
        return False
    dashed = edge < start and reading.is_mark(edge, DASHES) and not reading.is_mark(edge, COMMAS)
    if dashed and reading.outside(edge - 1):
        return False
    return _read_inverted(reading, cue, start)


def _read_late_onward(reading: Reading, cue: Cue, group: Phrase) -> bool:
    """On Monday V S that C · В министерстве заявили, что C: a subject after the verb, or none but a place."""
    saying = CueKind.SAY | CueKind.TELL | CueKind.QUOTE
    if reading.has("indefinite_plural"):
        saying |= CueKind.THINK | CueKind.JUDGE  # в агентстве убеждены, у поліції звинувачують
    thinks = reading.has("verb_second") and bool(cue.kind & CueKind.THINK)
    if not (cue.kind & saying or thinks) or _is_participle(reading, cue, group[0]):
        return False
    source = body_before(reading, reading.words(group[0], cue.end), group[0])
    end = cue.end
    if source is None and reading.has("verb_second"):
        source = subject_after(reading, cue.end, reading.words(cue.first, cue.end), apposed=False)
        end = source[1] if source else end
    if source is None:
        return False
    ahead = look_ahead(reading, Cue(end - 1, end, CueKind.SAY))
    if reading.has("indefinite_plural") and reading.is_in(cue.end, "about") and end == cue.end:
        reading.relation(source, (cue.first, cue.end), [(cue.end, object_end(reading, cue.end))], "verb-object")
        return True  # В министерстве сообщили | о 11 погибших
    told = ("that", "quote", "colon", "pause", "clause") if cue.kind & saying else ("that",)
    if ahead.what not in told or (ahead.what == "clause" and end > cue.end):
        return False
    return read_onward(reading, cue, (cue.first, cue.end), source, ahead)


def _shared_subject(reading: Reading, cue: Cue, start: int) -> Phrase | None:
    """The subject that a coordinated verb or a participle takes from the verb before: "…, adding that"."""
    passage, of = reading.passage, reading.passage.grammar
    if start <= reading.low:
        return None
    before = start - 1
    joined = reading.is_in(before, "coordinators") or reading.is_in(start, "coordinators") or joins_onto(reading, start)
    dropped = reading.has("pro_drop") and reading.is_mark(before, STOPS)
    participle = _is_participle(reading, cue, start) or reading.is_in(cue.first, "gerunds")
    after_mark = reading.is_mark(before, COMMAS) or not reading.outside(before)
    if not joined and not dropped and not (participle and after_mark):
        return None
    if reading.sources:
        spoken = reading.found[-1].construction.startswith(("verb", "quote", "clause"))
        spoken = spoken or (reading.has("pro_drop") and reading.found[-1].construction == FIGURE_AT)
        return reading.sources[-1] if spoken else None
    if reading.has("pro_drop"):
        return opening_speaker(reading, before)
    first = reading.low
    while first < before and (reading.is_in(first, "coordinators") or of.is_adverb(reading.word(first))):
        first += 1
    if reading.is_in(first, "prepositions", "openers"):
        return None
    subject = phrase_after(passage, first, before, reading.statement.level, apposed=False)
    if subject is None or subject[1] >= before or not of.is_verb(reading.word(subject[1])):
        return None
    bare = subject[1] - subject[0] == 1 and not of.is_noun(reading.word(subject[0]))
    pronoun = reading.is_in(subject[0], "pronouns")
    return None if bare and not pronoun and reading.has("guarded") else subject
