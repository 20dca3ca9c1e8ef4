"""How certain one clause is put: which words count for it, and what they come to together.

A word counts for a claim if it stands in the claim's main clause, or governs it from the same clause before ("it is
possible that", "suspicions raised by analysts is that"). What stands in a relative or adverbial clause of the claim
does not. The consequent of a conditional is never a statement; its antecedent is a hypothesis.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.annotate.certainty_sentences import Hit, Sentence
from sayso.annotate.certainty_words import CertaintyWords
from sayso.annotate.judging import (
    is_asked,
    is_expected,
    is_named,
    is_of_others,
    is_predicate,
    judgements,
)
from sayso.annotate.phrases import Token
from sayso.annotate.quotations import DOUBLE_MARKS
from sayso.vocab import CertaintyLevel, Mode, Polarity

BRIDGE = 3  # tokens from a comma to the claim over which a governing word still reaches ("hypothesis, which is …")
MIN_CLAUSE = 3  # tokens a main clause has before a subordinate one can begin
_STRONG = frozenset(";:—–()[]|。；：")
_COMMAS = frozenset(",，、،")
_HYPHENS = frozenset({"-", "--"})
_LIKENESS = 6  # tokens between "what" and the "looks like" that ends its clause
_GOVERNING = frozenset(
    {"possible", "probable", "hearsay", "hope", "future", "modal", "would", "unreal", "unknown", "doubt", "unlikely"}
)
_POSSIBLE = frozenset({"possible", "modal", "hearsay"})
_AHEAD = frozenset({"future", "modal", "would"})
_SUBJECT = 6  # tokens of the subject between "announced that" and its "would"
_CALLED = 14  # tokens of who calls what a disgrace
_ASKED = 12  # tokens between "whether" and a "should" it asks about


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose claim it is: the writer's, or a source's; `cue` maps the groups of its reporting cue to their places."""

    is_writer: bool = True
    cue: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    cue_end: int = 0  # text offset behind the cue and source that stand before the claim
    is_named: bool = False  # whether it is said who says it


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words come to, and the places (text offsets) of the phrases that decided."""

    value: CertaintyLevel
    polarity: Polarity
    mode: Mode
    cues: tuple[tuple[int, int], ...] = ()


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
            and not self._is_infinitive(hit)
            and not self._is_likeness(hit)
            and self._is_final(hit)
        ]
        if start := self._initial_negation(zone[0]):
            counted.append(start)
        in_antecedent = condition is not None and condition.first < self._low <= self._end_of_antecedent(condition)
        polarity, denials = self._polarity(counted)
        if asks := self._asks():
            return Reading(CertaintyLevel.UNDERSPECIFIED, polarity, Mode.QUESTION, (*asks, *denials))
        unknown = [h for h in counted if "unknown" in h.groups]
        if unknown or "cue_unknown" in self._voice.cue:
            cues = (*self._places(unknown), *self._spoken("cue_unknown"))
            return Reading(CertaintyLevel.UNDERSPECIFIED, Polarity.POSITIVE, Mode.HYPOTHESIS, cues)
        value, mode, cues = self._weigh(counted, conditional=condition is not None, antecedent=in_antecedent)
        if condition is not None and mode is not Mode.STATEMENT:
            cues = (*self._places([condition]), *cues)
        return Reading(value, polarity, mode, (*cues, *denials))

    def _places(self, hits: Iterable[Hit]) -> tuple[tuple[int, int], ...]:
        """The text offsets of `hits`."""
        tokens = self._tokens
        return tuple((tokens[h.first].start, tokens[h.last - 1].end) for h in hits if h.first < len(tokens))

    def _spoken(self, *groups: str) -> tuple[tuple[int, int], ...]:
        """Where the reporting cue has one of `groups`."""
        return tuple(self._voice.cue[g] for g in groups if g in self._voice.cue)

    def _is_final(self, hit: Hit) -> bool:
        """Whether a hit by the ending of its word closes a clause, as finite verbs do where such endings are read."""
        if "final" not in hit.groups or hit.last >= self._high:
            return True
        after = hit.last + 1 if "nominal" in hit.groups else hit.last  # "vurulmadığını söyledi": one verb of saying
        if after >= self._high or not self._tokens[after].is_word:
            return True
        that = self._words.that.match(self._tokens, after)  # written behind its clause: Japanese と, Bengali বলে
        if that and (that[0] >= self._high or self._tokens[that[0]].word not in _COMMAS):
            return True
        return bool(self._words.contrast.match(self._tokens, after))

    def _is_infinitive(self, hit: Hit) -> bool:
        """Whether a form of the future is an infinitive under a modal: "muss am Freitag gesperrt werden"."""
        ends = hit.last >= len(self._tokens) or not self._tokens[hit.last].is_word or self._is_break(hit.last)
        if "bare_future" not in hit.groups or not ends:
            return False
        start = next((i for i in range(hit.first, 0, -1) if self._tokens[i - 1].word in _COMMAS | _STRONG), 0)
        return any("finite_modal" in h.groups and start <= h.first < hit.first for h in self._sentence.hits)

    def _is_likeness(self, hit: Hit) -> bool:
        """Whether "looks like" asks for a likeness: "what the area looked like", not "it looks like rain"."""
        if "likeness" not in hit.groups:
            return False
        return any("asks" in h.groups and 0 < hit.first - h.last < _LIKENESS for h in self._sentence.hits)

    def _first_word(self, at: int) -> int:
        """The first token from `at` that is a word or a number."""
        places = range(at, self._high)
        return next((i for i in places if self._tokens[i].is_word or self._tokens[i].is_number), self._high)

    def _initial_negation(self, low: int) -> Hit | None:
        """The "no" of "no survivors were found": a denying determiner that opens the clause."""
        at = self._first_word(low)
        if at < self._high and self._words.lead.match(self._tokens, at):  # "On Friday, no survivors …"
            at = self._first_word(next((i for i in range(at, self._high) if self._tokens[i].word in _COMMAS), at))
        if at + 1 >= self._high or not self._tokens[at + 1].is_word:
            return None
        if any(
            h.first == at and not h.groups.isdisjoint({"plain", "not_negation", "negation"})
            for h in self._sentence.hits
        ):
            return None
        found = self._words.opening_no.match(self._tokens, at)
        return Hit(at, found[0], frozenset({"negation"})) if found else None

    def _asks(self) -> tuple[tuple[int, int], ...]:
        """What makes the claim a question: the sentence's mark, a cue that asks, "whether" right before it."""
        before = [h for h in self._sentence.hits if h.last == self._low and "asks" in h.groups]
        if "cue_ask" in self._voice.cue:
            return (*self._places(before), *self._spoken("cue_ask"))
        reaches_end = self._high >= len(self._tokens) - 3
        if self._sentence.is_question and reaches_end and self._voice.is_writer:
            last = self._tokens[-1]
            return ((last.start, last.end),)
        return ()

    def _condition(self) -> Hit | None:
        """The "if" whose antecedent or consequent the claim is in, if there is one."""
        start = 0
        if not self._voice.is_writer:
            start = self._first_at(self._voice.cue_end)
        for hit in self._sentence.hits:
            if "condition" not in hit.groups or hit.first >= self._high or hit.first < start:
                continue
            first = start if "opens" in hit.groups else start + 1
            opens = hit.first <= first or self._opens_clause(hit.first)
            if opens and (hit.first < self._low or hit.first < self._low + MIN_CLAUSE):
                return hit
        within = (h for h in self._sentence.hits if "condition" in h.groups and self._low <= h.first < self._high)
        return next((h for h in within if not self._is_relative(h) and not self._is_other_word(h)), None)

    def _is_other_word(self, hit: Hit) -> bool:
        """Whether "if" is another word, as where it opens no clause: Dutch "als" is "as", Portuguese "se" "self"."""
        return "opens" in hit.groups and hit.first > 0 and not self._opens_clause(hit.first)

    def _is_relative(self, hit: Hit) -> bool:
        """Whether a word of condition is inside a relative clause: "areas that would otherwise have no access"."""
        places = range(max(self._low + MIN_CLAUSE, hit.first - BRIDGE), hit.first)
        return any(self._words.relative.match(self._tokens, at) for at in places)

    def _opens_clause(self, at: int) -> bool:
        before = self._tokens[at - 1].word if at else ","
        return before in _COMMAS or before in _STRONG or bool(self._words.contrast.ending_at(self._tokens, at, 1))

    def _end_of_antecedent(self, condition: Hit) -> int:
        """The comma after an "if" clause, or the end of the sentence."""
        places = range(condition.last, len(self._tokens))
        return next((i for i in places if self._parts_clauses(i)), len(self._tokens))

    def _parts_clauses(self, at: int) -> bool:
        """Whether a comma stands at `at`, or what does its work: "then", in Thai a blank before the token."""
        if self._tokens[at].word in _COMMAS or self._words.then.match(self._tokens, at):
            return True
        return self._is_after_blank(at)

    def _is_after_blank(self, at: int) -> bool:
        """Whether a blank parts `at` from what stands before, where none parts words."""
        return bool(self._words.written_together) and self._tokens[at - 1].end < self._tokens[at].start

    def _main_clause(self, condition: Hit | None) -> tuple[int, int]:
        """The token range of the claim's main clause: behind an opening subordinate clause, before a later one."""
        low = self._low
        least = 1 if self._words.written_together else MIN_CLAUSE  # a token may be a whole clause there
        begins = low
        if low + 1 + MIN_CLAUSE < self._high and self._tokens[low + 1].word in _COMMAS:
            begins += 2  # "However, …", "Furthermore, …"
        opens = begins < len(self._tokens) and bool(self._words.opener.match(self._tokens, begins))
        leads = condition is not None and begins <= condition.first <= begins + 1
        if opens or leads:
            comma = next((i for i in range(begins + 1, self._high) if self._parts_clauses(i)), None)
            if comma is not None and comma + least <= self._high:
                low = comma if self._is_after_blank(comma) else comma + 1
        for at in range(low + least, self._high):
            is_edge = self._is_strong(at) or self._words.relative.match(self._tokens, at)
            opens = bool(self._words.opener.match(self._tokens, at)) and not self._is_said_unknown(at)
            if is_edge or opens or self._is_adjunct(low, at):
                return low, at
        return low, self._high

    def _is_said_unknown(self, at: int) -> bool:
        """Whether an opener at `at` belongs to what says that something is unknown: Russian "пока неизвестно"."""
        return any("unknown" in h.groups and h.first == at for h in self._sentence.hits)

    def _is_strong(self, at: int) -> bool:
        """Whether a mark at `at` parts clauses; so does a hyphen that stands alone, as a dash."""
        token = self._tokens[at]
        if token.word not in _HYPHENS or not 0 < at < len(self._tokens) - 1:
            return token.word in _STRONG
        return self._tokens[at - 1].end < token.start and token.end < self._tokens[at + 1].start

    def _is_adjunct(self, low: int, at: int) -> bool:
        """Whether ", with the possibility of …" begins at `at`, behind a verb that looks ahead."""
        if self._tokens[at - 1].word not in _COMMAS or not self._words.adjunct.match(self._tokens, at):
            return False
        return any(low <= h.first < at and h.groups & _AHEAD for h in self._sentence.hits)

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

    def _polarity(self, counted: Iterable[Hit]) -> tuple[Polarity, tuple[tuple[int, int], ...]]:
        """Affirmed or denied, and what denies it; a denial of a denial affirms."""
        spoken = self._spoken("cue_deny", "cue_doubt")
        own = [h for h in counted if not self._is_spoken(h, spoken)]
        denials = [h for h in own if h.denies and h.first >= self._low and not self._is_aside(h)]
        denials += [h for h in own if h.groups & {"unlikely", "doubt"}]
        cues = (*self._places(denials), *spoken)
        return Polarity.NEGATIVE if bool(denials) != bool(spoken) else Polarity.POSITIVE, cues

    def _is_spoken(self, hit: Hit, spoken: Iterable[tuple[int, int]]) -> bool:
        """Whether a phrase is the reporting cue that denies, which a short claim has in it: it denies once."""
        start, end = self._tokens[hit.first].start, self._tokens[hit.last - 1].end
        return any(start < high and low < end for low, high in spoken)

    def _is_aside(self, hit: Hit) -> bool:
        """Whether a denial is not the main verb's: "missiles, not prisoners", "carried missiles and did not …"."""
        at = hit.first
        if at - self._low <= MIN_CLAUSE:
            return False
        if self._tokens[at - 1].word in _COMMAS and self._words.aside.match(self._tokens, at):
            return True
        joins = (i for i in (at - 1, at - 2) if i - self._low >= MIN_CLAUSE)
        return any(self._words.contrast.match(self._tokens, i) for i in joins)

    def _weigh(
        self, counted: Sequence[Hit], *, conditional: bool, antecedent: bool
    ) -> tuple[CertaintyLevel, Mode, tuple[tuple[int, int], ...]]:
        """The level, the mode and the places of the phrases that gave them, the strongest doubt first."""
        negated = {h.last for h in counted if h.denies}

        def having(*groups: str) -> list[Hit]:
            return [h for h in counted if h.groups & set(groups) and h.first not in negated]

        hope = having("hope")
        future, would = ([h for h in counted if group in h.groups] for group in ("future", "would"))
        if self._voice.is_writer or conditional:  # else it reports what was: "die Prüfer hätten keine Risse gefunden"
            would += [h for h in counted if "unreal" in h.groups]
        doubt, probable = having(*_POSSIBLE, "doubt"), having("probable", "unlikely")
        if self._voice.is_named:  # "it is said" doubts nothing where it is said who says it
            doubt = [h for h in doubt if "told" not in h.groups]
        coming = any("coming" in h.groups for h in counted)
        spoken_doubt = self._spoken("cue_possible", "cue_doubt")
        if hope or "cue_hope" in self._voice.cue:
            cues = (*self._places(hope), *self._spoken("cue_hope"))
            return CertaintyLevel.POSSIBLE, Mode.PREDICTION, cues
        if antecedent:
            return CertaintyLevel.POSSIBLE, Mode.HYPOTHESIS, self._places(doubt)
        if doubt or spoken_doubt:
            ahead = coming or bool(future or would) or any(self._is_prediction(h) for h in doubt)
            cues = (*self._places((*doubt, *future, *would)), *spoken_doubt)
            return CertaintyLevel.POSSIBLE, Mode.PREDICTION if ahead else Mode.HYPOTHESIS, cues
        if would:
            # "said it would", "the announcement that it would": the future in the past
            reported = not conditional and (not self._voice.is_writer or any(map(self._is_announced, would)))
            level = CertaintyLevel.CERTAIN if reported else CertaintyLevel.POSSIBLE
            return level, Mode.PREDICTION, self._places(would)
        if probable or "cue_probable" in self._voice.cue:
            ahead = coming or bool(future) or any(self._is_prediction(h) for h in probable)
            cues = (*self._places((*probable, *future)), *self._spoken("cue_probable"))
            # who says what is likely states it, less surely; of 19 such claims readers call 2 a hypothesis
            return CertaintyLevel.PROBABLE, Mode.PREDICTION if ahead else Mode.STATEMENT, cues
        if future or "cue_predict" in self._voice.cue:
            boost = [
                h for h in having("boost") if any(-1 <= h.first - f.last <= 0 or h.last == f.first for f in future)
            ]
            level = CertaintyLevel.POSSIBLE if conditional and not boost else CertaintyLevel.CERTAIN
            return level, Mode.PREDICTION, (*self._places((*future, *boost)), *self._spoken("cue_predict"))
        return self._assertion(conditional=conditional)

    def _assertion(self, *, conditional: bool) -> tuple[CertaintyLevel, Mode, tuple[tuple[int, int], ...]]:
        """Nothing doubts it: an opinion where its words judge, a hypothesis under an "if", else a statement.

        A word that judges does not make an opinion of a claim that gives figures: they can be checked.
        """
        if conditional:
            return CertaintyLevel.POSSIBLE, Mode.HYPOTHESIS, ()
        spoken = (*self._spoken("cue_opinion"), *(self._spoken("cue_naming") if self._is_but_named() else ()))
        judging = (*spoken, *self._judging())
        return CertaintyLevel.CERTAIN, Mode.OPINION if judging else Mode.STATEMENT, judging

    def _is_but_named(self) -> bool:
        """Whether a claim is but what somebody calls something, in his own words and marks: called it “shameful”.

        Without marks it may as well be a name or a thing: Министр назвал дату выборов.
        """
        own = self._tokens[max(0, self._low - 1) : self._high + 1]
        marked = any(t.word in DOUBLE_MARKS for t in own)
        return marked and len(own) <= _CALLED and not any(t.is_number or t.word in _COMMAS | _STRONG for t in own)

    def _judging(self) -> tuple[tuple[int, int], ...]:
        """Where the claim's own words judge, and what makes a judgement of them."""
        where = self._sentence.setting
        if where.ruled:
            return ()
        left = self._governing_from()
        own = [h for h in self._sentence.hits if left <= h.first < self._high]
        places = range(self._low, self._high)
        counts = any(self._tokens[i].is_number or self._words.cardinals.match(self._tokens, i) for i in places)
        judging = [h for h in own if self._is_stance(h)]
        judging += [h for h in own if "opinion" in h.groups and not counts and self._is_holders(h)]
        found = list(self._places(judging))
        if self._words.judging:
            denied = [(h.first, h.last) for h in self._sentence.hits if h.denies]
            claim, writer = (self._low, self._high), self._voice.is_writer
            stretches = judgements(self._tokens, claim, denied, where, self._words.judging, is_writer=writer)
            found += [self._offsets(stretch) for stretch in stretches]
        return tuple(found)

    def _is_stance(self, hit: Hit) -> bool:
        """Whether "should" says what ought to be: no date or rule sets it, and it is more than expected.

        The writer's own asks it of somebody: what "the comet should" do he expects.
        "должен" is also "is due to" and "is obliged to": it is a demand only where somebody is reported to make it.
        """
        where = self._sentence.setting
        says = {"stance"} if self._voice.is_writer else {"stance", "demand"}
        if not hit.groups & says or where.fixed or self._is_embedded(hit):
            return False
        judging = self._words.judging
        if judging is None:
            return True
        if "ought" in hit.groups and self._voice.is_writer and not is_asked(self._tokens, hit.first, where, judging):
            return False
        return not is_expected(self._tokens, hit.last, judging)

    def _is_embedded(self, hit: Hit) -> bool:
        """Whether "should" asks or supposes: "whether the bridge should close", "Should the dam break, …"."""
        if "inverted" in hit.groups and (hit.first == 0 or self._tokens[hit.first - 1].word in _STRONG):
            return True
        asking = (
            h
            for h in self._sentence.hits
            if "asks" in h.groups and "condition" not in h.groups and self._low <= h.first < hit.first
        )
        return any(
            hit.first - h.first <= _ASKED
            and not self._words.opener.match(self._tokens, h.first)
            and not self._words.that.match(self._tokens, h.first)  # Russian "что" is "what" and "that"
            and not any(self._tokens[i].word in _COMMAS | _STRONG for i in range(self._past_aside(h), hit.first))
            for h in asking
        )

    def _past_aside(self, hit: Hit) -> int:
        """The token behind an aside that follows at once: "whether, in his view, the bridge should close"."""
        if self._tokens[hit.last].word not in _COMMAS:
            return hit.last
        places = range(hit.last + 1, len(self._tokens))
        return next((i + 1 for i in places if self._tokens[i].word in _COMMAS), hit.last)

    def _is_holders(self, hit: Hit) -> bool:
        """Whether a word that judges is what its holder says of something, where the holder is not the writer.

        What sources are reported to say has such words in passing ("care about not embarrassing the mayor", "of
        course"): of 38 on AllSides 22 judged; of those behind a copula all but two.
        """
        words = self._words.judging
        if self._voice.is_writer:
            return not (words and is_of_others(self._tokens, hit.first, words))
        if words is None or "boost" in hit.groups:
            return False
        return is_named(self._tokens, hit.first, words) or is_predicate(self._tokens, hit.first, words)

    def _offsets(self, stretch: tuple[int, int]) -> tuple[int, int]:
        return self._tokens[stretch[0]].start, self._tokens[stretch[1] - 1].end

    def _is_announced(self, would: Hit) -> bool:
        """Whether somebody announced what "would" be: of 5 such events of MEANTIME, 3 are certain."""
        announced = (h for h in self._sentence.hits if "announcing" in h.groups)
        return any(0 <= would.first - h.last <= _SUBJECT for h in announced)

    def _is_prediction(self, hit: Hit) -> bool:
        """Whether a modal looks ahead: "could launch" does, "could indicate" and "may have launched" do not."""
        if "ahead" in hit.groups:
            return True
        if not hit.groups & {"modal", "forecast"} or hit.last >= len(self._tokens):
            return False
        that = self._words.that.match(self._tokens, hit.last)  # Bulgarian "може да е", Romanian "poate să fie"
        at = that[0] if that else hit.last
        if at < len(self._tokens) and self._words.stative.match(self._tokens, at):
            return False
        last = next((i for i in range(self._high - 1, hit.last - 1, -1) if self._tokens[i].is_word), None)
        return last is None or not self._words.stative_last.match(self._tokens, last)


def _token_range(tokens: Sequence[Token], span: tuple[int, int]) -> tuple[int, int]:
    low = next((i for i, t in enumerate(tokens) if t.end > span[0]), len(tokens))
    high = next((i for i, t in enumerate(tokens) if t.start >= span[1]), len(tokens))
    return low, max(low, high)
