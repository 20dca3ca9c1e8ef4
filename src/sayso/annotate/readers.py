"""Which reader reads which language: a network English; rules and a multilingual network the others, and it beside it.

Where the network for English reads, rules still add what its training data does not mark: who relays whom ("RIA,
citing the ministry"), what stands inside another's words ("the minister said police believe …"), the speaker before a
headline's colon, and what a relative pronoun stands for.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.annotate import accounts, cues, noun_claims, stances
from sayso.annotate.addresses import CONSTRUCTION as ADDRESS
from sayso.annotate.clocks import past_clock
from sayso.annotate.contested import settle_contested, settle_numbers_said
from sayso.annotate.cues import Grammar
from sayso.annotate.disowned import is_disowned
from sayso.annotate.double_tags import inner_tag
from sayso.annotate.epigraphs import CONSTRUCTION as EPIGRAPH
from sayso.annotate.hearings import CONSTRUCTION as HEARD
from sayso.annotate.labelled import CLAIMED, SPEAKER
from sayso.annotate.multilingual_reader import MultilingualReader
from sayso.annotate.named_claims import end_before_verdict
from sayso.annotate.neighbours import Neighbours
from sayso.annotate.occasions import past_linking
from sayso.annotate.relations import (
    FIGURE_AT,
    LEARNED_OBJECT,
    LEARNED_UNNAMED,
    OBJECTS,
    RELAYED,
    Reader,
    Relation,
    points,
    touch,
)
from sayso.annotate.rule_reader import RuleReader
from sayso.annotate.second_opinion import added, joined
from sayso.annotate.soundness import has_swallowed, is_elsewhere, is_first_person, is_shred
from sayso.annotate.source_kinds import is_pronoun, is_speaker, words_of
from sayso.annotate.trained_reader import TrainedReader
from sayso.model import Article
from sayso.phrases import any_of, folded, whole_words

_BY_PLACE = frozenset({accounts.CONSTRUCTION, noun_claims.MADE, stances.CONSTRUCTION, stances.BRACKETED})
_ALONE = _BY_PLACE | {"headline-colon", "noun-that", FIGURE_AT, SPEAKER, CLAIMED, HEARD, "headline-dash"}
"""Constructions like "Ministry: …" and "suspicions raised by analysts that …"."""
_PARENTHESES = frozenset(
    {"marker-initial", "clause-subject-verb", "clause-verb-subject"}
)  # "Per the filing, …", "…, critics charge, …"
SHARED_SUBJECT = 0.8  # share of subjects so shared that are right: 8 of 10 on PolNeAR dev
NEARER_SUBJECT = 0.78  # as sure as the rules are of a subject before its verb, on PolNeAR's training split
AGREED = 0.9  # a source the network is unsure of and the rules name too: 15 of 16 right on PolNeAR dev
_ARTICLES = ("the ", "a ", "an ", "one ", "his ", "her ", "its ", "their ")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_CONTRAST = re.compile(r",? (?:while|whereas|but) \Z")
_NAME = 4  # words of a name behind a role
_MUCH = 0.5  # of the code points of two contents, from which on they are the same one


class ArticleReader:
    """Reads relations in any language that has a reader."""

    name = "networks 3 and 2, rules 7"

    def __init__(self) -> None:
        self._rules: Reader = RuleReader()
        self._trained: Reader = TrainedReader()
        self._multilingual: Reader = MultilingualReader()

    def supports(self, language: str) -> bool:
        """Whether there are rules for a language."""
        return self._rules.supports(language)

    def read(self, article: Article) -> Iterator[Relation]:
        """The relations in an article."""
        by_rule = list(self._rules.read(article))
        for one in by_rule:
            one.source = [(past_clock(article.text, *part), part[1]) for part in one.source]
        grammar = cues.grammar(article.language)
        if grammar is not None and grammar.lists["linking"]:
            for one in by_rule:
                one.source = [(past_linking(article.text, *part, grammar), part[1]) for part in one.source]
        if grammar is None:
            yield from by_rule
            return
        further = list(self._multilingual.read(article))
        if not self._trained.supports(article.language):
            yield from joined(article, by_rule, further, grammar)
            return
        learned = list(self._trained.read(article))
        settle_contested(article.text, learned, by_rule, grammar)
        settle_contested(article.text, further, by_rule, grammar)
        settle_numbers_said(article.text, [*learned, *further], grammar)
        known = [*learned, *_additions(article, by_rule, learned)]
        yield from known
        yield from added(article, known, further, grammar)


def _additions(article: Article, by_rule: Sequence[Relation], learned: Sequence[Relation]) -> Iterator[Relation]:
    """What rules found beside or inside what the network found, tied to it."""
    cued = Neighbours(learned, lambda one: one.cue)
    same = {
        id(r): one
        for r in by_rule
        if (one := next((x for x in cued.of(r.cue) if touch(x.cue, r.cue)), None)) is not None
    }
    for relation in by_rule:  # first, for what is completed tells what else goes on from it
        if relation.construction not in RELAYED and id(relation) in same:
            _complete(article, same[id(relation)], relation)
    near = Neighbours(learned, lambda one: (*one.source, *one.cue, *one.content))  # from here on these only shrink
    for relation in by_rule:
        if relation.construction in (EPIGRAPH, ADDRESS):
            yield relation
            continue
        if relation.construction in RELAYED:
            relayed = _same_content(relation, near)
            if relayed is not None:
                _drop_bare(relation, near)
                yield _relay(relation, relayed)
            continue
        if (outer := inner_tag(article, relation, near.of(relation.content))) is not None:
            near.note(outer)
            relation.within = outer
            yield relation
            continue
        if id(relation) in same:
            yield from _beside_unsaid(article, relation, same[id(relation)], near)
            continue
        yield from _beside(article, relation, near)


def _beside_unsaid(article: Article, ruled: Relation, learned: Relation, near: Neighbours) -> Iterator[Relation]:
    """What the rules know of a cue that the network takes for no statement: an answer left open, a speaker by place."""
    if learned.asserted:
        return
    if _leaves_open(article, ruled):
        yield ruled
    elif ruled.construction in _BY_PLACE:
        for told in _beside(article, ruled, near):
            _become(learned, told)


def _become(learned: Relation, told: Relation) -> None:
    """Make of what the network took for no statement the one that the rules know by its place."""
    learned.source, learned.cue, learned.content = list(told.source), list(told.cue), list(told.content)
    learned.construction, learned.within = told.construction, told.within
    learned.asserted, learned.unclear, learned.confidence = True, False, None


def _beside(article: Article, relation: Relation, near: Neighbours) -> Iterator[Relation]:
    """A relation of the rules alone, if it stands by itself or speaks within another's words."""
    if _is_disowned(article, relation) or not _ends_at_verdict(article, relation):
        return
    if relation.construction == FIGURE_AT:
        _end_at_next_cue(article, relation, near)
    host = _around(relation, near)
    parted = host is not None and _cut_at_contrast(article, relation, host)
    if parted or _stands_alone(article, relation, near):
        yield relation
    elif _is_said(article, relation) and not _is_word(article, relation) and (outer := _around(relation, near)):
        relation.within = outer
        yield relation


