"""The speaker before the colon or after the dash of a headline: Ministry: plane was hit · Plane was hit — ministry."""

from sayso.annotate.colon_quotes import read_opening_quotation
from sayso.annotate.frames import is_framing
from sayso.annotate.given_names import is_given_name
from sayso.annotate.noun_phrases import DASHES, Phrase, is_name, phrase_after
from sayso.annotate.occasions import without_occasion
from sayso.annotate.reading import COLONS, COMMAS, Reading
from sayso.annotate.source_kinds import is_speaker, kind_of
from sayso.annotate.subjects import is_somebody, names_speaker
from sayso.vocab import SourceKind

LABEL = 8  # tokens before the colon of a headline: "Defence ministry of Norland: plane was hit"
TOPIC = 7  # more of them where a topic may stand before the speaker: "Bomba d'acqua sul Lago Verde, il sindaco: …"
_TAGGED = frozenset(
    {"quote-verb-subject", "clause-verb-subject", "quote-subject-verb", "marker-final", "closing-source"}
)


_LEADING = frozenset({"verb-quote", "verb-colon", "colon-quote", "led-quotation", "lead-in"})


def read_headline_colon(reading: Reading) -> bool:
    """The speaker before a colon: Ministry: plane was hit; whether there is a colon."""
    first = reading.low
    if read_opening_quotation(reading):
        return True
    longest = LABEL + TOPIC if reading.has("held_quotes") and reading.has("topic_first") else LABEL
    for i in range(first + 1, min(reading.stop - 2, first + longest)):
        if reading.is_mark(i, COLONS) and reading.outside(i):
            source = _behind_topic(reading, first, i)
            if source is None and i - first >= LABEL:
                return False
            source = source or phrase_after(reading.passage, first, i)
            heads = {reading.word(k) for k in range(first, i)}
            if _is_topic(reading, first, i):
                return False
            speaks = source is not None and source[1] == i and _opens(reading, source, first)
            if source and reading.has("topic_first") and not is_somebody(reading, source):
                speaks = speaks and not any(reading.is_in(k, "prepositions") for k in range(*source))
            source = without_occasion(reading.passage, source) if source else None
            if source and speaks and not heads & reading.passage.grammar.words["labels"]:
                reading.relation(source, (i, i + 1), [(i + 1, reading.stop)], "headline-colon")
            return True
    return False


def _is_topic(reading: Reading, first: int, colon: int) -> bool:
    """Whether a label is no speaker, and a speaker closes the headline: Вибух на заводі: є загиблі — | поліція."""
    if not reading.has("indefinite_plural"):
        return False
    dash = next((k for k in range(reading.stop - 2, colon + 1, -1) if reading.is_mark(k, DASHES)), None)
    if dash is None or not reading.outside(dash) or reading.stop - dash > LABEL:
        return False
    closes = any(reading.passage.grammar.is_noun(reading.word(k)) for k in range(dash + 1, reading.stop))
    labelled = any(reading.is_in(k, "labels") for k in range(first, colon))
    return closes and (labelled or not names_speaker(reading, (first, colon)))


def _opens(reading: Reading, source: Phrase, first: int) -> bool:
    return source[0] == first or reading.is_mark(source[0] - 1, COMMAS)


def _behind_topic(reading: Reading, first: int, colon: int) -> Phrase | None:
    """The speaker alone where a headline sets its topic before: Procès Lund, | l'accusé : « C »."""
    if not reading.has("topic_first"):
        return None
    comma = next((k for k in range(colon - 1, first, -1) if reading.is_mark(k, COMMAS)), None)
    if comma is None or comma + 1 >= colon:
        return None
    rest = phrase_after(reading.passage, comma + 1, colon, apposed=False)
    if rest != (comma + 1, colon) or not names_speaker(reading, rest):
        return None
    determined = reading.is_in(comma + 1, "determiners")
    if determined:
        return rest
    bare = all(is_name(reading.passage, k) for k in range(*rest))
    opens = reading.passage.tokens.raw[first]
    office = any(reading.passage.grammar.is_noun(reading.word(k)) for k in range(first, comma))
    return rest if bare and not office and not is_given_name(opens) else None


