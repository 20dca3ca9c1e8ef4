"""Who in the words of a source is a person, and by which name: "Oral Tegin" in "its director, Dr Oral Tegin".

A name that no list of given names has is still a person's where an office stands beside it, between commas; and who is
called by what he does, "a guard who asked not to be named", is a person without a name.
"""

import re

from sayso.annotate import cues, source_kinds
from sayso.annotate.given_names import is_given_name, is_place
from sayso.annotate.tokens import tokenise

LONGEST_NAME = 5  # words: "Lt Col Ana Maria Lenz"
_PARTICLE = 3  # letters of a particle in a name: "von", "bin", "al"
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ABBREVIATION = re.compile(r"[A-Z][a-z]{1,3}\.?")  # "Dr", "Prof.", "Lt", "Brig."
_POSSESSIVE = re.compile(r"['’]s?$")
_BODIES = ("institution", "outlet", "document", "body")
_AGE = re.compile(r"(?:aged )?\d{1,3}\Z|(?:an?|the) (?:\d+|\w+)-year-old\b")
LONGEST_STRETCH = 80  # code points of a name
_RELATIVE = re.compile(r"\s(?:who|whose|whom)\s")


def name_beside_office(source: str, language: str) -> str | None:
    """The name in a source that has an office in another piece: "the director, Oral Tegin, who left"."""
    persons = source_kinds.words_of(language, "role") | source_kinds.words_of(language, "person")
    pieces = [piece.strip() for piece in source.split(",") if piece.strip()]
    names = [piece for piece in pieces[:3] if is_full_name(piece, language)]
    offices = [p for p in pieces[:3] if p not in names and any(w in persons for w in _WORD.findall(p))]
    if not names:
        behind = (name_behind_noun(piece, language) for piece in pieces[:2])
        return next((name for name in behind if name), None)
    return names[0] if len(names) == 1 and offices else None


def name_behind_noun(piece: str, language: str) -> str | None:
    """The full name that closes words for what somebody is: "Oral Tegin" in "primary school teacher Oral Tegin"."""
    words = piece.split()
    first = next((k for k, word in enumerate(words) if word[:1].isupper()), len(words))
    persons = source_kinds.words_of(language, "role") | source_kinds.words_of(language, "person")
    name = " ".join(words[first:])
    told = first > 0 and words[first - 1].lower() in persons
    return name if told and is_full_name(name, language) else None


def head_of(name: str, language: str) -> str:
    """A full name without the body it belongs to: "Oral Tegin" of "Oral Tegin of the general staff"."""
    grammar = cues.grammar(language)
    words = name.split(",", maxsplit=1)[0].split()
    held = next((k for k, w in enumerate(words) if k and grammar and grammar.is_in(w.lower(), "linkers")), len(words))
    head = " ".join(words[:held])
    return head if held < len(words) and is_full_name(head, language) else name


def is_officer(name: str, language: str) -> bool:
    """Whether the words before a name show a person: "spokesman Lenz", "the ministry's Ana Lenz"."""
    words = _WORD.findall(name)
    roles = source_kinds.words_of(language, "role")
    capital = [word[:1].isupper() for word in words]
    for k, word in enumerate(words[:-1]):
        if capital[k + 1] and (word.lower() in roles or (_POSSESSIVE.search(word) and len(words) - k > 2)):
            return not is_place(words[-1]) and not words[-1].isupper()
    return False


def is_surname(name: str, language: str) -> bool:
    """Whether a source is one name that is no place, body or abbreviation: "Lenz", as papers call whom all know."""
    words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(name)]
    if len(words) != 1 or not words[0][:1].isupper() or words[0].isupper() or is_place(words[0]):
        return False
    tables = ("institution", "outlet", "document", "role", "unnamed")
    return not any(words[0].lower() in source_kinds.words_of(language, table) for table in tables)


def is_full_name(piece: str, language: str) -> bool:
    """Whether words are a person's name by their form: two or more capitals, and no noun of a body or a country."""
    words = piece.split()
    if not 1 < len(words) <= LONGEST_NAME or _POSSESSIVE.search(piece):
        return False
    proper = [word for word in words if word[:1].isupper()]
    small = [word for word in words if not word[:1].isupper()]
    nouns = frozenset[str]().union(*(source_kinds.words_of(language, table) for table in (*_BODIES, "unnamed")))
    plain = not any(word.lower().strip(".") in nouns or (len(word) > 1 and word.isupper()) for word in proper)
    bare = [word for word in proper if not _ABBREVIATION.fullmatch(word)]
    letters = all(_WORD.fullmatch(word.rstrip(".")) for word in words)
    first = words[0][:1].isupper() and words[-1][:1].isupper()
    return plain and letters and first and len(proper) > 1 and bool(bare) and all(len(w) <= _PARTICLE for w in small)