def _cut_at_contrast(article: Article, inner: Relation, outer: Relation) -> bool:
    """End what one says where the other side begins to speak: "S1 said C1, | while S2 claimed C2"."""
    start = min(low for low, _ in (*inner.source, *inner.cue))
    joint = _CONTRAST.search(article.text, max(0, start - len(", whereas ")), start)
    at = next((i for i, (low, high) in enumerate(outer.content) if low < start < high), None)
    spoken = inner.construction in ("verb-that", "verb-clause", "verb-infinitive", "verb-object", "verb-quote")
    if joint is None or at is None or not spoken or joint.start() <= outer.content[at][0]:
        return False
    if any(mark in article.text[slice(*outer.content[at])] for mark in '“”"'):
        return False
    outer.content[at:] = [(outer.content[at][0], joint.start())]
    return True


def _relay(relation: Relation, relayed: Relation) -> Relation:
    """Tie who relays to who is relayed: "RIA, citing the ministry" and "the ministry, quoted by RIA"."""
    relation.content = list(relayed.content)
    relayed.source = [(low, _cut(high, low, relation)) for low, high in relayed.source]
    if relation.construction == "citing":
        relation.within = relayed
    else:
        relayed.within = relation
    return relation


def _drop_bare(ruled: Relation, near: Neighbours) -> None:
    """Take for no statement what has but the one cited for its content: "RIA, quoting | a source"."""
    for one in near.of(ruled.cue):
        if touch(one.cue, ruled.cue) and touch(one.content, ruled.source):
            one.asserted = False


