"""Words behind a label and a colon: Captain Lis: “We let them down.” · CLAIM: The dam has burst.

Reports of matches, live blogs and round-ups name the speaker so. A relation is read only where the label begins its
sentence, names somebody and nothing else, and a whole quotation follows it, not a title in marks. What a check of facts
sets behind "Claim:" is somebody's whom it does not name there, and never the writer's.
"""

import re
from collections.abc import Iterator

from sayso.annotate import source_kinds
from sayso.annotate.cues import CueKind
from sayso.annotate.noun_phrases import DASHES, ENDS, Passage, Phrase, is_name
from sayso.annotate.occasions import without_occasion
from sayso.annotate.quotations import Quotation
from sayso.annotate.reading import COMMAS
from sayso.annotate.relations import Relation
from sayso.vocab import SourceKind

LABEL = 9  # tokens: "Thornley head coach Ana-Maria Lis" and more
LONGEST_CLAUSE = 16  # tokens of a clause that says who a label names
CLOCK = 5  # tokens of the time that heads an entry of a live blog: "14:12", "2:12 p.m. –", "14 h 12 –"
SHORTEST = 4  # tokens of what is said, its marks left out; "The Long Rain" is a title
SPEAKER = "label-quote"
CLAIMED = "label-claim"


def read_labelled(text: str, passage: Passage) -> Iterator[Relation]:
    """The quotations and claims of a paragraph that a label introduces."""
    speak = "labels_speak" in passage.grammar.flags
    if not speak and not passage.grammar.words["claimed_labels"]:
        return
    quoted = {quotation.first: quotation for quotation in passage.quotations if quotation.closed}
    for begin in _openings(passage):
        reach = begin + LABEL
        if (relative := _relative(passage, begin)) is not None:
            reach = relative + LONGEST_CLAUSE
        colon = next((k for k in range(begin + 1, min(len(passage.tokens), reach)) if _is_colon(passage, k)), 0)
        if not colon or any(passage.quoted[k] >= 0 for k in range(begin, colon)):
            continue
        label = " ".join(passage.tokens.low[begin:colon])
        if begin == 0 and passage.grammar.is_in(label, "claimed_labels"):
            yield from _claim(passage, colon)
        elif speak:
            yield from _quotation(text, passage, (begin, colon), quoted.get(colon + 1), relative)


def _relative(passage: Passage, begin: int) -> int | None:
    """The comma before a clause that says who somebody is: Ana Lenz|, who speaks for the port: “C.”."""
    places = range(begin + 1, min(len(passage.tokens) - 1, begin + LABEL))
    comma = next((k for k in places if passage.tokens.raw[k] in COMMAS), None)
    return comma if comma and passage.grammar.is_in(passage.tokens.low[comma + 1], "person_relatives") else None


def _openings(passage: Passage) -> list[int]:
    """The tokens at which sentences begin, outside quotations."""
    raw, inside = passage.tokens.raw, passage.quoted
    closing = {q.last for q in passage.quotations if q.last > q.first and raw[q.last - 1] in ENDS}
    rest = [k for k in range(1, len(raw)) if inside[k] < 0 and (raw[k - 1] in ENDS or k - 1 in closing)]
    timed = next((k for k in range(1, min(CLOCK, len(raw))) if raw[0][:1].isdigit() and raw[k][:1].isupper()), 0)
    return [k for k in (0, timed, *rest) if k < len(raw) and raw[k][:1].isupper()]


def _is_colon(passage: Passage, k: int) -> bool:
    return passage.tokens.raw[k] == ":" and passage.quoted[k] < 0


def _claim(passage: Passage, colon: int) -> Iterator[Relation]:
    end = len(passage.tokens)
    while end > colon + 1 and passage.tokens.raw[end - 1] in ENDS and passage.quoted[end - 1] < 0:
        end -= 1
    if end - colon > SHORTEST:
        offsets = passage.offsets
        yield Relation([], [offsets((0, colon + 1))], [offsets((colon + 1, end))], CLAIMED, quoted=True)


