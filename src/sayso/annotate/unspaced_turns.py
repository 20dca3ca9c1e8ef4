"""Chinese paragraphs that a label and a colon open: the turns of an interview, 省水利厅消息：C, 市长陆青：C.

A label speaks where it is an office or body with enough behind it, or a name that the article has elsewhere too.
What the reporter asks is the outlet's own.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.noun_phrases import ENDS, STOPS, Passage, Phrase
from sayso.annotate.quotations import MARKS
from sayso.annotate.reading import COLONS
from sayso.annotate.relations import Relation
from sayso.annotate.unspaced_subjects import ends_as_speaker

LABEL = 14  # tokens
SHORTEST = 5  # tokens of a turn
LONGEST_NAME = 8  # signs of a name alone
CONSTRUCTION = "label-turn"


def read_turns(text: str, passage: Passage, found: Sequence[Relation], first: int) -> Iterator[Relation]:
    """The turn that a paragraph is, its label at token `first`; whatever else was found in it stands within."""
    if "pro_drop" not in passage.grammar.flags:
        return
    raw = passage.tokens.raw
    colon = next((k for k in range(first + 1, min(len(raw), first + LABEL)) if raw[k] in COLONS), None)
    if colon is None or passage.quoted[colon] >= 0 or colon + SHORTEST >= len(raw):
        return
    label = (first, colon)
    if any(raw[k] in STOPS | MARKS or passage.quoted[k] >= 0 for k in range(*label)):
        return
    end = len(raw)
    while end > colon + 1 and raw[end - 1] in ENDS and passage.quoted[end - 1] < 0:
        end -= 1
    whole = passage.offsets((colon + 1, end))
    if any(low < whole[1] and high > whole[0] and r.cue[0][0] < whole[0] for r in found for low, high in r.content):
        return
    source = _speaker(text, passage, label)
    answers = "".join(passage.tokens.low[first:colon]) in passage.grammar.words["answer_labels"]
    if source is None and not answers:
        return
    cue = [passage.offsets((colon, colon + 1))]
    turn = Relation([passage.offsets(source)] if source else [], cue, [whole], CONSTRUCTION, quoted=True)
    turn.unclear = source is None
    for relation in found:
        relation.within = relation.within or turn
    yield turn


def _speaker(text: str, passage: Passage, label: Phrase) -> Phrase | None:
    of, tokens = passage.grammar, passage.tokens
    first, end = label
    while end > first + 1 and of.is_in(tokens.low[end - 1], "news_labels"):
        end -= 1
    name = "".join(tokens.raw[first:end])
    if (
        name.endswith(tuple(of.words["question_labels"]))
        or name in of.words["labels"]
        or name in of.words["answer_labels"]
    ):
        return None
    if any(
        of.is_in(tokens.low[k], "pronouns", "demonstratives", "negations", "conditional") for k in range(first, end)
    ):
        return None
    if ends_as_speaker(passage, (first, end)) and name not in of.nouns:
        return (first, end)
    asked = any(re.search(rf"^\W*{re.escape(q)}[：:]", text, re.MULTILINE) for q in of.words["question_labels"])
    named = len(name) <= LONGEST_NAME and re.search(rf"{re.escape(name)}(?![：:])", text) is not None
    return (first, end) if asked and named else None
