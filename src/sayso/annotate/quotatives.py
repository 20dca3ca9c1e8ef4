"""Korean: S-은 C-다고 V · C-다고 S-은 V · "C"고 S-은 V · S-에 따르면 C · C 것으로 알려졌다 · and headlines S "C".

A particle written onto the last word shows the subject, and an ending onto the last word of the content shows that it
is said. The topic of what is said has the subject's particle too (댐은 안전했다고 밝혔다): only a noun for somebody
who speaks, a pronoun or a person's title is taken for the source, and what somebody says who is not found is nobody's.
"""

from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase
from sayso.annotate.reading import AHEAD, COMMAS, Reading
from sayso.annotate.relations import Relation

LABEL = 6  # tokens of the speaker before the quotation of a headline
CREDIT = 12  # tokens of the bracket that opens a report
LONGEST = 5  # tokens of a source
SHORTEST = 2  # tokens of a content
FULL_NAME = 2  # words; one alone behind 시장 may be any noun, as that is a market too
CLAUSE = "subject-clause-verb"
QUOTE = "subject-quote-verb"
OBJECT = "object-verb"


def read_quotative(reading: Reading, cue: Cue) -> bool:
    """S C-다고 V, C-다고 S V and the same with a quotation; somebody's where no S is found."""
    end = _complement_end(reading, cue.first)
    if end is None:
        return _read_object(reading, cue)
    if not cue.kind & VERB:
        return False
    first = _clause_start(reading, end)
    quoted = not reading.outside(end - 1)
    source = _subject(reading, end + quoted, cue.first) if cue.first > end + quoted else None
    content = (first, end)
    if quoted:
        opened = reading.passage.quotations[reading.passage.quoted[end - 1]].first
        source = source or _topic(reading, first, opened)
        content = (_joined_quotation(reading, opened), end)
    elif source is None and (source := _topic(reading, first, end)) is not None:
        at = source[1] + reading.is_mark(source[1], COMMAS)
        content = (at, end)
    if content[1] - content[0] < SHORTEST:
        return False
    made = reading.relation(source, (cue.first, cue.end), [content], QUOTE if quoted else CLAUSE)
    made.unclear = source is None
    _without_particle(reading, made, source)
    return True


def _read_object(reading: Reading, cue: Cue) -> bool:
    """S O-를 V, where V judges and O is no clause: 정부는 짙은 안개를 원인으로 지목했다."""
    if not cue.kind & CueKind.JUDGE:
        return False
    source = _topic(reading, _clause_start(reading, cue.first), cue.first)
    if source is None or cue.first - source[1] < SHORTEST or _has_other_topic(reading, source, cue.first):
        return False
    made = reading.relation(source, (cue.first, cue.end), [(source[1], cue.first)], OBJECT)
    _without_particle(reading, made, source)
    return True


def _has_other_topic(reading: Reading, source: Phrase, end: int) -> bool:
    """Whether a subject belongs to a clause inside the object: 경찰이 찾은 증거를 | 회사는 | 부인했다."""
    topics = tuple(reading.passage.grammar.words["main_topics"])
    if reading.word(source[1] - 1).endswith(topics):
        return False
    return any(reading.word(k).endswith(topics) and _speaks(reading, k) for k in range(source[1], end))


def read_following(reading: Reading, cue: Cue) -> bool:
    """S-에 따르면 C."""
    source = _back_from(reading, cue.first - 1, reading.low)
    at = cue.end + reading.is_mark(cue.end, COMMAS)
    if not reading.word(cue.first - 1).endswith(tuple(reading.passage.grammar.words["followed"])):
        return False
    if source is None or reading.stop - at < SHORTEST:
        return False
    made = reading.relation(source, (cue.first, cue.end), [(at, reading.stop)], "marker-after")
    _without_particle(reading, made, source)
    reading.asides.append((source[0], cue.end))
    return True


def read_label_quotation(reading: Reading) -> bool:
    """S "C", which a headline sets without a colon, where S is a noun for somebody who speaks."""
    if not reading.headline or not reading.has("label_quotes") or reading.statement.level >= 0:
        return False
    passage = reading.passage
    opened = next((q for q in passage.quotations if q.first > reading.low and q.last >= reading.stop - 1), None)
    if opened is None or opened.first - reading.low > 2 * LABEL or not reading.outside(reading.low):
        return False
    end = opened.first - reading.is_mark(opened.first - 1, COMMAS)
    label = (reading.low, end)
    inside = any(reading.is_mark(k, STOPS) or not reading.outside(k) for k in range(*label))
    if end <= reading.low or inside or not "".join(passage.tokens.low[slice(*label)]).endswith(_nouns(reading)):
        return False
    reading.relation(label, (opened.first, opened.first + 1), [(opened.first, opened.last + 1)], "headline-label")
    return True


def _joined_quotation(reading: Reading, opened: int) -> int:
    """Where the first of some quotations opens that one verb closes: "C1"며 "C2"고 말했다."""
    while opened - 2 > reading.low and reading.is_in(opened - 1, "quotatives") and not reading.outside(opened - 2):
        opened = reading.passage.quotations[reading.passage.quoted[opened - 2]].first
    return opened


