"""What somebody did, by whom, and whether a mention says or denies it: "Norway denies having shot it down"."""

import functools
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
    words,
)
from sayso.corroborate.chinese_deeds import chinese_deeds
from sayso.corroborate.deed import Deed
from sayso.corroborate.denial import is_negated, rejects
from sayso.corroborate.profile import Profile
from sayso.corroborate.source_names import Source, read_source
from sayso.corroborate.terms import Found, Terms
from sayso.vocab import Mode

LANGUAGES = frozenset({"en", "ru", "uk", "de", "fr", "es", "it", "pl", "tr", "ar", "zh"})
_VOICES = ("deeds", "passive", "nonfinite")
_AUXILIARY = 4  # words before a participle in which "was" or "has" stands
_DIRECT = 3  # words behind a participle in which "by" makes it passive
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
    forms = str(lexicon.load("events").tables["events"]["accuse"].get(language, "")).split("|")
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
    accusing = [max(hit.places) for hit in _accusing(language).find(lows)]
    for voice in _VOICES:
        for hit in _terms(voice, language).find(lows):
            first = min(hit.places)
            last = max(hit.places)
            before = [at for at in denials if at < first or language == "tr"]
            actor = _actor(tokens, placed, hit, voice, language)
            if before or denied:
                after = [p for p in placed if before and p.first > before[-1]] if before else list(placed)
                own = actor if actor and any(p.actor == actor for p in after) else None
                denier = speaker if denied and not before else _denier(tokens, placed, before, language) or speaker
                if own or denier:
                    yield Deed(hit.concept, own or denier, denied=True)  # type: ignore[arg-type]
                continue
            if voice == "nonfinite":
                accused = [p.actor for p in placed if any(at < p.first < first for at in accusing)]
                if accused:
                    yield Deed(hit.concept, accused[-1], denied=False)
                continue
            if actor:
                yield Deed(hit.concept, actor, denied=_is_denied(tokens, first, last, language))


def _denier(tokens: Sequence[Token], placed: Sequence[Placed], denials: Sequence[int], language: str) -> Actor | None:
    """Who denies: whoever stands before the verb of denial, else behind it."""
    if not denials:
        return None
    found = subject_of(tokens, placed, denials[-1], denials[-1], language)
    ahead = [p.actor for p in placed if p.last < denials[-1]]
    return found or (ahead[-1] if ahead else None)


def _is_denied(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    """Whether a word of denial stands in the clause of a verb."""
    start = next((at for at in range(first, 0, -1) if tokens[at].parted), 0)
    end = next((at for at in range(last + 1, len(tokens)) if tokens[at].parted), len(tokens))
    return is_negated(" ".join(token.raw for token in tokens[start:end]), language)


def _actor(tokens: Sequence[Token], placed: Sequence[Placed], hit: Found, voice: str, language: str) -> Actor | None:
    first, last = min(hit.places), max(hit.places)
    if voice == "nonfinite":
        return None
    if voice == "passive" or _is_passive(tokens, first, last, language):
        return agent_of(tokens, placed, first, last, language)
    if not _is_active(tokens, first, last, language):
        return None
    return subject_of(tokens, placed, first, last, language)


def _clause(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    start = next((at for at in range(first, 0, -1) if tokens[at].parted), 0)
    end = next((at for at in range(last + 1, len(tokens)) if tokens[at].parted), len(tokens))
    return start, end


def _is_passive(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    """Whether a form that serves both voices is passive: by a "was" before it, or a "by" right behind it."""
    start, end = _clause(tokens, first, last)
    passive, agents = words("passive_words", language), words("agents", language)
    if language == "de":
        return not passive.isdisjoint(token.low for token in tokens[start:end])
    if language in {"en", "fr", "es", "it"}:
        led = not passive.isdisjoint(token.low for token in tokens[max(start, first - _AUXILIARY) : first])
        active = not words("active_words", language).isdisjoint(
            token.low for token in tokens[max(start, first - _AUXILIARY) : first]
        )
        by = not agents.isdisjoint(token.low for token in tokens[last + 1 : min(end, last + 1 + _DIRECT)])
        return (led and not (language == "fr" and active and not _has(tokens, first, start, "été"))) or (
            by and not active
        )
    return False


def _has(tokens: Sequence[Token], first: int, start: int, word: str) -> bool:
    return any(token.low == word for token in tokens[max(start, first - _AUXILIARY) : first])


def _is_active(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    """Whether a form that may be a participle without a verb is one that says what its subject did."""
    start, end = _clause(tokens, first, last)
    form = tokens[last].low if language == "en" else tokens[first].low
    if language == "en":
        has = not words("active_words", language).isdisjoint(
            t.low for t in tokens[max(start, first - _AUXILIARY) : first]
        )
        behind = tokens[last + 1].low if last + 1 < end else ""
        return (
            has
            or not form.endswith(("ed", "wn", "ot", "ck", "it", "ad"))
            or bool(behind and behind not in words("no_object", "en"))
        )
    if language == "fr" and form.endswith(
        ("é", "ée", "és", "ées", "u", "ue", "us", "ues", "is", "ise", "it", "ite", "its")
    ):
        return not words("active_words", language).isdisjoint(
            t.low for t in tokens[max(start, first - _AUXILIARY) : first]
        )
    if language in {"es", "it"} and form.endswith(
        (
            "ado",
            "ada",
            "ados",
            "adas",
            "ido",
            "ida",
            "idos",
            "ato",
            "ata",
            "ati",
            "ate",
            "uto",
            "uta",
            "uti",
            "iso",
            "isa",
            "isi",
            "ito",
            "ita",
            "iti",
        )
    ):
        return not words("active_words", language).isdisjoint(
            t.low for t in tokens[max(start, first - _AUXILIARY) : first]
        )
    if language == "de" and form.startswith(
        ("abge", "ge", "ange", "einge", "festge", "zurück", "nieder", "hinge", "umge")
    ):
        return not words("active_words", language).isdisjoint(t.low for t in tokens[start:end])
    return True
