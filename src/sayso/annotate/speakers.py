"""Whom a "he" or "she" that says something stands for: the one who spoke last, where nobody else can be meant.

"Lenz said the dam held. … “It is old,” she said." The last source named outside quotations is taken if it is a person
whom the pronoun fits, and if no sentence between has another subject. Where other people are named between, the
candidate must be known to be a man or a woman, by title, given name or the article's own words. All else is left open.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.annotate import bearers, closing_tags, cues, quotations, referents, source_kinds
from sayso.annotate.given_names import answers, is_place, known_names, meant_by, titles
from sayso.annotate.heard import Heard
from sayso.annotate.number_words import number_words
from sayso.annotate.tokens import tokenise
from sayso.vocab import SourceKind

NEAR = 420  # code points outside quotations between a speaker and the pronoun: three sentences of news
FAR = 2_400  # with quotations
RECENT = 40  # sources that are looked back upon
SUBJECT = 5  # words at the head of a sentence in which its subject stands
NAME = 40  # code points of a word
_NO = frozenset[str]()
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"(?:(?<=[!?…;])|(?<=\.)(?!\s+[a-zà-ÿа-яёіїєґ]))[\s\"”’»]+|\n+")  # not in "2 p.m. local time"
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir)\.?\s+(?:[A-ZÀ-Þ][\w'’-]+\s+){0,2}?([A-ZÀ-Þ][\w'’-]+)(?!\s+[A-ZÀ-Þ])")
_CAPITALS = re.compile(r"[A-ZÀ-ÞА-ЯІЇЄ][\w’'-]+(?: (?:[A-ZÀ-ÞА-ЯІЇЄ]\. )?[A-ZÀ-ÞА-ЯІЇЄ][\w’'-]+)+")
_JOINED = re.compile(r"[,;] (?:and|but|while|whereas)(?: in \w+,?| on \w+,?)? \Z")
_LETTER = re.compile(r"[^\n]")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(slots=True)
class Speakers:
    """The sources of one article, in the order in which they are heard."""

    text: str
    language: str
    heard: list[Heard] = field(default_factory=list)
    _quoted: list[tuple[int, int]] | None = None
    _who: dict[str, str | None] = field(default_factory=dict)
    _titled: bool = False

    def add(self, offset: int, name: str, kind: SourceKind, person: str | None) -> None:
        """Remember a source."""
        if not self._is_quoted(offset):
            self.heard.append(Heard(offset, offset + len(name), name, kind, person))
        for word, who in self._evidence(name):
            self._note(word, who)
        if person and (told := meant_by(name)):
            self._note(_surname(person), told)

    def last_speaker(self, offset: int, pronoun: str) -> str | None:
        """Whom a pronoun at `offset` stands for, in the words of the article; None where that is not certain."""
        who = meant_by(pronoun)
        if who is None or self._is_quoted(offset):
            return None
        before = [h for h in self._before(offset) if not self._is_body(h)]
        last = max(before, key=lambda h: h.start, default=None)
        if last is None or offset - last.end > FAR or len("".join(self._outside(last.end, offset)).strip()) > NEAR:
            return self._only_person(offset, who)
        is_named = last.kind is SourceKind.NAMED or any(map(self._is_person, last.name.split(",")))
        unnamed = not is_named and bearers.is_somebody_unnamed(last.person or last.name, self.language)
        name = last.person or (last.name if is_named or unnamed else None)
        if name is None or (self._is_several(name) and not unnamed):
            return None
        if self._is_inner(last, before):
            return None
        own = frozenset(_words(name))
        between = self._outside(last.end, offset)
        if self._is_tag(offset):
            between[-1] = ""  # "Lund was late, she said": whoever that is, it is not Lund
        others = self._others(between, own)
        known = self.known(name)
        if others is None:  # somebody else is the subject by now
            return self._opener(offset, who) or (self._only_person(offset, who) if known not in (None, who) else None)
        if known is not None and known != who:
            return None
        if known is None and (others or self._has_office(between)) and not self._goes_on(last, offset, between):
            return None
        shown = any(map(self._is_person, name.split(","))) or bearers.is_surname(name, self.language)
        shown = shown or unnamed or bearers.is_officer(name, self.language)
        shown = shown or bearers.head_of(name, self.language) != name
        shown = shown or bearers.name_beside_office(name, self.language) is not None
        if known is None and not shown:
            return None
        after = _WORD.match(self.text[offset + len(pronoun) :].lstrip())
        if others and after and after.group().lower() in answers():
            return None
        return name if unnamed else self._called(name)

    def _called(self, name: str) -> str | None:
        """The piece of a source that names its bearer: "Ana Lenz" in "another trader, Ana Lenz"; None if none does."""
        pieces = [_POSSESSIVE.sub("", piece.strip()) for piece in name.split(",")]
        named = [piece for piece in pieces if self._is_person(piece)]
        whole = [piece for piece in pieces[:1] if any(self._is_name(w, at == 0) for at, w in enumerate(_words(piece)))]
        office = bearers.name_beside_office(name, self.language)
        return next(iter((*named, *whole, *([office] if office else []))), None)

    def last_body(self, offset: int) -> str | None:
        """The body that an "it" at `offset` stands for: the last source, if it is one and nobody came between."""
        last = self._last(offset)
        if last is None:
            return None
        name = last.person or last.name
        called = name.split(",", maxsplit=1)[0]
        between = self._outside(last.end, offset)
        if not self._is_it(called) or self._is_several(name) or len("".join(between)) > NEAR:
            return None
        if len(between) > 1 and self._is_tag(offset):
            between[-1] = ""  # "Four were children, it said": whoever these are, they did not say it
        others = self._others(between, frozenset(_words(name)))
        return called if others is False or self._is_parallel(last, offset, between) else None

    def subject_body(self, offset: int) -> str | None:
        """The body that opens the sentence before an "it" and says nothing there: "The ministry has met. It says …"."""
        is_tag = self._is_tag(offset)
        if self._is_quoted(offset) or not (is_tag or self.text[:offset].rstrip()[-1:] in ".!?"):
            return None
        pieces = self._said_before(offset)
        before = pieces[: len(pieces) - is_tag][-1:]
        return bearers.body_that_opens(before[0].strip(), self.language) if before else None

    def is_next(self, offset: int) -> bool:
        """Whether the sentence at a place follows at once on the one whose source was heard last."""
        last = self._last(offset)
        return last is not None and len(_SENTENCE.findall(self.text[last.end : offset])) <= 1

    def is_body_last(self, offset: int) -> bool:
        """Whether the source heard last before a place is a body."""
        last = self._last(offset)
        return last is None or self._is_body(last)

    def last_group(self, offset: int) -> str | None:
        """The people that a "they" at `offset` stands for: the last source, if they are several."""
        last, grammar = self._last(offset), cues.grammar(self.language)
        if last is None or grammar is None:
            return None
        name = last.person or last.name
        between = self._outside(last.end, offset)
        if not referents.is_several(name, grammar) or len("".join(between)) > NEAR:
            return None
        ahead = _WORD.findall(self.text[max(0, offset - NAME) : offset])
        if ahead and grammar.is_in(ahead[-1].lower(), "person_relatives") and len(between) == 1:
            return name  # "divers blame the mill, which they say …": whom the relative stands for says nothing
        is_clear = self._others(between, frozenset(_words(name))) is False or self._goes_on(last, offset, between)
        return name if is_clear else None

    def _last(self, offset: int) -> Heard | None:
        """The source heard last before a place outside quotations, if it does not speak within another's words."""
        before = self._before(offset)
        last = max(before, key=lambda h: h.start, default=None)
        if last is None or self._is_quoted(offset) or offset - last.end > FAR or self._is_inner(last, before):
            return None
        return last

    def _is_it(self, name: str) -> bool:
        """Whether a name is a body's, an outlet's or a document's: "the ministry", "ORL", "the report"."""
        words = _words(name)
        tables = ("institution", "outlet", "document")
        known = frozenset[str]().union(*(source_kinds.words_of(self.language, table) for table in tables))
        abbreviation = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
        head = words[: next((k for k, word in enumerate(words) if k and word in ("for", "of", "in", "on")), len(words))]
        called = known | source_kinds.words_of(self.language, "body")
        return abbreviation or any(word.lower() in called for word in (*words[-1:], *head[-1:]))

    def _is_parallel(self, last: Heard, offset: int, between: list[str]) -> bool:
        """Whether an "it" is the subject of the next clause as the body was of its own: "ORL found none; it says …"."""
        opens = self.text[:offset].rstrip()[-1:] in ".!?;:,"
        near = len(between) == 1 or (len(between) == 2 and not between[1].strip())
        named = (word for piece in between for word in _WORD.findall(piece) if word[:1].isupper())
        rival = any(self._is_it(word) for word in named if not _POSSESSIVE.search(word))  # not "the Council's channel"
        return opens and near and not rival and _opens_sentence(self.text, last.start)

    def _only_person(self, offset: int, who: str) -> str | None:
        """The one person whom the sentence before a pronoun names, where no source is near."""
        pieces = [piece for piece in self._outside(max(0, offset - FAR), offset) if piece.strip()]
        if opener := self._opener(offset, who):
            return opener
        near = pieces[-2:] if self.text[:offset].rstrip()[-1:] in ',”"»' else pieces[-1:]
        found = {name for piece in near for name in _full_names(piece)}
        if not found and len(near) == 1:
            return self._subject_meant(near[0], offset, who)
        if len(found) != 1:
            return None
        name = found.pop()
        if self.known(name) != who:
            return None
        own = frozenset(_words(name))
        others = {word for piece in near for word in _words(piece) if word in self._who and word not in own}
        return None if others else name

    def _said_before(self, offset: int) -> list[str]:
        """The pieces of a paragraph before a pronoun, quotations left out; none where it began far off."""
        paragraph = self.text.rfind("\n", 0, offset) + 1
        near = offset - paragraph < FAR
        return [piece for piece in self._outside(paragraph, offset) if piece.strip()] if near else []

    def _opener(self, offset: int, who: str) -> str | None:
        """The person told by age or office who opens the sentence before, or, where nobody else is near, the same one.

        "Oral Tegin, 19, was near the gate, he said": there is no other whom "he" could be.
        """
        paragraph = self.text.rfind("\n", 0, offset) + 1
        pieces = self._said_before(offset)
        is_tag = self._is_tag(offset) and bool(pieces) and self.text[:offset].rstrip()[-1:] == ","
        if is_tag and len(pieces) == 1 and not any(h.start >= paragraph for h in self._before(offset)):
            spoken = pieces
        else:
            spoken = pieces[: len(pieces) - is_tag][-1:]
        opener = bearers.person_that_opens(spoken[0].strip(), self.language) if spoken else None
        return opener if opener and self.known(opener) in (None, who) else None

    def _subject_meant(self, piece: str, offset: int, who: str) -> str | None:
        """The person who opens the sentence before: a surname that the article gives in full, or an officer."""
        words = _words(piece)
        name = " ".join(itertools.takewhile(lambda word: word[:1].isupper(), words))
        run = len(name.split())
        if (
            not run
            or source_kinds.is_pronoun(words[0], self.language)
            or (run == 1 and not self._is_name(name, at_start=True))
        ):
            return None
        opens = self.text[:offset].rstrip()[-1:] in ".!?"
        others = [
            word for word in words[run:] if self._is_name(word, at_start=False) and not self._is_when_or_where(word)
        ]
        if others or not opens or not piece.lstrip().startswith(name) or self._has_subject(words[run:], _NO):
            return None
        known = self.known(name)
        if known != who and not (known is None and run > 1 and self._is_titled(name)):
            return None
        full = {one for one in _full_names(self.text) if _surname(one) == _surname(name)}
        return full.pop() if len(full) == 1 else name

    def _is_when_or_where(self, word: str) -> bool:
        grammar = cues.grammar(self.language)
        return is_place(word) or (grammar is not None and grammar.is_in(word.lower(), "times"))

    def _is_titled(self, name: str) -> bool:
        """Whether a name opens with an office and goes on with a person's name: "Judge Petra Lund"."""
        words = name.split()
        roles = source_kinds.words_of(self.language, "role")
        last = words[-1]
        return words[0].lower() in roles and not is_place(last) and not last.isupper() and last.lower() not in roles

    def _is_several(self, name: str) -> bool:
        """Whether a source is more than one: "Lenz and Osei"."""
        grammar = cues.grammar(self.language)
        return grammar is None or any(grammar.is_in(word.lower(), "coordinators") for word in _WORD.findall(name))

    def fits(self, name: str, pronoun: str) -> bool:
        """Whether `name` is known to be a man's or a woman's, as the pronoun asks."""
        who = meant_by(pronoun)
        return who is not None and not self._is_several(name) and self.known(name) == who

    def _before(self, offset: int) -> list[Heard]:
        """The sources that were heard last before a place, outside quotations."""
        return [h for h in self.heard[-RECENT:] if h.start < offset]

    def _is_inner(self, last: Heard, before: list[Heard]) -> bool:
        """Whether the last source speaks within what another says in the same sentence: either may go on."""
        if _JOINED.search(self.text, max(0, last.start - NAME), last.start):
            return False  # "Troops fired, witnesses said, | and a hospital said …": a clause beside theirs
        others = (h for h in before if h is not last and h.start < last.start and last.start - h.end < NEAR)
        return any(
            len(self._outside(other.end, last.start)) == 1 and not self._is_same(other, last) for other in others
        )

    @staticmethod
    def _is_same(one: Heard, other: Heard) -> bool:
        return bool(set(_words(one.person or one.name)) & set(_words(other.person or other.name)))

    def _outside(self, start: int, end: int) -> list[str]:
        """The pieces of sentences between two places, less what is quoted."""
        kept: list[str] = []
        at = start
        quoted = self._quotations()
        first = max(0, bisect_right(quoted, (start, 0)) - 1)
        for low, high in itertools.takewhile(lambda q: q[0] < end, itertools.islice(quoted, first, None)):
            if high > at:
                kept += [self.text[at : max(at, low)], _LETTER.sub(" ", self.text[max(at, low) : min(high, end)])]
                at = min(high, end)
        return _SENTENCE.split("".join(kept) + self.text[at:end])

    def _others(self, between: list[str], own: frozenset[str]) -> bool | None:
        """Whether others are named between; None where one of them may be the subject by now."""
        found = False
        for number, piece in enumerate(between):
            if not piece.strip():
                continue
            is_first, is_last = number == 0, number == len(between) - 1
            words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(piece)]
            named = [word for at, word in enumerate(words) if self._is_name(word, at == 0 and not is_first)]
            other = [word for word in named if word not in own and not self._is_when_or_where(word)]
            head = words[:SUBJECT]
            if is_last and other:
                return None
            if not is_first and (set(head) & set(other) or self._has_subject(head, own)):
                return None
            found = found or bool(other)
        return found

    def _has_office(self, between: list[str]) -> bool:
        """Whether somebody is spoken of by office: "According to Lenz, the minister owed them. | He …"."""
        roles = source_kinds.words_of(self.language, "role")
        return any(word in roles for piece in between for word in _WORD.findall(piece.lower()))

    def _has_subject(self, head: list[str], own: frozenset[str]) -> bool:
        """Whether a sentence opens with somebody who has no name: "the driver", "her lawyer"."""
        low = [word.lower() for word in head]
        tables = ("role", "unnamed", "institution", "outlet")
        people = frozenset[str]().union(*(source_kinds.words_of(self.language, table) for table in tables))
        return not own & set(head) and any(word in people for word in low)

    def _is_name(self, word: str, at_start: bool) -> bool:
        if not word[0].isupper() or len(word) < 2:
            return False
        if not at_start:
            return word not in ("I", "I'm", "I've", "I'll", "I’m")
        grammar = cues.grammar(self.language)
        low = word.lower()
        tables = (
            "determiners",
            "pronouns",
            "prepositions",
            "openers",
            "coordinators",
            "auxiliaries",
            "adverbs",
            "times",
        )
        known = grammar is not None and (
            grammar.is_in(low, *tables, "subordinators", "negations") or grammar.is_adverb(low)
        )
        numbers = number_words(self.language)
        counts = numbers is not None and numbers.may_begin(low.partition("-")[0])  # "Thirty-one died"
        return not known and not counts and re.search(rf"(?<!\w){re.escape(low)}(?!\w)", self.text) is None

    def _is_person(self, name: str) -> bool:
        """Whether a name without a known bearer can be a person's: no country, body or outlet."""
        words = _words(name)
        first = words[0] if words else ""
        return len(words) > 1 and first in known_names()

    def _goes_on(self, last: Heard, offset: int, between: list[str]) -> bool:
        """Whether the pronoun opens the sentence right after one whose subject spoke: "Lenz said …. He added …"."""
        opens = not self.text[:offset].rstrip() or self.text[:offset].rstrip()[-1:] in ".!?" or self._is_tag(offset)
        begins = self._begins(last)
        leads = _opens_sentence(self.text, begins) or self.text[:begins].rstrip()[-1:] in closing_tags.CLOSERS
        return opens and len(between) == 2 and leads

    def _begins(self, last: Heard) -> int:
        """Where a source begins; for a relative pronoun whom it stands for: "Lenz, the mayor, who said …"."""
        at = self.text.rfind(last.person, max(0, last.start - NEAR), last.start) if last.person else -1
        relative = last.name.lower() in source_kinds.words_of(self.language, "pronoun_relative")
        return at if relative and at >= 0 else last.start

    def _is_tag(self, offset: int) -> bool:
        """Whether a pronoun closes what was said, as in "C, she explained" and "C, according to her"."""
        return closing_tags.is_tag(self.text, offset, self.language)

    def _is_body(self, heard: Heard) -> bool:
        """Whether a source is a body, an outlet or a place for certain: nobody says "he" of it."""
        name = heard.person or heard.name
        if name.lower() in source_kinds.words_of(self.language, "pronoun_thing"):
            return True
        words = _words(bearers.head_of(name, self.language))
        last = words[-1] if words else ""
        tables = ("institution", "outlet")
        is_body = any(last.lower() in source_kinds.words_of(self.language, table) for table in tables)
        return is_body or (len(last) > 1 and last.isupper()) or (len(words) == 1 and is_place(last))

    def known(self, name: str) -> str | None:
        """Whether `name` is a man's or a woman's, by its own words or by those of the article."""
        self._read_titles()
        said = {who for _, who in self._evidence(name)}
        said |= {who} if (who := self._who.get(_surname(name))) else set()
        return said.pop() if len(said) == 1 else None

    def _evidence(self, name: str) -> Iterator[tuple[str, str]]:
        """(surname, whose) as the words of a full name or a title show it."""
        for word in _words(name):
            if who := titles().get(word.lower().rstrip(".")):
                yield _surname(name), who
        full = next(_full_names(_naming(name)), None)
        if full:
            yield _surname(name), known_names()[full.split()[0]]

    def _note(self, surname: str, who: str) -> None:
        """Remember whose a surname is; one that two people bear, a man and a woman, tells nothing."""
        self._who[surname] = who if self._who.get(surname, who) == who else None

    def _read_titles(self) -> None:
        """Once: "Mr. Lenz" anywhere in the article, and full names with a given name that is known."""
        if self._titled:
            return
        self._titled = True
        for match in _TITLED.finditer(self.text):
            if who := titles().get(match.group(1).lower()):
                self._note(match.group(2), who)
        for name in _full_names(self.text):
            self._note(_surname(name), known_names()[name.split()[0]])

    def _is_quoted(self, offset: int) -> bool:
        quoted = self._quotations()
        at = bisect_right(quoted, (offset, 0)) - 1
        return at >= 0 and quoted[at][0] < offset < quoted[at][1]

    def _quotations(self) -> list[tuple[int, int]]:
        """Where the article quotes."""
        if self._quoted is None:
            grammar = cues.grammar(self.language)
            self._quoted = []
            if grammar is None:
                return self._quoted
            for block in _PARAGRAPH.finditer(self.text):
                tokens = tokenise(self.text, block.start(), block.end(), grammar.tokens)
                found = quotations.pair(tokens, continues=True)
                self._quoted += [(tokens.start[q.first], tokens.end[q.last]) for q in found]
        return self._quoted


def _opens_sentence(text: str, offset: int) -> bool:
    """Whether nothing of its sentence stands before a place."""
    before = text[max(0, offset - 200) : offset]
    return not before.strip() or before.rstrip(" ")[-1:] in ".!?\n"


def _full_names(text: str) -> Iterator[str]:
    """Given names with what follows them in capitals: "Ana M. Lenz" in "Mayor Ana M. Lenz"."""
    for match in _CAPITALS.finditer(text):
        words = match.group().split()
        at = next((i for i, word in enumerate(words[:-1]) if word in known_names()), None)
        if at is not None:
            yield _POSSESSIVE.sub("", " ".join(words[at:]))


def _naming(name: str) -> str:
    """The piece of a source that opens with a given name, or its first piece."""
    pieces = name.split(",")
    return next((piece for piece in pieces if (words := _words(piece)) and words[0] in known_names()), pieces[0])


def _words(name: str) -> list[str]:
    return [_POSSESSIVE.sub("", word) for word in _WORD.findall(name)]


def _surname(name: str) -> str:
    """The last capitalised word of the piece of a name that is a full name, or of its first piece."""
    words = [word for word in _words(_naming(name)) if word[0].isupper()]
    return words[-1] if words else name
