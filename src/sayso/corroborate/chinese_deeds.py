"""Who did it in Chinese, which has neither blanks nor endings: before the verb, or behind the word for "by"."""

import functools
import re
from collections.abc import Iterator

from sayso import lexicon
from sayso.corroborate.actors import BY_STATE, STATE, STRIKE, Actor, sides, words
from sayso.corroborate.bodies import state_of
from sayso.corroborate.country_names import places
from sayso.corroborate.deed import Deed
from sayso.corroborate.denial import rejects

_CLAUSE = re.compile(r"[，。；！？,;!?]")
_NOT = re.compile("[没沒未不]")
_DENIED = 4  # characters before a verb
_LONGEST = 600
_NO_WEAPON = "(?!导弹|導彈|系统|系統|武器)"
_STATE_AHEAD = 8  # characters before forces in which the name of their state ends


@functools.cache
def _forms(table: str) -> tuple[tuple[str, str], ...]:
    """(form, what it names), the longest first."""
    listed = lexicon.load("deeds").tables[table]
    pairs = [(form, name) for name, forms in listed.items() for form in forms.get("zh", "").split("|") if form]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def chinese_deeds(text: str, speaker: Actor | None, *, denied: bool) -> tuple[Deed, ...]:
    """The deeds of one Chinese text; `speaker` says it, `denied` is whether it denies all of it."""
    found = dict.fromkeys(
        deed for clause in _CLAUSE.split(text[:_LONGEST]) for deed in _in_clause(clause, speaker, denied=denied)
    )
    return tuple(found)


def _in_clause(clause: str, speaker: Actor | None, *, denied: bool) -> Iterator[Deed]:
    turned = denied or rejects(clause, "zh")
    for form, what in _forms("deeds"):
        at = clause.find(form)
        if at < 0:
            continue
        by = max((clause.rfind(marker, 0, at) for marker in words("agents", "zh")), default=-1)
        actors = list(_actors(clause[by + 1 : at] if by >= 0 else clause[:at]))
        nearest = [actor for actor in actors if actor.state] or actors
        actor = (actors[0] if by >= 0 else nearest[-1]) if actors else speaker if turned else None
        if actor:
            yield Deed(what, actor, denied=turned or _is_denied(clause, at), near=clause)


def _is_denied(clause: str, at: int) -> bool:
    """Whether a word of denial stands right before a verb; "无" opens the word for a drone."""
    return bool(_NOT.search(clause[max(0, at - _DENIED) : at]))


def _actors(text: str) -> Iterator[Actor]:
    """The forces and states that a stretch of text names, in order."""
    found: list[tuple[int, int, Actor]] = []
    for form, kind in _forms("actors"):
        for match in re.finditer(re.escape(form) + _NO_WEAPON, text):
            if any(low < match.end() and match.start() < high for low, high, _ in found):
                continue
            ahead = text[max(0, match.start() - _STATE_AHEAD) : match.start()]
            named = places(ahead)
            state = named[-1][0] if named else state_of(text[: match.end()], (form,)) or ""
            if kind == STRIKE and not state:
                continue
            found.append(
                (match.start(), match.end(), Actor(state, kind, sides()[kind], text[: match.end()][-_STATE_AHEAD:]))
            )
    if found:
        yield from (actor for _, _, actor in sorted(found, key=lambda item: item[:2]))
        return
    for state, _ in places(text):
        yield Actor(state, STATE, BY_STATE, text[:_STATE_AHEAD])
