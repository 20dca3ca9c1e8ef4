"""Where a sentence says in one word what befell those it counts, before or behind their number."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.annotate.counted import DEAD, Concept, MeasureWords
from sayso.annotate.counted_nouns import are_unspaced
from sayso.annotate.fates import suits
from sayso.annotate.number_words import NumberWords
from sayso.annotate.phrases import Token

SENTENCE_MARKS = frozenset(".;:!?,)]।。，；：、！？،؛؟—")
IN_HOSPITAL = "hospitalised"
_LISTED_AS = frozenset(("as", "als", "comme", "como", "come", "jako", "как", "як", "som", "ca", "kao"))
_ARTICLES = {"en": {"the"}, "fr": {"les"}, "es": {"los"}, "it": {"i", "gli"}, "pt": {"os"}, "nl": {"de"}}
_AMONG = frozenset(("among", "amongst", "parmi", "entre", "tra", "fra", "onder"))
_SET_OFF = defaultdict[str, frozenset[str]](
    frozenset, {"ca": frozenset({"de", "d'", "els", "les", "dels"}), "fr": frozenset({"de", "des", "les"})}
)
_DEATHS = frozenset(("death", "mort", "muerte", "morte", "dood"))


def is_of_others(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether a state stands as a noun for others: "31 people mourned the dead", "two children of the killed man"."""
    if at < 2 or tokens[at - 1].word not in _ARTICLES.get(language, ()):
        return False
    return tokens[at - 2].word not in _AMONG and tokens[at].word not in _DEATHS


def set_off(tokens: Sequence[Token], last: int, forms: MeasureWords) -> Concept | None:
    """What befell those counted where a comma sets it off behind the number: "en compten trenta-tres, de morts"."""
    if last + 2 >= len(tokens) or tokens[last].word != "," or tokens[last + 1].word not in _SET_OFF[forms.language]:
        return None
    found = forms.concepts.match(tokens, last + 2)
    closes = found is not None and (found[0] >= len(tokens) or not tokens[found[0]].is_word)
    return found[1] if found and closes and found[1].kind == "state" else None


class StateFinder:
    """Finds the states named among the words of one sentence."""

    def __init__(self, forms: MeasureWords, words: NumberWords | None) -> None:
        self._forms = forms
        self._words = words

    def find(
        self, tokens: Sequence[Token], places: range, noun: Concept | None = None, over: frozenset[str] = frozenset()
    ) -> Concept | None:
        """The first state among `places`, in their order, that no mark (but those in `over`) or clause end parts."""
        forwards = places.step > 0
        for at in places:
            if tokens[at].word in SENTENCE_MARKS - over or (forwards and self._is_parted(tokens, at)):
                return None
            if forwards and self._forms.clause_ends.match(tokens, at) and not self._goes_on(tokens, at, places):
                return None
            found = self._forms.concepts.match(tokens, at)
            if not found and (found := self._behind_and(tokens, at)) and forwards:
                return None
            if found and (found[1].kind == "state" or found[1].name == "occupant"):
                if not forwards and found[0] > at:
                    found = self._longer(tokens, at, found)
                if not fits(found[1], noun, alone=False):
                    continue
                if forwards and is_of_others(tokens, at, self._forms.language):
                    return None
                rest = range(at - 1, places.stop, -1) if found[1].name == IN_HOSPITAL and not forwards else range(0)
                worse = self.find(tokens, rest, noun, over) if rest else None
                return worse if worse and worse.name == DEAD.name else found[1]  # "morti in ospedale 31": where
            if found and found[1].kind == "person" and found[1].rank > 1 and forwards:
                return None
        return None

    def _goes_on(self, tokens: Sequence[Token], at: int, places: range) -> bool:
        """Whether what may end a clause does not: "lists 17 people | as killed", "19 militares | se encontram"."""
        if at != places.start or at + 1 >= len(tokens) or tokens[at].word not in _LISTED_AS | {"se"}:
            return False
        after = self._forms.concepts.match(tokens, at + 1)
        return tokens[at].word == "se" or bool(after and after[1].kind == "state")

    def _longer(self, tokens: Sequence[Token], at: int, found: tuple[int, Concept]) -> tuple[int, Concept]:
        """A longer phrase that the one found at `at` only ends: "не выжили" behind "выжили"."""
        for start in range(max(0, at - 2), at):
            whole = self._forms.concepts.match(tokens, start)
            if whole and whole[0] >= found[0] and whole[1].kind == "state":
                return whole
        return found

    def _behind_and(self, tokens: Sequence[Token], at: int) -> tuple[int, Concept] | None:
        """The concept of a word that an "and" is written onto: "وأصيب سبعة", and seven were hurt."""
        clitic = self._words.clitic if self._words else ""
        if not clitic or not tokens[at].word.startswith(clitic):
            return None
        bare = tokens[at]._replace(word=tokens[at].word[len(clitic) :])
        return self._forms.concepts.match([bare, *tokens[at + 1 : at + 4]], 0) if bare.word else None

    def _is_parted(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a blank, which ends what a Han headline says, stands before `at`: "死者14人に　不明26人"."""
        is_han = self._words is not None and self._words.is_han
        return is_han and at > 0 and tokens[at].start > tokens[at - 1].end and are_unspaced(tokens, at)


def fits(state: Concept, noun: Concept | None, *, alone: bool) -> bool:
    """Whether a state may be said of `noun`, or of those it names itself where it stands `alone`."""
    return suits((state.name, state.rank), (noun.name, noun.kind) if noun else None, alone=alone)