def _cut(end: int, start: int, aside: Relation) -> int:
    """Where a source ends that runs on into whom it cites: "RIA" of "RIA, citing the ministry"."""
    begins = min(low for low, _ in [*aside.cue, *aside.source])
    return begins if start < begins < end else end


def _complete(article: Article, learned: Relation, ruled: Relation) -> None:
    """Give a learned relation what the rules know of the same cue: an antecedent, a nearer subject, the form."""
    _complete_unnamed(article, learned, ruled)
    if learned.construction == LEARNED_UNNAMED:
        _take_subject_in(article, learned, ruled)
        return
    learned.antecedent = learned.antecedent or ruled.antecedent
    if ruled.construction in OBJECTS:
        learned.construction = LEARNED_OBJECT
    if ruled.construction == FIGURE_AT and ruled.source:
        learned.asserted = True  # "has verified the deaths of 29 people"
    grammar = cues.grammar(article.language)
    if not ruled.source or not learned.asserted or grammar is None:
        return
    if any(is_shred(article.text, part, grammar) for part in ruled.source):
        return  # "is dated 7 March, bears the stamp of the board and | says"
    if ruled.construction == "noun-that" and not end_before_verdict(article.text, learned, article.sentences, grammar):
        return
    _complete_source(article, learned, ruled, grammar)


def _take_subject_in(article: Article, learned: Relation, ruled: Relation) -> None:
    """Make him a part of what is said who is accused of it: "Minister | accused of lying to parliament"."""
    grammar = cues.grammar(article.language)
    cue = cues.words_in(article.text, learned.cue[-1], grammar) if grammar else []
    if grammar is None or not any(grammar.is_in(word, "charged") for word in cue):
        return
    behind = len(learned.content) == 1 and learned.content[0][0] >= learned.cue[-1][1]
    if behind and not learned.source and ruled.source and ruled.source[-1][1] <= learned.cue[0][0]:
        learned.content.insert(0, ruled.source[-1])


def _complete_unnamed(article: Article, learned: Relation, ruled: Relation) -> None:
    """Complete what somebody says whom the sentence does not name."""
    if ruled.construction == HEARD:  # whatever is said before a court has the length of its sentence
        learned.source, learned.content, learned.asserted = [], list(ruled.content), True
        learned.construction, learned.unclear = LEARNED_UNNAMED, False
    if ruled.construction == "impersonal" and not learned.asserted and _opens_with_that(article, ruled):
        learned.asserted, learned.cue = True, list(ruled.cue)  # "there are fears that …"
    if ruled.construction == "raised" and len(learned.content) == 1 and not learned.source:
        subject = article.text[slice(*ruled.content[0])].lower()
        if subject not in _RELATIVES and ruled.content[0][1] <= learned.content[0][0]:
            learned.content.insert(0, ruled.content[0])  # "He is said to have fled"


def _complete_source(article: Article, learned: Relation, ruled: Relation, grammar: Grammar) -> None:
    """Give a learned relation the source of the rules where it has none or a worse one, or both are of one mind."""
    if learned.unclear and _agree(article, learned, ruled, grammar):
        learned.unclear = False
        if article.text[learned.source[-1][1] : learned.cue[0][0]].strip(" ,"):
            learned.source = list(ruled.source)  # "Vance, whose side | are unbeaten, admitted"
        learned.confidence = max(learned.confidence or 0.0, AGREED)
    if not learned.source:  # "she said …, and said …"
        learned.source, learned.confidence, learned.unclear = list(ruled.source), SHARED_SUBJECT, False
        own = [part for part in learned.content if not touch([part], learned.source)]
        learned.content = own or learned.content  # "Karvenia" of "Karvenia claimed to have taken it" is no part of it
        if ruled.construction == SPEAKER:
            learned.cue = list(ruled.cue)  # "Added Lenz: “…”", of which the network makes one cue
    elif _is_name_of(article, ruled, learned):
        learned.source = [
            (learned.source[0][0], ruled.source[0][1])
        ]  # "The mayor, | Ines Tarr, asked to comment, said"
    elif is_elsewhere(learned, article.sentences) and not is_elsewhere(ruled, article.sentences):
        learned.source, learned.confidence, learned.unclear = list(ruled.source), NEARER_SUBJECT, False


