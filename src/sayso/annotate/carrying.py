"""Whether a sentence that names no source goes on from the attributed one before it.

News does: "The ministry said the dam held. Two villages were cut off." It ends where the writer speaks as the writer
(weighs, doubts, says "I"), where the source is spoken of ("the ministry gave no evidence"), and where the sentence
before was only in part the source's, and where another body is the subject: that is the reporter's own asking round
("Norland Hydro would not discuss it"); where somebody else says something, or something is said to be unknown; and
after a film or a reading, which shows and does not go on to tell. Once ended in a paragraph it does not begin again by
itself.
"""

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate import cues, source_kinds
from sayso.annotate.cues import VERB, CueKind, Grammar
from sayso.annotate.noun_phrases import STOPS
from sayso.annotate.phrases import primary
from sayso.annotate.reading import COMMAS
from sayso.annotate.relations import LEARNED
from sayso.annotate.tokens import Tokens, tokenise
from sayso.model import Attribution
from sayso.phrases import any_of, begun_words, folded
from sayso.vocab import SourceKind

HEAD = 4  # tokens at the start of a sentence in which its subject is named again
SUBJECT = 8  # tokens in which the subject of a sentence ends: "The regional water board of Halden | has"
GROUP = 5  # tokens of a verb group, with what may stand in it: "sta za radio ocenila", "has so far said"
NAME_WORDS = 2  # capitals in a row that are a name at the head of a sentence too
BACK_WORDS = 16  # of a sentence that only says whose the last one was
_SILENT = CueKind.THINK | CueKind.WILL  # "believes", "pledged to": what comes next is seldom theirs
_UNSPACED = frozenset({"zh", "ja"})
_LETTERS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class CarryingWords:
    """The phrases of one language: see `carrying.toml`."""

    ends: re.Pattern[str] | None
    own: frozenset[str]
    about: tuple[str, ...]
    backs: re.Pattern[str] | None
    puts: frozenset[str]
    shows: frozenset[str]
    unknown: re.Pattern[str] | None


@functools.cache
def carrying_words(language: str) -> CarryingWords:
    """The words of `language`; none where there is no list for it."""
    code = primary(language)
    table = lexicon.load("carrying").tables.get(code, {})
    after = "" if code in _UNSPACED else r"(?!\w)"
    return CarryingWords(
        _opening(table.get("ends", ()), after),
        frozenset(table.get("own", ())),
        tuple(table.get("about", ())),
        _opening(table.get("backs", ()), after if code in _UNSPACED else ""),
        frozenset(table.get("puts", ())),
        frozenset(table.get("shows", ())),
        _unknown(code),
    )


def _unknown(code: str) -> re.Pattern[str] | None:
    """What says that something is not known, with any ending: "unverified", "verifizierte"."""
    phrases = lexicon.load("unknown").tables["phrases"].get(code)
    return begun_words(any_of(str(phrases).split("|")), code) if phrases else None


def _opening(phrases: Sequence[str], after: str) -> re.Pattern[str] | None:
    if not phrases:
        return None
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\W*(?:" + "|".join(map(re.escape, longest)) + ")" + after)


def _lowered(text: str, start: int, end: int) -> str:
    return text[start:end].lower().replace("’", "'")


def goes_on(text: str, sentence: tuple[int, int], source: str | None, grammar: Grammar) -> bool:
    """Whether the sentence can be the source's own words still."""
    words = carrying_words(grammar.language)
    said = _lowered(text, *sentence)
    if said.lstrip().startswith("(") and said.rstrip().endswith(")"):
        return False  # the writer's remark
    if words.ends and words.ends.match(said):
        return False
    if any(phrase in said for phrase in words.about) or (words.unknown and words.unknown.search(folded(said))):
        return False
    tokens = tokenise(text, *sentence, grammar.tokens)
    if not words.own.isdisjoint(tokens.low) or _is_about_person(tokens, grammar):
        return False
    return not _names_again(tokens, source, grammar) and not _turns(tokens, grammar)


def _is_about_person(tokens: Tokens, grammar: Grammar) -> bool:
    """Whether "he" or "she" is the subject: the writer tells of somebody, most often of the source."""
    first = _past_opening(tokens, grammar)
    return first < len(tokens) and tokens.low[first] in source_kinds.words_of(grammar.language, "pronoun_person")


def tells_on(attribution: Attribution, grammar: Grammar) -> bool:
    """Whether a source can go on telling in the next sentence: it is known, and it says rather than thinks or asks."""
    if attribution.source_name is None and attribution.resolved_name is None:
        return False
    low = [word for span in attribution.cue for word in tokenise(span.exact, 0, len(span.exact), grammar.tokens).low]
    kinds = cues.kinds_among(low, grammar)
    return kinds & ~_SILENT != CueKind.NONE if attribution.construction == LEARNED else kinds & VERB != CueKind.THINK


def only_shows(source: str | None, grammar: Grammar) -> bool:
    """Whether a source is a film, a picture or a reading: what it shows ends with its sentence."""
    words = tokenise(source or "", 0, len(source or ""), grammar.tokens).low
    return not carrying_words(grammar.language).shows.isdisjoint(words[:HEAD])


