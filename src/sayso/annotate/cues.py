"""The cue lexicon of a language, compiled: which words may report what somebody says or thinks.

A form in a lexicon is written `stem/ending,ending` ("report/,s,ed,ing"), alternatives `(is|was)`; each stands for
all its spellings. The kinds of cue follow the constructions they take (Pareti 2016, section 3; Newell, Margolin &
Ruths 2018), see `CueKind`.
"""

import enum
import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate import tokens as words
from sayso.letters import UNSPACED
from sayso.lexicon import spellings


class CueKind(enum.Flag):
    """What may follow a cue; a form can be of several kinds."""

    NONE = 0
    SAY = enum.auto()  # clause or quotation: "said"
    THINK = enum.auto()  # clause: "believe"
    TELL = enum.auto()  # addressee, then clause or quotation: "told"
    WILL = enum.auto()  # infinitive: "vowed to"
    JUDGE = enum.auto()  # noun phrase: "criticised"
    QUOTE = enum.auto()  # quotation only: "continued"
    BEFORE = enum.auto()  # source after it: "according to"
    AFTER = enum.auto()  # source before it: Turkish "göre"
    OWN = enum.auto()  # source inside it: "по его словам"
    CLOSING = enum.auto()  # source after it, content before: German ", so S"
    CITING = enum.auto()  # the source of a source: "citing"
    CITED = enum.auto()  # who relays: "as quoted by"
    HEARSAY = enum.auto()  # "reportedly"
    IMPERSONAL = enum.auto()  # "it is hoped"
    RAISED = enum.auto()  # "believed" in "is believed to"
    NOUN = enum.auto()  # "claim"


