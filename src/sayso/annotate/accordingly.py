"""What "accordingly" goes back to: "The operator put out its records. | Demnach brach das Signal um 14.07 Uhr ab".

It is according to the records, which are the operator's: whoever opens the sentence before, if that names a document.
"""

from sayso.annotate.noun_phrases import ENDS, NAME_IN_MARKS, Passage, phrase_after
from sayso.annotate.reading import COMMAS, Statement
from sayso.annotate.relations import Relation
from sayso.annotate.source_kinds import is_speaker, words_of

CONSTRUCTION = "accordingly"
SHORTEST = 4  # tokens of what is told
LONGEST = 60  # tokens of the sentence before


def read_accordingly(passage: Passage, statement: Statement, end: int) -> Relation | None:
    """What a statement up to token `end` tells by the document that the sentence before speaks of."""
    of, tokens, first = passage.grammar, passage.tokens, statement.first
    after = of.after("accordingly", tokens.low, first)
    parted = tokens.raw[after] in COMMAS if after < end else False
    if after == first or not (parted or "verb_second" in of.flags) or end - after < SHORTEST:
        return None
    opens = first - 1
    while opens > max(0, first - LONGEST) and tokens.raw[opens - 1] not in ENDS:
        opens -= 1
    documents = words_of(of.language, "document")
    source = phrase_after(passage, opens, first) if opens < first else None
    if source is None or source[0] != opens or any(_is_long(passage, k) for k in range(opens, first)):
        return None
    told = any(tokens.low[k] in documents for k in range(source[1], first))
    name = " ".join(tokens.raw[opens : source[1]])
    body = is_speaker(name, of.language) or any(of.is_noun(tokens.low[k]) for k in range(*source))
    if not told or not body:
        return None
    content = (after + parted, end)
    return Relation(
        source=[passage.offsets(source)],
        cue=[passage.offsets((first, after))],
        content=[passage.offsets(content)],
        construction=CONSTRUCTION,
    )


def _is_long(passage: Passage, k: int) -> bool:
    """Whether a token stands in a quotation that is no name set in marks."""
    quotation = passage.quotations[passage.quoted[k]] if passage.quoted[k] >= 0 else None
    return quotation is not None and quotation.last - quotation.first > NAME_IN_MARKS
