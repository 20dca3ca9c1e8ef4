"""The subject that opens a clause whose verb comes last: "Olay yerine gelen Bakan Elif Montan, C söyledi".

Turkish sets a comma, or "ise", after a subject that is more than a word or two long. What stands before it is the
subject only if its last word has no case ending; a place or time that opens the clause ("Mahkemede …,") has one. What
describes a named subject ("Olay yerine gelen") is no part of its name, but all that is known of a nameless one.
"""

from sayso.annotate.given_names import is_given_name, is_place
from sayso.annotate.noun_phrases import STOPS, Passage, Phrase, is_name
from sayso.annotate.reading import COMMAS

LONGEST = 26  # tokens of a subject with what describes it
LISTED = 8  # tokens after the comma of a list: "Bakan, polis ve itfaiye"
SHORTEST_RELATIVE = 4  # letters of a participle: "olan"
_APOSTROPHES = "'’"
_OPENING = frozenset('"“«„:')


def subject_to_comma(passage: Passage, first: int, end: int, level: int) -> Phrase | None:
    """The subject that opens a clause and is set apart from the rest of it; None if nothing shows that it is one."""
    stop = boundary(passage, first, end, level)
    if stop is None:
        return None
    if not is_nominative(passage, first, stop):
        stop = _before_hearer(passage, first, stop)
        return (_past_description(passage, first, stop), stop) if is_nominative(passage, first, stop) else None
    further = boundary(passage, stop + 1, min(end, stop + 1 + LISTED), level)
    if further is not None and passage.tokens.raw[stop] in COMMAS and _is_list(passage, stop + 1, further):
        stop = further
    return (_past_description(passage, first, stop), stop)


def _before_hearer(passage: Passage, first: int, end: int) -> int:
    """Where a subject ends that who is told, and when, follows: Bir kaynak | daha önce Halden gazetesine, C söyledi."""
    of, lows = passage.grammar, passage.tokens.low
    if end - 1 <= first or not of.is_in(lows[end - 1], "hearers"):
        return end
    k = end - 1
    while k > first + 1 and is_name(passage, k - 1):
        k -= 1
    while k > first + 1 and of.is_in(lows[k - 1], "adverbs", "times", "openers"):
        k -= 1
    return k


def boundary(passage: Passage, first: int, end: int, level: int) -> int | None:
    """The comma, or the word for "on the other hand", that ends a subject."""
    of = passage.grammar
    for k in range(first + 1, min(end, first + LONGEST)):
        if not passage.is_outside(k, level):
            continue
        if passage.tokens.raw[k] in COMMAS or of.is_in(passage.tokens.low[k], "topic_particles"):
            return k
        if passage.tokens.raw[k] in STOPS - {"."}:
            return None
    return None


def is_nominative(passage: Passage, first: int, end: int) -> bool:
    """Whether a noun phrase that ends before token `end` has no case ending, as a subject has none."""
    of, lows = passage.grammar, passage.tokens.low
    last = end - 1
    word = lows[last]
    if last < first or not word[:1].isalpha() or any(mark in word for mark in _APOSTROPHES):
        return False
    if _is_no_noun(passage, last) and (last == first or not is_name(passage, last)):
        return False
    if of.is_in(word, "pronouns"):
        return last == first
    if word.endswith(_endings(passage, "converb_endings")) and not of.is_noun(word):
        return False
    if of.is_noun(word) or of.is_in(word, "speakers"):
        return True
    if last == first:
        return not word.endswith(_endings(passage, "locative_endings") + _endings(passage, "genitive_endings")) or (
            _is_known(passage, first)
        )
    if is_name(passage, last):
        return True
    if word.endswith(_endings(passage, "oblique_endings")):
        return False
    indefinite = any(of.is_in(lows[k], "indefinites") for k in range(first, last))
    return indefinite or is_relative(passage, last - 1) or word.endswith(_endings(passage, "head_endings"))


def _is_no_noun(passage: Passage, i: int) -> bool:
    """Whether a word is a postposition, an adverb, a time or a number: it heads no subject."""
    of, word = passage.grammar, passage.tokens.low[i]
    return of.is_in(
        word, "times", "adverbs", "openers", "postpositions", "media", "auxiliaries", "counts", "not_subjects"
    )


def is_relative(passage: Passage, i: int) -> bool:
    """Whether a token is a participle that describes the noun after it: gelen, konuşan, eden."""
    of, word = passage.grammar, passage.tokens.low[i]
    if of.is_in(word, "relative_verbs"):
        return True
    if len(word) < SHORTEST_RELATIVE or is_name(passage, i) or of.is_noun(word) or of.is_in(word, "not_relatives"):
        return False
    return word.endswith(_endings(passage, "relative_endings")) and not word.endswith(_endings(passage, "from_endings"))


def stands_alone(passage: Passage, first: int) -> bool:
    """Whether one word that opens a clause without a comma is its subject: a plural, or a name for certain."""
    word = passage.tokens.low[first]
    following = passage.tokens.raw[first + 1] if first + 1 < len(passage.tokens) else ""
    plural = word.endswith(_endings(passage, "plural_subjects")) or passage.grammar.is_in(word, "pronouns")
    oblique = word.endswith(_endings(passage, "oblique_endings"))
    return plural or (following[:1] in _OPENING and not oblique) or _is_known(passage, first)


def _is_known(passage: Passage, i: int) -> bool:
    """Whether a word is a name for certain: a country's, a person's, or written as one elsewhere in the paragraph."""
    raw = passage.tokens.raw
    word = raw[i]
    if is_place(word) or is_given_name(word):
        return True
    forms = tuple(word + mark for mark in _APOSTROPHES)
    return any(k != i and (raw[k].startswith(forms) or (raw[k] == word and k > 0)) for k in range(len(raw)))


def _is_list(passage: Passage, first: int, end: int) -> bool:
    """Whether a list of subjects goes on after the comma: Bakan, | polis ve itfaiye."""
    of, lows = passage.grammar, passage.tokens.low
    joined = any(of.is_in(lows[k], "linkers") and of.is_in(lows[k], "coordinators") for k in range(first + 1, end - 1))
    verb = any(of.is_verb(lows[k]) or is_relative(passage, k) for k in range(first, end))
    return joined and not verb and is_nominative(passage, first, end)


def _past_description(passage: Passage, first: int, end: int) -> int:
    """The token where a subject begins, after what describes it or says where and when."""
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    outer = passage.quoted[end - 1]
    described = [k for k in range(first, end - 1) if passage.quoted[k] == outer and is_relative(passage, k)]
    if described:
        head = described[-1] + 1
        named = any(raw[k][:1].isupper() for k in range(head, end))
        quotes = any(passage.quoted[k] != outer for k in range(first, head))
        return head if named or quotes else first
    start = max((k + 1 for k in range(first, end - 1) if of.is_in(lows[k], "postpositions")), default=first)
    while start < end - 1 and (of.is_in(lows[start], "times", "adverbs") or _is_place(passage, start)):
        start += 1
    return start


def _is_place(passage: Passage, i: int) -> bool:
    """Whether a word says where, by its ending: Duruşmada, Orlemar'da; not the given name "Ada" before a surname."""
    word = passage.tokens.low[i]
    bare = is_name(passage, i) and is_name(passage, i + 1) and not any(mark in word for mark in _APOSTROPHES)
    return word.endswith(_endings(passage, "locative_endings")) and not bare


def _endings(passage: Passage, table: str) -> tuple[str, ...]:
    return tuple(passage.grammar.words[table]) or ("\0",)