def _can_close(reading: Reading, tail: range) -> bool:
    """Whether a headline's last words name a source: not an outlet, nor what it is ("live", "match report")."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if any(lows[k] in of.outlets or (reading.is_in(k, "labels") and not of.is_noun(lows[k])) for k in tail):
        return False
    name = " ".join(reading.passage.tokens.raw[k] for k in tail)
    return len(tail) == 1 or kind_of(name, of.language) is not SourceKind.DOCUMENT


def read_headline_dash(reading: Reading) -> None:
    """Plane was hit — ministry: the source after the last dash is short and a body or office."""
    for i in range(reading.stop - 2, max(reading.low + 2, reading.stop - LABEL), -1):
        if reading.is_mark(i, DASHES) and reading.outside(i):
            of, lows = reading.passage.grammar, reading.passage.tokens.low
            tail = range(i + 1, reading.stop)
            if reading.has("labels_speak") and not _can_close(reading, tail):
                return
            if any(of.is_noun(lows[k]) for k in tail) or _is_surname(reading, i, tail):
                source = without_occasion(reading.passage, (i + 1, reading.stop))
                reading.relation(source, (i, i + 1), [(reading.low, i)], "headline-dash")
            return


def _is_surname(reading: Reading, dash: int, tail: range) -> bool:
    """Whether one name closes a headline that is a clause: Опозиція не голосуватиме за бюджет — | Лановий."""
    of, passage = reading.passage.grammar, reading.passage
    if not reading.has("indefinite_plural") or len(tail) != 1 or not is_name(passage, tail[0]):
        return False
    ahead = range(reading.low + 1, dash)
    acts = any(of.is_verb(reading.word(k)) or is_framing(reading.word(k), of) for k in ahead if reading.outside(k))
    return acts and len(ahead) > LABEL // 2 - 1 and not reading.is_in(tail[0], "labels", "times")


def settle_topic(reading: Reading) -> None:
    """Take back what stands before a headline's colon as speaker where the words have one of their own behind.

    « Match de Lund : « C », peste l'entraîneur »: the match says nothing, and is no part of what is said.
    """
    label = next((r for r in reading.found if r.construction == "headline-colon"), None)
    tokens = reading.passage.tokens
    colon = next(
        (k for k in range(reading.low, min(reading.stop, reading.low + LABEL)) if reading.is_mark(k, COLONS)), None
    )
    if colon is None or not reading.headline or colon + 1 >= reading.stop:
        return
    start = tokens.start[colon + 1]
    tagged = [r for r in reading.found if r.construction in _TAGGED and r.cue[0][0] > start and r.source]
    if not tagged:
        return
    if label is not None:
        name = tokens.raw[slice(reading.low, colon)]
        if is_speaker(" ".join(name), reading.passage.grammar.language):
            return
        reading.found.remove(label)
    for relation in tagged:
        relation.content = [(max(low, start), high) for low, high in relation.content if high > start]


def settle_tagged(reading: Reading) -> None:
    """S1 V: «C», V S2: the tag says who speaks, and what leads to the quotation is the writer's."""
    if not (reading.has("held_quotes") and reading.has("elisions")):
        return
    for tag in [r for r in reading.found if r.construction == "quote-verb-subject" and r.content]:
        low, high = tag.content[0]
        led = [r for r in reading.found if r is not tag and r.quoted and r.content and low <= r.cue[0][0] < high]
        led = [r for r in led if r.construction in _LEADING and low < r.content[0][0] < high]
        if led:
            tag.content[0] = (led[-1].content[0][0], high)
            reading.found = [r for r in reading.found if r not in led]


def settle_denials(reading: Reading) -> None:
    """Where one claims and another only denies it, the claim is what is denied: S1 V C, S2 nie."""
    tokens = reading.passage.tokens
    for outer in reading.found:
        if outer.construction != "clause-subject-verb" or len(outer.content) != 1:
            continue
        low, high = outer.content[0]
        words = [
            tokens.low[i] for i in range(reading.low, reading.stop) if (tokens.start[i], tokens.end[i]) in outer.cue
        ]
        if not any(reading.passage.grammar.is_in(word, "denying") for word in words):
            continue
        held = [r for r in reading.found if r is not outer and r.content and r.source and low <= r.cue[0][0] < high]
        if held:
            outer.content = [(start, min(end, high)) for start, end in held[-1].content if start < high]
