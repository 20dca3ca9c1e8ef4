"""How certain one clause is put: which words count for it, and what they come to together.

A word counts for a claim if it stands in the claim's main clause, or governs it from the same clause before ("it is
possible that", "suspicions raised by analysts is that"). What stands in a relative or adverbial clause of the claim
does not. The consequent of a conditional is never a statement; its antecedent is a hypothesis.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.annotate.certainty_words import CertaintyWords
from sayso.annotate.phrases import Token, tokenise
from sayso.vocab import CertaintyLevel, Mode, Polarity

BRIDGE = 3  # tokens from a comma to the claim over which a governing word still reaches ("hypothesis, which is …")
MIN_CLAUSE = 3  # tokens a main clause has before a subordinate one can begin
MAX_TOKENS = 2000  # of one sentence; longer ones are tables or dumps and are read to here
_STRONG = frozenset(";:—–()[]|。；：")
_COMMAS = frozenset(",，、،")
_QUESTION = frozenset("?？؟")
_CLOSING = frozenset("\"”’»'*_)]")
_GOVERNING = frozenset({"possible", "probable", "hearsay", "hope", "future", "modal", "would"})
_POSSIBLE = frozenset({"possible", "modal", "hearsay"})
_CAPITAL_NOUNS = frozenset({"may", "will", "might"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the lexicon at tokens `[first, last)` and the groups it is in."""

    first: int
    last: int
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and what the lexicon knows in it; `opinionated` where something in it judges."""

    tokens: Sequence[Token]
    hits: Sequence[Hit]
    is_question: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose claim it is: the writer's, or a source's whose reporting cue is in the groups `cue`."""

    is_writer: bool = True
    cue: frozenset[str] = frozenset()
    cue_end: int = 0  # text offset behind the cue and source that stand before the claim


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words come to, and the phrases that decided."""

    value: CertaintyLevel
    polarity: Polarity
    mode: Mode
    cues: tuple[Hit, ...] = ()


def read_sentence(text: str, start: int, end: int, words: CertaintyWords) -> Sentence:
    """The tokens of `text[start:end]` and the lexicon phrases in them."""
    tokens = tokenise(text, start, end)[:MAX_TOKENS]
    hits: list[Hit] = []
    at = 0
    while at < len(tokens):
        found = words.groups.match(tokens, at)
        if found is None or _is_name(text, tokens, at):
            at += 1
            continue
        hits.append(Hit(at, found[0], found[1]))
        at = found[0]
    last = next((t.word for t in reversed(tokens) if t.word not in _CLOSING), "")
    return Sentence(tokens, hits, is_question=last in _QUESTION or (last == ";" and words.language == "el"))


def _is_name(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether "May" or "Will" is a month or a man: a capital inside a sentence that is not all in capitals."""
    token = tokens[at]
    if token.word not in _CAPITAL_NOUNS or at == 0 or not text[token.start].isupper():
        return False
    return text[tokens[at - 1].start : tokens[at - 1].end].islower()


def read_claim(sentence: Sentence, span: tuple[int, int], words: CertaintyWords, voice: Voice) -> Reading:
    """How certain the claim at `span` (text offsets) is put, and what it does."""
    clause = _Clause(sentence, span, words, voice)
    return clause.reading()


