"""Attribution relations by the multilingual network, which reads every language that has rules.

It learnt from English (zero-shot transfer, Pires, Schlinger & Garrette 2019), then what readers marked in invented
reports in forty languages (`train/multilingual_go_on.py`). Here it is told which of its relations say something of
somebody; what of them a ledger takes on beside the rules is told by `sayso.annotate.second_opinion`.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from sayso import lexicon
from sayso.annotate import cues
from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.decoding import Linked
from sayso.annotate.disowned import is_disowned
from sayso.annotate.encoding import Window, windows
from sayso.annotate.hearers import is_thing_before, take_out_hearer
from sayso.annotate.network import multilingual_network
from sayso.annotate.number_words import number_words
from sayso.annotate.quotations import DOUBLE_MARKS
from sayso.annotate.relations import PROJECTED, PROJECTED_OBJECT, Relation, Stretch
from sayso.annotate.rule_reader import READ_ROLES
from sayso.annotate.soundness import is_refused, settle
from sayso.annotate.source_kinds import is_pronoun, is_speaker
from sayso.annotate.stated import is_stated
from sayso.annotate.trained_reader import as_relation
from sayso.annotate.unsaid import (
    VERB_BEFORE_NOT,
    forms,
    is_demand,
    is_denied,
    is_denied_saying,
    is_thing_done,
    is_unsaid,
    take_in_denial,
    writers,
)
from sayso.annotate.withheld import is_withheld
from sayso.letters import UNSPACED, is_in_word
from sayso.model import Article
from sayso.networks.loading import unigram_vocabulary

LANGUAGES = frozenset(lexicon.languages("cues"))
# Least log-probabilities of cue, source and content. Of what was so read in cases not learnt from, 96 of 100 had
# a source by a cue of a list, down to -0.7; by other cues 90 from -0.2 on, and 85 from -0.7 on.
SURE, SURE_UNLISTED = -0.7, -0.35
# English has a network of its own, which holds to what annotators of real news mark: by cues of no list one in three
# is the writer's own, and below this the sources it adds cost PolNeAR a tenth of a point of 95.1.
LISTED_ONLY, SURE_LISTED = frozenset({"en"}), -0.02
AT_LENGTH = 4  # words of a thing that is told
FEWEST = 2  # words of a content, letters of a name
TOPICS = {"ja": "は", "ko": "은는"}
_ELIDED = re.compile(r"\w['’]\w")
_EDGES = " \t\n,，、;；:："


class MultilingualReader:
    """Reads relations with the network; see the module."""

    name = "multilingual attribution network 2"

    def supports(self, language: str) -> bool:
        """Whether there is a lexicon for a language, without which nothing is told of what the network reads."""
        return language.lower().split("-", maxsplit=1)[0] in LANGUAGES

    def read(self, article: Article) -> Iterator[Relation]:
        """The relations in the headline, deck, body and captions of an article that the network is sure of."""
        grammar = cues.grammar(article.language)
        if grammar is None:
            return
        least = SURE_LISTED if grammar.language in LISTED_ONLY else SURE
        inside = _is_nowhere if grammar.language in UNSPACED else _is_inside_run
        blocks = [(block.start, block.end) for block in article.blocks if block.role in READ_ROLES]
        for window in windows(article.text, blocks, unigram_vocabulary()):
            for one in multilingual_network().attributions(window):
                relation = _relation(article.text, window, one, inside)
                if min(one.scores) < least or not relation.content or not relation.cue:
                    continue
                whole = [_before_cue(article.text, part, relation.cue) for part in relation.source]
                relation.source = [_without_topic(article.text, part, grammar) for part in whole]
                settle(article.text, relation, article.sentences, grammar)
                if relation.content:
                    _judge(article, relation, grammar, min(one.scores))
                    yield relation


def _judge(article: Article, relation: Relation, grammar: Grammar, sure: float) -> None:
    """Tell whether a relation says something of somebody, and whether that is a thing (`PROJECTED_OBJECT`)."""
    text, by_lists = article.text, grammar.language in LISTED_ONLY
    demanded = not by_lists and is_demand(text, relation, grammar)
    sure_enough = sure >= SURE_UNLISTED or demanded
    unlisted = not relation.asserted and not by_lists and sure_enough and _says(article, relation, grammar)
    if not by_lists and relation.asserted and is_denied_saying(text, relation, grammar):
        relation.asserted = False
    if not by_lists and is_withheld(text, relation, grammar.language) and not demanded:
        relation.asserted = unlisted = False
    if not by_lists and (unlisted or relation.asserted) and is_denied(text, relation, grammar):
        relation.construction = PROJECTED_OBJECT  # "ne croit pas | que le pont tiendra" says the contrary
        take_in_denial(text, relation, grammar)
        said = True
    elif _is_object(text, relation, grammar, unlisted=unlisted):
        relation.construction = PROJECTED_OBJECT
        said = relation.asserted and (_takes_things(text, relation, grammar) or is_stated(text, relation, grammar))
        said = said or (
            relation.asserted and sure >= SURE_UNLISTED and not by_lists and _is_told_at_length(text, relation, grammar)
        )
        said = said or (unlisted and (demanded or _is_measured(text, relation, grammar)))
    else:
        said = relation.asserted or unlisted
    relation.asserted = said and _is_named(article, relation, grammar)
    if not by_lists and not take_out_hearer(text, relation, grammar):
        relation.unclear = True  # "Сказал | ему |, что": the one told
        relation.asserted = relation.asserted and not is_thing_before(text, relation, grammar)


def _relation(text: str, window: Window, one: Linked, inside: Callable[[str, int], bool]) -> Relation:
    """An attribution without the marks at its edges; a cue may be a mark ("Minister: …")."""
    found = as_relation(text, window, one, inside)
    source, cue, content = (
        [kept for kept in (_trimmed(text, part) for part in parts) if kept]
        for parts in (found.source, found.cue, found.content)
    )
    low, high = one.cue
    cue = cue or [(window.starts[low], window.ends[high - 1])]
    return Relation(source=source, cue=cue, content=content, construction=PROJECTED)


def _says(article: Article, relation: Relation, grammar: Grammar) -> bool:
    """Whether somebody is named for a content, by a cue that no list has ("widać, że", "je čuo"): readers marked those.

    Not by a preposition, or by whoever "refused to say" or does something to a thing.
    """
    told = [word for part in relation.content for word in words_in(article.text, part, grammar)]
    cue = [word for part in relation.cue for word in words_in(article.text, part, grammar)]
    if not relation.source or len(told) < FEWEST:
        return False
    if is_refused(cue, grammar) or all(grammar.is_in(word, "prepositions") for word in cue):
        return False
    if is_unsaid(article.text, relation, grammar) or is_thing_done(article.text, relation, grammar):
        return False
    return not is_disowned(article.text, relation, article.sentences, grammar)


def _is_told_at_length(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether somebody who can speak tells of a thing in some words: "parle | de quatre obus tirés par les rebelles".

    An office, a body or a pronoun; not "the pictures", nor "announced | his resignation".
    """
    told = [word for part in relation.content for word in words_in(text, part, grammar)]
    if len(told) < AT_LENGTH and not any(word[0].isdigit() for word in told) and not _ends_in_number(told, grammar):
        return False
    named = [text[low:high] for low, high in relation.source]
    return any(is_speaker(name, grammar.language) or is_pronoun(name, grammar.language) for name in named)


