"""Verbs that frame a quotation by where they stand: «C», — шепчет S · «C! — негодовал S. — C».

Right behind the dash that follows a quotation, or is set into one, every finite verb with a speaker after it tells
how the words were said, though it be no verb of saying: smiles, sighs, shrugs. No list of them is ever complete.
"""

from collections.abc import Iterator

from sayso.annotate.cues import SHORT_VERB, Cue, CueKind, Grammar
from sayso.annotate.noun_phrases import DASHES, ENDS, Passage
from sayso.annotate.reading import COLONS, COMMAS

ADVERBS = 2  # before the verb: "— тихо и грустно отвечает она"


def is_framing(word: str, of: Grammar) -> bool:
    """Whether a lower-case word has the ending of a finite verb in the third person and is no noun."""
    if len(word) <= SHORT_VERB or not word.endswith(of.framing_endings or ("\0",)):
        return False
    return word not in of.words["not_verbs"] and not of.is_noun(word) and not of.is_adverb(word)


def framing_verb(passage: Passage, dash: int, level: int) -> Cue | None:
    """The verb behind a dash, adverbs passed over, as a cue of quotations; None if there is none in lower case."""
    tokens, of = passage.tokens, passage.grammar
    k = dash + 1
    while k < len(tokens) and k <= dash + ADVERBS and of.is_adverb(tokens.low[k]):
        k += 1
    if k >= len(tokens) or not passage.is_outside(k, level) or not tokens.raw[k][:1].islower():
        return None
    known = of.starts(tokens.low, k, CueKind.SAY | CueKind.TELL | CueKind.QUOTE)
    if known > k:
        return Cue(k, known, CueKind.QUOTE)
    return Cue(k, k + 1, CueKind.QUOTE) if is_framing(tokens.low[k], of) else None


def frames_after(passage: Passage, first: int, stop: int, level: int) -> Iterator[Cue]:
    """The verbs of frames that follow a quotation: «C», — V S."""
    raw = passage.tokens.raw
    for i in range(first + 1, stop - 1):
        if raw[i] in DASHES and passage.is_outside(i, level):
            mark = i - 2 if raw[i - 1] in COMMAS else i - 1
            if mark >= first and passage.quoted[mark] != level:
                cue = framing_verb(passage, i, level)
                if cue is not None:
                    yield cue


def frames_before(passage: Passage, first: int, stop: int, level: int) -> Iterator[Cue]:
    """The verbs right before the colon of a quotation whose speaker is a noun for one: Соседка плачет: «C»."""
    tokens, of = passage.tokens, passage.grammar
    for i in range(first + 2, stop - 1):
        if tokens.raw[i] in COLONS and passage.quoted[i + 1] != level and passage.is_outside(i, level):
            verb = tokens.low[i - 1]
            subject = range(first, i - 1)
            speaks = any(tokens.low[k] in of.heads for k in subject)
            other = any(of.starts(tokens.low, k, CueKind.SAY | CueKind.QUOTE | CueKind.JUDGE) > k for k in subject)
            if is_framing(verb, of) and tokens.raw[i - 1].islower() and speaks and not other:
                yield Cue(i - 1, i, CueKind.QUOTE)


def frames_within(passage: Passage, first: int, stop: int, level: int) -> Iterator[Cue]:
    """The verbs of frames set into a quotation or a line of dialogue: C1, — V S, — C2."""
    raw = passage.tokens.raw
    for i in range(first + 2, stop - 1):
        if raw[i] in DASHES and raw[i - 1] in COMMAS | ENDS and passage.is_outside(i, level):
            cue = framing_verb(passage, i, level)
            if cue is not None:
                yield cue