def _turns(tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the subject is a body that acts or says, or a name of which something is denied or a figure given.

    "A commission has gone there" ends the run; "the hospital was hit" is what the source may well have told.
    """
    first = _past_opening(tokens, grammar)
    if _has_talking_body(tokens, first, grammar):
        return True
    if "verb_final" in grammar.flags:
        return _opens_with_body(tokens, first, grammar)
    for verb in range(first + 1, min(first + SUBJECT, len(tokens))):
        if tokens.raw[verb] in STOPS:
            return False
        if _is_verb(tokens, verb, grammar):
            is_passive = any(grammar.is_in(word, "be") for word in tokens.low[verb : verb + 2])
            acts = not is_passive and (_is_body(tokens.low[first:verb], grammar) or _is_initials(tokens, first, verb))
            says = not is_passive and _says(tokens, verb, grammar)
            return acts or says or (_is_name(tokens, first, verb, grammar) and _denies(tokens, verb, grammar))
    return False


def _says(tokens: Tokens, verb: int, grammar: Grammar) -> bool:
    """Whether the verb group that begins at a token is one of saying: somebody else has the word."""
    for i in range(verb, min(verb + GROUP, len(tokens))):
        if tokens.raw[i] in STOPS:
            return False
        end = grammar.starts(tokens.low, i, CueKind.SAY | CueKind.TELL)
        if end > i:
            acts = end < len(tokens) and grammar.is_in(tokens.low[end], "infinitive")  # "has not agreed to"
            return not acts and not grammar.is_in(tokens.low[i], "clausal_only", "ambiguous")
        if i > verb and grammar.is_in(tokens.low[i], "infinitive", "determiners"):
            return False
    return False


def _is_initials(tokens: Tokens, first: int, verb: int) -> bool:
    """Whether a subject is nothing but initials: "ORL has", which are always a body's."""
    return verb - first == 1 and tokens.raw[first].isupper() and len(tokens.raw[first]) > 1


def _has_talking_body(tokens: Tokens, first: int, grammar: Grammar) -> bool:
    """Whether a body or a document opens a sentence in which something is said, wherever the verb stands."""
    if first >= len(tokens) or not grammar.is_in(tokens.low[first], "determiners"):
        return False
    heads = any(_is_body(tokens.low[first : first + n], grammar) for n in range(2, HEAD + 1))
    kinds = CueKind.SAY | CueKind.TELL
    return heads and any(grammar.starts(tokens.low, i, kinds) > i for i in range(first + 2, len(tokens)))


def _opens_with_body(tokens: Tokens, first: int, grammar: Grammar) -> bool:
    """Whether a sentence whose verb comes last has a body, set apart by a comma, for its subject."""
    names = list(itertools.takewhile(lambda word: word[:1].isupper(), tokens.raw[first : first + SUBJECT]))
    end = first + len(names)
    comma = end < len(tokens) and tokens.raw[end] in COMMAS
    return bool(names) and comma and _is_body(tokens.low[first:end], grammar)


def _past_opening(tokens: Tokens, grammar: Grammar) -> int:
    """The token where the subject may begin: after "On Monday," and the like."""
    if not len(tokens) or not grammar.is_in(tokens.low[0], "prepositions", "adverbs", "times"):
        return 0
    return next((i + 1 for i in range(1, min(SUBJECT, len(tokens))) if tokens.raw[i] in COMMAS), 0)


def _is_verb(tokens: Tokens, i: int, grammar: Grammar) -> bool:
    word = tokens.low[i]
    if tokens.raw[i][:1].isupper() or grammar.is_in(word, "determiners", "ambiguous") or grammar.is_noun(word):
        return False
    return grammar.is_verb(word) or grammar.starts(tokens.low, i, VERB) > i


def _is_body(subject: list[str], grammar: Grammar) -> bool:
    """Whether the head of a subject is a noun for a body, an outlet or a document."""
    core = list(itertools.takewhile(lambda word: not grammar.is_in(word, "prepositions", "linkers"), subject))
    core = [word for word in core if not grammar.is_in(word, "determiners") and not grammar.is_adverb(word)]
    head = core[-1:] if grammar.language in source_kinds.HEAD_LAST else core[:1]
    tables = ("institution", "outlet", "document")
    return any(not source_kinds.words_of(grammar.language, table).isdisjoint(head) for table in tables)


def _is_name(tokens: Tokens, first: int, end: int, grammar: Grammar) -> bool:
    """Whether a subject is a name for certain: more than one capital, or an agency."""
    capitals = list(itertools.takewhile(lambda word: word[:1].isupper(), tokens.raw[first:end]))
    if len(capitals) < NAME_WORDS or grammar.is_in(tokens.low[first], "determiners"):
        return source_kinds.kind_of(" ".join(capitals), grammar.language) is SourceKind.OUTLET
    return True


def _denies(tokens: Tokens, verb: int, grammar: Grammar) -> bool:
    puts = carrying_words(grammar.language).puts
    return tokens.low[verb] in puts or any(grammar.is_in(w, "negations") for w in tokens.low[verb - 1 : verb + 3])


def _names_again(tokens: Tokens, source: str | None, grammar: Grammar) -> bool:
    """Whether the sentence opens with the source by name: the writer is speaking about it."""
    named = tokenise(source or "", 0, len(source or ""), grammar.tokens)
    if len(named) < 1 or (len(named) == 1 and grammar.is_in(named.low[0], "pronouns")):
        return False
    heads = [word for word in named.low if _LETTERS.match(word) and not grammar.is_in(word, "determiners")]
    ends = {heads[-1], heads[0]} if heads and named.raw[0][:1].isupper() and len(heads) > 1 else set(heads[-1:])
    return not ends.isdisjoint(tokens.low[:HEAD])


def points_back(text: str, start: int, end: int, language: str) -> bool:
    """Whether a stretch only says whose the sentence before was: "Das teilte das Ministerium mit."."""
    words = carrying_words(language)
    if not words.backs or len(text[start:end].split()) > BACK_WORDS:
        return False
    return words.backs.match(_lowered(text, start, end)) is not None