VERB = CueKind.SAY | CueKind.THINK | CueKind.TELL | CueKind.WILL | CueKind.JUDGE | CueKind.QUOTE
_TABLES: tuple[tuple[str, str, CueKind], ...] = (
    ("verbs", "say", CueKind.SAY),
    ("verbs", "think", CueKind.THINK),
    ("verbs", "tell", CueKind.TELL),
    ("verbs", "will", CueKind.WILL),
    ("verbs", "judge", CueKind.JUDGE),
    ("verbs", "quote", CueKind.QUOTE),
    ("markers", "before", CueKind.BEFORE),
    ("markers", "after", CueKind.AFTER),
    ("markers", "own", CueKind.OWN),
    ("markers", "closing", CueKind.CLOSING),
    ("markers", "citing", CueKind.CITING),
    ("markers", "cited", CueKind.CITED),
    ("impersonal", "hearsay", CueKind.HEARSAY),
    ("impersonal", "clauses", CueKind.IMPERSONAL),
    ("impersonal", "raised", CueKind.RAISED),
    ("nouns", "content", CueKind.NOUN),
    ("words", "other", CueKind.NONE),
)
_SPLIT = (
    ("split", CueKind.SAY),
    ("split_judge", CueKind.JUDGE),
    ("split_clausal", CueKind.THINK),
    ("split_impersonal", CueKind.IMPERSONAL),
    ("split_issue", CueKind.BEFORE),
)
_COMPOUNDING = frozenset({"nouns_capitalised", "compounds"})
SHORT_VERB = 4  # letters; endings of so short words are no sign


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `first` up to, not including, `end`."""

    first: int
    end: int
    kind: CueKind


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the rules know of one language."""

    language: str
    tokens: re.Pattern[str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], CueKind], ...]]
    words: Mapping[str, frozenset[str]]
    flags: frozenset[str]
    lists: Mapping[str, tuple[tuple[str, ...], ...]]
    nouns: frozenset[str]
    heads: frozenset[str]
    outlets: frozenset[str]
    compound_ends: tuple[str, ...]
    split: Mapping[str, tuple[tuple[str, CueKind], ...]]
    finite_endings: tuple[str, ...]
    plural_verbs: tuple[str, ...]
    dative_endings: tuple[str, ...]
    aside_endings: tuple[str, ...]
    infinitive_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    verb_prefixes: tuple[str, ...]
    participle_endings: tuple[str, ...]
    framing_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    object_endings: tuple[str, ...]
    accusative_endings: tuple[str, ...]
    told_endings: tuple[str, ...]
    told_names: tuple[str, ...]
    dative_names: tuple[str, ...]
    accusative_nouns: tuple[str, ...]
    singular_endings: tuple[str, ...]
    told_adjectives: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    joined: tuple[str, ...]
    object_pronouns: tuple[str, ...]
    relational: tuple[str, ...]
    actions: re.Pattern[str] | None

    def is_in(self, word: str, *tables: str) -> bool:
        """Whether a word, in lower case, is in one of the named word tables."""
        words = self.words
        for table in tables:  # noqa: SIM110 asked four times a word, and any() takes three times as long
            if word in words[table]:
                return True
        return False

    def starts(self, low: list[str], i: int, kinds: CueKind) -> int:
        """The token after a cue of some kinds that starts at token `i`; `i` itself if none does."""
        for form, kind in self.phrases.get(low[i], ()) if i < len(low) else ():
            if kind & kinds and tuple(low[i : i + len(form)]) == form:
                return i + len(form)
        return i

    def after(self, table: str, low: list[str], i: int) -> int:
        """The token after the longest form of a list of phrases that starts at token `i`; `i` itself if none does."""
        return next((i + len(form) for form in self.lists[table] if tuple(low[i : i + len(form)]) == form), i)

    def is_noun(self, word: str) -> bool:
        """Whether a word, in lower case, names a source: "ministry", "witnesses", "agency"."""
        if word in self.nouns or word.rpartition("-")[2] in self.nouns:
            return True
        if not self.flags & _COMPOUNDING:
            return False
        return word.endswith(self.compound_ends)  # "Landesregierung", "räddningsministeriet"

    def is_adverb(self, word: str) -> bool:
        """Whether a word looks like an adverb."""
        if word in self.words["adverbs"]:
            return True
        if word in self.words["not_adverbs"]:
            return False
        noun = word in self.nouns and "guarded" in self.flags  # French "gouvernement"
        return len(word) > SHORT_VERB and word.endswith(self.adverb_endings or ("\0",)) and not noun

    def is_finite(self, word: str) -> bool:
        """Whether a lower-case word has the ending of a finite verb and is no noun known to have it too."""
        if len(word) <= SHORT_VERB or not self.finite_endings or not word.endswith(self.finite_endings):
            return False
        return word not in self.words["not_verbs"] and word not in self.nouns

    def is_verb(self, word: str) -> bool:
        """Whether a lower-case word is known to be, or looks like, a finite verb."""
        if word in self.words["auxiliaries"] or word in self.words["verbs"]:
            return True
        if self.is_finite(word):
            return True
        if len(word) > 4 and self.verb_endings and word.endswith(self.verb_endings):
            return True
        if self.verb_prefixes and self._is_prefixed(word):
            return True
        if word in self.words["ambiguous"]:
            return False
        return any(len(form) == 1 and kind & VERB for form, kind in self.phrases.get(word, ()))

    def _is_prefixed(self, word: str) -> bool:
        """Whether a word has the prefix of a verb, where verbs are made by prefixes: Indonesian "menembaki"."""
        known = word in self.nouns or word in self.words["not_verbs"]
        return len(word) > SHORT_VERB + 1 and word.startswith(self.verb_prefixes) and not known


def _compiled(pairs: Iterable[tuple[str, CueKind]], split: re.Pattern[str]) -> dict[tuple[str, ...], CueKind]:
    found: dict[tuple[str, ...], CueKind] = {}
    for form, kind in pairs:
        for spelling in spellings(words.lower(form)):
            key = _elided(spelling, split)
            found[key] = found.get(key, CueKind.NONE) | kind
    return found


