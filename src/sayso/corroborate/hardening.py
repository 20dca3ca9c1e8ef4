"""Blame or intent that is a hypothesis in one place and claimed as certain in another, often in other words.

Such a pair shares no wording to match by. What shows it is form: words of blame in both, a hypothesis before, an
outright claim of certainty ("can already be taken as certain") in the writer's own voice after.
"""

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso import lexicon
from sayso.corroborate.profile import Profile
from sayso.phrases import any_of, folded, whole_words
from sayso.vocab import CertaintyLevel, Mode, SourceKind

MAX_BEFORE = 2  # hypotheses shown for one hardened statement, those that share most with it
_UNSURE = frozenset({CertaintyLevel.POSSIBLE, CertaintyLevel.PROBABLE})
_ASSERTED = frozenset({Mode.STATEMENT, Mode.OPINION})
_WEAK_SOURCES = frozenset({SourceKind.UNNAMED, SourceKind.NONE, SourceKind.UNCLEAR})


class Hardened(NamedTuple):
    """A hypothesis, the later statement that takes it as certain, and the words that claim certainty."""

    before: Profile
    after: Profile
    marker: str


@functools.cache
def _pattern(table: str, language: str) -> re.Pattern[str] | None:
    phrases = lexicon.load("hardening").tables[table].get(language)
    return whole_words(any_of(str(phrases).split("|")), language) if phrases else None


def _found(table: str, profile: Profile) -> str | None:
    pattern = _pattern(table, profile.language)
    match = pattern.search(folded(profile.mention.span.exact)) if pattern else None
    return match.group() if match else None


def hardened(members: Sequence[Profile]) -> list[Hardened]:
    """The pairs inside one article, in text order of the later one."""
    blaming = [p for p in sorted(members, key=lambda p: p.mention.span.start) if _found("blame", p)]
    unsure = [p for p in blaming if _is_hypothesis(p)]
    found = []
    for after in blaming:
        marker = _found("certain", after) if _is_asserted(after) else None
        if marker:
            earlier = [p for p in unsure if p.mention.span.end <= after.mention.span.start]
            ranked = sorted(earlier, key=lambda p: (-len(p.neutral & after.neutral), p.mention.span.start))
            found += [Hardened(before, after, marker) for before in ranked[:MAX_BEFORE]]
    return found


def _is_hypothesis(profile: Profile) -> bool:
    weak = profile.attribution is None or profile.attribution.source_kind in _WEAK_SOURCES
    return weak and (
        profile.mode is Mode.HYPOTHESIS or (profile.mode is Mode.STATEMENT and profile.certainty in _UNSURE)
    )


def _is_asserted(profile: Profile) -> bool:
    own = profile.mention.attribution_id is None
    return own and profile.mode in _ASSERTED and profile.certainty is CertaintyLevel.CERTAIN
