"""Who goes on speaking where a verb of saying has no subject: "Aggiunge che C", "«C», zanjó", "– C – dodał".

It is whoever alone spoke in the sentence before, or whom that sentence is about, where the verb has the number and the
gender for it. A sentence between them that nobody says leaves it open: whomever it brings in may be meant.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.cues import words_in
from sayso.annotate.noun_phrases import Passage, Phrase
from sayso.annotate.opening_subjects import subject_of
from sayso.annotate.reading import Statement
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.reported_speech import goes_on_in_form, goes_on_in_number, is_told_on, takes_up
from sayso.annotate.said_asides import CONSTRUCTION as ASIDE
from sayso.annotate.speech_tags import CONSTRUCTION as SPEECH_TAG
from sayso.annotate.subjectless import TAG
from sayso.annotate.topic_subjects import topic_subject

_HELD = frozenset({"quote-verb", "quote-held"})  # quotations whose verb holds its subject
HEARSAY = "hearsay"
_APART = frozenset("、,")
_TAGS = frozenset({TAG, ASIDE, SPEECH_TAG})  # what stands behind or in what is said, not before it


@dataclass(slots=True)
class Run:
    """Who has the word, from one statement to the next: what goes on in the mood of reported speech is theirs.

    `reported` is whether the last statement stood in that mood, `talks` whether a turn set with dashes has been read,
    `alone` whether nobody else spoke in the last statement, `subject` whom it is about where nobody spoke there,
    `headline` whether the paragraph is set as a headline. `recalled` is the subject, or the body that stands there.
    """

    speaker: Relation | None = None
    reported: bool = False
    talks: bool = False
    alone: bool = False
    subject: Stretch | None = None
    headline: bool = False
    recalled: Stretch | None = None

    def follow(self, relations: Sequence[Relation]) -> None:
        """Take whoever spoke last in a statement; nobody, if nobody did."""
        self.speaker = next((r for r in reversed(relations) if r.within is None and r.content), None)
        self.reported = bool(relations)
        self.alone = len({tuple(r.source) for r in relations if r.content}) == 1

    def remember(self, passage: Passage, statement: Statement, relations: Sequence[Relation]) -> None:
        """Note whom the statement is about where nobody speaks there; of any other whoever is named may be meant."""
        self.subject = self.recalled = None
        if self.headline or relations:
            return
        person = subject_of(passage, statement)
        opens = person or subject_of(passage, statement, bodies=True)
        self.subject = passage.offsets(person) if person else None
        self.recalled = passage.offsets(opens) if opens else None


def take_up(text: str, passage: Passage, statement: Statement, relations: list[Relation], run: Run) -> None:
    """Give "he added that C", where the language needs no "he", to who spoke in the sentence before.

    So is "it was further stated" theirs: עוד נמסר כי C.
    """
    _name_topic(passage, statement, relations)
    if len(relations) != 1:
        return
    taken = relations[0]
    if taken.construction in _HELD and taken.unclear:
        _take_up_quotation(text, passage, taken, run)
    elif not taken.source and run.speaker is None:
        _recall(text, passage, statement, taken, run)
    elif not taken.source and run.speaker is not None and not _is_told_further(text, passage, statement, taken, run):
        _take_up_saying(text, passage, statement, taken, run)


def _is_told_further(text: str, passage: Passage, statement: Statement, taken: Relation, run: Run) -> bool:
    """Take up "it was (further) stated", for the last speaker; whether it was, or nobody clear spoke."""
    if run.speaker is None:
        return True
    opens = taken.construction == "impersonal" and taken.cue[0][0] == passage.tokens.start[statement.first]
    if opens and run.speaker.source and passage.grammar.is_in(passage.tokens.low[statement.first], "further"):
        taken.source, taken.unclear = list(run.speaker.source), run.speaker.unclear
        return True
    if run.speaker.unclear:
        return True
    if taken.construction == "impersonal" and run.alone and run.speaker.source and is_told_on(text, passage, taken):
        taken.source = list(run.speaker.source)
        return True
    return False


def _take_up_saying(text: str, passage: Passage, statement: Statement, taken: Relation, run: Run) -> None:
    """Give a verb without a subject, or a topic, to who spoke in the sentence before, where its form fits."""
    if run.speaker is None:
        return
    speaker = run.speaker.source or ([run.speaker.antecedent] if run.speaker.antecedent else [])
    if _drops_topic(passage, statement, taken, run):
        taken.antecedent, taken.unclear = speaker[-1] if speaker else None, not speaker
        return
    tag = taken.construction in _TAGS
    if not speaker or (not tag and not _opens_saying(passage, statement, taken)):
        return
    named = " ".join(text[low:high] for low, high in speaker).split()
    verb = _first_token(passage, taken)
    if not tag and takes_up(passage, Statement(verb, statement.end, -1), named):
        taken.source, taken.unclear = list(speaker), False
        return
    last = words_in(text, run.speaker.cue[0], passage.grammar) if run.speaker.cue else []
    if run.alone and (not tag or statement.first > 0) and _may_be_said_by(passage, taken, named, "".join(last[-1:])):
        if "gendered_past" in passage.grammar.flags:
            taken.source, taken.unclear = list(speaker), False
        else:
            taken.source, taken.antecedent, taken.unclear = [], speaker[-1], False


def _opens_saying(passage: Passage, statement: Statement, taken: Relation) -> bool:
    """Whether nothing but "and", when and how stands before a verb that "that" follows: Ieri sera | ammetteva che C."""
    of, lows = passage.grammar, passage.tokens.low
    if taken.construction != "verb-that":
        return False
    cue = bisect_left(passage.tokens.start, taken.cue[0][0])
    passed = ("coordinators", "adverbs", "times", "time_prepositions")
    return all(of.is_in(lows[k], *passed) or of.is_adverb(lows[k]) for k in range(statement.first, cue))


def _recall(text: str, passage: Passage, statement: Statement, taken: Relation, run: Run) -> None:
    """Give a verb without a subject to whom the sentence before is about, where number and gender fit."""
    tag = taken.construction in _TAGS
    if run.recalled is None or not (tag or _opens_saying(passage, statement, taken)):
        return
    named = text[slice(*run.recalled)].split()
    if _may_be_said_by(passage, taken, named, ""):
        taken.source, taken.antecedent, taken.unclear = [], run.recalled, False


def _may_be_said_by(passage: Passage, taken: Relation, named: list[str], form: str) -> bool:
    """Whether a verb has the number and the gender of somebody who spoke with another form of a verb."""
    if "gendered_past" in passage.grammar.flags:
        verb = _first_token(passage, taken)
        return takes_up(passage, Statement(verb, verb + 1, -1), named)
    verb = _last_token(passage, taken)
    fits = goes_on_in_form(form, passage.tokens.low[verb], passage.grammar)
    return fits and goes_on_in_number(passage, verb, named)


def _first_token(passage: Passage, taken: Relation) -> int:
    return bisect_left(passage.tokens.start, taken.cue[0][0] + 1) - 1


def _last_token(passage: Passage, taken: Relation) -> int:
    """The last word of a verb, which shows the number: ha | aggiunto."""
    return bisect_left(passage.tokens.end, taken.cue[0][1])


def _take_up_quotation(text: str, passage: Passage, taken: Relation, run: Run) -> None:
    """Give "C", added, to who alone spoke in the sentence before, or whom it is about: «C», zanjó."""
    place = run.subject  # a body's is no quotation
    if run.speaker is not None and run.alone and not run.speaker.unclear:
        place = (run.speaker.source or [run.speaker.antecedent or (0, 0)])[-1]
    if place is None or place[0] >= place[1]:
        return
    if goes_on_in_number(passage, _last_token(passage, taken), text[slice(*place)].split()):
        taken.source, taken.antecedent, taken.unclear = [], place, False


def _drops_topic(passage: Passage, statement: Statement, taken: Relation, run: Run) -> bool:
    """Whether nobody is named as whoever alone spoke in the sentence before goes on: 17人が不明だとしている."""
    if "topic" not in passage.grammar.flags or not run.alone or statement.first == 0:
        return False
    hearsay = taken.construction == HEARSAY and _topic_of(passage, statement) is None
    return hearsay or taken.construction == "subject-clause-verb"


def _topic_of(passage: Passage, statement: Statement) -> Phrase | None:
    """The topic of a statement that could have said it: 大使 | は応じなかったという."""
    return topic_subject(passage, statement.first, statement.end, -1)


def _name_topic(passage: Passage, statement: Statement, relations: Sequence[Relation]) -> None:
    """Name who tells what is only hearsay by its form, where the topic is somebody and set apart: S も、C という."""
    if "topic" not in passage.grammar.flags or len(relations) != 1 or relations[0].construction != HEARSAY:
        return
    topic, taken = _topic_of(passage, statement), relations[0]
    comma = topic[1] + 1 if topic is not None else statement.end
    if topic is None or taken.source or comma >= statement.end or passage.tokens.raw[comma] not in _APART:
        return
    if topic[0] == statement.first and passage.grammar.is_in(passage.tokens.low[topic[1]], "telling_topics"):
        taken.source, taken.unclear = [passage.offsets(topic)], False
        begins, ends = passage.tokens.start[comma], passage.tokens.end[comma]
        taken.content = [(max(low, ends) if low <= begins else low, high) for low, high in taken.content if high > ends]