def is_somebody_unnamed(source: str, language: str) -> bool:
    """Whether a source is one person called by what he is or does: "a guard who …", "another resident"."""
    grammar = cues.grammar(language)
    head = _RELATIVE.split(source.split(",", maxsplit=1)[0], maxsplit=1)[0]
    words = head.split()
    if grammar is None or len(words) < 2 or not grammar.is_in(words[0].lower(), "one_person"):
        return False
    held = next((k for k, word in enumerate(words) if k and grammar.is_in(word.lower(), "linkers")), len(words))
    last = words[held - 1]
    persons = source_kinds.words_of(language, "person") | source_kinds.words_of(language, "role")
    low = last.lower().rpartition("-")[2]
    unnamed = low in source_kinds.words_of(language, "unnamed") and not low.endswith(grammar.plural_endings or ("\0",))
    bodies = frozenset[str]().union(*(source_kinds.words_of(language, table) for table in _BODIES[:-1]))
    named = name_beside_office(source, language) is not None
    return last.islower() and (low in persons or unnamed) and low not in bodies and not named


def person_that_opens(sentence: str, language: str) -> str | None:
    """The person who is the subject of a sentence, told by age or office, and the only one it speaks of.

    "Oral Tegin, 19, was near the gate" · "The man, an employee of the port, spoke on Tuesday"
    """
    pieces = [piece.strip() for piece in sentence.split(",")]
    persons = source_kinds.words_of(language, "person") | source_kinds.words_of(language, "role")
    beside = pieces[1] if len(pieces) > 2 else ""
    kinds = {word.lower() for word in _WORD.findall(beside)} & persons
    told = bool(_AGE.match(beside) or kinds)
    rest = ",".join(pieces[2:] if told else pieces[1:])
    if persons & {word.lower() for word in _WORD.findall(rest)} or any(map(is_given_name, _WORD.findall(rest))):
        return None
    if told and is_full_name(pieces[0], language):
        return pieces[0]
    if kinds and is_somebody_unnamed(pieces[0], language):
        return sentence[: sentence.index(",", sentence.index(",") + 1)].strip()
    return None


def name_before(text: str, offset: int, language: str) -> int | None:
    """Where the full name begins that what stands at a place is set beside: "Oral Tegin, | the governor"."""
    before = text[max(0, offset - LONGEST_STRETCH) : offset]
    if not before.endswith(", "):
        return None
    words = before[:-2].rpartition("\n")[2].split(" ")
    run = next((n for n, word in enumerate(reversed(words)) if not word[:1].isupper()), len(words))
    name = " ".join(words[len(words) - run :])
    return offset - 2 - len(name) if run and is_full_name(name, language) else None


def body_that_opens(sentence: str, language: str) -> str | None:
    """The body or document that is a sentence's subject and the only one in it: "The ministry | has put out its list".

    A document there may be what "it" goes on from ("The ministry issued a report. It says …"), unless it is the
    body's: "its report".
    """
    grammar = cues.grammar(language)
    if grammar is None:
        return None
    tokens = tokenise(sentence, 0, len(sentence), grammar.tokens)
    low, raw = tokens.low, tokens.raw
    verb = next(
        (
            k
            for k in range(1, len(low))
            if raw[k].islower() and grammar.is_verb(low[k]) and not grammar.is_in(low[k], "possessive")
        ),
        0,
    )
    opened = bool(verb) and (grammar.is_in(low[0], "determiners") or raw[0][:1].isupper())
    if not opened or grammar.is_in(low[0], "openers", "prepositions", "pronouns", "times", "adverbs"):
        return None
    bodies = frozenset[str]().union(*(source_kinds.words_of(language, table) for table in _BODIES))
    own = source_kinds.words_of(language, "pronoun_own")
    last = verb - 1
    while last > 0 and grammar.is_adverb(low[last]):
        last -= 1
    plain = all(word[:1].isalnum() or word in ("'s", "’s", "-") for word in raw[: last + 1])
    held = any(grammar.is_in(word, "linkers", "coordinators") for word in low[: last + 1])
    rest = range(verb, len(low))
    others = any(low[k] in bodies and not own & set(low[max(0, k - 2) : k]) for k in rest)
    named = any(raw[k][:1].isupper() and not grammar.is_in(low[k], "times") for k in rest)
    if low[last] not in bodies or not plain or held or others or named:
        return None
    return sentence[tokens.start[0] : tokens.end[last]]