class _Clause:
    def __init__(self, sentence: Sentence, span: tuple[int, int], words: CertaintyWords, voice: Voice) -> None:
        self._sentence = sentence
        self._tokens = sentence.tokens
        self._words = words
        self._voice = voice
        self._low, self._high = _token_range(sentence.tokens, span)

    def reading(self) -> Reading:
        """What the counted words come to."""
        condition = self._condition()
        zone = self._main_clause(condition)
        left = self._governing_from()
        counted = [
            hit
            for hit in self._sentence.hits
            if (zone[0] <= hit.first < zone[1] or (left <= hit.first < self._low and hit.groups & _GOVERNING))
            and not self._is_anaphoric(hit)
        ]
        in_antecedent = condition is not None and condition.first < self._low <= self._end_of_antecedent(condition)
        asks = self._asks()
        if asks:
            return Reading(CertaintyLevel.UNDERSPECIFIED, self._polarity(counted), Mode.QUESTION, asks)
        value, mode, cues = self._weigh(counted, conditional=condition is not None, antecedent=in_antecedent)
        if condition is not None and mode is not Mode.STATEMENT:
            cues = (condition, *cues)
        return Reading(value, self._polarity(counted), mode, cues)

    def _asks(self) -> tuple[Hit, ...]:
        """What makes the claim a question: the sentence's mark, a cue that asks, "whether" right before it."""
        before = [h for h in self._sentence.hits if h.last == self._low and "asks" in h.groups]
        if "cue_ask" in self._voice.cue:
            return tuple(before) or (Hit(self._low, min(self._low + 1, self._high), frozenset()),)
        reaches_end = self._high >= len(self._tokens) - 3
        if self._sentence.is_question and reaches_end and self._voice.is_writer:
            at = len(self._tokens) - 1
            return (Hit(at, at + 1, frozenset()),)
        return ()

    def _condition(self) -> Hit | None:
        """The "if" whose antecedent or consequent the claim is in, if there is one."""
        start = 0
        if not self._voice.is_writer:
            start = self._first_at(self._voice.cue_end)
        for hit in self._sentence.hits:
            if "condition" not in hit.groups or hit.first >= self._high or hit.first < start:
                continue
            opens = hit.first <= start + 1 or self._opens_clause(hit.first)
            if opens and (hit.first < self._low or hit.first < self._low + MIN_CLAUSE):
                return hit
        return next(
            (h for h in self._sentence.hits if "condition" in h.groups and self._low <= h.first < self._high), None
        )

    def _opens_clause(self, at: int) -> bool:
        before = self._tokens[at - 1].word if at else ","
        return before in _COMMAS or before in _STRONG or bool(self._words.contrast.ending_at(self._tokens, at, 1))

    def _end_of_antecedent(self, condition: Hit) -> int:
        """The comma after an "if" clause, or the end of the sentence."""
        places = range(condition.last, len(self._tokens))
        return next((i for i in places if self._tokens[i].word in _COMMAS), len(self._tokens))

    def _main_clause(self, condition: Hit | None) -> tuple[int, int]:
        """The token range of the claim's main clause: behind an opening subordinate clause, before a later one."""
        low = self._low
        opens = self._words.opener.match(self._tokens, low) if low < len(self._tokens) else None
        leads = condition is not None and self._low <= condition.first <= self._low + 1
        if opens or leads:
            comma = next((i for i in range(low, self._high) if self._tokens[i].word in _COMMAS), None)
            if comma is not None and comma + MIN_CLAUSE <= self._high:
                low = comma + 1
        for at in range(low + MIN_CLAUSE, self._high):
            word = self._tokens[at].word
            if word in _STRONG or self._words.opener.match(self._tokens, at):
                return low, at
        return low, self._high

    def _governing_from(self) -> int:
        """The token from which words before the claim govern it: the start of its clause, or of the report."""
        floor = 0 if self._voice.is_writer else self._first_at(self._voice.cue_end)
        at = self._low
        bridged = False
        while at > floor:
            word = self._tokens[at - 1].word
            if word in _COMMAS and not bridged and 0 < self._low - at <= BRIDGE:
                bridged = True
            elif word in _COMMAS or word in _STRONG or self._is_break(at - 1):
                return at
            at -= 1
        return floor

    def _is_break(self, at: int) -> bool:
        """Whether a conjunction or subordinator at `at` cuts the claim off from what stands before."""
        if self._words.that.match(self._tokens, at):
            return False
        return bool(self._words.contrast.match(self._tokens, at) or self._words.opener.match(self._tokens, at))

    def _first_at(self, offset: int) -> int:
        return next((i for i, t in enumerate(self._tokens) if t.start >= offset), len(self._tokens))

    def _is_anaphoric(self, hit: Hit) -> bool:
        """Whether a noun of doubt only points back: "this last hypothesis is proven true"."""
        if not hit.groups & {"possible"} or hit.first == 0:
            return False
        before = self._tokens[hit.first - 1].word
        is_noun = not self._words.that.match(self._tokens, hit.last) if hit.last < len(self._tokens) else True
        return is_noun and bool(self._words.anaphoric.match(self._tokens, hit.first - 1)) and before != "the"

    def _polarity(self, counted: Iterable[Hit]) -> Polarity:
        denied = "cue_deny" in self._voice.cue
        negated = any(
            "negation" in h.groups and "not_negation" not in h.groups and h.first >= self._low for h in counted
        )
        return Polarity.NEGATIVE if negated != denied else Polarity.POSITIVE

    def _weigh(
        self, counted: Sequence[Hit], *, conditional: bool, antecedent: bool
    ) -> tuple[CertaintyLevel, Mode, tuple[Hit, ...]]:
        """The level, the mode and the phrases that gave them, the strongest doubt first."""
        negated = {h.last for h in counted if "negation" in h.groups}

        def having(*groups: str) -> list[Hit]:
            return [h for h in counted if h.groups & set(groups) and h.first not in negated]

        spoken = self._voice.cue
        hope, future, would = having("hope"), having("future"), having("would")
        doubt = [h for h in having(*_POSSIBLE) if "not_negation" not in h.groups or "possible" in h.groups]
        probable = having("probable")
        if hope or "cue_hope" in spoken:
            return CertaintyLevel.POSSIBLE, Mode.PREDICTION, tuple(hope)
        if antecedent:
            return CertaintyLevel.POSSIBLE, Mode.HYPOTHESIS, tuple(doubt)
        if doubt or "cue_possible" in spoken:
            ahead = bool(future or would) or any(self._is_prediction(h) for h in doubt)
            return CertaintyLevel.POSSIBLE, Mode.PREDICTION if ahead else Mode.HYPOTHESIS, (*doubt, *future)
        if would:
            reported = not self._voice.is_writer and not conditional  # "said it would": the future in the past
            level = CertaintyLevel.CERTAIN if reported else CertaintyLevel.POSSIBLE
            return level, Mode.PREDICTION, tuple(would)
        if probable or "cue_probable" in spoken:
            return CertaintyLevel.PROBABLE, Mode.PREDICTION if future else Mode.HYPOTHESIS, (*probable, *future)
        if future or "cue_predict" in spoken:
            return CertaintyLevel.CERTAIN, Mode.PREDICTION, tuple(future)
        return self._assertion(conditional=conditional)

    def _assertion(self, *, conditional: bool) -> tuple[CertaintyLevel, Mode, tuple[Hit, ...]]:
        """Nothing doubts it: an opinion where the sentence judges, a hypothesis under an "if", else a statement."""
        if conditional:
            return CertaintyLevel.POSSIBLE, Mode.HYPOTHESIS, ()
        judging = tuple(h for h in self._sentence.hits if "opinion" in h.groups)
        if "cue_opinion" in self._voice.cue or (judging and self._voice.is_writer):
            return CertaintyLevel.CERTAIN, Mode.OPINION, judging if self._voice.is_writer else ()
        return CertaintyLevel.CERTAIN, Mode.STATEMENT, ()

    def _is_prediction(self, hit: Hit) -> bool:
        """Whether a modal looks ahead: "could launch" does, "could indicate" and "may have launched" do not."""
        if "modal" not in hit.groups or hit.last >= len(self._tokens):
            return False
        return not self._words.stative.match(self._tokens, hit.last)


def _token_range(tokens: Sequence[Token], span: tuple[int, int]) -> tuple[int, int]:
    low = next((i for i, t in enumerate(tokens) if t.end > span[0]), len(tokens))
    high = next((i for i, t in enumerate(tokens) if t.start >= span[1]), len(tokens))
    return low, max(low, high)
