"""The stage that says who says what: PARC attribution relations of one article.

What is read is up to a `Reader` (see `sayso.annotate.readers`); the stage gives each relation its records: kind of
source, manner, names, nesting, and, where the reader has none, the measured reliability of its construction
(`lexicons/attribution_reliability.toml`: share of relations of that construction found by annotators too and given
the right source). A language without a lexicon is a `Skip`, not a guess.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso import lexicon
from sayso.annotate import cues, dialogue, quotations
from sayso.annotate.coreference import Names
from sayso.annotate.frames import is_framing
from sayso.annotate.headline_ends import turn_headline_ends
from sayso.annotate.headline_subjects import make_clear
from sayso.annotate.lone_quotations import lone_quotations
from sayso.annotate.readers import ArticleReader
from sayso.annotate.relations import Reader, Relation, Stretch
from sayso.annotate.signs import is_mere_sign
from sayso.annotate.source_kinds import is_person, is_speaker, kind_of
from sayso.annotate.tails import cut_tails
from sayso.annotate.those_among import take_in_those_among
from sayso.annotate.tokens import tokenise
from sayso.model import Article, Attribution, Record, Skip
from sayso.spans import Span
from sayso.stage import of
from sayso.vocab import Manner, SkipReason, SourceKind

_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")  # "Lenz's" of "Lenz's suggestion that"
_EDGES = " \t\r\n,;:–—-"

CLEAR_IN = frozenset({"en"})  # where it was measured whom headlines go on from
LONGEST_PARTICLE = 3  # letters of a particle in a name: "von", "de la"
OPENING_MARKS = frozenset("\"'“‘«„‚「『")
CLOSING_MARKS = frozenset("\"'”’»“‘」』")


class AttributionStage:
    """Article → Attribution, by way of a reader."""

    name = "attribution"
    version = "24"
    config = None
    reads: tuple[type[Record], ...] = (Article,)
    writes: tuple[type[Record], ...] = (Attribution,)

    def __init__(self, reader: Reader | None = None) -> None:
        self.reader: Reader = reader or ArticleReader()

    def keys(self, record: Record) -> Iterable[str]:
        """The article's own id."""
        return (record.id,)

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        """The attributions of one article, in the order of the text."""
        for article in of(group, Article):
            if not self.reader.supports(article.language):
                detail = f"no attribution cues for language {article.language}"
                yield Skip(stage=self.name, subject=key, reason=SkipReason.LANGUAGE_UNSUPPORTED, detail=detail)
                continue
            yield from attributions(article, self.reader.read(article))


def attributions(article: Article, relations: Iterable[Relation]) -> Iterator[Attribution]:
    """Relations as records, each once, outer ones before those nested in them."""
    read = [r for r in relations if r.content and not _is_topic(article, r)]
    for relation in read:
        turn_headline_ends(article, relation)
    grammar = cues.grammar(article.language)
    kept = sorted([*read, *(lone_quotations(article, read, grammar) if grammar else ())], key=_place)
    for relation in kept:
        if grammar is not None:
            if grammar.language in CLEAR_IN:
                make_clear(article, relation, grammar)
            cut_tails(article.text, relation, grammar)
            take_in_those_among(article.text, relation, grammar)
            who, cue = (" ".join(article.text[low:high] for low, high in p) for p in (relation.source, relation.cue))
            relation.asserted = relation.asserted and not is_mere_sign(who, cue, grammar)
    reliability = _reliability(article.language)
    names = Names(article.text, article.language)
    parents = _parents(kept)
    made: dict[int, Attribution] = {}
    given: set[str] = set()
    for relation in _outer_first(kept, parents):
        parent = parents.get(id(relation))
        record = _record(article, relation, names, made.get(id(parent)) if parent else None, reliability)
        made[id(relation)] = record
        if record.id not in given:
            given.add(record.id)
            yield record


def _is_topic(article: Article, relation: Relation) -> bool:
    """Whether what stands before a headline's colon may as well be a place or a topic as a speaker."""
    if relation.construction != "headline-colon":
        return False
    start, end = relation.content[0]
    said = article.text[start:end].strip(" \t.!?…")
    quoted = said[:1] in OPENING_MARKS and said[-1:] in CLOSING_MARKS  # not “Black box” found in river
    name = " ".join(article.text[s:e] for s, e in relation.source)
    head = _head_of(article, relation.source)
    if is_speaker(head, article.language) or relation.confidence is not None:
        return False
    if is_person(head, article.language) and _is_told(article, (start, end)):
        return False
    common = any(word.islower() and len(word) > LONGEST_PARTICLE for word in name.split())
    return common or not (quoted or _is_in_first_person(article, (start, end)))


def _is_told(article: Article, content: Stretch) -> bool:
    """Whether what stands behind a label is a clause that tells something, and does not ask "why" or "how"."""
    grammar = cues.grammar(article.language)
    words = cues.words_in(article.text, content, grammar) if grammar else []
    asks = grammar is None or not words or grammar.is_in(words[0], "that", "relatives", "subordinators", "infinitive")
    return grammar is not None and not asks and (any(map(grammar.is_verb, words[1:])) or words[0] == "no")