def _is_name_of(article: Article, ruled: Relation, learned: Relation) -> bool:
    """Whether the rules have the name that stands between commas behind the role that the network has."""
    (low, high), (start, end) = ruled.source[0], learned.source[0]
    more = article.text[end:high]
    is_name = more.startswith(", ") and more[2:3].isupper() and len(more.split()) <= _NAME
    alone = len(ruled.source) == len(learned.source) == 1 and low in (start, end + 2)
    return alone and is_name and high <= learned.cue[0][0]


def _agree(article: Article, learned: Relation, ruled: Relation, grammar: Grammar) -> bool:
    """Whether network and rules name the same source, which the network alone is not sure enough of.

    Not a relative pronoun, which both take for the subject of what follows it too.
    """
    if is_elsewhere(learned, article.sentences) or has_swallowed(article.text, learned, grammar):
        return False
    theirs, ours = (" ".join(article.text[s:e] for s, e in one.source).strip(" ,") for one in (learned, ruled))
    same = theirs == ours or theirs.partition(",")[0] == ours or ours.partition(",")[0] == theirs
    return same and not grammar.is_in(ours.lower(), "relatives", "nobodies")


def _is_disowned(article: Article, ruled: Relation) -> bool:
    """Whether the source of a relation of the rules says no such thing: "if the minister says he can"."""
    grammar = cues.grammar(article.language)
    if grammar is None or not ruled.content:
        return False
    if is_first_person(article.text, ruled, grammar):
        return True  # “I think of it often,” Lenz says: no other speaks there
    return is_disowned(article.text, ruled, article.sentences, grammar)


def _ends_at_verdict(article: Article, ruled: Relation) -> bool:
    """End what a claim says before what is said of it; False where its end cannot be seen."""
    grammar = cues.grammar(article.language)
    if grammar is None or ruled.construction != "noun-that":
        return True
    return end_before_verdict(article.text, ruled, article.sentences, grammar)


def _stands_alone(article: Article, ruled: Relation, near: Neighbours) -> bool:
    """Whether a relation of the rules is one that the network tends to miss, and nobody else is given its words."""
    if any(one.asserted and touch(one.content, ruled.content) for one in near.of(ruled.content)):
        return False
    goes_on = any(one.asserted and ruled.source and ruled.source == one.source for one in near.of(ruled.source))
    grammar = cues.grammar(article.language)
    if grammar is not None and has_swallowed(article.text, ruled, grammar):
        return False
    if ruled.source and ";" in article.text[ruled.source[-1][1] : ruled.cue[0][0]]:
        return False  # a semicolon ends what one subject does
    if ruled.construction == "impersonal" and _opens_with_that(article, ruled):
        return True  # "there are fears that …"
    if ruled.construction in _PARENTHESES and _is_parenthesis(article, ruled):
        return True
    if _speaks_of_count(article, ruled) or _is_per_speaker(article, ruled):
        return True
    return ruled.construction in _ALONE or goes_on or (bool(ruled.source) and _denies(article, ruled))


def _speaks_of_count(article: Article, ruled: Relation) -> bool:
    """Whether somebody who can speak "spoke of" a number: "The police had spoken of only three shots"."""
    grammar = cues.grammar(article.language)
    if grammar is None or ruled.construction != "verb-object" or not ruled.source:
        return False
    words = [word for part in ruled.cue for word in cues.words_in(article.text, part, grammar)]
    told = cues.words_in(article.text, ruled.content[0], grammar)[:_NAME]
    counted = any(word[0].isdigit() or grammar.is_in(word, "figures_seen") for word in told)
    speaks = any(grammar.is_in(word, "speaking_of") for word in words) and words[-1] == "of"
    return counted and speaks and is_speaker(article.text[slice(*ruled.source[-1])], article.language)


def _opens_with_that(article: Article, ruled: Relation) -> bool:
    return article.text.startswith("that ", ruled.content[0][0])