def _by_first(forms: Mapping[tuple[str, ...], CueKind]) -> dict[str, tuple[tuple[tuple[str, ...], CueKind], ...]]:
    grouped: dict[str, list[tuple[tuple[str, ...], CueKind]]] = {}
    for form, kind in forms.items():
        grouped.setdefault(form[0], []).append((form, kind))
    return {first: tuple(sorted(group, key=lambda item: -len(item[0]))) for first, group in grouped.items()}


class _WordTables(dict[str, frozenset[str]]):
    """The word tables that a lexicon has; one that it lacks is empty.

    A name that no lexicon has is a slip: `tests/annotate/test_word_tables.py` reads all names that the code asks for.
    """

    def __missing__(self, key: str) -> frozenset[str]:
        return frozenset()


PHRASE_TABLES = (
    "turns",
    "as",
    "carried",
    "carried_after",
    "carried_whole",
    "closers",
    "perfects_be",
    "backward",
    "accordingly",
    "linking",
    "among_them",
    "told_in",
    "leads",
    "stances",
    "thing_stances",
    "disputes",
    "taken_stances",
    "told_through",
    "figure_verbs",
    "list_holds",
    "list_stands",
    "positions",
    "wants",
    "recordings",
    "housed_verbs",
    "view_openers",
    "cleft_openers",
    "version_predicates",
)
_HEAD_TABLES = ("role", "institution", "outlet", "unnamed", "document")