def _quotation(
    text: str, passage: Passage, label: Phrase, quotation: Quotation | None, relative: int | None
) -> Iterator[Relation]:
    begin, colon = label
    label = (begin, relative) if relative is not None and relative < colon else label
    if quotation is None or quotation.last - quotation.first <= SHORTEST:
        return
    if "topic_first" in passage.grammar.flags and "," in passage.tokens.raw[slice(*label)]:
        return  # Processo Lund, l'imputato: a topic and the speaker, which the headline's own rule parts
    if "held_quotes" in passage.grammar.flags and "elisions" in passage.grammar.flags and _is_led(passage, label):
        return
    if passage.grammar.is_in(passage.tokens.low[colon - 1], "led_nouns"):
        return  # Lenz erneuert seine Forderung: no label
    ends = passage.tokens.raw[quotation.last - 1] in ENDS or _is_last(passage, quotation.last)
    source, cue = _behind_dash(passage, label), (colon, colon + 1)
    verb = passage.grammar.starts(passage.tokens.low, label[0], CueKind.SAY | CueKind.QUOTE)
    if label[0] < verb < colon:
        source, cue = (verb, colon), (label[0], verb)  # Added Lis: “We lost.”
    if not ends or not _names_somebody(text, passage, source):
        return
    offsets = passage.offsets
    content = [offsets((quotation.first, quotation.last + 1))]
    yield Relation([offsets(source)], [offsets(cue)], content, SPEAKER, quoted=True)


def _is_led(passage: Passage, label: Phrase) -> bool:
    """Whether more than who it is stands in a label: Più cauto | il maresciallo, Sullo | striscione."""
    of, lows = passage.grammar, passage.tokens.low
    held = ("prepositions", "linkers", "coordinators", "determiners")
    articles = (k for k in range(label[0] + 1, label[1]) if of.is_in(lows[k], "determiners"))
    inner = any(not of.is_in(lows[k - 1], *held) and not of.is_in(lows[k], "linkers") for k in articles)
    return inner or of.is_in(lows[label[0]], "prepositions")


def _behind_dash(passage: Passage, label: Phrase) -> Phrase:
    """The speaker alone where a sentence and a dash stand before: 400 Stellen fallen weg – | Gewerkschaft: "C"."""
    if "nouns_capitalised" not in passage.grammar.flags:
        return label
    dashes = [k for k in range(*label) if passage.tokens.raw[k] in DASHES - {"-"}]
    first = dashes[-1] + 1 if dashes else label[0]
    return without_occasion(passage, (first, label[1])) if first < label[1] else label


def _is_last(passage: Passage, k: int) -> bool:
    """Whether a full stop or nothing follows token `k`."""
    return k + 1 >= len(passage.tokens) or passage.tokens.raw[k + 1] in ENDS


def _names_somebody(text: str, passage: Passage, label: Phrase) -> bool:
    """Whether a label is a name, an office or a body: not "The question now", nor a sentence that leads on."""
    of, tokens = passage.grammar, passage.tokens
    first, end = label
    words = tokens.low[first:end]
    free = [w for w in words if not (of.is_in(w, "determiners") and "elisions" in of.flags)]  # "l'" is a pronoun too
    if any(of.is_in(word, "labels", "pronouns", "auxiliaries", "openers", "times") for word in free):
        return False
    if any(
        of.is_verb(word) and word in free and (k == first or not is_name(passage, k))
        for k, word in zip(range(first, end), words, strict=True)
    ):
        return False
    name = " ".join(tokens.raw[first:end])
    if source_kinds.kind_of(name, of.language) is SourceKind.DOCUMENT:
        return False
    names = [k for k in range(first, end) if tokens.raw[k][:1].isupper() and not of.is_in(tokens.low[k], "determiners")]
    speaks = any(map(of.is_noun, words)) or source_kinds.is_speaker(name, of.language)
    if speaks and not of.is_in(words[-1], "linkers"):
        return True
    return len(names) == len(words) and (len(words) > 1 or _is_known(text, name))


def _is_known(text: str, name: str) -> bool:
    """Whether a single word is a name: it has its capital in the midst of a sentence too."""
    return re.search(rf"\w[,)]? {re.escape(name)}\b", text) is not None