def _is_parenthesis(article: Article, ruled: Relation) -> bool:
    """Whether words set apart by commas show who says what is around or behind them, and name somebody who can."""
    if ruled.construction.startswith("marker"):
        long = article.text[slice(*ruled.cue[0])].lower().startswith("in the ")  # "in the words of one engineer"
        if long or ruled.construction == "marker-final":
            return long
    name = " ".join(article.text[start:end] for start, end in ruled.source)
    last = ruled.construction == "clause-verb-subject" and article.text[ruled.source[-1][1] :][:1] in ".;\n"
    parted = ruled.construction == "marker-initial" or len(ruled.content) > 1 or last
    bare = (
        name.islower()
        and " " in name
        and (not name.endswith("s") or name.endswith("ss"))
        and not name.startswith(_ARTICLES)
    )
    return (
        parted
        and not bare
        and (
            is_speaker(name, article.language)
            or is_pronoun(name, article.language)
            or (last and _is_one(name, article))
        )
    )


def _is_per_speaker(article: Article, ruled: Relation) -> bool:
    """Whether a clause is "per" somebody who can speak, a marker that the network does not know."""
    if ruled.construction != "marker-final" or not ruled.source:
        return False
    cue, source = (article.text[slice(*part[-1])] for part in (ruled.cue, ruled.source))
    parted = article.text[: ruled.cue[0][0]].rstrip().endswith(",")
    return cue.lower() == "per" and parted and is_speaker(source, article.language)


def _is_one(name: str, article: Article) -> bool:
    """Whether a phrase is a name, or an article and a noun for a person or body: "the coast guard"."""
    known = words_of(article.language, "person") | words_of(article.language, "body")
    return name[:1].isupper() or (name.startswith(_ARTICLES) and any(word in known for word in name.split()[:_NAME]))


def _leaves_open(article: Article, relation: Relation) -> bool:
    """Whether somebody "neither confirms nor denies" something: that is an answer of theirs."""
    return article.text[relation.cue[0][0] : relation.cue[0][1]].lower().startswith("neither ")


def _end_at_next_cue(article: Article, ruled: Relation, near: Neighbours) -> None:
    """End what is put at a figure where the next verb of its subject begins: "… at 11:00 | and lists six dead"."""
    low, high = ruled.content[0]
    end = min((one.cue[0][0] for one in near.of(ruled.content) if low < one.cue[0][0] < high), default=high)
    words = article.text[low:end].rstrip().removesuffix(" and")
    ruled.content = [(low, low + len(words) if end < high else high)]


def _denies(article: Article, relation: Relation) -> bool:
    """Whether a cue is a verb of denial: "Norland denies it" says as much as a whole sentence."""
    return _denials().search(folded(" ".join(article.text[start:end] for start, end in relation.cue))) is not None


@functools.cache
def _denials() -> re.Pattern[str]:
    """English words of denial; the network, which this completes, reads no other language."""
    return whole_words(any_of(str(lexicon.load("denials").tables["denials"]["en"]).split("|")), "en")


def _same_content(relation: Relation, near: Neighbours) -> Relation | None:
    """The learned relation whose content is much the same."""
    mine = points(relation.content)
    best, share = None, _MUCH
    for one in near.of(relation.content):
        theirs = points(one.content)
        overlap = len(mine & theirs) / max(1, len(mine | theirs))
        if overlap >= share and not touch(one.cue, relation.cue):
            best, share = one, overlap
    return best


def _is_said(article: Article, ruled: Relation) -> bool:
    """Whether a relation inside another's words is speech: "Norland speaks of 65", not "a thing called C"."""
    if ruled.construction not in OBJECTS | {"verb-infinitive"}:
        return True
    named = any(ch.isupper() for start, end in ruled.source for ch in article.text[start:end])
    summons = article.text[ruled.cue[0][0] :].lower().startswith("call")  # "the president called a meeting"
    return named and not summons and ruled.construction in OBJECTS


def _is_word(article: Article, relation: Relation) -> bool:
    """Whether one word is all that is said, and not by denying it: "those whom Norland declared | dead"."""
    words = sum(len(article.text[start:end].split()) for start, end in relation.content)
    return words < 2 and not _denies(article, relation)


def _around(relation: Relation, near: Neighbours) -> Relation | None:
    """The relation in whose words another speaks."""
    around = near.of(relation.cue) if relation.source else ()
    return next((one for one in around if one.asserted and _inside(relation, one)), None)


def _inside(relation: Relation, outer: Relation) -> bool:
    """Whether all of a relation lies in one piece of another's content."""
    pieces = [*relation.source, *relation.cue, *relation.content]
    return any(all(low <= start and end <= high for start, end in pieces) for low, high in outer.content)