def _noun_tables(base: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """All source nouns of a language, those in the form they are cited in, and those of outlets."""
    if base not in lexicon.languages("source_nouns"):
        return frozenset(), frozenset(), frozenset()
    tables = lexicon.load("source_nouns", base).tables["nouns"]
    forms = [form for key in _HEAD_TABLES for form in tables.get(key, ())]
    every = {s.lower() for form in forms for s in spellings(form)}
    heads = {next(spellings(form)).lower() for form in forms}
    outlets = {s.lower() for form in tables.get("outlet", ()) for s in spellings(form)}
    return frozenset(every), frozenset(heads), frozenset(outlets)


def _split_verbs(tables: Mapping[str, list[str]]) -> dict[str, tuple[tuple[str, CueKind], ...]]:
    """The particles that a verb form may be parted from: "teilte … mit"."""
    found: dict[str, list[tuple[str, CueKind]]] = {}
    for key, kind in _SPLIT:
        for form in tables.get(key, ()):
            for spelling in spellings(form):
                verb, _, particle = spelling.partition(" ")
                found.setdefault(verb, []).append((words.lower(particle), kind))
    return {verb: tuple(particles) for verb, particles in found.items()}


def _elided(form: str, split: re.Pattern[str]) -> tuple[str, ...]:
    """The tokens of a form; one that ends in an elision ("ce qu'") is cut as before a word."""
    if form[-1] not in "'’":
        return tuple(split.findall(form))
    return tuple(split.findall(form + "x"))[:-1]


def _phrase_lists(words: Mapping[str, list[str]], split: re.Pattern[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    lists = {}
    for key in PHRASE_TABLES:
        forms = {_elided(s.lower(), split) for form in words.get(key, ()) for s in spellings(form)}
        lists[key] = tuple(sorted(forms, key=lambda form: (-len(form), form)))
    return lists


@functools.cache
def grammar(language: str) -> Grammar | None:
    """The compiled lexicon for a BCP 47 tag, by its primary language; None where there is none."""
    base = language.split("-", maxsplit=1)[0].lower()
    if base not in lexicon.languages("cues"):
        return None
    tables = lexicon.load("cues", base).tables
    order = tables["order"]
    listed = [(form, kind) for table, key, kind in _TABLES for form in tables.get(table, {}).get(key, ())]
    unspaced = [s for form, _ in listed for s in spellings(form)] if base in UNSPACED else []
    unspaced += [word for key in tables["words"] for word in tables["words"][key]] if base in UNSPACED else []
    styles = {style: style in order for style in ("clitics", "elisions", "gershayim", "runs")}
    split = words.pattern(**styles, words=unspaced)
    named = {key: forms for key, forms in tables["words"].items() if key != "actions"}
    named["made"] = tables.get("nouns", {}).get("made", [])
    named["by"] = tables.get("nouns", {}).get("by", [])
    named["possessive"] = order.get("possessive", [])
    spelt = _WordTables(
        (key, frozenset(words.lower(s) for form in forms for s in spellings(form))) for key, forms in named.items()
    )
    nouns, heads, outlets = _noun_tables(base)
    return Grammar(
        language=base,
        tokens=split,
        lists=_phrase_lists(tables["words"], split),
        nouns=nouns,
        heads=heads - spelt["oblique"],
        outlets=outlets,
        compound_ends=tuple(sorted(noun for noun in nouns if len(noun) > SHORT_VERB)),
        split=_split_verbs(tables["verbs"]),
        finite_endings=tuple(tables["words"].get("finite_endings", ())),
        dative_endings=tuple(tables["words"].get("dative_endings", ())),
        aside_endings=tuple(tables["words"].get("aside_endings", ())),
        infinitive_endings=tuple(tables["words"].get("infinitive_endings", ())),
        plural_verbs=tuple(tables["words"].get("plural_verbs", ())),
        phrases=_by_first(_compiled(listed, split)),
        words=spelt,
        flags=frozenset(key for key, value in order.items() if value is True),
        adverb_endings=tuple(tables["words"].get("adverb_endings", ())),
        verb_endings=tuple(tables["words"].get("verb_endings", ())),
        verb_prefixes=tuple(tables["words"].get("verb_prefixes", ())),
        participle_endings=tuple(tables["words"].get("participle_endings", ())),
        plural_endings=tuple(tables["words"].get("plural_endings", ())),
        framing_endings=tuple(tables["words"].get("framing_endings", ())),
        gerund_endings=tuple(tables["words"].get("gerund_endings", ())),
        accusative_endings=tuple(tables["words"].get("accusative_endings", ())),
        told_endings=tuple(tables["words"].get("told_endings", ())),
        singular_endings=tuple(tables["words"].get("singular_endings", ())),
        accusative_nouns=tuple(tables["words"].get("accusative_nouns", ())),
        dative_names=tuple(tables["words"].get("dative_names", ())),
        told_names=tuple(tables["words"].get("told_names", ())),
        told_adjectives=tuple(tables["words"].get("told_adjectives", ())),
        object_endings=tuple(tables["words"].get("object_endings", ())),
        adjective_endings=tuple(tables["words"].get("adjective_endings", ())),
        joined=tuple(tables["words"].get("joined", ())),
        object_pronouns=tuple(tables["words"].get("object_pronouns", ())),
        relational=tuple(tables["words"].get("relational", ())),
        actions=re.compile("|".join(tables["words"]["actions"])) if "actions" in tables["words"] else None,
    )


def find(low: list[str], of: Grammar) -> list[Cue]:
    """The cues among some lower-case tokens, longest first, none overlapping."""
    found = []
    i, n = 0, len(low)
    phrases = of.phrases
    while i < n:
        group = phrases.get(low[i])
        step = 1
        if group:
            for form, kind in group:
                if len(form) == 1 or tuple(low[i : i + len(form)]) == form:
                    found.append(Cue(i, i + len(form), kind))
                    step = len(form)
                    break
        i += step
    return found


def kinds_among(low: list[str], of: Grammar) -> CueKind:
    """All the kinds of the cues among some lower-case tokens; `CueKind.NONE` where there is none."""
    return functools.reduce(lambda kinds, cue: kinds | cue.kind, find(low, of), CueKind.NONE)


def words_in(text: str, stretch: tuple[int, int], of: Grammar) -> list[str]:
    """The tokens of `text[stretch[0]:stretch[1]]` in lower case, to be only read."""
    return words.tokenise(text, *stretch, of.tokens).low
