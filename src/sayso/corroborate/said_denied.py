"""What one account says happened and another says did not, in any two languages, by the concepts that both name.

Told once for each event and what it befell: "hand over bodies" is said by these and denied by those. A denial of what
can still come ("has not handed over") is followed, not contradicted, by a later report that it came.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.corroborate.agreement import NEUTRAL, Rarity
from sayso.corroborate.concepts import entries, thing_names
from sayso.corroborate.profile import Profile
from sayso.corroborate.quoted import against, clip
from sayso.corroborate.topics import context
from sayso.corroborate.unknowns import unknown_phrases
from sayso.model import AccountValue, Contradiction, Reason
from sayso.phrases import any_of, folded, whole_words
from sayso.vocab import Aspect, Difference, Mode, Polarity

CONTESTED = frozenset({"carry", "hand_over", "identify", "leak", "warn", "withdraw"})
"""Events that accounts affirm or deny as such; of hits and crashes it is mostly the claim that is denied."""
COMING = frozenset({"hand_over", "identify", "withdraw"})
"""Events that can come after it was said that they had not."""
_OF_THINGS = frozenset({"carry", "hand_over", "identify"})  # these are nothing without what was carried
_NO_DENIALS = frozenset({"verify", "evidence", "request"})  # "could not verify that bodies were handed over"
MIN_SHARED = 0.4  # of what both name, where they share a name and no thing
MIN_OF_THING = 0.15  # the same where they share the thing as well


def said_and_denied(profiles: Sequence[Profile], rarity: Rarity) -> Iterator[Contradiction]:
    """One record for each event, what it befell, and verdict."""
    denying = [p for p in profiles if _denies(p)]
    saying = [p for p in profiles if p.mode is Mode.STATEMENT and p.polarity is Polarity.POSITIVE and not p.rejects]
    sides: dict[tuple[str, str], tuple[dict[str, Profile], dict[str, Profile]]] = defaultdict(lambda: ({}, {}))
    by_event = {event: [p for p in saying if event in p.neutral] for event in CONTESTED}
    for denial in denying:
        for event in sorted(denial.neutral & CONTESTED):
            for account in by_event[event]:
                about = _common(event, account, denial, rarity)
                if about is not None:
                    said, denied = sides[event, about]
                    said[account.id], denied[denial.id] = account, denial
    for (event, about), (said, denied) in sorted(sides.items()):
        yield _told(event, about, list(said.values()), list(denied.values()))


def _denies(profile: Profile) -> bool:
    """Whether a mention denies something itself, not that it was checked or is known, nor that somebody denied it."""
    if profile.mode is not Mode.STATEMENT or not profile.denied_concepts or profile.denied_concepts & _NO_DENIALS:
        return False
    text = folded(profile.mention.span.exact)
    # "had no information about prisoners on board" denies nothing
    patterns = (_denial(profile.language), unknown_phrases(profile.language))
    return not any(pattern and pattern.search(text) for pattern in patterns)


@functools.cache
def _denial(language: str) -> re.Pattern[str] | None:
    """Verbs of denial: one that is itself denied ("n'a pas nié") affirms nothing and denies nothing."""
    forms = lexicon.load("denials").tables["denials"].get(language)
    return whole_words(any_of(str(forms).split("|")), language) if forms else None


def _common(event: str, account: Profile, denial: Profile, rarity: Rarity) -> str | None:
    """What an event befell that one says and one denies; "" where it is only a name; None where they do not meet.

    "S-300 missiles, not prisoners" denies of the load that it was prisoners.
    """
    if event not in account.neutral or event in account.denied_concepts or _one_voice(account, denial):
        return None
    meaning, shared = rarity.overlap(NEUTRAL, context(account), context(denial))
    things = sorted(set(shared) & thing_names() - account.denied_concepts - _said_with(event, denial.language))
    if event not in denial.denied_concepts:
        things = [thing for thing in things if event in _OF_THINGS and thing in denial.denied_concepts]
        return things[0] if things and meaning >= MIN_OF_THING else None
    if things and meaning >= MIN_OF_THING:
        return things[0]
    named = any(concept[0] == "@" or concept.isupper() for concept in shared)
    return "" if named and meaning >= MIN_SHARED and event not in _OF_THINGS else None


@functools.cache
def _said_with(event: str, language: str) -> frozenset[str]:
    """The things that a form of an event names by itself: who denies "prisoners aboard" speaks of prisoners.

    With "occupant" for a thing, "missiles were aboard" affirmed what he denies.
    """
    forms = {form for concept, form in entries(language) if concept == event}
    return frozenset(concept for concept, form in entries(language) if form in forms and concept != event)


def _one_voice(one: Profile, other: Profile) -> bool:
    same = one.mention.article_id == other.mention.article_id
    return same and one.mention.attribution_id == other.mention.attribution_id


def _told(event: str, about: str, said: list[Profile], denied: list[Profile]) -> Contradiction:
    for side in (said, denied):
        side.sort(key=lambda p: p.order)
    what = " ".join(filter(None, (event, about))).replace("_", " ")
    later = event in COMING and _follows(said, denied)
    texts = [clip(side[0].mention.span.exact) for side in (said, denied)]
    verdict = Difference.UPDATE if later else Difference.CONFLICT
    why = "it was said to have come after it was said that it had not" if later else "one affirms, the other denies"
    return Contradiction(
        aspect=Aspect.POLARITY,
        topic=what,
        verdict=verdict,
        values=tuple(
            AccountValue(value=text, mention_ids=tuple(p.id for p in side))
            for text, side in zip(texts, (said, denied), strict=True)
        ),
        explanation=f"Some accounts affirm, others deny ({what}): {against(*texts)}",
        reasons=(Reason(code=verdict.value, detail=why, evidence=(said[0].id, denied[0].id)),),
    )


def _follows(said: Sequence[Profile], denied: Sequence[Profile]) -> bool:
    """Whether all that affirm were published after all that deny, as far as they are dated."""
    ours, theirs = ([p.published for p in side if p.published] for side in (said, denied))
    return bool(ours and theirs) and min(ours) > max(theirs)