def _nouns(reading: Reading) -> tuple[str, ...]:
    return tuple(reading.passage.grammar.nouns)


def _complement_end(reading: Reading, verb: int) -> int | None:
    """The token after the last word that bears the ending of what is said, or after the quotation it is hung on to."""
    words = reading.passage.grammar.words
    endings, adnominal = tuple(words["quotative_endings"]), tuple(words["adnominal_endings"])
    for k in range(verb - 1, max(reading.low, verb - 1 - LONGEST), -1):
        if reading.is_mark(k, STOPS) and reading.outside(k):
            return None
        if reading.is_in(k, "quotatives") and not reading.outside(k - 1):
            return k
        held = reading.is_in(k + 1, "positions") and reading.word(k).endswith(adnominal)  # 31명이라는 | 입장을 밝혔다
        if (held or reading.word(k).endswith(endings)) and reading.outside(k):
            return k + 1
    return None


def _clause_start(reading: Reading, end: int) -> int:
    """Where the clause begins that ends at a token: after the verb of what has been read before."""
    tokens = reading.passage.tokens
    said = [r.cue[-1][1] for r in reading.found if r.cue[-1][1] <= tokens.start[end - 1]]
    low = _past_credit(reading, end)
    first = next((k for k in range(low, end) if tokens.start[k] >= max(said)), end) if said else low
    while first < end and (reading.is_in(first, "openers", "coordinators") or reading.is_mark(first, COMMAS)):
        first += 1
    return first


def _past_credit(reading: Reading, end: int) -> int:
    """The token after the bracket that opens a report with its place and agency: (루문=공동통신) | C."""
    closed = range(1, min(end, CREDIT)) if reading.low == 0 and reading.is_mark(0, frozenset("(")) else range(0)
    return next((k + 1 for k in closed if reading.is_mark(k, frozenset(")"))), reading.low)


def _topic(reading: Reading, first: int, end: int) -> Phrase | None:
    """The subject that opens a clause, if it is somebody who speaks."""
    for k in range(first, min(end, first + AHEAD)):
        if not reading.outside(k):
            return None
        if reading.word(k).endswith(tuple(reading.passage.grammar.words["topic_endings"])):
            phrase = _back_from(reading, k, first)
            if phrase is not None and (_speaks(reading, k) or _is_named_behind(reading, phrase)):
                return phrase
    return None


def _subject(reading: Reading, first: int, verb: int) -> Phrase | None:
    """The subject between what is said and its verb, where nothing else has its particle."""
    endings = tuple(reading.passage.grammar.words["subject_endings"])
    at = next((k for k in range(verb - 1, first - 1, -1) if reading.word(k).endswith(endings)), None)
    return _back_from(reading, at, first) if at is not None else None


def _speaks(reading: Reading, k: int) -> bool:
    """Whether a word without its particle is a pronoun or ends in a noun or title for somebody who speaks."""
    bare = _bare(reading, k)
    return reading.passage.grammar.is_in(bare, "pronouns") or bare.endswith(_nouns(reading))


def _is_named_behind(reading: Reading, phrase: Phrase) -> bool:
    """Whether a full name ends a phrase, right behind a noun for somebody: 오를리츠 | 시장 | 베셀라 토민."""
    noun = phrase[1] - 1 - FULL_NAME
    return noun >= phrase[0] and reading.passage.grammar.is_noun(reading.word(noun))


def _bare(reading: Reading, k: int) -> str:
    """A word without the particle that is written onto it."""
    of = reading.passage.grammar
    word = reading.word(k)
    particles = sorted(of.words["subject_endings"] | of.words["followed"], key=len, reverse=True)
    return next((word[: -len(p)] for p in particles if word.endswith(p) and len(word) > len(p)), word)


def _back_from(reading: Reading, last: int, first: int) -> Phrase | None:
    """The noun phrase that ends with a token: back to a mark, an adverb or a word with a particle of its own."""
    cases = tuple(reading.passage.grammar.words["case_endings"])
    k = last
    while k > max(first, last - LONGEST + 1) and reading.outside(k - 1) and not reading.is_mark(k - 1, STOPS):
        other = reading.is_in(k - 1, "openers", "coordinators", "times", "adverbs", "quotatives")
        if other or (reading.word(k - 1).endswith(cases) and not reading.passage.grammar.is_noun(reading.word(k - 1))):
            break
        k -= 1
    return (k, last + 1) if last >= first and reading.outside(last) and _bare(reading, last) else None


def _without_particle(reading: Reading, made: Relation, source: Phrase | None) -> None:
    """The source without the particle written onto its last word."""
    if source is not None:
        word = reading.word(source[1] - 1)
        start, end = made.source[0]
        made.source = [(start, end - (len(word) - len(_bare(reading, source[1] - 1))))]


def read_rumoured(reading: Reading) -> None:
    """C 것으로 알려졌다: known or told, nobody says by whom."""
    if not reading.has("quotative") or reading.found or reading.statement.level >= 0:
        return
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    for k in range(max(reading.low + SHORTEST, reading.stop - LONGEST), reading.stop):
        end = of.starts(lows, k, CueKind.RAISED)
        if end == reading.stop and end > k and reading.outside(k):
            reading.relation(None, (k, end), [(reading.low, k)], "hearsay")
            return
