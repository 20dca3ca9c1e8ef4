"""Tags with a pronoun that close what was said: "C, she explained", "C, it said by telephone"."""

import re

from sayso.annotate import cues

CLOSERS = frozenset(',”"’»“')  # before the speaker of what stands before: "It held, Lenz said"
BACK = 40  # code points of a marker like "according to"
_WHEN_WHERE = r"(?: (?:on|in|at|by|from|via|over|during|after|to|through) [^,.;:?!\n“”\"]{1,60}| later| then| again)?"
_TAG = re.compile(
    rf"(?:(?:its|one) \w+|\w+) (?:\w+ly )?\w+(?: reporters| journalists| [A-Z][\w'’-]+){{0,3}}{_WHEN_WHERE}[.,;]"
)


def is_tag(text: str, offset: int, language: str) -> bool:
    """Whether a pronoun at a place closes what was said before it."""
    before = text[max(0, offset - 2) : offset].rstrip()
    if before[-1:] in CLOSERS and _TAG.match(text, offset) is not None:
        return True
    grammar = cues.grammar(language)
    ahead = text[max(0, offset - BACK) : offset].lower().split()
    return grammar is not None and any(
        grammar.starts(ahead, k, cues.CueKind.BEFORE) == len(ahead) and ahead[k - 1][-1:] in ",”"
        for k in range(1, len(ahead))
    )
