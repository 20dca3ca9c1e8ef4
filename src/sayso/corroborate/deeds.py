"""What somebody did, by whom, and whether a mention says or denies it: "Norway denies having shot it down"."""

import functools
import re
from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.corroborate.actors import (
    AGAINST,
    BY_STATE,
    STATE,
    Actor,
    Placed,
    Token,
    actors_in,
    agent_of,
    subject_of,
    tokens_of,
)
from sayso.corroborate.chinese_deeds import chinese_deeds
from sayso.corroborate.deed import Deed
from sayso.corroborate.denial import rejects
from sayso.corroborate.profile import Profile
from sayso.corroborate.source_names import Source, read_source
from sayso.corroborate.terms import Found, Terms
from sayso.corroborate.voices import is_active, is_denied, is_passive
from sayso.vocab import Mode

LANGUAGES = frozenset({"en", "ru", "uk", "de", "fr", "es", "it", "pl", "tr", "ar", "zh"})
_VOICES = ("deeds", "passive", "nonfinite")
_MARKS = re.compile("[\u064b-\u0652\u0670]")  # Arabic vowel signs
_AROUND = 7  # words on either side of a verb in which stands what it was done to
_BODIES = {
    "police": "police",
    "rebels": "rebels",
    "security_service": "secret_service",
    "military_intelligence": "secret_service",
    "coast_guard": "guards",
    "border_guard": "guards",
}
_OF_STATE = frozenset(
    {"general_staff", "air_force", "navy", "defence_ministry", "government", "presidency", "foreign_ministry"}
)


@functools.cache
def _terms(voice: str, language: str) -> Terms:
    listed = lexicon.load("deeds").tables[voice]
    forms = ((deed, form) for deed, by_language in listed.items() for form in by_language.get(language, "").split("|"))
    return Terms.of(language, ((deed, form) for deed, form in forms if form))


@functools.cache
def _denials(language: str) -> Terms:
    forms = str(lexicon.load("denials").tables["denials"].get(language, "")).split("|")
    return Terms.of(language, (("deny", form) for form in forms if form))


@functools.cache
def _accusing(language: str) -> Terms:
    forms = str(lexicon.load("deeds").tables["accusing"].get(language, "")).split("|")
    return Terms.of(language, (("accuse", form) for form in forms if form))


def deeds_of(profile: Profile) -> tuple[Deed, ...]:
    """The deeds that a mention tells of, each with whoever it says did it."""
    if profile.mode is not Mode.STATEMENT or profile.language not in LANGUAGES:
        return ()
    attribution = profile.attribution
    name = (attribution.resolved_name or attribution.source_name) if attribution else None
    source = read_source(name, attribution.source_kind) if attribution and name else None
    cue = " ".join(part.exact for part in attribution.cue) if attribution else ""
    denied = bool(cue) and rejects(cue, profile.language)
    return deeds_in(profile.mention.span.exact, profile.language, source, denied=denied)


@functools.lru_cache(maxsize=20_000)
def deeds_in(text: str, language: str, source: Source | None, *, denied: bool) -> tuple[Deed, ...]:
    """The deeds of one text; `source` says it, `denied` is whether it denies all of it."""
    speaker = acting(source) if source else None
    if language == "zh":
        return chinese_deeds(text, speaker, denied=denied)
    text = _MARKS.sub("", text)
    tokens = tokens_of(text)
    placed = actors_in(text, tokens, language)
    return tuple(dict.fromkeys(_deeds(tokens, placed, language, speaker, denied=denied)))


def acting(source: Source) -> Actor | None:
    """A source as somebody who may have done what it speaks of: a state, or forces."""
    if source.body in _BODIES:
        kind = _BODIES[source.body]
        side = AGAINST if kind == "rebels" else BY_STATE
        return Actor(source.country or "", kind, side, source.printed)
    if source.country and (source.metonym or source.body in _OF_STATE):
        return Actor(source.country, STATE, BY_STATE, source.printed)
    if source.body in {"general_staff", "air_force", "navy"}:
        return Actor("", "military", BY_STATE, source.printed)
    return None


def _deeds(
    tokens: Sequence[Token], placed: Sequence[Placed], language: str, speaker: Actor | None, *, denied: bool
) -> Iterator[Deed]:
    lows = [token.low for token in tokens]
    denials = [min(hit.places) for hit in _denials(language).find(lows)]
    accusing = [min(hit.places) for hit in _accusing(language).find(lows)]
    for voice in _VOICES:
        for hit in sorted(_terms(voice, language).find(lows), key=lambda hit: (sorted(hit.places), hit.concept)):
            first, last = min(hit.places), max(hit.places)
            near = " ".join(token.raw for token in tokens[max(0, first - _AROUND) : last + 1 + _AROUND])
            actor = _actor(tokens, placed, hit, voice, language)
            before = [at for at in denials if at < first or language == "tr"]
            accused = _accused(placed, accusing, first, language)
            if before or denied:
                since = before[-1] if before else -1
                own = actor if any(p.actor == actor and p.first > since for p in placed) else None
                who = own or _denier(tokens, placed, before, language) or speaker
                if who:
                    yield Deed(hit.concept, who, denied=True, near=near)
            elif accused:
                yield Deed(hit.concept, accused, denied=False, near=near)
            elif actor:
                yield Deed(hit.concept, actor, denied=is_denied(tokens, first, last, language), near=near)


def _accused(placed: Sequence[Placed], accusing: Sequence[int], first: int, language: str) -> Actor | None:
    """Who is accused of what the verb at `first` says: he stands behind the accusing, in Turkish behind the accuser."""
    if not accusing:
        return None
    if language == "tr":
        ahead = [p.actor for p in placed if p.last < first]
        return ahead[-1] if len(ahead) > 1 else None
    between = [p.actor for p in placed if any(at < p.first < first for at in accusing)]
    return between[-1] if between else None


def _denier(tokens: Sequence[Token], placed: Sequence[Placed], denials: Sequence[int], language: str) -> Actor | None:
    """Who denies: whoever stands before the verb of denial, else behind it."""
    if not denials:
        return None
    found = subject_of(tokens, placed, denials[-1], denials[-1], language)
    ahead = [p.actor for p in placed if p.last < denials[-1]]
    return found or (ahead[-1] if ahead else None)


def _actor(tokens: Sequence[Token], placed: Sequence[Placed], hit: Found, voice: str, language: str) -> Actor | None:
    first, last = min(hit.places), max(hit.places)
    if voice == "nonfinite":
        return None
    if language == "ar":  # which writes both voices alike
        return agent_of(tokens, placed, first, last, language) or subject_of(tokens, placed, first, last, language)
    if voice == "passive" or is_passive(tokens, first, last, language):
        return agent_of(tokens, placed, first, last, language)
    if not is_active(tokens, placed, first, last, language):
        return None
    return subject_of(tokens, placed, first, last, language)