def _head_of(article: Article, label: Sequence[Stretch]) -> str:
    """A label up to its first preposition; nothing of it where it is a clause, or tells a state.

    "Ministry on the flood: …" is the ministry's; "Ministry in ruins: …", "Shelling of the ministry: …" and a clause
    whose verb is known to be one are topics.
    """
    grammar = cues.grammar(article.language)
    name = " ".join(article.text[s:e] for s, e in label)
    if grammar is None:
        return name
    tokens = tokenise(article.text, label[0][0], label[-1][1], grammar.tokens)
    small = [word for word, raw in zip(tokens.low, tokens.raw, strict=True) if raw.islower()]
    pairs = zip(["", *tokens.low], tokens.low, strict=False)
    free = [word for before, word in pairs if word in small and not grammar.is_in(before, "determiners")]  # l'accusé
    verbs = (word for word in free if grammar.is_verb(word) or is_framing(word, grammar))
    if any(not grammar.is_in(word, "determiners", "prepositions") for word in verbs):
        return ""
    held = (i for i, word in enumerate(tokens.low) if i and grammar.is_in(word, "prepositions") and word in small)
    stop = next(held, len(tokens.low))
    then = tokens.raw[stop + 1] if stop + 1 < len(tokens) else ""
    if then.islower() and grammar.is_in(tokens.low[stop], "of_states") and not grammar.is_in(then, "determiners"):
        return ""
    return article.text[tokens.start[0] : tokens.end[stop - 1]] if len(tokens) else name


def _is_in_first_person(article: Article, content: Stretch) -> bool:
    """Whether a headline speaks as "I", so that who stands before its colon can only be a person: Lenz: I will go."""
    grammar = cues.grammar(article.language)
    words = cues.words_in(article.text, content, grammar) if grammar else []
    asks = grammar is not None and bool(words) and grammar.is_in(words[0], "that", "relatives")  # "Lenz: why I left"
    return grammar is not None and not asks and any(grammar.is_in(word, "first_person") for word in words)


def _place(relation: Relation) -> tuple[int, int]:
    pieces = relation.source + relation.cue + relation.content
    return min(start for start, _ in pieces), -max(end for _, end in pieces)


def _parents(relations: Sequence[Relation]) -> dict[int, Relation]:
    """For each nested relation the one it is directly nested in.

    Relations come sorted by place, outer before inner, so that a stack of open ones is enough.
    """
    parents: dict[int, Relation] = {}
    open_: list[Relation] = []
    for relation in relations:
        start, end = _extent(relation)
        open_ = [other for other in open_[-32:] if max(e for _, e in other.content) > start]
        holding = [other for other in open_ if any(s <= start and end <= e for s, e in other.content)]
        if relation.within is not None:
            parents[id(relation)] = relation.within
        elif holding:
            parents[id(relation)] = min(holding, key=lambda other: sum(e - s for s, e in other.content))
        open_.append(relation)
    return parents


def _extent(relation: Relation) -> Stretch:
    pieces = relation.source + relation.cue + relation.content
    return min(start for start, _ in pieces), max(end for _, end in pieces)


def _outer_first(relations: Sequence[Relation], parents: dict[int, Relation]) -> Iterator[Relation]:
    done: set[int] = set()
    for relation in relations:
        chain = [relation]
        while (parent := parents.get(id(chain[-1]))) is not None and id(parent) not in done and parent not in chain:
            chain.append(parent)
        for one in reversed(chain):
            if id(one) not in done:
                done.add(id(one))
                yield one


def _record(
    article: Article, relation: Relation, names: Names, parent: Attribution | None, reliability: dict[str, float]
) -> Attribution:
    source = _spans(article, relation.source)
    name = _POSSESSIVE.sub("", " ".join(span.exact for span in source).strip(_EDGES)) or None
    if relation.unclear:
        name = None
    kind = SourceKind.UNCLEAR if relation.unclear else kind_of(name, article.language)
    resolved = None
    if relation.antecedent and not relation.unclear and (name or not source):
        resolved = article.text[slice(*relation.antecedent)].strip(_EDGES)
    if name and source:
        resolved = resolved or names.resolve(source[0].start, name)
        resolved = names.introduced_as(resolved or name) or resolved
        names.add(source[0].start, name, kind)
    if resolved and kind in (SourceKind.ROLE, SourceKind.NONE):
        kind = kind_of(resolved, article.language)
    return Attribution(
        article_id=article.id,
        source=source,
        cue=_spans(article, relation.cue),
        content=_spans(article, relation.content),
        source_kind=kind,
        manner=Manner.DIRECT
        if relation.construction == dialogue.CONSTRUCTION
        else manner_of(article, relation.content),
        source_name=name,
        resolved_name=resolved,
        within_id=parent.id if parent else None,
        confidence=reliability.get(relation.construction) if relation.confidence is None else relation.confidence,
        construction=relation.construction,
        asserted=relation.asserted,
    )


def _spans(article: Article, pieces: Sequence[Stretch]) -> tuple[Span, ...]:
    return tuple(article.span(start, end) for start, end in sorted(set(pieces)) if end > start)


def manner_of(article: Article, content: Sequence[Stretch]) -> Manner:
    """Direct when a content is nothing but quotation, mixed when it holds some, else indirect."""
    marks = sum(article.text.count(mark, start, end) for start, end in content for mark in quotations.DOUBLE_MARKS)
    if not marks:
        single = [article.text[start:end].strip(_EDGES + ".") for start, end in content]
        return Manner.DIRECT if single and all(s[:1] in quotations.SINGLE for s in single) else Manner.INDIRECT
    whole = all(_is_quoted(article.text[start:end].strip(_EDGES + ".")) for start, end in content)
    return Manner.DIRECT if whole else Manner.MIXED


def _is_quoted(piece: str) -> bool:
    """Whether a piece starts with a mark and has nothing unquoted before its end."""
    if not piece or not (piece[0] in quotations.DOUBLE_MARKS or piece.startswith(("''", "``"))):
        return False
    inner = piece[1:-1]
    return not any(mark in inner for mark in quotations.DOUBLE_MARKS if len(mark) == 1) or piece[0] in "“«„"


def _reliability(language: str) -> dict[str, float]:
    tables = lexicon.load("attribution_reliability").tables
    return dict(tables.get(language.split("-", maxsplit=1)[0], {}))
