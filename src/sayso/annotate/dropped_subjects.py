"""Who "and (he) added that" goes back to, in a language whose verb holds its subject.

"The ministry (f.) said C1. And (she) added that C2": it is whoever spoke in the sentence before, where one alone did
and the verb agrees. Where two spoke there, or nobody, or the form does not fit, it stays unclear who it is.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.annotate.cues import VERB, Grammar, words_in
from sayso.annotate.relations import Relation, Stretch
from sayso.model import Article

FEMININE_PAST = "ت"
WEAK = "ى"  # the last letter of a weak verb, which the ending takes the place of
FEMININE_PRESENT, MASCULINE_PRESENT = "ت", "ي"
IMPERSONAL = "impersonal"
NEAR = 16  # relations before one among which those of its sentence and the one before stand
_SPOKEN = ("verb", "quote", "subject-clause-verb", "participle-subject")


def name_subjects(article: Article, relations: Sequence[Relation], grammar: Grammar) -> None:
    """Give the relations whose subject is dropped the one source of the sentence before, where it agrees."""
    if "verb_first" not in grammar.flags and "recalled_subjects" not in grammar.flags:
        return
    ordered = sorted(relations, key=lambda relation: relation.cue[0][0])
    for number, relation in enumerate(ordered):
        if relation.construction == IMPERSONAL and not relation.source and "recalled_subjects" in grammar.flags:
            _go_on_in_statement(article, ordered[max(0, number - NEAR) : number], relation)
            continue
        if not relation.unclear or relation.source or not relation.construction.startswith(_SPOKEN):
            continue
        before = list(_spoke_before(article, ordered[:number], relation))
        if len(before) == 1 and _agrees(article.text, before[0], relation, grammar):
            relation.source, relation.unclear = list(before[0].source), False


def _go_on_in_statement(article: Article, earlier: Sequence[Relation], relation: Relation) -> None:
    """Give "it was stated" to the statement before: Bakanlığın açıklamasında C1 belirtildi. C2 kaydedildi."""
    before = list(_spoke_before(article, earlier, relation))
    if len(before) == 1 and before[0].construction == IMPERSONAL and before[0].source and not before[0].unclear:
        relation.source, relation.unclear = list(before[0].source), False


def _sentence(article: Article, place: int) -> int:
    return bisect_right(article.sentences, (place, len(article.text)))


def _spoke_before(article: Article, earlier: Sequence[Relation], relation: Relation) -> Iterator[Relation]:
    """Those who speak in the sentence before, or earlier in the same one, each once."""
    home = _sentence(article, min(low for low, _ in (*relation.cue, *relation.content)))
    given: list[list[Stretch]] = []
    same = [one for one in earlier if _sentence(article, one.cue[0][0]) == home]
    for one in same or earlier:
        ends = max(high for _, high in (*one.source, *one.cue, *one.content))
        near = bool(same) or _sentence(article, ends - 1) == home - 1
        if near and one.source not in given:
            given.append(one.source)
            yield one


def _agrees(text: str, before: Relation, relation: Relation, grammar: Grammar) -> bool:
    """Whether the verb can have the source of another verb for its subject."""
    if not before.source or before.unclear or not before.construction.startswith(_SPOKEN):
        return False
    verb, other = (_bare_verb(text, one, grammar) for one in (relation, before))
    if "verb_first" not in grammar.flags:
        return grammar.language != "he" or _hebrew_form(verb, grammar) == _hebrew_form(other, grammar)
    if grammar.is_in(verb, "participles") or grammar.is_in(other, "participles"):
        return _sentence_is_shared(text, before, relation)
    plural = verb.endswith(grammar.plural_endings)
    head = words_in(text, before.source[0], grammar)[0]
    if plural != (head.endswith(grammar.plural_endings) or grammar.is_in(head, "several")):
        return False
    return _is_feminine(verb, grammar) == _is_feminine(other, grammar)


def _hebrew_form(verb: str, grammar: Grammar) -> str:
    """The number and gender that a Hebrew verb shows by its ending: אמר, אמרה, אמרו; אומר, אומרת, אומרים."""
    if grammar.is_in(verb, "masculine_verbs"):
        return "m"
    endings = (("ו", "pl"), ("ים", "pl"), ("ות", "pl"), ("ה", "f"), ("ת", "f"))
    return next((form for ending, form in endings if verb.endswith(ending)), "m")


def _sentence_is_shared(text: str, before: Relation, relation: Relation) -> bool:
    return not any(mark in text[before.cue[0][0] : relation.cue[0][0]] for mark in ".!?؟\n")


def _bare_verb(text: str, relation: Relation, grammar: Grammar) -> str:
    """The verb of a cue without the "and" that is written onto it."""
    words = words_in(text, relation.cue[0], grammar)
    word = next((w for w in words if grammar.starts([w], 0, VERB)), words[0])
    bare = word[1:]
    return bare if word[:1] in grammar.joined and grammar.starts([bare], 0, VERB) else word


def _is_feminine(verb: str, grammar: Grammar) -> bool:
    """Whether a verb is in the third person feminine: قالت, تقول."""
    stems = (verb[:-1], verb[:-1] + WEAK)  # قالت of قال, نفت of نفى
    past = verb.endswith(FEMININE_PAST) and any(grammar.starts([stem], 0, VERB) > 0 for stem in stems)
    return past or (verb.startswith(FEMININE_PRESENT) and grammar.starts([MASCULINE_PRESENT + verb[1:]], 0, VERB) > 0)
