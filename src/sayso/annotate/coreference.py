"""The fuller name behind "he", "the ministry" or a bare surname, where the text allows only one.

Nothing is guessed: with two candidates, or none, the answer is None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.annotate import cues, definite_nouns, referents, source_kinds
from sayso.annotate.given_names import meant_by
from sayso.annotate.sole_speakers import sole_speaker
from sayso.annotate.source_kinds import kind_of
from sayso.annotate.speakers import Speakers
from sayso.vocab import SourceKind

MAX_NAMES = 500  # in one article; beyond it nothing is resolved
LONGEST_POST = 10  # words that say what the bearer of a name is
MOST_BEFORE_ROLE = 3  # of them before the noun for it: "the army's chief spokesman"
_TWO = 2
NEAR = 700  # code points back in which a pronoun's name may stand: about two paragraphs of news
_POSSESSIVE = re.compile(r"['’]s?$")
_INNER_NAME = re.compile(
    r"(?<=[\w,] )([A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐΑ-Ω]\w{2,})"
)  # capitals at the start of a sentence tell nothing
_DEPENDS = re.compile(r"\s(?:of|for|at|in|from|with|on|to|who|which)\s")
_OWNED = frozenset({SourceKind.ROLE, SourceKind.DOCUMENT})
_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(slots=True)
class Names:
    """The named sources of an article so far, each with the place where it was last named."""

    text: str
    language: str
    seen: dict[str, int] = field(default_factory=dict)
    _introduced: dict[str, str] = field(default_factory=dict)
    _meant: dict[int, str] = field(default_factory=dict)
    _speakers: Speakers | None = None

    @property
    def speakers(self) -> Speakers:
        """All sources so far, named or not."""
        if self._speakers is None:
            self._speakers = Speakers(self.text, self.language)
        return self._speakers

    def add(self, offset: int, name: str, kind: SourceKind) -> None:
        """Remember a source that was named in full."""
        if len(self.speakers.heard) <= MAX_NAMES:
            self.speakers.add(offset, name, kind, self._meant.get(offset))
        if kind is SourceKind.NAMED and len(self.seen) <= MAX_NAMES:
            bare, _, post = (part.strip() for part in name.partition(","))
            self.seen[_POSSESSIVE.sub("", bare)] = offset
            if _is_person(bare, self.language) and self._is_post(post):
                self._introduced.setdefault(bare, name)

    def introduced_as(self, name: str) -> str | None:
        """How a name was first told with its bearer's post ("Marek Holub, the staff's spokesman"), if it was."""
        return self._introduced.get(name)

    def _is_post(self, text: str) -> bool:
        """Whether words behind a name say what its bearer is: nobody besides, and nothing that he does."""
        words = [word.strip(".").lower() for word in text.split()]
        grammar = cues.grammar(self.language)
        if not words or len(words) > LONGEST_POST or "," in text or grammar is None:
            return False
        roles = source_kinds.words_of(self.language, "role")
        first = next((at for at, word in enumerate(words) if word in roles), MOST_BEFORE_ROLE + 1)
        relative = grammar.is_in(words[0], "relatives") or words[0] in source_kinds.words_of(
            self.language, "pronoun_relative"
        )
        opened = first < _TWO or grammar.is_in(words[0], "determiners")  # not "citing a spokesman for the port"
        return (
            first <= MOST_BEFORE_ROLE
            and opened
            and not relative
            and not any(grammar.is_in(w, "coordinators") for w in words)
        )

    def resolve(self, offset: int, name: str) -> str | None:
        """The one fuller name before `offset` that `name` can stand for."""
        if len(self.seen) > MAX_NAMES:
            return None
        if source_kinds.is_pronoun(name, self.language):
            return self._pronoun(offset, name)
        if owner := self._owner(offset, name):
            self._meant[offset] = owner
            return owner
        bare = _POSSESSIVE.sub("", _LEADING.sub("", name)).strip()
        if bare != name and bare and not any(ch.isupper() for ch in bare) and " " not in bare:
            noun = bare.lower()
            if named := self._sole(offset, lambda known: _is_called(known, noun) and known.lower() != noun):
                self._meant[offset] = named
                return named
        if bare and bare[0].isupper() and " " not in bare:
            return self._sole(offset, lambda known: known != bare and _ends_with_name(known, bare))
        meant = definite_nouns.meant_by_noun(self.text, offset, name, self.speakers.heard, self.language)
        if meant:
            self._meant[offset] = meant
        return meant

    def _pronoun(self, offset: int, pronoun: str) -> str | None:
        if pronoun.lower() in source_kinds.words_of(self.language, "pronoun_thing"):
            body = self.speakers.last_body(offset) or self.speakers.subject_body(offset)
            if body:
                self._meant[offset] = body
            return body
        if pronoun.lower() in source_kinds.words_of(self.language, "pronoun_group"):
            people = self.speakers.last_group(offset)
            if people:
                self._meant[offset] = people
            return people
        grammar = cues.grammar(self.language)
        if grammar is not None and pronoun.lower() in source_kinds.words_of(self.language, "pronoun_relative"):
            meant = referents.before_relative(self.text, offset, pronoun, grammar)
            if meant:
                self._meant[offset] = meant
            return meant
        if pronoun.lower() in source_kinds.words_of(self.language, "pronoun_possessive"):
            if not self.speakers.is_next(offset):
                return None
            body = self.speakers.last_body(offset)
            if body or self.speakers.is_body_last(offset):  # "по его словам" goes on from a ministry as from a man
                return body
        elif not self._is_person(pronoun):
            return None
        return self._one_person(offset, pronoun)

    def _one_person(self, offset: int, pronoun: str) -> str | None:
        """Whom a "he" or "she" stands for."""
        spoke = self.speakers.last_speaker(offset, pronoun)
        if spoke:
            fuller = self._sole(
                offset, lambda known: known != spoke and " and " not in known and _ends_with_name(known, spoke)
            )
            self._meant[offset] = fuller or spoke
            return fuller or spoke
        if meant_by(pronoun) is None:
            return sole_speaker((self.text, self.language), offset, pronoun, self.speakers.heard, self.speakers.known)
        person = self._person(offset, pronoun)
        return person if person and self.speakers.fits(person, pronoun) else None

    def _sole(self, offset: int, fits: Callable[[str], bool]) -> str | None:
        found = {known for known, place in self.seen.items() if place < offset and fits(known)}
        return found.pop() if len(found) == 1 else None

    def _is_person(self, pronoun: str) -> bool:
        """Whether a pronoun stands for one person: "he", "her"."""
        tables = ("pronoun_person", "pronoun_object")
        return any(pronoun.lower() in source_kinds.words_of(self.language, table) for table in tables)

    def _owner(self, offset: int, name: str) -> str | None:
        """The body whose "its statement" or "its spokesman" is the source, where he has no name."""
        owner, *rest = name.split()
        grammar = cues.grammar(self.language)
        if grammar is not None and owner.lower() == "whose" and rest:
            return referents.before_relative(self.text, offset, "which", grammar)
        if owner.lower() not in source_kinds.words_of(self.language, "pronoun_own") or not rest:
            return None
        if any(word[:1].isupper() for word in rest) or kind_of(name, self.language) not in _OWNED:
            return None
        return self.speakers.last_body(offset)

    def _person(self, offset: int, pronoun: str) -> str | None:
        if not self._is_person(pronoun):
            return None
        back = {known for known, place in self.seen.items() if offset - NEAR <= place < offset}
        near = {known for known in back if _is_person(known, self.language)}
        full = {a for a in near if not any(a != b and _ends_with_name(b, a) for b in near)}
        if len(full) != 1:
            return None
        name = full.pop()
        since = max(self.seen[known] for known in back if known == name or name.endswith(known))
        return name if self._is_alone(name, since, offset) else None

    def _is_alone(self, name: str, since: int, offset: int) -> bool:
        """Whether no other name stands between the last mention of `name` and the pronoun."""
        own = set(re.findall(r"\w+", name))
        return all(match.group(1) in own for match in _INNER_NAME.finditer(self.text, since, offset))


def _is_called(known: str, noun: str) -> bool:
    """Whether a noun is what a name calls its bearer: "the Halden agency", "agency Intermond", not its director."""
    words = _DEPENDS.split(known, maxsplit=1)[0].split()
    low = [word.lower() for word in words]
    at = low.index(noun) if noun in low else -1
    return at >= 0 and (at == len(words) - 1 or words[at + 1][:1].isupper() or words[at].endswith(","))


def _ends_with_name(known: str, bare: str) -> bool:
    head = known.split()
    return len(head) > 1 and head[-1] == bare


def _is_person(name: str, language: str) -> bool:
    words = {word.lower() for word in name.split()}
    return not words & source_kinds.words_of(language, "institution") and name[:1].isupper()