def _is_measured(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether somebody who can speak counted or measured a number: "maß | auf dem Gipfel 32 Kilometer"."""
    named = " ".join(text[low:high] for low, high in relation.source)
    told = [word for part in relation.content for word in words_in(text, part, grammar)]
    numbers = number_words(grammar.language)
    spelt = f" {' '.join(text[low:high] for low, high in relation.cue).lower()} {' '.join(told[-1:])}"
    measures = any(f" {form}" in spelt for form in forms("measured", grammar.language))
    plain = [] if numbers is None else [word for word in told if word not in numbers.articles]
    counted = any(word[0].isdigit() or (numbers is not None and numbers.cardinals.begins(word)) for word in plain)
    return measures and counted and is_speaker(named, grammar.language)


def _ends_in_number(told: Sequence[str], grammar: Grammar) -> bool:
    """Whether all that is told is a number in words behind a preposition: "spricht | von neun".

    Measured in Germanic languages only, where the numbers so read were all figures that somebody gave.
    """
    numbers = number_words(grammar.language) if grammar.language in VERB_BEFORE_NOT else None
    return numbers is not None and numbers.cardinals.begins(told[-1]) and told[-1] not in numbers.articles


def _takes_things(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a cue is one of those that say something of a thing, as to deny or demand it, and a thing follows.

    Not "das Gericht sprach | den Mann … frei", nor "polisen kallade | in förstärkning".
    """
    cue = [word for part in relation.cue for word in words_in(text, part, grammar)]
    opens = words_in(text, relation.content[0], grammar)[:1]
    judges = bool(cues.kinds_among(cue, grammar) & CueKind.JUDGE)
    return judges and bool(opens) and not grammar.is_in(opens[0], "prepositions")


def _is_named(article: Article, relation: Relation, grammar: Grammar) -> bool:
    """Whether a source is somebody: not where or when it was said ("at the end of the session, the minister said")."""
    text = article.text
    parts = sorted((*relation.source, *relation.cue))
    who = [word for part in relation.source for word in words_in(text, part, grammar)]
    if who and all(grammar.is_in(word, "times") for word in who):
        return False  # "Včera | řekl …"
    known = cues.find(words_in(text, (parts[0][0], parts[-1][1]), grammar), grammar)
    if known and all(hit.kind is CueKind.NONE for hit in known):
        return False  # "podle plánu", "theo kế hoạch"
    for low, high in relation.source:
        words = words_in(text, (low, high), grammar)
        if words and all(grammar.is_in(word, "first_person") for word in words):
            return False
        if _is_writer(text, (low, high), grammar):
            return False  # who writes
        opens = words[:1]
        housed = bool(opens) and grammar.is_in(opens[0], "prepositions") and not _bears_preposition(article, low, high)
        if housed and not is_speaker(text[low:high], grammar.language):
            return False
    return True


def _is_writer(text: str, source: Stretch, grammar: Grammar) -> bool:
    """Whether a source is who writes, or one of the outlet: "nous", "O nosso repórter"; not Min Aung Hlaing."""
    words = text[slice(*source)].split()
    if len(words) > 1 and words[0].lower() not in writers(grammar.language):
        words = words[1:] if grammar.is_in(words[0].lower(), "determiners") else words
    named = _are_capitals(words[:2])
    whole = words[0].lower() if words else ""
    opens = grammar.language in UNSPACED and whole.startswith(tuple(writers(grammar.language)))
    return not named and not whole.endswith(".") and (whole in writers(grammar.language) or opens)


def _bears_preposition(article: Article, low: int, high: int) -> bool:
    """Whether a preposition is part of a name, "aldus | Van Doesum"; one that opens a sentence may be none."""
    words = article.text[low:high].split()[:2]
    before = article.text[:low].rstrip()[-1:]
    opens = any(start == low for start, _ in article.sentences) or not (before.isalnum() or before == ",")
    return _are_capitals(words) and not opens


def _are_capitals(words: Sequence[str]) -> bool:
    """Whether two words or more all begin with a capital."""
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _is_object(text: str, relation: Relation, grammar: Grammar, *, unlisted: bool) -> bool:
    """Whether what stands beside a verb with no mark between is a thing or a phrase of its own, and no quotation.

    "Ghouram exige | le départ du contingent" says something only with its verb. What a verb that no list has takes
    is such a thing unless a "that" opens it. "haben Forscher | ein Virus | entdeckt" has it before its verb.
    """
    low, high = relation.content[0]
    behind = low >= relation.cue[-1][1] and is_in_word(text[max(0, low - 2) : low].rstrip()[-1:])
    ahead = high <= relation.cue[0][0] and not text[high : relation.cue[0][0]].strip()
    if not behind and (not ahead or "objects_before" in grammar.flags):
        return False
    opens = words_in(text, (low, high), grammar)[:1]
    if not opens or any(mark in text[low:high] for mark in DOUBLE_MARKS):
        return False
    if unlisted and behind:
        return not grammar.is_in(opens[0], "that")
    return grammar.is_in(opens[0], "determiners", "prepositions")


def _before_cue(text: str, source: Stretch, cue: list[Stretch]) -> Stretch:
    """A source without the verb it runs into: "De minister | sluit | niet uit"."""
    low, high = source
    first = min((start for start, _ in cue if low < start < high), default=high)
    return low, low + len(text[low:first].rstrip())


def _without_topic(text: str, source: Stretch, grammar: Grammar) -> Stretch:
    """A source without the particle of a topic, which is no part of a name: "県警は", "학부모들은"."""
    low, high = source
    ends = high == len(text) or not is_in_word(text[high]) or grammar.language in UNSPACED
    topic = text[high - 1 : high] in TOPICS.get(grammar.language, "\0")
    return (low, high - 1) if ends and topic and high - low > FEWEST else source


def _is_inside_run(text: str, at: int) -> bool:
    """Whether letters go on over a place; no hyphen, which parts speaker and verb in "dit-il"."""
    return is_in_word(text[at - 1 : at]) and is_in_word(text[at : at + 1])


def _is_nowhere(text: str, at: int) -> bool:
    """In languages without spaces a piece is all that is known of words."""
    del text, at
    return False


def _trimmed(text: str, part: Stretch) -> Stretch | None:
    """A stretch without commas and colons at its edges; None if nothing that says anything is left."""
    low, high = part
    while low < high and text[low] in _EDGES:
        low += 1
    while high > low and text[high - 1] in _EDGES:
        high -= 1
    if _ELIDED.match(text, high - 1):  # "l" of "l'avvocato", "s" of "s'étonne"
        high += 1
        while high < len(text) and text[high].isalnum():
            high += 1
    return (low, high) if any(ch.isalnum() for ch in text[low:high]) else None
